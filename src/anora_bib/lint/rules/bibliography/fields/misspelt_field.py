"""A field whose name is misspelt.

## What it finds

A name that no style knows and that is one keystroke from a field which styles print (`titel`, `jounal`), in an entry
that does not have that field.

## Why it matters

Styles pass over fields that they do not know: the value is never printed.

## Example

    @misc{roe2009, autor = {Roe, Jane}, title = {On Editing}, year = 2009}

## Instead

    @misc{roe2009, author = {Roe, Jane}, title = {On Editing}, year = 2009}

## How it is fixed

The name is written as the style knows it. More is printed then, so the fix is unsafe.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from anora_bib.diagnostics import Applicability, TextFix
from anora_bib.lint.bib_file import BibFile
from anora_bib.lint.rule import BibliographyRule, Finding, FixAvailability
from anora_bib.lint.rules.shared.bib_files.known_names import FIELDS
from anora_bib.text.spans import TextEdit, TextSpan

_OTHERS: Final = frozenset("editora editorb editorc volumes".split())
"""Fields of another meaning that are a keystroke away."""


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each such field, with the fix."""
    meant = {name: near for name in file.field_names if (near := _nearest(name))}
    for entry in file.entries if meant else ():
        for field in entry.written.fields:
            near = meant.get(field.name.lower())
            if near is None or near in entry.fields:
                continue
            span = TextSpan(field.start, field.start + len(field.name))
            fix = TextFix(f"Call it {near}", (TextEdit(span, near, as_written=True),), Applicability.UNSAFE)
            yield Finding(span, f"{entry.label}: no style knows the field {field.name}; did you mean {near}?", fix=fix)


def _nearest(name: str) -> str | None:
    """The one field that the name is a keystroke from, if it is none itself."""
    from rapidfuzz.distance import OSA

    if name in FIELDS or name in _OTHERS:
        return None
    near = [known for known in FIELDS if OSA.distance(name, known, score_cutoff=1) == 1]
    return near[0] if len(near) == 1 and len(near[0]) > 3 else None


RULE = BibliographyRule.documented("B108", "misspelt-field", __doc__, check, availability=FixAvailability.ALWAYS)
