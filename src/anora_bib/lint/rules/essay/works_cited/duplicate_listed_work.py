"""A work that is listed twice.

## What it finds

Two items of the works cited that are one source: the same words, or the same creators, title, container and year.

## Why it matters

The reader compares the two for a difference that is not there; an author-date style would call them 2009a and 2009b.

## Example

    Roe, Jane. A Book. Example Press, 2009.
    Roe, Jane. A Book. Example Press. 2009.

## Instead

    Roe, Jane. A Book. Example Press, 2009.

## How it is fixed

By hand: keep the better of the two.
"""

from __future__ import annotations

from collections.abc import Iterator

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.sources import called, source_key
from anora_bib.model import Apparatus, Place, Records
from anora_bib.text import fold


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    essay = apparatus.essay
    first_line: dict[object, int] = {}
    for reference in apparatus.references:
        if reference.place is not Place.WORKS_CITED:
            continue
        key = source_key(reference) or fold(reference.span.of(essay.text))
        if key in first_line:
            yield Finding(reference.span, f"{called(reference.entry)} is listed already in line {first_line[key]}")
        first_line.setdefault(key, essay.line(reference.span))


RULE = Rule.documented("W003", "duplicate-listed-work", __doc__, check)
