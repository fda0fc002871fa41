"""A work that is dated in two ways.

## What it finds

Two references to one work, spelled out each time, whose years differ: of a book the author, the title and the
publisher are the same, of an article the journal and its volume or pages, and neither is called another edition, volume
or reprint. With `--pedantic`, or where the rule is selected, the same author and title are enough.

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

from collections.abc import Iterator

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.one_work import same_house, twice_in_full, year_of
from anora_bib.lint.rules.shared.sources import called
from anora_bib.model import Apparatus, Entry, Records
from anora_bib.text.characters import fold


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each full reference whose year is not that of an earlier one to the same work."""
    for first, then in apparatus.derived(twice_in_full):
        years = year_of(first.entry), year_of(then.entry)
        if all(years) and years[0] != years[1] and _may_be_one(first.entry, then.entry):
            message = (
                f"{called(then.entry)} is dated {years[1]}, and {years[0]} in line {apparatus.essay.line(first.span)}"
            )
            yield Finding(then.span, message, doubtful=not _came_out_once(first.entry, then.entry))


def _may_be_one(one: Entry, other: Entry) -> bool:
    """Whether nothing tells two editions, or two articles of one title, apart: a house, a journal, a place in it."""
    if one.type == "book":
        houses = one.string("publisher"), other.string("publisher")
        return not all(houses) or same_house(*houses)
    told = [(one.string(name), other.string(name)) for name in ("container-title", "volume", "page")]
    return all(fold(first) == fold(then) for first, then in told if first and then)


def _came_out_once(one: Entry, other: Entry) -> bool:
    """Whether both are in the same house, or in the same place of one journal."""
    houses = one.string("publisher"), other.string("publisher")
    if one.type == "book":
        return all(houses) and same_house(*houses)
    journals = fold(one.string("container-title")), fold(other.string("container-title"))
    placed = any(one.string(name) and one.string(name) == other.string(name) for name in ("volume", "page"))
    return bool(journals[0]) and journals[0] == journals[1] and placed


RULE = Rule.documented("W005", "work-with-two-years", __doc__, check)
