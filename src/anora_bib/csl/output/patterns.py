"""How trees of one shape are laid out: segments with holes, worked out once and filled with the texts of each tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, overload

from anora_bib.csl.output.nodes import DISPLAY
from anora_bib.csl.output.runs import Segment, Span
from anora_bib.csl.output.shapes import around_hole


class Piece(NamedTuple):
    """A segment with a hole in it, or without one: then ``hole`` is -1 and all of the text is ``before``."""

    before: str
    hole: int
    after: str
    span: Span
    variable: str


class Pattern:
    """What trees of one shape come to inside ``base``, the span of the line.

    ``takes_seam`` tells that the mark which follows goes into the quotation marks that it ends with. ``markups`` has
    what formats made of it, by something of theirs.
    """

    __slots__ = ("_twin", "base", "has_blocks", "markups", "pieces", "spaced", "takes_seam", "text")

    def __init__(self, pieces: Sequence[Piece], base: Span, *, takes_seam: bool) -> None:
        self.pieces = pieces
        self.base = base
        self.takes_seam = takes_seam
        self.text = "".join([f"{piece.before}{'x' * (piece.hole >= 0)}{piece.after}" for piece in pieces])
        """All of the text, with a letter in each hole: no core begins or ends with white space."""
        self.spaced = self.text[:1].isspace(), self.text[-1:].isspace()
        """Whether it begins, and whether it ends, with white space."""
        self.has_blocks = any(_is_in_block(piece.span) for piece in pieces)
        self.markups: dict[object, str] = {}
        self._twin: Pattern | None = None

    @classmethod
    def of(cls, segments: Sequence[Segment], base: Span, *, takes_seam: bool) -> Pattern:
        """The pattern by the segments of a tree with holes."""
        pieces = [Piece(*around_hole(one.text), one.span, one.source[1]) for one in segments]
        return cls(pieces, base, takes_seam=takes_seam)

    def after(self, parts: Sequence[FilledPart]) -> Pattern:
        """The pattern to go on with in a line: this one, or its twin if this was the last of the two.

        The twin has spans of its own: where a pattern comes twice, its formatting ends and begins again.
        """
        if all(piece.span is self.base for piece in self.pieces):
            return self
        for part in reversed(parts):
            if part.pattern is self:
                return self._other()
            if part.pattern is self._twin:
                break
        return self

    def _other(self) -> Pattern:
        if self._twin is None:
            spans: dict[Span, Span] = {self.base: self.base}
            pieces = [piece._replace(span=_copied(piece.span, spans)) for piece in self.pieces]
            self._twin = Pattern(pieces, self.base, takes_seam=self.takes_seam)
        return self._twin


def _is_in_block(span: Span) -> bool:
    return span.mark[0] == DISPLAY or (span.outer is not None and _is_in_block(span.outer))


def _copied(span: Span, known: dict[Span, Span]) -> Span:
    copy = known.get(span)
    if copy is None:
        copy = known[span] = Span(span.mark, _copied(span.outer, known) if span.outer is not None else None)
    return copy


class FilledPart(NamedTuple):
    """A pattern, the item whose text is filled in, and its cores."""

    pattern: Pattern
    item: str
    cores: tuple[str, ...]


class Filled(Sequence[Segment]):
    """Patterns filled with texts. The segments are made when they are asked for: not every format needs them."""

    __slots__ = ("base", "parts")

    def __init__(self, parts: Sequence[FilledPart], base: Span) -> None:
        self.parts = parts
        self.base = base

    def _segments(self) -> Iterator[Segment]:
        for pattern, item, cores in self.parts:
            for before, hole, after, span, variable in pattern.pieces:
                text = f"{before}{cores[hole]}{after}" if hole >= 0 else before
                yield Segment(text, span, (item, variable))

    @overload
    def __getitem__(self, index: int) -> Segment: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Segment]: ...
    def __getitem__(self, index: int | slice) -> Segment | Sequence[Segment]:
        return list(self._segments())[index]

    def __iter__(self) -> Iterator[Segment]:
        return self._segments()

    def __len__(self) -> int:
        return sum(len(part.pattern.pieces) for part in self.parts)

    def __reduce__(self) -> tuple[object, ...]:
        return list, (list(self),)


def says(segments: Sequence[Segment], words: str) -> bool:
    """Whether segments say these words, and no others."""
    return "".join(segment.text for segment in segments) == words


def has_text(segments: Sequence[Segment]) -> bool:
    """Whether segments say anything at all."""
    if isinstance(segments, Filled):
        return any(part.pattern.text for part in segments.parts)
    return any(segment.text for segment in segments)
