"""An entry without a field that its type requires.

## What it finds

A field that BibTeX's standard styles and biblatex's data model require of the entry type, and that the entry neither
has nor inherits. A field that either calls by another name counts (`journal` and `journaltitle`, `year` and `date`).
A publisher is asked for only in a file of BibTeX, and no journal of an article with an `eprint`.

## Why it matters

The style prints a warning at best, and at worst a reference from which nobody can find the work.

## Example

    @article{roe2009, author = {Roe, Jane}, title = {On Editing}, year = 2009}

## Instead

    @article{roe2009, author = {Roe, Jane}, title = {On Editing}, journal = {Example Review}, year = 2009}

## How it is fixed

By hand: only the source has what is missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from anora_bib.lint.bib_file import BibFile
from anora_bib.lint.rule import BibliographyRule, Finding
from anora_bib.lint.rules.shared.bib_files.required_fields import required_fields
from anora_bib.text.characters import join_names


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each entry, with all that it lacks."""
    for entry in file.entries:
        if entry.inherits:
            continue  # what the other entry has is known only where it can be read
        required = required_fields(entry.type, biblatex=file.is_biblatex)
        missing = [names for names in required if not any(name in entry.fields for name in names)]
        if "eprint" in entry.fields:
            missing = [names for names in missing if "journal" not in names]
        if "pubstate" in entry.fields:
            missing = [names for names in missing if "year" not in names]
        if missing:
            listed = join_names(" or ".join(names[:2]) for names in missing)
            yield Finding(file.key_span(entry), f"{entry.label}: @{entry.type} has no {listed}")


RULE = BibliographyRule.documented("B001", "missing-field", __doc__, check)
