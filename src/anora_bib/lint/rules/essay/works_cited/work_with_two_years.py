"""A work that is dated in two ways.

## What it finds

References to one work, each with its publisher or periodical, whose years differ: author, title and house are the
same, and neither is called another edition, volume or reprint.

## Why it matters

One of the years is wrong, or two editions are cited as one: page numbers may not fit.

## Example

    The film took two years.[1] It won.[2]

    ## Notes

    [1] Roe, Jane. *The Long Book of Lamps*. Exampleton: Example Press, 2009.

    [2] Roe, Jane. *The Long Book of Lamps*. Exampleton: Example Press, 2010, 12.

## Instead

    The film took two years.[1] It won.[2]

    ## Notes

    [1] Roe, Jane. *The Long Book of Lamps*. Exampleton: Example Press, 2009.

    [2] Roe, Jane. *The Long Book of Lamps*. Exampleton: Example Press, 2009, 12.

## How it is fixed

By hand: the book tells its year.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.sources import called
from anora_bib.model import Apparatus, Entry, Place, Records, Reference
from anora_bib.text.characters import fold

_APART: Final = ("edition", "volume", "issue", "number", "original-date", "translator", "collection-number")
"""What two works of one title differ in, or two editions of one."""
_SLIPS: Final = 2
_NUMERALS: Final = ("i", "ii", "iii", "iv", "v", "vi", "one", "two", "three", "first", "second", "third")
_SHORTEST_TITLE: Final = 3
"""Words of a title that no other work of its author has."""


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each full reference whose year is not that of an earlier one to the same work."""
    first: dict[tuple[str, str], list[Reference]] = defaultdict(list)
    for reference in apparatus.references:
        if reference.short or reference.place not in (Place.NOTE, Place.WORKS_CITED):
            continue
        key = _key(reference.entry)
        if key is None:
            continue
        earlier = next((other for other in first[key] if _same_title(other.entry, reference.entry)), None)
        if earlier is None:
            first[key].append(reference)
        elif _year(earlier.entry) != _year(reference.entry) and not _differ(earlier.entry, reference.entry):
            where = f"{_year(earlier.entry)} in line {apparatus.essay.line(earlier.span)}"
            message = f"{called(reference.entry)} is dated {_year(reference.entry)}, and {where}"
            yield Finding(reference.span, message)


def _key(entry: Entry) -> tuple[str, str] | None:
    """The first author and the house of a book, folded; None if any part is missing."""
    names = tuple(fold(name.literal or name.family) for name in entry.creators())
    title, house = fold(entry.string("title")), fold(entry.string("publisher"))
    if entry.type != "book" or not (names and house and _year(entry)) or len(title.split()) < _SHORTEST_TITLE:
        return None
    return names[0], house


def _same_title(one: Entry, other: Entry) -> bool:
    from rapidfuzz.distance import OSA

    titles = fold(one.string("title")), fold(other.string("title"))
    return OSA.distance(*titles, score_cutoff=_SLIPS) <= _SLIPS and _digits(titles[0]) == _digits(titles[1])


def _digits(title: str) -> list[str]:
    """The numbers in a title: volumes of one work differ in nothing else."""
    return [word for word in title.split() if word.isdigit() or word in _NUMERALS]


def _year(entry: Entry) -> int:
    date = entry.date("issued")
    return date.parts[0][0] if date and len(date.parts) == 1 else 0


def _differ(one: Entry, other: Entry) -> bool:
    return any(one.string(name) != other.string(name) for name in _APART)


RULE = Rule.documented("W005", "work-with-two-years", __doc__, check, pedantic=True)
