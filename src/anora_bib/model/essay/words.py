"""Where the words of a text stand: found in one pass, for all that look for words in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import accumulate, chain, islice

from anora_bib.text.spans import Span

_SIGNS = re.compile(r"(\W+)")
"""What stands between words where no link has an address."""
_GAP = re.compile(r"((?:[^\w\]]|\](?:\([^()\s]{0,400}\))?)+)")
"""What stands between words, the address of a link included, which nobody reads."""


class Words:
    """An index of the words (runs of letters, digits and underscores) in some passages of a text."""

    def __init__(self, text: str, passages: Iterable[Span]) -> None:
        self.text = text
        self._words: list[str] = []
        """The words in order; each passage ends with an empty one."""
        self._starts: list[int] = []
        """Where each of them begins."""
        for passage in passages:
            # Words and what stands between them, in turn.
            printed = passage.of(text)
            parts = (_GAP if "](" in printed else _SIGNS).split(printed)
            self._words += parts[::2]
            self._starts += islice(accumulate(map(len, parts), initial=passage.start), 0, len(parts), 2)
            self._words.append("")
            self._starts.append(passage.end)
        numbers: defaultdict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self._words):
            numbers[word].append(number)
        numbers.pop("", None)
        self._numbers: Mapping[str, list[int]] = numbers
        """The numbers of each word, in order."""

    def __contains__(self, word: str) -> bool:
        """True if the word is there, printed like this."""
        return word in self._numbers

    def __len__(self) -> int:
        """How many words there are."""
        return sum(map(len, self._numbers.values()))

    def count(self, words: AbstractSet[str]) -> int:
        """How many words are one of those, printed like this."""
        return sum(len(self._numbers[word]) for word in _of_both(self._numbers, words))

    def places(self, words: AbstractSet[str], *, small: bool = False) -> WordPlaces:
        """The places of those words, in order; with ``small`` of those that are such a word in small letters."""
        numbers = chain.from_iterable(self._numbers[form] for form, _ in self._forms(words, small))
        return WordPlaces([self._starts[number] for number in sorted(numbers)])

    def places_before(self, following: Mapping[str, AbstractSet[str] | None], *, small: bool = False) -> WordPlaces:
        """The places of those words that are followed by one of theirs, or by any word where that is None."""
        numbers: list[int] = []
        for form, word in self._forms(following.keys(), small):
            its_own, seconds = self._numbers[form], following[word]
            if seconds is None:
                numbers += its_own
            elif small:
                numbers += [number for number in its_own if self._words[number + 1].lower() in seconds]
            else:
                numbers += [number for number in its_own if self._words[number + 1] in seconds]
        return WordPlaces([self._starts[number] for number in sorted(numbers)])

    def beginning(self, pattern: re.Pattern[str]) -> WordPlaces:
        """The places of the words that the pattern matches from their first letter on, in order."""
        return self.places({word for word in self._numbers if pattern.match(word)})

    def _forms(self, words: AbstractSet[str], small: bool) -> Iterator[tuple[str, str]]:
        """Those of the words that are there, each as it is printed and as it is asked for."""
        if not small:
            yield from ((word, word) for word in _of_both(self._numbers, words))
        else:
            yield from ((form, word) for word in _of_both(self._small, words) for form in self._small[word])

    @cached_property
    def _small(self) -> Mapping[str, list[str]]:
        """The words as they are printed, by their small letters."""
        forms: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._numbers:
            forms[word.lower()].append(word)
        return forms


def _of_both(known: Mapping[str, object], words: AbstractSet[str]) -> list[str]:
    """The words that are keys of a mapping.

    Its keys with ``&`` would be looked up for each word of a frozen set, which has thousands where it is of verbs.
    """
    if len(known) < len(words):
        return [word for word in known if word in words]
    return [word for word in words if word in known]


class WordPlaces:
    """The offsets at which some words begin, in order."""

    def __init__(self, starts: Sequence[int]) -> None:
        self.starts = starts

    def within(self, span: Span) -> Sequence[int]:
        """Those inside ``span``."""
        first = bisect_left(self.starts, span.start)
        return self.starts[first : bisect_left(self.starts, span.end, first)]
