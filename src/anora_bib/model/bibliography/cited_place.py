"""The place cited in a whole work: a page, a chapter, a section are no part of a book's entry, but of the citation."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from anora_bib import language
from anora_bib.model.bibliography.entries import Entry

_WHOLE: Final = frozenset({"book", "classic", "collection", "pamphlet", "thesis"})
"""Types that are a whole: what is printed of a chapter or a section is where in it something stands."""

_PLACES: Final[Mapping[str, str]] = MappingProxyType({"chapter-number": "chapter", "section": "section"})
"""Variables by which a reference to a part of a whole gives a place, with the CSL term of the locator."""


def cited_place(entry: Entry) -> tuple[str, str]:
    """The place that an entry read from a note gives in its work, and its CSL term; two empty strings for none.

    Where there are several ("chap. 3, p. 45") the widest comes first, and the others follow as they are labelled.
    """
    page, kind = place_of(entry.string("locator"))
    around = [(label, entry.string(name)) for name, label in _PLACES.items() if entry.type in _WHOLE]
    given = [(label, value) for label, value in around if value]
    if not given:
        return page, kind
    (label, value), *inner = given
    further = [f"{_ABBREVIATIONS[inner_label]} {inner_value}" for inner_label, inner_value in inner]
    if page:
        further.append(f"p. {page}" if kind == "page" else entry.string("locator"))
    return ", ".join((value, *further)), label


def place_of(locator: str) -> tuple[str, str]:
    """A locator without the label that it is printed with, and the CSL term of that: "page" where there is none.

    Two empty strings for an empty one.
    """
    labelled = _LABEL.match(locator)
    term = language.locators().get(language.bare(labelled["label"])) if labelled else None
    if labelled and term:
        return locator[labelled.end() :], term
    return locator, "page" if locator else ""


_LABEL: Final = re.compile(r"(?P<label>[^\W\d_]{1,20}\.?|[§¶]{1,2})\s?(?=[\divxlcdmIVXLCDMA-Z])")
_ABBREVIATIONS: Final = {"chapter": "chap.", "section": "sec."}


def whole_work(entry: Entry) -> Entry:
    """The entry without the place cited in it."""
    gone = ["locator", *(_PLACES if entry.type in _WHOLE else ())]
    if entry.fields.keys().isdisjoint(gone):
        return entry
    return entry.with_values(**{name.replace("-", "_"): None for name in gone})


_PARTS: Final = frozenset(
    ("article-journal", "article-magazine", "article-newspaper", "chapter", "entry-encyclopedia", "paper-conference")
)
_SINGLE: Final = re.compile(r"[A-Z]{0,2}-?\d{1,5}|[ivxlcdm]{1,9}")
"""One page: that of a newspaper has the letter of its part."""


def cited_page(entry: Entry) -> str:
    """The pages that a note gives of an article or a chapter, which are those it cites, as far as anybody can tell."""
    return entry.string("page") if entry.type in _PARTS and not entry.string("locator") else ""


def as_cited(entry: Entry) -> Entry:
    """The entry of a part without the one page that a note cites; a range may be all of the part, and stays."""
    return entry.with_values(page=None) if _SINGLE.fullmatch(cited_page(entry)) else entry
