"""A source that was accessed, or archived, before it was published.

## What it finds

References whose access date or archive date is earlier than the date of publication. Dates that are known in part
count as the first day or the last day they can mean, whichever is kinder.

Where only the year of publication is given, it is told with `--pedantic`: a page may be read before its book is out.

## Why it matters

One of the two dates is wrong, most often a year typed from habit in January, and nobody can tell which copy was read.

## Example

    The film took two years.[1] It won the main prize.[2]

    ## Notes

    [1] Roe, Jane (September 8, 2024). "A Film". Example Magazine. Retrieved April 3, 2024.

    [2] Doe, John (May 22, 2024). "A Prize". Example Weekly. Retrieved April 3, 2025.

## Instead

    The film took two years.[1] It won the main prize.[2]

    ## Notes

    [1] Roe, Jane (September 8, 2024). "A Film". Example Magazine. Retrieved April 3, 2025.

    [2] Doe, John (May 22, 2024). "A Prize". Example Weekly. Retrieved April 3, 2025.

## How it is fixed

If all other references were accessed on the same day of one other year, that year is put in. Unsafe: it is an
inference from the neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib import language
from anora_bib.diagnostics import Severity
from anora_bib.lint.rule import Finding, FixAvailability, Rule
from anora_bib.lint.rules.shared.siblings import sibling_year
from anora_bib.lint.rules.shared.sources import called
from anora_bib.lint.rules.shared.wording import when
from anora_bib.model import Apparatus, Date, Records, Reference

_TOLD: Final = re.compile(
    rf"\b(?:{language.pattern(language.vocabulary('tell_of_access'))})\b[^.;\n]{{0,24}}$|\bWeb\. $", re.IGNORECASE
)
"""A word of access, with little between it and its date."""
_REACH: Final = 60
_FIRST_YEAR: Final = 1990
"""Nothing was accessed before there were pages."""


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each full reference accessed or archived before its source was published."""
    for reference in apparatus.references:
        if not reference.short:
            yield from _accessed(apparatus, reference)
            yield from _archived(reference)


def _accessed(apparatus: Apparatus, reference: Reference) -> Iterator[Finding]:
    entry = reference.entry
    accessed, issued, archived = entry.date("accessed"), entry.date("issued"), entry.date("archived")
    if not (accessed and issued and accessed.latest < issued.earliest and _is_told(apparatus, reference)):
        return
    evidence = [f"Published {issued}, accessed {accessed}."]
    if archived and archived.parts and accessed.latest < archived.earliest:
        evidence.append(f"It was archived {when(archived)}, after that as well.")
    suggested = sibling_year(apparatus, reference)
    if suggested:
        evidence.append(suggested[1])
    message = f"{called(entry)} was accessed {when(accessed)}, before it was published {when(issued)}"
    span = entry.fields["accessed"].span or reference.span
    fix = suggested[0] if suggested else None
    # A page may be read before its book comes out, and a year alone may be another that the note tells of.
    yield Finding(span, message, tuple(evidence), fix, doubtful=not _to_the_month(issued))


def _to_the_month(date: Date) -> bool:
    return all(len(part) > 1 for part in date.parts)


def _is_told(apparatus: Apparatus, reference: Reference) -> bool:
    """Whether the date of access is introduced as one; a site that was visited in a year is a place, not a page."""
    entry = reference.entry
    span, date = entry.fields["accessed"].span, entry.date("accessed")
    if span is None or date is None or not date.parts or date.parts[0][0] < _FIRST_YEAR:
        return False
    whole = len(date.parts[0]) > 1 or entry.get("URL") is not None
    return whole and _TOLD.search(apparatus.essay.text, max(0, span.start - _REACH), span.start) is not None


def _archived(reference: Reference) -> Iterator[Finding]:
    entry = reference.entry
    archived, issued = entry.date("archived"), entry.date("issued")
    if archived and issued and archived.latest < issued.earliest:
        message = f"{called(entry)} was archived {when(archived)}, before it was published {when(issued)}"
        yield Finding(entry.fields["archived"].span or reference.span, message)


RULE = Rule.documented(
    "D001",
    "accessed-before-published",
    __doc__,
    check,
    severity=Severity.ERROR,
    availability=FixAvailability.SOMETIMES,
)
