"""A range of pages with a single hyphen.

## What it finds

`pages` such as `10-20`.

## Why it matters

BibTeX's styles print a hyphen where a range has a dash. Biblatex takes either; a file of it has no such finding.

## Example

    @misc{roe2009, title = {On Editing}, pages = {10-20}, year = 2009}

## Instead

    @misc{roe2009, title = {On Editing}, pages = {10--20}, year = 2009}

## How it is fixed

The hyphen is doubled; the fix is safe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.diagnostics import Applicability, TextFix
from anora_bib.lint.bib_file import BibFile
from anora_bib.lint.rule import BibliographyRule, Finding, FixAvailability
from anora_bib.text.spans import TextEdit

_RANGE: Final = re.compile(
    r"(?<![\w.:-])(?P<first>\d{1,6}|[ivxlc]{1,8})(?P<hyphen>\s?-\s?)(?P<last>\d{1,6}|[ivxlc]{1,8})(?![\w:-]|\.\d)"
)
"""Numbers alone: `A-12` and `3-45-3-60` number pages by chapters."""


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each range with one hyphen between two plain numbers, with the fix."""
    for entry, field in file.fields("pages"):
        if field.macro or file.is_biblatex:
            continue
        for match in _RANGE.finditer(field.words):
            if not _ascends(match["first"], match["last"]):
                continue
            edit = TextEdit(field.part(*match.span("hyphen")), "--", as_written=True)
            fix = TextFix("Double the hyphen", (edit,), Applicability.SAFE)
            yield Finding(field.part(*match.span()), f"{entry.label}: one hyphen in the pages {match[0]}", fix=fix)


def _ascends(first: str, last: str) -> bool:
    """Whether two numbers may be ends of a range, the second perhaps without its first figures; "3-1" is one page."""
    if not (first.isdecimal() and last.isdecimal()):
        return True
    return int(first[: max(0, len(first) - len(last))] + last) >= int(first)


RULE = BibliographyRule.documented(
    "B405", "single-hyphen-in-pages", __doc__, check, availability=FixAvailability.ALWAYS
)
