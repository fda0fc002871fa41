"""An entry type that no style knows.

## What it finds

A type that is neither one of BibTeX and biblatex nor one of the usual packages.

## Why it matters

The entry is printed as `@misc`, without what its own type would print; or a warning is all that is left of it.

## Example

    @artcle{roe2009, author = {Roe, Jane}, title = {On Editing}, journal = {Example Review}, year = 2009}

## Instead

    @article{roe2009, author = {Roe, Jane}, title = {On Editing}, journal = {Example Review}, year = 2009}

## How it is fixed

By hand; a type that is nearly the same is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from anora_bib.lint.bib_file import BibFile
from anora_bib.lint.rule import BibliographyRule, Finding
from anora_bib.lint.rules.shared.bib_files.known_names import TYPES
from anora_bib.text.spans import TextSpan

_KEYSTROKES: Final = 2


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each such entry."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    for entry in file.entries:
        if entry.type in TYPES:
            continue
        near = process.extractOne(entry.type, TYPES, scorer=OSA.distance, score_cutoff=_KEYSTROKES)
        meant = f"; did you mean @{near[0]}?" if near and near[1] * 2 < len(entry.type) else ""
        start = entry.written.start
        span = TextSpan(start, start + 1 + len(entry.type))
        yield Finding(span, f"{entry.label}: no style knows the type @{entry.type}{meant}")


RULE = BibliographyRule.documented("B004", "unknown-type", __doc__, check)
