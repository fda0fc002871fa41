"""A field with nothing in it.

## What it finds

A field whose value is empty, or white space.

## Why it matters

BibTeX takes it for given and prints what goes around it: a comma with nothing before it.

## Example

    @misc{roe2009, title = {On Editing}, note = {}, year = 2009}

## Instead

    @misc{roe2009, title = {On Editing}, year = 2009}

## How it is fixed

The field is taken away with its comma. It says nothing, so nothing is lost; the fix is safe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.diagnostics import Applicability, TextFix
from anora_bib.lint.bib_file import BibEntry, BibFile
from anora_bib.lint.rule import BibliographyRule, Finding, FixAvailability
from anora_bib.text.spans import TextEdit, TextSpan

_BEHIND: Final = re.compile(r"\s*+,[ \t]*+")
_LINE_END: Final = re.compile(r"[ \t]*+,?[ \t]*+\r?\n")


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each empty field, with the fix."""
    for entry, field in file.fields():
        if field.words.strip() or field.macro:
            continue
        start, end = _extent(file.text, entry, field.name)
        edit = TextEdit(TextSpan(start, end), "", as_written=True)
        fix = TextFix(f"Take {field.name} away", (edit,), Applicability.SAFE)
        yield Finding(TextSpan(start, max(end, start + 1)), f"{entry.label}: {field.name} is empty", fix=fix)


def _extent(text: str, entry: BibEntry, name: str) -> tuple[int, int]:
    """The field with the comma behind it: its whole line if it has one to itself, else with the space after it."""
    written = next(one for one in entry.written.fields if one.name.lower() == name)
    line = text.rfind("\n", 0, written.start) + 1
    alone = _LINE_END.match(text, written.end) if not text[line : written.start].strip() else None
    if alone:
        return line, alone.end()
    behind = _BEHIND.match(text, written.end)
    return written.start, behind.end() if behind else written.end


RULE = BibliographyRule.documented("B101", "empty-field", __doc__, check, availability=FixAvailability.ALWAYS)
