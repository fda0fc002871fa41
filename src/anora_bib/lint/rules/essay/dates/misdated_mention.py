"""A work in the running text with another year than its own.

## What it finds

Titles with a year in parentheses, "Title (1991)", where the one work of that title is of another year. A year more or
less is let pass, since films reach festivals and cinemas in different years, unless the essay's own list has the year
of the record. So is a book dated later: there are reprints.

## Why it matters

The year tells works of one title apart; a wrong one sends the reader to a remake, or nowhere.

## Example

    The Florida Project (2018) was a success.

    ## Works Cited

    Baker, Sean, director. *The Florida Project*. A24, 2017.

## Instead

    The Florida Project (2017) was a success.

    ## Works Cited

    Baker, Sean, director. *The Florida Project*. A24, 2017.

## How it is fixed

By hand: the year of the record is shown, but another work of that title may be meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from anora_bib.diagnostics import Severity
from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Mention, Records, Work

_GRACE: Final = 1
"""Years between a festival and a release, or between two countries."""

_BOOK: Final = "book"


def check(apparatus: Apparatus, records: Records) -> Iterator[Finding]:
    """A finding for each mention whose year is neither that of the record nor that of a listed reprint."""
    listed = _years_listed(apparatus)
    for mention in apparatus.mentions:
        work = _work(mention, records)
        if work is None or mention.year is None:
            continue
        years = _years(work)
        off = min((abs(year - mention.year) for year in years), default=0)
        reprint = work.type == _BOOK and mention.year > min(years, default=mention.year)
        agreed = years & listed.get(work.id, set())
        contradicted = off and agreed and mention.year not in listed[work.id]
        if contradicted or (off > _GRACE and not reprint):
            yield _finding(mention, work, agreed)


def _work(mention: Mention, records: Records) -> Work | None:
    """The one work that bears the title; a title that is an everyday word may be anybody's."""
    known = [record for record in records.named(mention.text) if isinstance(record, Work)]
    return known[0] if len(known) == 1 and not known[0].common else None


def _years(work: Work) -> set[int]:
    dates = [work.issued, *(edition.issued for edition in work.editions)]
    ends = [part[0] for date in dates if date and date.parts for part in (date.parts[0], date.parts[-1])]
    # A series runs from the first year to the last.
    first = work.issued.parts if work.issued else ()
    return {*ends, *(range(first[0][0], first[-1][0] + 1) if first else ())}


def _years_listed(apparatus: Apparatus) -> dict[str, set[int]]:
    """By work the years that the references of the essay give it."""
    years: dict[str, set[int]] = {}
    for reference in apparatus.references:
        date = reference.entry.date("issued")
        if reference.match and date and date.year is not None:
            years.setdefault(reference.match.record, set()).add(date.year)
    return years


def _finding(mention: Mention, work: Work, agreed: set[int]) -> Finding:
    year = work.issued.year if work.issued else None
    evidence = [f"The authority record {work.id} has {year}."]
    if agreed:
        evidence.append(f"The essay's own reference to it has {min(agreed)}.")
    message = f"{quoted(mention.text)} is dated {mention.year} here; the record has {year}"
    return Finding(mention.span, message, tuple(evidence))


RULE = Rule.documented("D004", "misdated-mention", __doc__, check, severity=Severity.INFO)
