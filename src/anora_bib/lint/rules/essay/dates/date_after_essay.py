"""A date in a reference that lies after the essay itself.

## What it finds

References published, accessed or archived after the date that the essay bears.

## Why it matters

Nobody reads what is not there yet: a year or a month is mistyped, or the essay was changed and still bears its old
date.

## Example

    ---
    date: 2024-05-12
    ---

    The film took two years.[1] It won the main prize.[2]

    ## Notes

    [1] Roe, Jane. "A Film". Example Magazine, 2023. Retrieved April 3, 2025.

    [2] Doe, John. "A Prize". Example Weekly, 2023. Retrieved April 3, 2024.

## Instead

    ---
    date: 2024-05-12
    ---

    The film took two years.[1] It won the main prize.[2]

    ## Notes

    [1] Roe, Jane. "A Film". Example Magazine, 2023. Retrieved April 3, 2024.

    [2] Doe, John. "A Prize". Example Weekly, 2023. Retrieved April 3, 2024.

## How it is fixed

If all other references were accessed on the same day of one other year, that year is put in. Unsafe: it is an
inference from the neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator

from anora_bib.diagnostics import Fix
from anora_bib.lint.rule import Finding, FixAvailability, Rule
from anora_bib.lint.rules.shared.siblings import sibling_year
from anora_bib.lint.rules.shared.sources import called
from anora_bib.lint.rules.shared.wording import when
from anora_bib.model import Apparatus, Date, Records, Reference

_REVISED = 3
"""Months in which an essay, or the issue that it is in, is still worked on under its first date."""

_WORDS = {"issued": "was published", "accessed": "was accessed", "archived": "was archived"}


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each date of a reference that is later than the date of the essay."""
    essay = apparatus.essay.metadata.date
    if essay is None or not essay.parts:
        return
    for reference in apparatus.references:
        for variable in _WORDS:
            date = reference.entry.date(variable)
            if not reference.short and date and date.earliest > _latest(essay, variable):
                yield _finding(apparatus, reference, variable, date, essay)


def _latest(essay: Date, variable: str) -> tuple[int, int, int]:
    """The last day that the date of the essay can mean; a page may be looked at again when the essay is revised."""
    year, month, day = essay.latest
    if variable == "issued":
        return year, month, (31 if day == 1 else day)  # an issue is dated from the first of its month
    months = month + _REVISED
    return year + (months - 1) // 12, (months - 1) % 12 + 1, day


def _finding(apparatus: Apparatus, reference: Reference, variable: str, date: Date, essay: Date) -> Finding:
    message = f"{called(reference.entry)} {_WORDS[variable]} {when(date)}, after the essay itself ({essay})"
    suggested = sibling_year(apparatus, reference) if variable == "accessed" else None
    fix, evidence = _if_in_time(suggested, essay)
    return Finding(reference.entry.fields[variable].span or reference.span, message, evidence, fix)


def _if_in_time(suggested: tuple[Fix, str] | None, essay: Date) -> tuple[Fix | None, tuple[str, ...]]:
    """The suggestion, unless the year it puts in is after the essay too."""
    if suggested is None or int(suggested[0].edits[0].replacement) > essay.latest[0]:
        return None, ()
    return suggested[0], (suggested[1],)


RULE = Rule.documented(
    "D002", "date-after-essay", __doc__, check, availability=FixAvailability.SOMETIMES, pedantic=True
)
