"""Texts whose italics the format keeps apart from the words, as HTML does, read with the signs of emphasis set."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from anora_bib.model import Entry, Name, Place, Records, Value
from anora_bib.model.essay.pieces import Piece, Reference, Remark, ShortForm, Unknown
from anora_bib.parser.base import Parser, read_all
from anora_bib.text.spans import Span

SIGN: Final = "*"
_OTHER_SIGN: Final = "_"
_PARTS: Final = ("family", "given", "literal", "non_dropping_particle", "dropping_particle", "suffix")


@dataclass(frozen=True, slots=True)
class Emphasised:
    """A text with a sign on either side of each run in italics, and the way back to what is printed."""

    text: str
    printed: str
    offset: int
    """Where the text begins in the text that all spans count in."""
    _signs: tuple[int, ...]
    """Where the signs stand in ``text``, in order."""

    def as_printed(self, piece: Piece) -> Piece:
        """A piece read from ``text`` as if it were read from what is printed."""
        placed = replace(piece, span=self._back(piece.span), words=self._back(piece.words), joint=_bare(piece.joint))
        if isinstance(placed, Remark | Unknown):
            return placed
        signal, suffix = _bare(placed.signal), _bare(placed.suffix)
        if isinstance(placed, Reference):
            return replace(placed, entry=self._entry(placed.entry), signal=signal, suffix=suffix)
        names = tuple(map(_bare_name, placed.names))
        if isinstance(placed, ShortForm):
            return replace(placed, names=names, title=_bare(placed.title), signal=signal, suffix=suffix)
        return replace(placed, names=names, signal=signal, suffix=suffix)

    def _entry(self, entry: Entry) -> Entry:
        fields = {
            variable: replace(
                field, value=_bare_value(field.value), span=self._back(field.span) if field.span else None
            )
            for variable, field in entry.fields.items()
        }
        span = self._back(entry.span) if entry.span else None
        printed = span.shift(-self.offset).of(self.printed) if span else _bare(entry.text)
        return replace(entry, fields=fields, span=span, text=printed)

    def _back(self, span: Span) -> Span:
        start, end = span.start - self.offset, span.end - self.offset
        return Span(
            self.offset + start - bisect_left(self._signs, start), self.offset + end - bisect_left(self._signs, end)
        )


def read_emphasised(
    parser: Parser,
    texts: Sequence[str],
    offsets: Sequence[int],
    italics: Sequence[Span],
    *,
    records: Records | None,
    hint: Place | None,
) -> Iterator[tuple[Piece, ...]]:
    """The pieces of each text, read together, with the italics of the whole they were cut from, in order."""
    marked = [emphasised(text, offset, italics) for text, offset in zip(texts, offsets, strict=True)]
    shown = [one.text if one else text for one, text in zip(marked, texts, strict=True)]
    found = read_all(parser, shown, offsets=offsets, records=records, hint=hint)
    for one, pieces in zip(marked, found, strict=True):
        yield tuple(map(one.as_printed, pieces)) if one else pieces


def emphasised(text: str, offset: int, italics: Sequence[Span]) -> Emphasised | None:
    """The text, which begins at ``offset``, with its italics marked; None if none of ``italics`` is to be marked.

    ``italics`` are in order, and count in the text that ``offset`` does. A text that has such signs of its own is left
    as it is: the format writes its italics so. Italics that are the whole text set nothing apart.
    """
    if SIGN in text:
        return None
    runs = _runs(text, offset, italics)
    if not runs or (len(runs) == 1 and len(runs[0]) >= len(text.strip())):
        return None
    parts: list[str] = []
    signs: list[int] = []
    done = 0
    for run in runs:
        for at in (run.start, run.end):
            parts += (text[done:at], SIGN)
            signs.append(at + len(signs))
            done = at
    return Emphasised("".join((*parts, text[done:])), text, offset, tuple(signs))


def _runs(text: str, offset: int, italics: Sequence[Span]) -> list[Span]:
    """The runs in italics within the text, trimmed; those with nothing but white space between them are one."""
    runs: list[Span] = []
    end = offset + len(text)
    first = bisect_right(italics, Span(offset, offset))
    for span in _overlapping(italics, max(0, first - 1), offset, end):
        start, stop = max(span.start, offset) - offset, min(span.end, end) - offset
        words = text[start:stop]
        start += len(words) - len(words.lstrip())
        stop = start + len(words.strip())
        if start >= stop or text[max(0, start - 1) : start] == _OTHER_SIGN:
            continue
        if runs and start < runs[-1].end:
            continue  # within the one before
        if runs and not text[runs[-1].end : start].strip():
            runs[-1] = Span(runs[-1].start, stop)
        else:
            runs.append(Span(start, stop))
    return runs


def _overlapping(italics: Sequence[Span], first: int, start: int, end: int) -> Iterator[Span]:
    """Those from the ``first`` on that share a part with the place."""
    for index in range(first, len(italics)):
        if italics[index].start >= end:
            return
        if italics[index].end > start:
            yield italics[index]


def _bare(text: str) -> str:
    return text.replace(SIGN, "")


def _bare_value(value: Value) -> Value:
    if isinstance(value, str):
        return _bare(value)
    if isinstance(value, tuple):
        return tuple(map(_bare_name, value))
    return value


def _bare_name(name: Name) -> Name:
    if not any(SIGN in getattr(name, part) for part in _PARTS):
        return name
    bare: dict[str, Any] = {part: _bare(getattr(name, part)) for part in _PARTS}
    return replace(name, **bare)
