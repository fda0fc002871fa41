"""Names with commas between them where and is missing.

## What it finds

A list of three or more names of the form `Roe, J., Poe, L., Doe, A.`, or one with commas before the last `and` (`Jane
Roe, Lee Poe and Ann Doe`).

## Why it matters

BibTeX splits at the word `and` only, and takes the commas for the parts of one name.

## Example

    @misc{roe2009, author = {Jane Roe, Lee Poe, Ann Doe and Kim Coe}, title = {On Editing}, year = 2009}

## Instead

    @misc{roe2009, author = {Jane Roe and Lee Poe and Ann Doe and Kim Coe}, title = {On Editing}, year = 2009}

## How it is fixed

The commas between names become `and`. It changes who is named, so the fix is unsafe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.diagnostics import Applicability, TextFix
from anora_bib.lint.bib_file import BibFile
from anora_bib.lint.rule import BibliographyRule, Finding, FixAvailability
from anora_bib.lint.rules.shared.bib_files.bib_names import NAMES, without_groups
from anora_bib.text.spans import TextEdit

_AND: Final = re.compile(r"(?<!\s)\s++and\s++", re.IGNORECASE)
_GIVEN: Final = re.compile(r"(?:[^\W\d_]\.[ ~-]?){1,4}|[^\W\d_]{2,20}(?:[ ~][^\W\d_]\.?){0,2}")
"""Initials, or a given name."""
_WHOLE: Final = re.compile(r"[^\W\d_][\w.'’-]{0,30}(?:[ ~][^\W\d_][\w.'’-]{0,30}){1,4}")
"""A given name and a family name, without a comma."""


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each list with such a name, with a fix where the names are plain."""
    for entry, field in file.fields(*NAMES):
        if field.macro or field.words.count(",") < 2:
            continue
        if not any(part.count(",") > 1 for part in _AND.split(field.words)):
            continue
        outside = without_groups(field.words)
        for start, end in _names(outside):
            mended = _mended(outside[start:end])
            if mended is None:
                continue
            span = field.part(start, end)
            fix = None
            if outside[start:end] == field.words[start:end]:
                fix = TextFix("Put and between the names", (TextEdit(span, mended, True),), Applicability.UNSAFE)
            yield Finding(span, f"{entry.label}: {field.name} has names with commas between them, and no and", fix=fix)


def _names(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for match in _AND.finditer(text):
        yield at, match.start()
        at = match.end()
    yield at, len(text)


def _mended(name: str) -> str | None:
    """What is read as one name, as the several that it is; None if it may be one."""
    parts = [part.strip() for part in name.split(",")]
    if len(parts) < 3 or not all(parts):
        return None
    if len(parts) >= 4 and len(parts) % 2 == 0 and all(_GIVEN.fullmatch(part) for part in parts[1::2]):
        pairs = zip(parts[::2], parts[1::2], strict=True)
        return " and ".join(f"{family}, {given}" for family, given in pairs)
    if all(_WHOLE.fullmatch(part) for part in parts):
        return " and ".join(parts)
    return None


RULE = BibliographyRule.documented("B202", "missing-and", __doc__, check, availability=FixAvailability.SOMETIMES)
