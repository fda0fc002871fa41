"""A work that stands twice in the file.

## What it finds

Two entries that are surely one work: they share a DOI or another identifier, or title, people and year, and nothing
in them (volume, pages, type, edition) contradicts it.

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
from typing import Final

from anora_bib.lint.bib_file import BibEntry, BibFile
from anora_bib.lint.rule import BibliographyRule, Finding
from anora_bib.model import Entry
from anora_bib.model.bibliography.identity import Verdict, compare_entries
from anora_bib.model.bibliography.richtext import plain
from anora_bib.text import fold

_PLACES: Final = ("volume", "issue", "number", "page", "edition", "collection-number", "chapter-number", "version")
"""Where two works of one title differ."""
_RELATIONS: Final = ("related", "entryset", "crossref", "xref")
_ARTICLES: Final = frozenset({"article-journal", "article-magazine", "article-newspaper", "paper-conference"})


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each entry that is one of those above, with the reasons."""
    groups: dict[str, list[BibEntry]] = {}
    for entry in file.entries:
        candidates = {id(other): other for sign in _signs(entry.entry) for other in groups.get(sign, ())}
        for other in candidates.values():
            answer = compare_entries(other.entry, entry.entry)
            if answer.verdict is Verdict.SAME and entry.key != other.key and _may_be_one(other, entry):
                reasons = tuple(f"{reason[:1].upper()}{reason[1:]}." for reason in answer.reasons)
                yield Finding(file.key_span(entry), f"{entry.key}: the same work as {other.key}", reasons)
                break
        for sign in _signs(entry.entry):
            groups.setdefault(sign, []).append(entry)


def _signs(entry: Entry) -> Iterator[str]:
    """What two entries of one work have in common: the DOI, or the title with the year."""
    if doi := entry.string("DOI"):
        yield f"doi {doi.lower()}"
    title, date = fold(plain(entry.string("title"))), entry.date("issued")
    if title and date and date.parts:
        yield f"title {date.parts[0][0]} {title}"


def _may_be_one(one: BibEntry, other: BibEntry) -> bool:
    """False if a column of a journal, a volume of a set, or an entry that is meant to stand beside the other.

    Two of the first share the title, the people and often the address; an article has a title of its own where it
    shares one address or DOI with others, as letters to an editor do.
    """
    if _names(one, other.key) or _names(other, one.key):
        return False
    titles = [fold(plain(entry.entry.string("title"))) for entry in (one, other)]
    places = [{name: fold(entry.entry.string(name)) for name in _PLACES} for entry in (one, other)]
    same_doi = one.entry.string("DOI") and one.entry.string("DOI").lower() == other.entry.string("DOI").lower()
    if titles[0] != titles[1]:
        return False
    if same_doi:
        return True
    if bool(places[0]["volume"]) != bool(places[1]["volume"]) and one.entry.type not in _ARTICLES:
        return False
    return all(not here or not there or here == there for here, there in zip(*map(dict.values, places), strict=True))


def _names(entry: BibEntry, key: str) -> bool:
    """True if the entry says of the other that it is related to it, a part of it, or one of its set."""
    listed = (entry.fields[name].words for name in _RELATIONS if name in entry.fields)
    return any(key in map(str.strip, words.split(",")) for words in listed)


RULE = BibliographyRule.documented("B003", "repeated-entry", __doc__, check)
