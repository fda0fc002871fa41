"""A work that stands twice in the file.

## What it finds

Two entries that are surely one work: they share a DOI or another identifier, or title, people and year, and nothing
in them (volume, pages, type, edition) contradicts it. Entries that stand beside each other on purpose are passed
over: those that `related`, `crossref`, `xdata` or `entryset` tie together, a preprint and the article, editions,
volumes, reprints, translations, a thesis and its book.

## Why it matters

A paper that cites both keys lists the work twice.

## Example

    @misc{roe2009, author = {Roe, Jane}, title = {On Editing}, year = 2009, doi = {10.1000/xyz}}
    @misc{roe:editing, author = {Roe, J.}, title = {On Editing}, year = 2009, doi = {10.1000/XYZ}}

## Instead

    @misc{roe2009, author = {Roe, Jane}, title = {On Editing}, year = 2009, doi = {10.1000/xyz}}

## How it is fixed

By hand, with `anora-bib merge`: papers cite the keys.
"""

from __future__ import annotations

from collections.abc import Iterator

from anora_bib.lint.bib_file import BibEntry, BibFile
from anora_bib.lint.rule import BibliographyRule, Finding
from anora_bib.lint.rules.shared.bib_files.intended_repeats import are_related, are_versions, differ_in_place
from anora_bib.model import Entry
from anora_bib.model.bibliography.identity import Verdict, compare_entries
from anora_bib.model.values.richtext import plain
from anora_bib.text.characters import fold


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each entry that is one of those above, with the reasons."""
    groups: dict[str, list[BibEntry]] = {}
    for entry in file.entries:
        signs = list(_signs(entry.entry))
        candidates = {id(other): other for sign in signs for other in groups.get(sign, ())}
        for other in candidates.values():
            answer = compare_entries(other.entry, entry.entry)
            if answer.verdict is not Verdict.SAME or entry.key == other.key or not _may_be_one(other, entry):
                continue
            if not any({entry.key, other.key} <= members for members in file.sets.values()):
                reasons = tuple(f"{reason[:1].upper()}{reason[1:]}." for reason in answer.reasons)
                yield Finding(file.key_span(entry), f"{entry.label}: the same work as {other.key}", reasons)
                break
        for sign in signs:
            groups.setdefault(sign, []).append(entry)


def _signs(entry: Entry) -> Iterator[str]:
    """What two entries of one work have in common: the DOI, or the title with the year."""
    if doi := entry.string("DOI"):
        yield f"doi {doi.lower()}"
    title, date = fold(plain(entry.string("title"))), entry.date("issued")
    if title and date and date.parts:
        yield f"title {date.parts[0][0]} {title}"


def _may_be_one(one: BibEntry, other: BibEntry) -> bool:
    """False if the two are meant to stand beside each other, or are columns of a journal or volumes of a set.

    Two of these share the title, the people and often the address; an article has a title of its own where it shares
    one address or DOI with others, as letters to an editor do.
    """
    titles = [fold(plain(entry.entry.string("title"))) for entry in (one, other)]
    if titles[0] != titles[1] or are_related(one, other):
        return False
    if _share(one, other, "DOI"):
        return True
    return not differ_in_place(one, other) and (_share(one, other, "ISBN") or not are_versions(one, other))


def _share(one: BibEntry, other: BibEntry, name: str) -> bool:
    here, there = (entry.entry.string(name).lower() for entry in (one, other))
    return bool(here) and here == there


RULE = BibliographyRule.documented("B003", "repeated-entry", __doc__, check)
