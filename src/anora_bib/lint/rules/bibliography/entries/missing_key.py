"""An entry without a key.

## What it finds

An entry that has none before its first comma.

## Why it matters

Nothing can cite it, and BibTeX stops there.

## Example

    @misc{, title = {On Editing}, year = 2009}

## Instead

    @misc{roe2009, title = {On Editing}, year = 2009}

## How it is fixed

By hand, or with `anora-bib export --keys PATTERN`.
"""

from __future__ import annotations

from collections.abc import Iterator

from anora_bib.lint.bib_file import BibFile
from anora_bib.lint.rule import BibliographyRule, Finding
from anora_bib.text.characters import shortened


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each such entry."""
    for entry in file.entries:
        if not entry.key:
            title = entry.fields["title"].words if "title" in entry.fields else ""
            called = f" ({shortened(title)!r})" if title else ""
            yield Finding(file.key_span(entry), f"@{entry.type} has no key{called}")


RULE = BibliographyRule.documented("B005", "missing-key", __doc__, check)
