"""A DOI that is none.

## What it finds

A `doi` without the form `10.1000/xyz`: without prefix or slash, with a space in it, with signs as addresses have them
(`%2F` for `/`), or with a comma or bracket at its end. A short one of shortdoi.org (`10/f4w547`) is a DOI.

## Why it matters

The link leads nowhere.

## Example

    @misc{roe2009, title = {On Editing}, doi = {10.1000%2Fxyz}, year = 2009}

## Instead

    @misc{roe2009, title = {On Editing}, doi = {10.1000/xyz}, year = 2009}

## How it is fixed

Signs that stand as numbers are written as themselves; the fix is safe. All else is mended by hand: only the source has
the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.diagnostics import Applicability, TextFix
from anora_bib.formats.bibtex.verbatim import verbatim
from anora_bib.lint.bib_file import BibFile
from anora_bib.lint.rule import BibliographyRule, Finding, FixAvailability
from anora_bib.model.values.identifiers import DOI_RESOLVER, bare_doi
from anora_bib.text.characters import shortened
from anora_bib.text.spans import TextEdit

_FOR_LATEX: Final = re.compile(r"[{}\\%#]")
_DOI: Final = re.compile(
    rf"(?:https?://{DOI_RESOLVER}|doi:\s{{0,4}})*"
    r"(?:10\.\d{4,9}(?:\.\d{1,9})*/\S*[^\s,;]|10/[a-z0-9]{2,12})",
    re.IGNORECASE,
)


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each DOI of the wrong form, with the fix where it is one as addresses have it."""
    for entry, field in file.fields("doi"):
        text = verbatim(field.words)
        if not text or field.macro:
            continue
        plain = bare_doi(text) if "%" in text else text
        if plain != text and _DOI.fullmatch(plain):
            edit = TextEdit(field.part(0, len(field.words)), plain, True)
            fix = None if _FOR_LATEX.search(plain) else TextFix("Write its signs", (edit,), Applicability.SAFE)
            message = f"{entry.label}: the DOI has signs as numbers, as addresses have them: {shortened(field.words)}"
            yield Finding(field.span, message, fix=fix)
        elif not _DOI.fullmatch(text):
            yield Finding(field.span, f"{entry.label}: {shortened(field.words)!r} is no DOI")


RULE = BibliographyRule.documented("B402", "malformed-doi", __doc__, check, availability=FixAvailability.SOMETIMES)
