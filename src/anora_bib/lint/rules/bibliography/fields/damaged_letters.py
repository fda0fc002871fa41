"""Letters that a wrong encoding has damaged.

## What it finds

The replacement character U+FFFD, or pairs of signs that UTF-8 leaves when it is read as Windows-1252 (`Ã©` for `é`).

## Why it matters

The name or title is printed as it stands, damage and all.

## Example

    @misc{roe2009, author = {RenÃ©, Jane}, title = {On Editing}, year = 2009}

## Instead

    @misc{roe2009, author = {René, Jane}, title = {On Editing}, year = 2009}

## How it is fixed

Where the bytes tell what stood there, the letters are put back. It changes letters, so the fix is unsafe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.diagnostics import Applicability, TextFix
from anora_bib.lint.bib_file import BibFile
from anora_bib.lint.rule import BibliographyRule, Finding, FixAvailability
from anora_bib.text.spans import TextEdit

_RUN: Final = re.compile(
    "(?:\u00c2[\u00a0-\u00bf]|[\u00c3-\u00c5][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|\u00e2[\u0080\u20ac][\u0098-\u009d\u02dc\u2122\u0153\u0093\u0094\u201c\u201d\u00a6])+"
)
"""UTF-8 of Latin letters and of typographic signs, read as Windows-1252."""
_DAMAGE: Final = re.compile(f"\ufffd|{_RUN.pattern}")


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each damaged field, with a fix where the damage can be undone."""
    for entry, field in file.fields():
        if field.words.isascii() or not (match := _DAMAGE.search(field.words)):
            continue
        mended = _mended(field.words)
        fix = None
        if mended is not None:
            fix = TextFix("Put the letters back", (TextEdit(field.span, mended, True),), Applicability.UNSAFE)
        message = f"{entry.label}: {field.name} has damaged letters: {match[0]!r}"
        yield Finding(field.part(match.start(), match.end()), message, fix=fix)


def _mended(words: str) -> str | None:
    """The words with each damaged run read as it was meant; None where that is not known."""
    try:
        mended = _RUN.sub(lambda match: match[0].encode("cp1252").decode("utf-8"), words)
    except UnicodeError:
        return None
    return None if mended == words or _DAMAGE.search(mended) else mended


RULE = BibliographyRule.documented("B105", "damaged-letters", __doc__, check, availability=FixAvailability.SOMETIMES)
