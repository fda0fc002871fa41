"""The grammar of parentheses that cite, "(see Roe 2005a, 301; *Docks*, 64; ibid., p. 9)", and of names before one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from anora_bib import language
from anora_bib.find.prose.people import NAME
from anora_bib.model.essay.passages import STARTS
from anora_bib.model.essay.printed_cites import Locator, PrintedCite
from anora_bib.text.spans import Span

_PARENTHESIS: Final = re.compile(r"\((?P<inside>[^()]{1,240})\)")

_PAGES = r"(?:\d{1,5}(?:n\.?\d{0,3})?|[ivxlc]{1,8})(?:[-\u2013]\d{1,5}|[-\u2013][ivxlc]{1,8})?(?:ff?\.)?"
_TERMS = ("page", "chapter", "section", "paragraph", "volume", "folio", "note")
_LABELS = [word for word in language.locator_words(*_TERMS) if not word[-1].isalpha()]
_LOCATOR = (
    rf"(?P<label>{language.pattern(_LABELS)})?"
    rf"\s?(?P<locator>{_PAGES}(?:,\s?{_PAGES}){{0,6}})"
)
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d[a-z]?)(?:\s?\[\d{4}\])?"
"""With the year of the first edition: "2006 [1999]"."""
_PARTICLES = language.pattern(sorted(language.particles()))
_SURNAME = rf"(?:(?:{_PARTICLES})\s){{0,3}}{NAME}"
_AND = language.pattern(sorted({*language.vocabulary("conjunctions"), "&"}))
_BETWEEN = rf"(?:,\s(?:{_AND})|,|\s(?:{_AND}))\s"
_OTHERS = r"(?P<others>,?\s(?:et\sal\.?|u\.\s?a\.))?"
_HEAD = (
    rf"(?P<signal>(?i:{language.pattern(language.signals('see', 'compare', 'taken'))}),?\s)?"
    rf"(?P<names>{_SURNAME}(?:{_BETWEEN}{_SURNAME}){{0,6}}|[^\W\d_]{{2,20}}(?=,?\s\d))?{_OTHERS}"
    r"(?:,?\s?[*_\u201c\"\u2018](?P<title>[^*_\u201d\"\u2019]{2,100})[*_\u201d\"\u2019])?"
    rf"(?:,?\s?{_YEAR})?"
    rf"(?:\s?[,:]?\s?{_LOCATOR})?"
)
"""Every part may be missing; that nothing at all is there is for the caller to see."""
_ITEM: Final = re.compile(_HEAD)
_WITH_REMARK: Final = re.compile(rf"{_HEAD}[,.:]\s(?P<remark>[^;]{{3,160}})")
_WITHIN: Final = (*language.signals("taken"), *language.vocabulary("lead_within"))
_TAKEN: Final = re.compile(rf"(?:{language.pattern(_WITHIN)})\s", re.IGNORECASE)
_IBID: Final = re.compile(rf"[*_]?[Ii]bid\.?[*_]?(?:,?\s{_LOCATOR})?")
_SEPARATOR: Final = re.compile(_BETWEEN)
_ACCOUNT = r"(?P<account>[\u2019'](?:s(?:\s[a-z]{2,15}){0,3})?)?"
_NAMES_BEFORE: Final = re.compile(
    rf"(?<!\w)(?P<names>{_SURNAME}(?:{_BETWEEN}{_SURNAME}){{0,4}}){_OTHERS}{_ACCOUNT}\s?$"
)
_REACH: Final = 160
"""How far before a parenthesis its names may begin."""


def parentheses(text: str, within: Span) -> Iterator[tuple[Span, tuple[PrintedCite | None, ...]]]:
    """Each parenthesis in a passage, and the cites in it as :func:`read_items` reads them."""
    for match in _PARENTHESIS.finditer(text, within.start, within.end):
        yield Span(*match.span()), read_items(match["inside"].replace("\n", " "))


@lru_cache(maxsize=1024)
def read_items(inside: str) -> tuple[PrintedCite | None, ...]:
    """The cites in a parenthesis, without its brackets, and their places in it; None for what is no cite."""
    items: list[PrintedCite | None] = []
    start = 0
    for part in inside.split(";"):
        items.append(_item(part, start))
        start += len(part) + 1
    return tuple(items)


def names_before(text: str, start: int, end: int) -> tuple[PrintedCite, bool] | None:
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
    return PrintedCite(span=Span(at, end), names=names, et_al=bool(match["others"])), bool(match["account"])


def is_capitalised(name: str) -> bool:
    """False for a word in small letters, which is a name only where a listed work has it ("hooks 116")."""
    return any(word[:1].isupper() for word in name.split())


def family(name: str) -> str:
    """The last word of a name, with the particles before it."""
    words = name.split()
    first = len(words) - 1
    while first and words[first - 1] in language.particles():
        first -= 1
    return " ".join(words[first:])


def _item(part: str, start: int) -> PrintedCite | None:
    """One item; ``start`` is where it begins in the parenthesis."""
    words = part.strip()
    at = start + len(part) - len(part.lstrip())
    span = Span(at, at + len(words))
    if ibid := _IBID.fullmatch(words):
        return PrintedCite(span=span, ibid=True, place=_place(ibid))
    if not words:
        return None
    match = _ITEM.fullmatch(words)
    if match is None:
        match = _WITH_REMARK.fullmatch(words)
        if match is None or not (match["names"] and match["year"]):
            return None
    remark = match.groupdict().get("remark", "")
    return PrintedCite(
        span=span,
        signal=(match["signal"] or "").strip(),
        names=tuple(_SEPARATOR.split(match["names"])) if match["names"] else (),
        et_al=bool(match["others"]),
        title=match["title"] or "",
        year=match["year"] or "",
        place=_place(match),
        remark=remark,
        taken=_TAKEN.match(remark) is not None,
    )


def _place(match: re.Match[str]) -> Locator | None:
    """The locator of an item, if it has one."""
    if not match["locator"]:
        return None
    label = language.locators().get(language.bare(match["label"] or "p"), "page")
    return Locator(match["locator"], label, printed=bool(match["label"]))
