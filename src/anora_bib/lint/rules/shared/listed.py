"""The listed works of an essay by the words and years that are printed in them."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import zip_longest
from typing import Final

from anora_bib.model import Apparatus
from anora_bib.text.characters import fold
from anora_bib.text.spans import blank

_REPEATED: Final = re.compile(
    r"\W{0,3}(?:[_\u2013-\u2015\u2e3a\u2e3b-]{2,}|[\u2014\u2015\u2e3a\u2e3b]|\((?:1[5-9]|20)\d\d|\bid\.)", re.IGNORECASE
)
_RANGE: Final = re.compile(r"\b((?:1[5-9]|20)\d\d) ?[\u2013-] ?((?:1[5-9]|20)\d\d)\b")
_LONGEST: Final = 30
"""Years in which a work of several volumes came out."""
_HEAD: Final = 60
"""Characters in which the names of an item are."""
_REACH: Final = 200


class Listed:
    """The items of a list, looked up by the name and the year that a citation gives; ask by ``apparatus.derived``."""

    def __init__(self, apparatus: Apparatus) -> None:
        self._items: dict[str, set[int]] = defaultdict(set)
        self._texts = [item.text for item in apparatus.works_cited]
        years = [_years(item.text) for item in apparatus.works_cited]
        # An item without a year may go on in the next.
        self._years = [own or following for own, following in zip_longest(years, years[1:], fillvalue=set[str]())]
        for index, item in enumerate(apparatus.works_cited):
            for word in fold(item.text).split():
                self._items[word].add(index)
        head: set[str] = set()
        for index, item in enumerate(apparatus.works_cited):
            if _REPEATED.match(item.text):  # a dash for the names above, or nothing but the year
                for word in head:
                    self._items[word].add(index)
            else:
                head = set(fold(item.text[:_HEAD]).split())
        self._between = _between(apparatus)
        self._words_between = frozenset(fold(self._between).split())
        self._text = apparatus.essay.text
        places = {item.span.start: index for index, item in enumerate(apparatus.works_cited)}
        for reference in apparatus.references:
            index = places.get(reference.span.start, -1)
            for name in reference.entry.creators() if index >= 0 else ():
                for word in fold(name.full_family or name.literal).split():
                    self._items[word].add(index)

    def has(self, name: str, year: str) -> bool:
        """True if an item has the name and the year in it."""
        return any(year in self._years[index] for index in self._by(name))

    def may_have(self, name: str, year: str) -> bool:
        """True if an item has both, or the year stands behind the name in what was read as no item."""
        behind = re.compile(rf"\b{re.escape(name)}\b[^\n]{{0,{_REACH}}}(?:\n[^\n]{{0,{_REACH}}})?", re.IGNORECASE)
        if self.has(name, year) or any(year in match[0] for match in behind.finditer(self._between)):
            return True
        # Spelled out in what was read as running text: "ROE, Jane. *Lamps*. Hull, 2009".
        given = rf"\b{re.escape(name)}, (?!\d)[^()\n]{{3,{_REACH}}}\(?{year}\b"
        return re.search(given, self._text, re.IGNORECASE) is not None

    def knows(self, name: str) -> bool:
        """True if an item has the name in it, or what stands between the items."""
        return bool(self._by(name)) or set(fold(name).split()) <= self._words_between

    def has_title(self, name: str, title: str) -> bool:
        """True if an item with the name has every word of a title; such words may be cut short."""
        words = fold(title).split()
        return any(all(self._has_word(index, word) for word in words) for index in self._by(name))

    def _has_word(self, index: int, word: str) -> bool:
        return index in self._items.get(word, ()) or any(
            index in places for other, places in self._items.items() if other.startswith(word)
        )

    def years(self, name: str) -> list[str]:
        """The years of the items that have the name in them."""
        return sorted({year for index in self._by(name) for year in self._years[index]})

    def letters(self, name: str, year: str) -> list[str]:
        """The letters behind the year in the items that have the name and the year in them; "" for one without."""
        texts = [self._texts[index] for index in sorted(self._by(name)) if year in self._years[index]]
        found = (re.search(rf"{year}([a-h])(?!\w)", text) for text in texts)
        return sorted({match[1] if match else "" for match in found})

    def words_of(self, year: str) -> set[str]:
        """The words of the items that have the year in them, folded."""
        items = {index for index, years in enumerate(self._years) if year in years}
        return {word for word, places in self._items.items() if not places.isdisjoint(items)}

    def others(self, name: str, year: str) -> tuple[str, ...]:
        """A sentence on the years of what else the list has by them."""
        years = self.years(name)
        return (f"What is listed with the name {name} is of {' or '.join(years)}, not of {year}.",) if years else ()

    def _by(self, name: str) -> set[int]:
        """The items with every word of the name in them."""
        words = fold(name).split()
        return set.intersection(*(self._items.get(word, set()) for word in words)) if words else set()


def _between(apparatus: Apparatus) -> str:
    """What stands between the items of the list and behind them: an item may have been read as something else."""
    spans = sorted(item.span for item in apparatus.works_cited)
    if not spans:
        return ""
    text = blank(apparatus.essay.text, sorted({*spans, *(note.outer for note in apparatus.notes)}))
    return text[spans[0].start : spans[-1].end + 4 * _REACH]


def _years(text: str) -> set[str]:
    """The years in an item, and those between the first and the last volume."""
    years = set(re.findall(r"\d{4}", text))
    for first, last in _RANGE.findall(text):
        if int(last) - int(first) <= _LONGEST:
            years.update(map(str, range(int(first), int(last))))
    return years
