r"""An address that is none.

## What it finds

A `url` without `https:` or another scheme, with markup of HTML or blanks in it, or with `\url{...}` around the address.

## Why it matters

The link leads nowhere. `\url` is what styles put around the address themselves.

## Example

    @misc{roe2009, title = {On Editing}, url = {\url{https://example.org/editing}}, year = 2009}

## Instead

    @misc{roe2009, title = {On Editing}, url = {https://example.org/editing}, year = 2009}

## How it is fixed

`\url` is taken away. Otherwise by hand: only the author knows the address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.diagnostics import Applicability, TextFix
from anora_bib.lint.bib_file import BibFile
from anora_bib.lint.rule import BibliographyRule, Finding, FixAvailability
from anora_bib.text.characters import shortened
from anora_bib.text.spans import TextEdit

_WRAPPED: Final = re.compile(r"\s{0,8}\\(?:url|path|nolinkurl)\s{0,4}\{(?P<address>[^{}\s]{1,2000})\}\s{0,8}")
_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}:\s{0,4}\S")
_MARKUP: Final = re.compile(r"<a\s|</a>|\bhref=", re.IGNORECASE)


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each such field, with a fix where the address is only wrapped."""
    for entry, field in file.fields("url"):
        words = field.words.strip()
        if field.macro or not words:
            continue
        if wrapped := _WRAPPED.fullmatch(field.words):
            edit = TextEdit(field.span, wrapped["address"], as_written=True)
            fix = TextFix("Leave the address alone", (edit,), Applicability.SAFE)
            yield Finding(field.span, f"{entry.label}: url has a command around the address", fix=fix)
        elif not _ADDRESS.match(words.lstrip("{<")) or _MARKUP.search(words):
            yield Finding(field.span, f"{entry.label}: {shortened(field.words)!r} is no address")


RULE = BibliographyRule.documented("B109", "malformed-address", __doc__, check, availability=FixAvailability.SOMETIMES)
