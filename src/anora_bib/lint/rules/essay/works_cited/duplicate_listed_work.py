"""A work that is listed twice.

## What it finds

Two items of the works cited with the same words and a year. With `--pedantic`, or where the rule is selected, also two
that are one source by creators, title, container and year; some lists mean two editions by that.

## Why it matters

The reader compares the two for a difference that is not there; an author-date style would call them 2009a and 2009b.

## Example

    The light is borrowed, as Roe says.

    ## Works Cited

    Roe, Jane. *Borrowed Light*. Example Press, 2009.

    Roe, Jane. *Borrowed Light*. Example Press. 2009.

## Instead

    The light is borrowed, as Roe says.

    ## Works Cited

    Roe, Jane. *Borrowed Light*. Example Press, 2009.

## How it is fixed

By hand: keep the better of the two.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.one_cause import told_once
from anora_bib.lint.rules.shared.sources import called
from anora_bib.model import Apparatus, Place, Records
from anora_bib.model.bibliography.identity import Source, SourceIndex
from anora_bib.text.characters import fold

_MANY: Final = 4
"""Works from which on one cause is behind all of them."""


def check(apparatus: Apparatus, records: Records) -> Iterator[Finding]:
    """A finding for each listed work that is the same source, or has the same words, as an earlier one.

    Where that is true of many, a list was pasted twice, or other matter was taken for a list; it is told once.
    """
    found = list(_repeated(apparatus, records))
    yield from told_once(apparatus, found, _MANY, "{count} works are listed twice")


def _repeated(apparatus: Apparatus, records: Records) -> Iterator[Finding]:
    essay = apparatus.essay
    sources = SourceIndex()
    by_source: dict[int, int] = {}
    by_words: dict[str, int] = {}
    for reference in apparatus.references:
        if reference.place is not Place.WORKS_CITED:
            continue
        source, words = sources.add(Source.of(reference, records)), fold(reference.span.of(essay.text))
        same, first = by_words.get(words), by_source.get(source)
        if same is not None or first is not None:
            message = f"{called(reference.entry)} is listed already in line {first if same is None else same}"
            certain = same is not None and reference.entry.date("issued") is not None
            yield Finding(reference.span, message, doubtful=not certain)
        line = essay.line(reference.span)
        by_source.setdefault(source, line)
        by_words.setdefault(words, line)


RULE = Rule.documented("W003", "duplicate-listed-work", __doc__, check)
