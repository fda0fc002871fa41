"""A string that nothing uses.

## What it finds

A `@string` whose name stands in no value of the file.

## Why it matters

It does no harm; other files may use it. The rule is pedantic: it runs when it is asked for.

## Example

    @string{verso = "Verso"}
    @misc{roe2009, title = {On Editing}, year = 2009}

## Instead

    @misc{roe2009, title = {On Editing}, year = 2009}

## How it is fixed

By hand: another file may use the string.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.lint.bib_file import BibFile
from anora_bib.lint.rule import BibliographyRule, Finding
from anora_bib.text.spans import TextSpan

_STRING: Final = re.compile(r"(?im)^[ \t]{0,8}@string\s{0,8}[{(]\s{0,8}(?P<name>[^\s=,{}]{1,80})\s{0,8}=")
_BARE: Final = re.compile(r"[^\s#{}\",]+")


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each string that no value names."""
    used = {word.lower() for entry in file.entries for field in entry.written.fields for word in _words(field.value)}
    used |= {
        word.lower() for block in file.blocks if block.kind == "string" for word in _words(block.text.partition("=")[2])
    }
    for match in _STRING.finditer(file.text):
        if match["name"].lower() not in used:
            yield Finding(TextSpan(*match.span("name")), f"the string {match['name']!r} is used nowhere")


def _words(value: str) -> list[str]:
    """The bare words of a value."""
    bare = value.strip()
    return [] if bare[:1] in ("{", '"') and "#" not in bare else _BARE.findall(bare)


RULE = BibliographyRule.documented("B107", "unused-string", __doc__, check, pedantic=True)
