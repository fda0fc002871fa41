"""A listed work that does not stand where the alphabet has it.

## What it finds

In a list of eight works or more that follows the alphabet: an item that begins with a name and stands elsewhere. Names
with signs, particles or a capital inside ("McCoy"), which are sorted in several ways, titles, and lists in which more
than one of fifteen items is astray are left alone.

## Why it matters

The reader looks where the name belongs, and takes the work as not listed.

## Example

    The lamp is old (Roe 12).

    ## Works Cited

    Cole, Al. *Soot*. Example Press, 2014.

    Doe, John. *Wicks and Oil*. Example Press, 2010.

    Loe, Di. *Light*. Example Press, 2013.

    Noe, Bo. *Glass*. Example Press, 2012.

    Gale, Bo. *Smoke*. Example Press, 2015.

    Poe, Ann. *The Wick*. Example Press, 2011.

    Roe, Jane. *Borrowed Light*. Example Press, 2009.

    Woe, Al. *Ashes*. Example Press, 2014.

## Instead

    The lamp is old (Roe 12).

    ## Works Cited

    Cole, Al. *Soot*. Example Press, 2014.

    Doe, John. *Wicks and Oil*. Example Press, 2010.

    Gale, Bo. *Smoke*. Example Press, 2015.

    Loe, Di. *Light*. Example Press, 2013.

    Noe, Bo. *Glass*. Example Press, 2012.

    Poe, Ann. *The Wick*. Example Press, 2011.

    Roe, Jane. *Borrowed Light*. Example Press, 2009.

    Woe, Al. *Ashes*. Example Press, 2014.

## How it is fixed

By hand: the list may be sorted by something else.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, ListedWork, Records

_FEWEST: Final = 8
_ASTRAY: Final = 15
_NAME: Final = re.compile(r"(?P<family>[A-Z](?:[a-z]{2,30}|[A-Z]{2,30})), ?[^\W\d_a-z]")
"""A family name before a comma and a given name, in letters that every alphabet puts in one place.

One with a capital inside begins with a particle or "Mc", which is sorted as "Mac" or as it is spelt.
"""
_SHOWN: Final = 40


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each item that stands between others where it does not belong."""
    for _, items in groupby(apparatus.works_cited, lambda item: item.heading):
        named = [(match["family"].lower(), item) for item in items if (match := _NAME.match(item.text))]
        if len(named) < _FEWEST:
            continue
        families = [family for family, _ in named]
        kept = _longest_in_order(families)
        astray = [place for place in range(len(named)) if place not in kept]
        if len(astray) <= max(1, len(named) // _ASTRAY):
            yield from (_finding(named, families, kept, place) for place in astray)


def _longest_in_order(families: Sequence[str]) -> set[int]:
    """The places of the longest run of names, gaps allowed, that is in the order of the alphabet."""
    ends: list[str] = []
    last: list[int] = []
    before: list[int] = []
    for place, family in enumerate(families):
        length = bisect_right(ends, family)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [family]
        last[length : length + 1] = [place]
    kept: set[int] = set()
    place = last[-1]
    while place >= 0:
        kept.add(place)
        place = before[place]
    return kept


def _finding(named: Sequence[tuple[str, ListedWork]], families: Sequence[str], kept: set[int], place: int) -> Finding:
    family, item = named[place]
    earlier = [other for other in sorted(kept) if families[other] <= family]
    words = quoted(item.text[:_SHOWN])
    where = f"behind {quoted(named[earlier[-1]][1].text[:_SHOWN])}" if earlier else "at the head of the list"
    return Finding(item.span, f"{words} belongs {where}")


RULE = Rule.documented("W013", "listed-work-out-of-order", __doc__, check)
