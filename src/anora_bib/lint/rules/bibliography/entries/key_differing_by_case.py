"""Two keys that differ only in capitals.

## What it finds

A key that an entry above has in other capitals.

## Why it matters

BibTeX takes both for one key and stops; biber tells them apart, and so does the reader of a paper not.

## Example

    @misc{Roe2009, title = {On Editing}}
    @misc{roe2009, title = {On Cutting}}

## Instead

    @misc{Roe2009, title = {On Editing}}
    @misc{roe2009cutting, title = {On Cutting}}

## How it is fixed

By hand: papers cite the keys.
"""

from __future__ import annotations

from collections.abc import Iterator

from anora_bib.lint.bib_file import BibFile
from anora_bib.lint.rule import BibliographyRule, Finding


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each key after the first of those that differ by case only."""
    first: dict[str, str] = {}
    for entry in file.entries:
        before = first.setdefault(entry.key.lower(), entry.key)
        if entry.key and before != entry.key:
            yield Finding(file.key_span(entry), f"the key {entry.key!r} differs from {before!r} only in capitals")


RULE = BibliographyRule.documented("B002", "key-differing-by-case", __doc__, check)
