"""A work that two publishers are named for.

## What it finds

Two references to one book of one year, spelled out each time, which name different publishers. Short forms of a
publisher ("Harvard UP") are the same.

## Why it matters

One of them is wrong, or two editions are cited as one: page numbers may not fit.

## Example

    The film took two years.[1] It won.[2]

    ## Notes

    [1] Roe, Jane. *The Long Book of Lamps*. Exampleton: Example Press, 2009.

    [2] Roe, Jane. *The Long Book of Lamps*. Lampton: Lamp House, 2009, 12.

## Instead

    The film took two years.[1] It won.[2]

    ## Notes

    [1] Roe, Jane. *The Long Book of Lamps*. Exampleton: Example Press, 2009.

    [2] Roe, Jane. *The Long Book of Lamps*. Exampleton: Example Press, 2009, 12.

## How it is fixed

By hand: the book tells its publisher.
"""

from __future__ import annotations

from collections.abc import Iterator

from anora_bib import language
from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.one_work import same_house, twice_in_full, year_of
from anora_bib.lint.rules.shared.sources import called
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Entry, Records
from anora_bib.text.characters import fold


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each full reference to a book whose publisher is not that of an earlier one."""
    for first, then in apparatus.derived(twice_in_full):
        houses = _house(first.entry), _house(then.entry)
        same_year = year_of(first.entry) == year_of(then.entry) != 0
        if then.entry.type == "book" and same_year and all(houses) and not same_house(*houses):
            where = f"{quoted(houses[0])} in line {apparatus.essay.line(first.span)}"
            yield Finding(then.span, f"the publisher of {called(then.entry)} is {quoted(houses[1])}, and {where}")


def _house(entry: Entry) -> str:
    """The publisher; "" for what is a city."""
    house = entry.string("publisher")
    return "" if fold(house) in map(fold, language.phrases("cities")) else house


RULE = Rule.documented("W015", "work-with-two-publishers", __doc__, check)
