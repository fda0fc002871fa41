"""An ISBN whose check digit is wrong.

## What it finds

An `isbn` that is not of the form of one, or whose last digit does not follow from the others.

## Why it matters

A digit is misprinted: a catalogue finds another work by it, or none.

## Example

    @misc{roe2009, title = {On Editing}, isbn = {978-3-16-148410-1}, year = 2009}

## Instead

    @misc{roe2009, title = {On Editing}, isbn = {978-3-16-148410-0}, year = 2009}

## How it is fixed

By hand: any of the digits may be the wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.formats.bibtex.tex.reading import unescape
from anora_bib.lint.bib_file import BibFile
from anora_bib.lint.rule import BibliographyRule, Finding
from anora_bib.model.values.identifiers import isbn13
from anora_bib.text.characters import shortened

_HYPHEN: Final = "[-‐-―]"
_NUMBER: Final = re.compile(
    r"(?<![0-9-])(?:"
    rf"[0-9](?:{_HYPHEN}?[0-9]){{8,13}}(?:{_HYPHEN}?[Xx])?(?!{_HYPHEN}?[0-9Xx])"
    rf"|(?=(?:[- ‐-―]?[0-9]){{9}})(?:97[89][- ‐-―])?[0-9]{{1,7}}(?:[- ‐-―][0-9]{{1,7}}){{2}}[- ‐-―][0-9Xx]"
    r")(?![0-9])"
)
"""Several may stand in a field, with blanks between them, as Zotero writes them, or with words about them.

Blanks are within a number only where its groups are set off by them.
"""


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each number that is none."""
    for entry, field in file.fields("isbn"):
        for match in _NUMBER.finditer(unescape(field.words)):
            if isbn13(match[0]) is None:
                yield Finding(field.span, f"{entry.label}: {shortened(match[0])} is no ISBN: its check digit is wrong")


RULE = BibliographyRule.documented("B403", "wrong-isbn", __doc__, check)
