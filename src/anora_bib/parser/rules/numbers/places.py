"""What notes say of the place in a source beyond volume, chapter and page: "12, fig. 3", "bk. 2, line 33", "Abb. 7".

An entry has one locator. Where a page or a chapter is given it is that, and what stands behind it belongs to the
citation as a comment does; else it is the first of the others, with its label.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from anora_bib.parser.draft import EXPLICIT, Draft, Explanation, explained
from anora_bib.parser.rules.signals import COMMENT
from anora_bib.parser.text.places import PlaceCited, places_at

_OF_ENTRIES: Final = frozenset(("", "chapter", "page", "part", "section", "volume"))
"""CSL terms of places that have a variable of their own, "" for a bare number, which is a page."""
_LOCATORS: Final = frozenset(("", "chapter", "page", "section"))
"""Those that are the place cited, and no part of a book."""
_START: Final = re.compile(
    r"[\s,:;.](?:(?<=[)\0”\"’*][\s,:;.])|(?<=\b(?:1[4-9]|20)\d\d[\s,:;.]))(?:(?<=\s)|\s)"
    r"(?=[^\s,:;.])(?!(?:1[4-9]|20)\d\d[\s.,;)\0]{0,40}\Z)"
)
"""Where places may begin: behind an imprint, a year, or a title; the year with which most references end is none.

It begins with what it takes, and looks back from there, so that :mod:`re` skips all other characters at once."""
_END: Final = re.compile(r"[\s.,;)\0]{0,40}\Z")
_YEAR: Final = re.compile(r"\b(?:1[4-9]|20)\d\d\b")
_REACH: Final = 100
"""Characters at the end of a reference in which places are looked for."""


def find_places(draft: Draft) -> Iterable[Explanation]:
    """The places with which a reference ends, but for those that other rules read."""
    text = draft.rest
    for start in _START.finditer(text, max(0, len(text.rstrip()) - _REACH)):
        places = places_at(text, start.end())
        if places and _END.match(text, places[-1].span.end):
            yield from _explained(text, places)
            return


def _explained(text: str, places: tuple[PlaceCited, ...]) -> Iterable[Explanation]:
    first, further = places[0], len(places)
    for at, place in enumerate(places):
        if not place.term and (_YEAR.search(place.number) or not place.number[0].isdigit()):
            return  # a date, or a word that looks like a Roman number
        if further == len(places) and place.term not in _OF_ENTRIES:
            further = at
    if further < len(places) and places[further].term == "note" and (not further or _is_of_volume(places)):
        return  # "v. 29, n. 2, p. 511": Romance languages have the number of an issue so
    if not first.term and (further < len(places) or "n" in first.number.lower()):
        yield Explanation("page", first.number, first.span, first.span, EXPLICIT, "pages")
    if further < len(places) and not any(place.term in _LOCATORS for place in places[:further]):
        span = places[further].span
        yield Explanation("locator", span.of(text), span, span, EXPLICIT)
        further += 1
    if further < len(places):
        yield explained(places[further - 1].span.end, places[-1].span.end, COMMENT)


def _is_of_volume(places: tuple[PlaceCited, ...]) -> bool:
    return all(place.term in ("volume", "note", "page") for place in places) and places[0].term == "volume"
