"""Where the words of a text stand: found in one pass, for all that look for words in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import accumulate, islice

from anora_bib.spans import Span

_GAP = re.compile(r"(\W+)")


class Words:
    """An index of the words (runs of letters, digits and underscores) in some passages of a text."""

    def __init__(self, text: str, passages: Iterable[Span]) -> None:
        self.text = text
        starts: defaultdict[str, list[int]] = defaultdict(list)
        for passage in passages:
            # Words and what stands between them, in turn.
            parts = _GAP.split(passage.of(text))
            places = accumulate(map(len, parts), initial=passage.start)
            for word, start in zip(parts[::2], islice(places, 0, None, 2), strict=False):
                starts[word].append(start)
        starts.pop("", None)
        self._starts: Mapping[str, list[int]] = starts

    def places(self, words: AbstractSet[str], *, small: bool = False) -> WordPlaces:
        """The places of those words, in order; with ``small`` of those that are such a word in small letters."""
        if not small:
            return WordPlaces(sorted(start for word in self._starts.keys() & words for start in self._starts[word]))
        printed = (form for word in self._small.keys() & words for form in self._small[word])
        return WordPlaces(sorted(start for form in printed for start in self._starts[form]))

    def beginning(self, pattern: re.Pattern[str]) -> WordPlaces:
        """The places of the words that the pattern matches from their first letter on, in order."""
        return self.places({word for word in self._starts if pattern.match(word)})

    @cached_property
    def _small(self) -> Mapping[str, list[str]]:
        """The words as they are printed, by their small letters."""
        forms: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._starts:
            forms[word.lower()].append(word)
        return forms


class WordPlaces:
    """The offsets at which some words begin, in order."""

    def __init__(self, starts: Sequence[int]) -> None:
        self.starts = starts

    def within(self, span: Span) -> Sequence[int]:
        """Those inside ``span``."""
        first = bisect_left(self.starts, span.start)
        return self.starts[first : bisect_left(self.starts, span.end, first)]
