"""The grammar of parentheses that cite, "(see Roe 2005a, 301; *Docks*, 64; ibid., p. 9)", and of names before one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from anora_bib import language
from anora_bib.find.prose.people import NAME
from anora_bib.model.essay.passages import STARTS
from anora_bib.text.spans import Span

PARENTHESIS: Final = re.compile(r"\((?P<inside>[^()\n]{1,240})\)")

_PAGES = r"(?:\d{1,5}(?:n\.?\d{0,3})?|[ivxlc]{1,8})(?:[-\u2013]\d{1,5}|[-\u2013][ivxlc]{1,8})?(?:ff?\.)?"
_TERMS = ("page", "chapter", "section", "paragraph", "volume", "folio", "note")
_LABELS = [word for word in language.locator_words(*_TERMS) if not word[-1].isalpha()]
_LOCATOR = (
    rf"(?P<label>{language.pattern(_LABELS)})?"
    rf"\s?(?P<locator>{_PAGES}(?:,\s?{_PAGES}){{0,6}})"
)
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d[a-z]?)"
_PARTICLES = language.pattern(sorted(language.particles()))
_SURNAME = rf"(?:(?:{_PARTICLES})\s){{0,3}}{NAME}"
_AND = "and|&|y|e|et|und|en|og|och|i"
_BETWEEN = rf"(?:,\s(?:{_AND})|,|\s(?:{_AND}))\s"
_OTHERS = r"(?P<others>,?\set\sal\.?)?"
_ITEM: Final = re.compile(
    rf"(?P<signal>(?i:{language.pattern(language.signals('see', 'compare', 'taken'))}),?\s)?"
    rf"(?P<names>{_SURNAME}(?:{_BETWEEN}{_SURNAME}){{0,6}}|[^\W\d_]{{2,20}}(?=,?\s\d))?{_OTHERS}"
    r"(?:,?\s?[*_\u201c\"\u2018](?P<title>[^*_\u201d\"\u2019]{2,100})[*_\u201d\"\u2019])?"
    rf"(?:,?\s?{_YEAR})?"
    rf"(?:[,:]?\s?{_LOCATOR})?"
)
"""Every part may be missing; that nothing at all is there is for the caller to see."""
_IBID: Final = re.compile(rf"[*_]?[Ii]bid\.?[*_]?(?:,?\s{_LOCATOR})?")
_SEPARATOR: Final = re.compile(_BETWEEN)
_ACCOUNT = r"(?P<account>[\u2019'](?:s(?:\s[a-z]{2,15}){0,3})?)?"
_NAMES_BEFORE: Final = re.compile(
    rf"(?<!\w)(?P<names>{_SURNAME}(?:{_BETWEEN}{_SURNAME}){{0,4}}){_OTHERS}{_ACCOUNT}\s?$"
)
_REACH: Final = 160
"""How far before a parenthesis its names may begin."""


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in a source without its label, and the CSL term of that; ``printed`` is false for a bare number."""

    value: str
    label: str
    printed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What one item of a parenthesis, or the words before it, say of a source.

    ``span`` is where it stands: in the parenthesis without its brackets, or in the text for :func:`names_before`.
    ``year`` has its letter ("2005a"). ``ibid`` is true for "ibid.", which has no more than a place.
    """

    span: Span
    signal: str = ""
    names: tuple[str, ...] = ()
    et_al: bool = False
    title: str = ""
    year: str = ""
    place: Locator | None = None
    ibid: bool = False

    @property
    def is_author_date(self) -> bool:
        """True if it names authors and a year."""
        return bool(self.names and self.year)


@lru_cache(maxsize=1024)
def read_items(inside: str) -> tuple[Item | None, ...]:
    """The items of a parenthesis, without its brackets; None for an item that is no citation."""
    items: list[Item | None] = []
    start = 0
    for part in inside.split(";"):
        items.append(_item(part, start))
        start += len(part) + 1
    return tuple(items)


def names_before(text: str, start: int, end: int) -> tuple[Item, bool] | None:
    """The names that end at ``end``, where a parenthesis begins, and whether it is a thing of theirs: "Roe's account".

    Looks no further back than ``start``. A word that begins sentences ("As Roe (2009)") is left out.
    """
    match = _NAMES_BEFORE.search(text, max(start, end - _REACH), end)
    if match is None:
        return None
    printed, at = match["names"], match.start("names")
    first, _, rest = printed.partition(" ")
    if first in STARTS:
        if not rest:
            return None
        printed, at = rest, at + len(first) + 1
    names = tuple(_SEPARATOR.split(printed))
    return Item(span=Span(at, end), names=names, et_al=bool(match["others"])), bool(match["account"])


def _item(part: str, start: int) -> Item | None:
    """One item; ``start`` is where it begins in the parenthesis."""
    words = part.strip()
    at = start + len(part) - len(part.lstrip())
    span = Span(at, at + len(words))
    if ibid := _IBID.fullmatch(words):
        return Item(span=span, ibid=True, place=_place(ibid))
    match = _ITEM.fullmatch(words) if words else None
    if match is None:
        return None
    return Item(
        span=span,
        signal=(match["signal"] or "").strip(),
        names=tuple(_SEPARATOR.split(match["names"])) if match["names"] else (),
        et_al=bool(match["others"]),
        title=match["title"] or "",
        year=match["year"] or "",
        place=_place(match),
    )


def _place(match: re.Match[str]) -> Locator | None:
    """The locator of an item, if it has one."""
    if not match["locator"]:
        return None
    label = language.locators().get(language.bare(match["label"] or "p"), "page")
    return Locator(match["locator"], label, printed=bool(match["label"]))
