"""The running text of an essay as paragraphs, sentences and quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, cast

from anora_bib.model.essay.page import Marker
from anora_bib.model.essay.words import Words
from anora_bib.text.characters import counted
from anora_bib.text.quotes import QuotePair
from anora_bib.text.spans import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``quotations`` are those that begin in the paragraph."""

    span: Span
    sentences: tuple[Span, ...]
    quotations: tuple[Span, ...]


@dataclass(frozen=True, repr=False)
class Prose:
    """``text`` is as long as the essay's, each marker of the running text blanked, so that offsets agree.

    ``markers`` are those of the running text, in order; ``quotations`` all outermost quotations.
    """

    text: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    quotations: tuple[Span, ...] = ()
    markers: tuple[Marker, ...] = ()
    quoted: Mapping[Span, Sequence[QuotePair]] = field(default_factory=dict, repr=False)
    """The pairs of quotation marks of each paragraph, by its span."""
    _built: dict[object, object] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __repr__(self) -> str:
        return f"Prose of {counted(len(self.paragraphs), 'paragraph')}"

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds the character at ``offset``."""
        index = bisect_right(self._paragraph_starts, offset) - 1
        return self.paragraphs[index] if index >= 0 and offset < self.paragraphs[index].span.end else None

    def markers_in(self, span: Span) -> tuple[Marker, ...]:
        """The markers within ``span``."""
        first = bisect_left(self._marker_starts, span.start)
        return self.markers[first : bisect_left(self._marker_starts, span.end, first)]

    def quotations_in(self, span: Span) -> tuple[Span, ...]:
        """The quotations that begin within ``span``."""
        return self.quotations_between(span.start, span.end)

    def quotations_between(self, start: int, end: int) -> tuple[Span, ...]:
        """The quotations that begin at ``start`` or behind it, and before ``end``."""
        first = bisect_left(self._quotation_starts, start)
        return self.quotations[first : bisect_left(self._quotation_starts, end, first)]

    def is_quoted(self, offset: int) -> bool:
        """True inside a quotation: what is said there is not said by the essay."""
        index = bisect_right(self._quotation_starts, offset) - 1
        return index >= 0 and offset < self.quotations[index].end

    def derived(self, build: Callable[[Prose], T]) -> T:
        """What a function of the running text gives, worked out once. ``build`` is a function of a module."""
        if build not in self._built:
            self._built[build] = build(self)
        return cast(T, self._built[build])

    @cached_property
    def words(self) -> Words:
        """Where each word of the paragraphs stands."""
        return Words(self.text, (paragraph.span for paragraph in self.paragraphs))

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.span.start for paragraph in self.paragraphs]

    @cached_property
    def _marker_starts(self) -> list[int]:
        return [marker.span.start for marker in self.markers]

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [span.start for span in self.quotations]
