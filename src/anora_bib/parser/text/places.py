"""Places in a source, as notes give them: "12–15 and 22", "vol. 2, bk. 3, § 14", "110 n. 4, fig. 2", "Kap. 3"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from anora_bib import language
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_WIDE: Final = ("appendix", "book", "chapter", "part", "section", "volume")
"""CSL terms of places that hold others: a bare number behind one is of a page in it ("vol. 2, 14")."""
_NARROW: Final = ("column", "figure", "folio", "line", "note", "page", "paragraph", "randnummer", "table", "verse")

_BARE: Final[Mapping[str, str]] = MappingProxyType(
    {word: term for word, term in language.locators().items() if term in (*_WIDE, *_NARROW)}
)
_UNSTOPPED: Final = frozenset("np")
"""Labels of one letter that need no stop: "p12", "n4"; "S. 12" is a page, and "S 12" is none."""
_LETTERS: Final = [word for word in _BARE if len(word) == 1 and word.isalpha() and word not in _UNSTOPPED]
_SIGNS: Final = [word for word in _BARE if not word[-1].isalpha()]
_WORDS: Final = _BARE.keys() - set(_LETTERS) - set(_SIGNS)
LABEL: Final = (
    rf"(?:(?P<label>{language.pattern(_WORDS)})(?:\.\s?|(?![^\W\d_])\s?)"
    rf"|(?P<letter>{language.pattern(_LETTERS)})\.\s?|(?P<sign>{language.pattern(_SIGNS)})\s?)"
)

AND: Final = language.pattern((*language.vocabulary("conjunctions"), "&"))
"""What joins two numbers: "3 and 6"."""
_FOLLOWING: Final = language.pattern(language.vocabulary("following_pages"))
_ARABIC: Final = r"(?:\d{1,2}:)?[A-Z]?\d{1,5}(?:\.\d{1,4}){0,2}(?:[a-hrv](?![^\W_]))?(?!\d)"
_RANGE: Final = (
    rf"{_ARABIC}(?:\s?[-–—]\s?{_ARABIC})?(?:\s?(?:(?:{AND})\s)?(?:ff?|{_FOLLOWING})\b(?:\.(?=[\s,;.)]))?)?"
    r"(?:,?\s?nn?\.?\s?\d{1,3}(?:[-–]\d{1,3})?)?"
)
_ROMAN: Final = r"[ivxlcdm]{1,8}(?:\s?[-–—]\s?[ivxlcdm]{1,8})?(?![^\W_])"
_FEW: Final = rf"(?:{_RANGE}(?:\s(?:{AND})\s{_RANGE})?|{_ROMAN}(?:\s(?:{AND})\s{_ROMAN})?)"
_MANY: Final = rf"(?:{_RANGE}(?:(?:,\s?(?:(?:{AND})\s)?|\s(?:{AND})\s){_RANGE}){{0,8}}|{_ROMAN}(?:,\s{_RANGE})?)"
_LABELLED: Final = lazy(LABEL, re.IGNORECASE)
_NUMBERS: Final = {True: lazy(_FEW, re.IGNORECASE), False: lazy(_MANY, re.IGNORECASE)}
"""By whether the place holds others."""
_BETWEEN: Final = lazy(rf",?\s(?:(?:{AND})\s)?", re.IGNORECASE)
_MOST: Final = 6


class PlaceCited(NamedTuple):
    """One place: the CSL term of what is printed before its number ("" for nothing), and both together."""

    term: str
    number: str
    span: Span


def places_at(text: str, start: int) -> tuple[PlaceCited, ...]:
    """The places that stand one behind the other from ``start`` on; empty for none.

    A number without a label is a place only as the first one, or within a wide one ("vol. 2, 14").
    """
    found: list[PlaceCited] = []
    at = start
    while len(found) < _MOST:
        if found:
            between = _BETWEEN.match(text, at)
            if between is None:
                break
            at = between.end()
        place = _place(text, at, bare=not found or found[-1].term in _WIDE)
        if place is None:
            break
        found.append(place)
        at = place.span.end
    return tuple(found)


def _place(text: str, at: int, *, bare: bool) -> PlaceCited | None:
    label = _LABELLED.match(text, at)
    if label is None and not bare:
        return None
    term = _BARE[(label["label"] or label["letter"] or label["sign"]).lower()] if label else ""
    number = _NUMBERS[term in _WIDE].match(text, label.end() if label else at)
    return PlaceCited(term, number[0], Span(at, number.end())) if number else None
