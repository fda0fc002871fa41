"""A parser that reads no text twice, for what reads an essay again and again as it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import repeat
from typing import Final, NamedTuple

from anora_bib.model import Place, Records
from anora_bib.model.essay.pieces import Piece
from anora_bib.parser.base import Parser, read_all

_TEXTS: Final = 4_096
"""Texts whose pieces are remembered; of more all are forgotten."""


class _Read(NamedTuple):
    """The pieces of a text as they were where it stood when it was read."""

    offset: int
    pieces: tuple[Piece, ...]

    def at(self, offset: int) -> tuple[Piece, ...]:
        by = offset - self.offset
        return tuple(piece.shift(by) for piece in self.pieces) if by else self.pieces


class RememberingParser:
    """A :class:`~anora_bib.parser.base.ManyParser` that asks another for each text once.

    What it gives is what the other gives, since a parser reads one text the same way every time, wherever it stands.
    Threads may share it: what it remembers is only ever worked out again.
    """

    def __init__(self, parser: Parser) -> None:
        self._parser = parser
        self._records: Records | None = None
        self._known: dict[tuple[str, Place | None], _Read] = {}

    @property
    def name(self) -> str:
        """That of the other."""
        return self._parser.name

    def pieces(
        self, text: str, *, offset: int = 0, records: Records | None = None, hint: Place | None = None
    ) -> tuple[Piece, ...]:
        """The pieces of ``text``, as :class:`~anora_bib.parser.base.Parser` has it."""
        [pieces] = self.many([text], offsets=[offset], records=records, hint=hint)
        return pieces

    def many(
        self,
        texts: Iterable[str],
        *,
        offsets: Iterable[int] = repeat(0),
        records: Records | None = None,
        hint: Place | None = None,
    ) -> Iterator[tuple[Piece, ...]]:
        """The pieces of each text; those that were never read are read together."""
        placed = list(zip(texts, offsets, strict=False))
        known = self._kept(records, len(placed))
        new = {text: offset for text, offset in placed if (text, hint) not in known}
        read = read_all(self._parser, new, offsets=new.values(), records=records, hint=hint)
        for (text, offset), pieces in zip(new.items(), read, strict=True):
            known[text, hint] = _Read(offset, pieces)
        return (known[text, hint].at(offset) for text, offset in placed)

    def _kept(self, records: Records | None, more: int) -> dict[tuple[str, Place | None], _Read]:
        """What was read with these records; nothing once it would be too much with ``more``."""
        if records is not self._records or len(self._known) + more > _TEXTS:
            self._records, self._known = records, {}
        return self._known
