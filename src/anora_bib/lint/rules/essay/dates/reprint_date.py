"""A date that is not that of the first edition.

## What it finds

References whose year differs from the one the authority record has for the work.

## Why it matters

"2020" on a book of 2018 makes an argument look like an answer to what it came before. Both years may be right, one of
the printing read, one of the work; then the first should be named as well.

## Example

    Jane Roe counts the hours.

    ## Works Cited

    Roe, Jane. *A Book of Hours*. Example Press, 2020.

## Instead

    Jane Roe counts the hours.

    ## Works Cited

    Roe, Jane. *A Book of Hours*. 2018. Example Press, 2020.

## How it is fixed

By hand: only the author knows which copy lay on the desk.
"""

from __future__ import annotations

from collections.abc import Iterator

from anora_bib.diagnostics import Severity
from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.differences import differences, evidence
from anora_bib.lint.rules.shared.sources import called
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, DifferenceKind, Records


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each reference dated otherwise than the record of the work."""
    for reference, difference in differences(apparatus, DifferenceKind.DATE):
        message = (
            f"{called(reference.entry)} is dated {quoted(difference.printed)}; the record has {difference.expected}"
        )
        yield Finding(difference.span or reference.span, message, evidence(reference, difference))


RULE = Rule.documented("D003", "reprint-date", __doc__, check, severity=Severity.INFO)
