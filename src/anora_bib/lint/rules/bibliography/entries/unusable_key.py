r"""A key that LaTeX cannot cite.

## What it finds

A key with `#`, `%`, `~`, `\` or a brace in it.

## Why it matters

LaTeX reads these signs before it looks for the key: the citation fails, or the rest of the line is a comment.

## Example

    @misc{roe%2009, title = {On Editing}, year = 2009}

## Instead

    @misc{roe2009, title = {On Editing}, year = 2009}

## How it is fixed

By hand, with `anora-bib fix --rename-keys` in the documents.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from anora_bib.lint.bib_file import BibFile
from anora_bib.lint.rule import BibliographyRule, Finding

_SIGNS: Final = frozenset("#%~\\{}")


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each such key."""
    for entry in file.entries:
        found = next((sign for sign in entry.key if sign in _SIGNS), None)
        if found:
            yield Finding(file.key_span(entry), f"LaTeX cannot cite the key {entry.key!r}, which has {found} in it")


RULE = BibliographyRule.documented("B006", "unusable-key", __doc__, check)
