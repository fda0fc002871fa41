r"""An address that stands in a note.

## What it finds

A `note` or `howpublished` that is nothing but an address, in an entry without `url`.

## Why it matters

Styles print a note as text: the address is not set as one, does not break at the margin, and is no link.

## Example

    @misc{roe2009, title = {On Editing}, note = {\url{https://example.org/editing}}, year = 2009}

## Instead

    @misc{roe2009, title = {On Editing}, url = {https://example.org/editing}, year = 2009}

## How it is fixed

The field becomes `url`. Where the style prints it changes, so the fix is unsafe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.diagnostics import Applicability, TextFix
from anora_bib.lint.bib_file import BibFile
from anora_bib.lint.rule import BibliographyRule, Finding, FixAvailability
from anora_bib.text.spans import TextEdit, TextSpan

_ADDRESS: Final = re.compile(r"\\url\s?\{(?P<wrapped>https?://[^\s{}]+)\}\.?|(?P<bare>https?://[^\s{}]+)")


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each such field, with the fix."""
    for entry, field in file.fields("note", "howpublished"):
        found = _ADDRESS.fullmatch(field.words.strip())
        if not found or "url" in entry.fields or field.macro:
            continue
        written = next(one for one in entry.written.fields if one.name.lower() == field.name)
        edits = (
            TextEdit(TextSpan(written.start, written.start + len(written.name)), "url".ljust(len(written.name)), True),
            TextEdit(field.span, found["bare"] or found["wrapped"], as_written=True),
        )
        fix = TextFix("Make it the url", edits, Applicability.UNSAFE)
        yield Finding(field.span, f"{entry.label}: {field.name} is an address", fix=fix)


RULE = BibliographyRule.documented("B104", "address-in-note", __doc__, check, availability=FixAvailability.ALWAYS)
