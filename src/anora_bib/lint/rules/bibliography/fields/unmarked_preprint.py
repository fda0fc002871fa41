"""A preprint of arXiv that is only named in a text.

## What it finds

A `journal`, `note` or `howpublished` such as `arXiv preprint arXiv:2001.01234`, in an entry without `eprint`.

## Why it matters

The number is text and no link, and the preprint is listed as if arXiv were a journal.

## Example

    @article{roe2020, author = {Roe, Jane}, title = {On Editing}, year = 2020,
      journal = {arXiv preprint arXiv:2001.01234}}

## Instead

    @article{roe2020, author = {Roe, Jane}, title = {On Editing}, year = 2020,
      journal = {arXiv preprint arXiv:2001.01234}, eprint = {2001.01234}, archiveprefix = {arXiv}}

## How it is fixed

`eprint` and `archiveprefix` are added. What is printed changes with styles that know them, so the fix is unsafe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.diagnostics import Applicability, TextFix
from anora_bib.lint.bib_file import BibFile
from anora_bib.lint.rule import BibliographyRule, Finding, FixAvailability
from anora_bib.text.spans import TextEdit, TextSpan

_NUMBER: Final = re.compile(
    r"\barXiv:\s{0,2}(\d{4}\.\d{4,5}(?:v\d{1,2})?|[a-z-]{2,20}(?:\.[A-Z]{2})?/\d{7})", re.IGNORECASE
)


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each entry that names the number and has no field for it, with the fix."""
    told: set[int] = set()
    for entry, field in file.fields("journal", "journaltitle", "note", "howpublished"):
        match = _NUMBER.search(field.words)
        if not match or "eprint" in entry.fields or field.macro or id(entry) in told:
            continue
        told.add(id(entry))
        written = next(one for one in entry.written.fields if one.name.lower() == field.name)
        added = f", eprint = {{{match[1]}}}, archiveprefix = {{arXiv}}"
        fix = TextFix("Add eprint", (TextEdit(TextSpan(written.end, written.end), added, True),), Applicability.UNSAFE)
        yield Finding(
            field.part(*match.span()),
            f"{entry.label}: the number of arXiv stands in {field.name}, and there is no eprint",
            fix=fix,
        )


RULE = BibliographyRule.documented("B106", "unmarked-preprint", __doc__, check, availability=FixAvailability.ALWAYS)
