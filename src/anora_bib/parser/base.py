"""What a parser is: text in, pieces out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import repeat
from typing import Protocol, runtime_checkable

from anora_bib.model import Place, Records
from anora_bib.model.essay.pieces import Piece


class Parser(Protocol):
    """Reads the text of a note, a listed work or a credit. Whatever honours this may take the place of the rules."""

    @property
    def name(self) -> str:
        """What it is registered under."""

    def pieces(
        self, text: str, *, offset: int = 0, records: Records | None = None, hint: Place | None = None
    ) -> tuple[Piece, ...]:
        """The pieces of ``text``, in order and covering it: each span begins where the one before it ends.

        Args:
            text: a note, an item of a works-cited list, or a credit line; any text at all.
            offset: where ``text`` begins in the text that all spans shall count in.
            records: people, outlets and publishers whose names are known; only evidence, never needed.
            hint: where the text stands.

        Returns:
            () for the empty text. Entries have ``text``, ``span``, ``confidence`` and fields as printed. Never raises
            on any text, and reads one text the same way every time.
        """


@runtime_checkable
class ManyParser(Parser, Protocol):
    """A parser that takes less time for each of many texts when it gets them together."""

    def many(
        self,
        texts: Iterable[str],
        *,
        offsets: Iterable[int] = repeat(0),
        records: Records | None = None,
        hint: Place | None = None,
    ) -> Iterator[tuple[Piece, ...]]:
        """The pieces of each text, in order, the same as :meth:`pieces` gives. Each has its offset."""


def read_all(
    parser: Parser,
    texts: Iterable[str],
    *,
    offsets: Iterable[int] = repeat(0),
    records: Records | None = None,
    hint: Place | None = None,
) -> Iterator[tuple[Piece, ...]]:
    """The pieces of each of many texts, in order, read together by a parser that can."""
    if isinstance(parser, ManyParser):
        return parser.many(texts, offsets=offsets, records=records, hint=hint)
    placed = zip(texts, offsets, strict=False)
    return (parser.pieces(text, offset=offset, records=records, hint=hint) for text, offset in placed)
