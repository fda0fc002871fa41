"""A book in the list without its year.

## What it finds

In a list in which nine of ten items are dated: a book with its publisher, or a part of one, without a year. Works that
say why ("n.d.", "forthcoming"), pages on the web, papers and manuscripts are left alone.

## Why it matters

Editions differ, and in an essay that cites by year the reader cannot find the work.

## Example

    The lamp is old (Roe 12).

    ## Works Cited

    Doe, John. *Wicks and Oil*. Example Press, 2010.

    Loe, Di. *Light*. Example Press, 2013.

    Noe, Bo. *Glass*. Example Press, 2012.

    Poe, Ann. *The Wick*. Example Press, 2011.

    Roe, Jane. *Borrowed Light*. Example Press.

    Woe, Al. *Soot*. Example Press, 2014.

## Instead

    The lamp is old (Roe 12).

    ## Works Cited

    Doe, John. *Wicks and Oil*. Example Press, 2010.

    Loe, Di. *Light*. Example Press, 2013.

    Noe, Bo. *Glass*. Example Press, 2012.

    Poe, Ann. *The Wick*. Example Press, 2011.

    Roe, Jane. *Borrowed Light*. Example Press, 2009.

    Woe, Al. *Soot*. Example Press, 2014.

## How it is fixed

By hand: the book tells its year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib import language
from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.sources import called
from anora_bib.model import Apparatus, Place, Records, Reference

_FEWEST: Final = 6
_SHARE: Final = 0.1
_SHARE_OF_ALL: Final = 0.2
"""With what has no publisher: papers, pages, manuscripts."""
_UNDATED: Final = "|".join(map(language.phrase_pattern, language.phrases("undated")))
_DATED: Final = re.compile(rf"\d{{4}}|https?:|www\.|(?<!\w)(?:{_UNDATED})", re.IGNORECASE)
"""A year, the words for none, and pages on the web, which seldom have one."""


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each undated book, where nearly all that is listed is dated."""
    items = apparatus.works_cited
    undated = {item.span.start for item in items if not _DATED.search(item.text)}
    if len(items) < _FEWEST or len(undated) > _SHARE_OF_ALL * len(items):
        return
    books = {one.span.start: one for one in apparatus.references if one.span.start in undated and _is_book(one)}
    if len(books) <= max(1, _SHARE * len(items)):
        for reference in books.values():
            yield Finding(reference.span, f"{called(reference.entry)} has no year, as the other listed works have")


def _is_book(reference: Reference) -> bool:
    entry = reference.entry
    brought_out = entry.type in ("book", "chapter") and bool(entry.string("publisher") and entry.creators())
    return brought_out and reference.place is Place.WORKS_CITED and not reference.short


RULE = Rule.documented("W012", "listed-work-without-year", __doc__, check)
