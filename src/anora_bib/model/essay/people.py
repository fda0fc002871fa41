"""The persons that the running text of an essay names."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from anora_bib.text.spans import Span


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in the text. ``full`` is the whole name, ``id`` a record's; ``known`` if a record or an entry has it.

    ``called`` is true if the text also calls somebody by the last word of it alone: then it is a family name.
    """

    span: Span
    full: str
    id: str = ""
    known: bool = False
    called: bool = False


@dataclass(frozen=True)
class People:
    """``named`` are the persons, ``single`` the single words that may be a family name though nobody of it is known.

    Both are in the order of the text.
    """

    named: tuple[PersonName, ...] = ()
    single: tuple[Span, ...] = ()

    def within(self, span: Span) -> tuple[PersonName, ...]:
        """The persons named inside ``span``."""
        first = bisect_left(self._named_starts, span.start)
        return self.named[first : bisect_left(self._named_starts, span.end, first)]

    def strangers(self, span: Span) -> tuple[Span, ...]:
        """The single words inside ``span``."""
        first = bisect_left(self._single_starts, span.start)
        return self.single[first : bisect_left(self._single_starts, span.end, first)]

    @cached_property
    def _named_starts(self) -> list[int]:
        return [person.span.start for person in self.named]

    @cached_property
    def _single_starts(self) -> list[int]:
        return [span.start for span in self.single]
