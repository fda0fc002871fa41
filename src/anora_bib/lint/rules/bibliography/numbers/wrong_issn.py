"""An ISSN whose check digit is wrong.

## What it finds

An `issn` that is not of the form of one, or whose last digit does not follow from the others.

## Why it matters

A digit is misprinted: a catalogue finds another work by it, or none.

## Example

    @misc{roe2009, title = {On Editing}, issn = {1234-5678}, year = 2009}

## Instead

    @misc{roe2009, title = {On Editing}, issn = {1234-5679}, year = 2009}

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
from anora_bib.model.values.identifiers import issn
from anora_bib.text.characters import shortened

_NUMBER: Final = re.compile(r"(?<![0-9-])[0-9]{4}[-‐-― ]?[0-9]{3}[0-9Xx](?![0-9-])")
"""Several may stand in a field, with words about them."""


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each number that is none."""
    for entry, field in file.fields("issn"):
        for match in _NUMBER.finditer(unescape(field.words)):
            if issn(match[0]) is None:
                yield Finding(field.span, f"{entry.label}: {shortened(match[0])} is no ISSN: its check digit is wrong")


RULE = BibliographyRule.documented("B404", "wrong-issn", __doc__, check)
