"""A DOI that is given as an address.

## What it finds

A `doi` that begins with `https://doi.org/`, `http://dx.doi.org/`, a publisher's address of that kind
(`http://doi.acm.org/`), or `doi:`.

## Why it matters

Styles put the address of the resolver before it themselves: the link leads to `https://doi.org/https://doi.org/...`.

## Example

    @misc{roe2009, title = {On Editing}, doi = {https://doi.org/10.1000/xyz}, year = 2009}

## Instead

    @misc{roe2009, title = {On Editing}, doi = {10.1000/xyz}, year = 2009}

## How it is fixed

What stands before the number is taken away. The number stays as it is; the fix is safe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.diagnostics import Applicability, TextFix
from anora_bib.lint.bib_file import BibFile
from anora_bib.lint.rule import BibliographyRule, Finding, FixAvailability
from anora_bib.model.values.identifiers import DOI_PREFIX, DOI_RESOLVER
from anora_bib.text.characters import shortened
from anora_bib.text.spans import TextEdit

_BEFORE: Final = re.compile(rf"\s{{0,8}}(?:https?://{DOI_RESOLVER}|doi:\s{{0,4}})+(?={DOI_PREFIX})", re.IGNORECASE)


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each DOI with something before it, with the fix."""
    for entry, field in file.fields("doi"):
        match = _BEFORE.match(field.words)
        if match and not field.macro:
            fix = TextFix("Leave the number", (TextEdit(field.part(*match.span()), "", True),), Applicability.SAFE)
            message = f"{entry.label}: the DOI is given as an address: {shortened(field.words)}"
            yield Finding(field.span, message, fix=fix)


RULE = BibliographyRule.documented("B401", "doi-as-address", __doc__, check, availability=FixAvailability.ALWAYS)
