"""A DOI that stands at two works.

## What it finds

Two entries with different titles and one `doi`, of which neither is a part of the other. Entries that are one work are
B003.

## Why it matters

A DOI belongs to one work: at one of the two the link leads to the other.

## Example

    @misc{roe2009, title = {On Editing}, doi = {10.1000/xyz}, year = 2009}
    @misc{poe2010, title = {A History of Light}, doi = {10.1000/xyz}, year = 2010}

## Instead

    @misc{roe2009, title = {On Editing}, doi = {10.1000/xyz}, year = 2009}
    @misc{poe2010, title = {A History of Light}, doi = {10.1000/abc}, year = 2010}

## How it is fixed

By hand: only the sources have their numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from anora_bib.lint.bib_file import BibEntry, BibFile
from anora_bib.lint.rule import BibliographyRule, Finding
from anora_bib.model import Entry
from anora_bib.model.bibliography.identity import part_of
from anora_bib.model.values.richtext import plain
from anora_bib.text.characters import fold

_ALIKE: Final = 12
"""Letters with which two titles begin that are one title, shortened or with a subtitle."""


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each entry with the DOI of a work above that has another title."""
    first: dict[str, BibEntry] = {}
    for entry in file.entries:
        doi = entry.entry.string("DOI").lower()
        if not doi.startswith("10."):
            continue  # "null", as some programs write, is the DOI of no work (B402)
        before = first.setdefault(doi, entry)
        if before is not entry and _are_apart(before.entry, entry.entry):
            evidence = (f"{before.key} has the title {plain(before.entry.string('title'))!r}.",)
            place = entry.fields["doi"].span if "doi" in entry.fields else file.key_span(entry)
            yield Finding(place, f"{entry.label}: the DOI is that of {before.key}", evidence)


def _are_apart(one: Entry, other: Entry) -> bool:
    titles = [fold(plain(entry.string("title"))) for entry in (one, other)]
    if not all(titles) or part_of(one, other) or part_of(other, one):
        return False
    return titles[0][:_ALIKE] != titles[1][:_ALIKE]


RULE = BibliographyRule.documented("B407", "shared-doi", __doc__, check)
