"""A credit of a museum object that does not let the reader find it.

## What it finds

Credits of an object that was given to a museum, archive or library, or bought by it, without an accession number and
an address. The evidence lists what is there of maker, title, date, collection, accession number or address, and
rights, and what is missing. A museum that only let somebody use its photograph is no such object, nor is a numbered
figure of a catalogue, whose objects are listed elsewhere.

## Why it matters

A large collection holds hundreds of objects under one title and one year; the accession number is the call number of
a picture.

## Example

    The heel is made of glass.

    Shoe, made by Example Makers (2001), Gift of Jane Roe, 2001 to the Example Museum

## Instead

    The heel is made of glass.

    Shoe, made by Example Makers (2001), Gift of Jane Roe, 2001, Example Museum, 2001.69.1. Photograph: public domain

## How it is fixed

By hand: the collection's own page of the object has the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Credit, Entry, Place, Records
from anora_bib.text.characters import join_names
from anora_bib.text.patterns import lazy

_COLLECTION: Final = lazy(
    r"\b(?:Museum|Musée|Museo|Gallery|Galerie|Collection|Archives?|Library|Institute?|Foundation|Trust|Gift of|Bequest"
    r"|Estate of)\b"
)
_CREDIT_LINE: Final = lazy(
    r"\b(?:gift|bequest|donation|legacy) of\b|\bpromised gift\b|\b(?:museum|library) purchase\b|\bpurchase(?:d)?,?"
    r" (?:with |by )?.{1,60}\bfunds?\b",
    re.IGNORECASE,
)
"""How a collection says where it has an object from."""
_IN_CATALOGUE: Final = lazy(
    r"\W{0,4}(?:figs?|figures?|plates?|pls?|cat|abb|ill)\b\.? ?\d|\b(?:cat|inv|acc)\.? ?(?:no|nr)\b"
    r"|\b\d[\d.,]* ?(?:[x\u00d7] ?\d[\d.,]* ?)?(?:cm|mm|in)\b",
    re.IGNORECASE,
)
"""A figure that is numbered, a reference to a catalogue, or measures: those who print these have the rest elsewhere."""
_HABIT: Final = 5
"""Credits from which on one can tell how a publication makes them."""

_RIGHTS: Final = lazy(r"©|\b(?:copyright|courtesy|public domain|CC0|CC[- ]BY|licen[cs]ed?|permission)\b", re.IGNORECASE)
_NUMBER: Final = lazy(
    r"https?://|\bwww\.|\b(?:accession|inventory|object|catalogue|inv|acc)\.?,? ?(?:no|number|nr)?\b[.:]? ?\w*\d"
    r"|\b(?:18|19|20)\d\d\.\d+|\b[A-Z]{1,4}[.-]?\d+[.-]\d+",
    re.IGNORECASE,
)
"""An address, a number called one, or the year-and-number form of most museums ("2001.69.1", "M.84-31")."""

_DATE: Final = lazy(
    r"\b(?:1[0-9]|20)\d\d\b|\b\d{1,2}(?:st|nd|rd|th)\b.{0,20}\b(?:centur|millenni)|\b(?:B\.?C\.?|A\.?D\.?|C\.E\.)(?!\w)"
    r"|\bca?\. ?\d|\b(?:dynasty|period|centur(?:y|ies)|undated)\b|\bn\. ?d\.",
    re.IGNORECASE,
)
"""Objects are dated by century, dynasty or period where no year is known."""

_CULTURE: Final = lazy(
    r"\b(?:peoples?|cultures?|workshop|dynasty|unknown|unidentified|anonymous)\b"
    r"|\b(?:attributed to|made by|manufactured by|school of|circle of|follower of|manner of)\b"
    r"|(?:^|, ?)(?:[A-Z][a-z]{2,12}(?:ian|ean|ese|ish|can|man)|French|Dutch|Greek|Czech|Swiss|Thai"
    r"|[A-Z]\w{2,20} artist)(?=,|\.? |$)"
)
"""Who made an object whose maker's name is lost: the words that museums put in its place."""

_LEAD: Final = lazy(
    r"[\W_]{0,3}(?:(?:photo(?:graph)?|image|picture|fig(?:ure)?\.? ?\d{0,3}|credit)[.:] ?)?", re.IGNORECASE
)

_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "a title": ("title",),
    "a date": ("issued",),
    "a collection": ("archive", "archive-place", "archive_collection"),
    "an accession number or address": ("call-number", "archive_location", "number", "URL", "DOI"),
    "the rights": ("license",),
}
_WORDS: Final = {
    "a maker": _CULTURE,
    "a date": _DATE,
    "a collection": _COLLECTION,
    "an accession number or address": _NUMBER,
    "the rights": _RIGHTS,
}


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each museum credit that lacks a maker, or a title, date, or accession number or address."""
    found = []
    museums = [credit for credit in apparatus.credits if _is_of_object(credit.text)]
    for credit in museums:
        entry = _entry(apparatus, credit)
        there = [what for what in ("a maker", *_FIELDS) if _has(what, entry, credit.text)]
        missing = [what for what in ("a maker", *_FIELDS) if what not in there]
        if "an accession number or address" in missing:
            message = f"the picture credit lacks {join_names(missing)}: {quoted(credit.text)}"
            found.append(Finding(credit.span, message, (f"It gives {join_names(there)}.",) if there else ()))
    # Where most credits are made so, that is how the publication makes them.
    if len(museums) < _HABIT or 2 * len(found) <= len(museums):
        yield from found


def _is_of_object(words: str) -> bool:
    kept = _COLLECTION.search(words) and _CREDIT_LINE.search(words)
    return bool(kept) and not _IN_CATALOGUE.search(words)


def _entry(apparatus: Apparatus, credit: Credit) -> Entry | None:
    credited = (ref for ref in apparatus.references if ref.place is Place.CREDIT and credit.span.contains(ref.span))
    return next((ref.entry for ref in credited), None)


def _has(what: str, entry: Entry | None, text: str) -> bool:
    """True if the credit gives it: as a field of its entry, or in words that say so."""
    if what in _WORDS and _WORDS[what].search(text):
        return True
    if what == "a maker":
        return bool(entry and (entry.creators() or entry.string("publisher")))
    if what == "a title" and _names_object(text):
        return True
    return bool(entry and any(entry.get(variable) for variable in _FIELDS[what]))


def _names_object(text: str) -> bool:
    """True for a credit that begins with what the object is and goes on to whose it was: "Mask, Dan peoples"."""
    lead = _LEAD.match(text)
    first, comma, rest = text[lead.end() if lead else 0 :].partition(",")
    named = bool(first.strip()) and not any(sign.search(first) for sign in (_CULTURE, _COLLECTION, _RIGHTS))
    return bool(named and comma and _CULTURE.search(comma + rest))


RULE = Rule.documented("C001", "incomplete-image-credit", __doc__, check)
