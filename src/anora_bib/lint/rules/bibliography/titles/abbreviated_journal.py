"""A journal by its full name and by its abbreviation.

## What it finds

A journal whose abbreviation (`Phys. Rev.`) stands in one entry and whose full name in another.

## Why it matters

The list of references names one journal in two ways.

## Example

    @article{roe2009, author = {Roe, Jane}, title = {On Editing}, journal = {Example Film Review}, year = 2009}
    @article{poe2010, author = {Poe, Lee}, title = {On Cutting}, journal = {Ex. Film Rev.}, year = 2010}

## Instead

    @article{roe2009, author = {Roe, Jane}, title = {On Editing}, journal = {Example Film Review}, year = 2009}
    @article{poe2010, author = {Poe, Lee}, title = {On Cutting}, journal = {Example Film Review}, year = 2010}

## How it is fixed

By hand: which of the two is wanted is for the author to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.formats.bibtex.tex.reading import unescape
from anora_bib.lint.bib_file import BibEntry, BibField, BibFile
from anora_bib.lint.rule import BibliographyRule, Finding

_WORD: Final = re.compile(r"[^\W\d_]+|\d{1,4}$")
_SMALL: Final = frozenset("a an and at de der des di du et for in la le of on the und y".split())


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for the first entry with each abbreviation of a journal that is also named in full."""
    names: dict[str, list[tuple[BibEntry, BibField]]] = {}
    for entry, field in file.fields("journal", "journaltitle"):
        if not field.macro:
            names.setdefault(" ".join(unescape(field.words).split()), []).append((entry, field))
    full = [name for name in names if "." not in name]
    by_initials: dict[tuple[str, ...], list[str]] = {}
    for name in full:
        by_initials.setdefault(_initials(name), []).append(name)
    for name, places in names.items():
        if "." not in name:
            continue
        meant = next((one for one in by_initials.get(_initials(name), ()) if _abbreviates(name, one)), None)
        if meant:
            entry, field = places[0]
            count = f" in {len(places)} entries" if len(places) > 1 else ""
            evidence = (f"{names[meant][0][0].key} has {meant!r}.",)
            yield Finding(field.span, f"{entry.label}: {name!r}{count} is the journal {meant!r}", evidence)


def _words(name: str) -> list[str]:
    """The words in small letters, without small ones; a letter or number at the end is a series (Physical Review A)."""
    found = _WORD.findall(name.lower())
    return [word for at, word in enumerate(found) if word not in _SMALL or (len(word) == 1 and at == len(found) - 1)]


def _initials(name: str) -> tuple[str, ...]:
    return tuple(word[0] for word in _words(name))


def _abbreviates(short: str, full: str) -> bool:
    """True if each word of the one begins the word of the other that stands in its place, and some are shorter."""
    pairs = list(zip(_words(short), _words(full), strict=True))
    return len(pairs) > 1 and all(long.startswith(word[:2]) and _in_order(word, long) for word, long in pairs)


def _in_order(short: str, long: str) -> bool:
    """True if the letters of ``short`` stand in ``long`` in their order: "natl" in "national"."""
    letters = iter(long)
    return all(letter in letters for letter in short)


RULE = BibliographyRule.documented("B503", "abbreviated-journal", __doc__, check)
