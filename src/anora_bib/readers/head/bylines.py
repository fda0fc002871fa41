"""Lines that say who wrote an essay: "By Jane Roe and Al Doe | May 1", "Von Jane Roe", a name alone in italics."""

from __future__ import annotations

import re
from typing import NamedTuple

from anora_bib import language
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_LETTER = r"[^\W\d_]"
_WORD = rf"(?:{_LETTER}\.(?:{_LETTER}\.){{0,3}}|{_LETTER}[\w’'.-]{{0,30}})"
_NAME = rf"{_WORD}(?:[ \xa0]{_WORD}){{0,4}}"
_BY = lazy(
    r"(?:[—–-]\s?)?(?:(?:written|words|text|review(?:ed)?|posted|story|an essay|essay|a review)[ \xa0])?"
    r"by:?[ \xa0]{1,3}"
    rf"(?P<names>{_NAME}(?:(?:,| and| &|, and)[ \xa0]{_NAME}){{0,5}})[ \xa0]?(?P<rest>(?:[|•·,–—]|on\b|\().{{0,80}})?$",
    re.IGNORECASE,
)
_BY_ABROAD = lazy(
    rf"(?:von|par|por|di|door)[ \xa0](?P<names>{_NAME}(?:(?:,| und| et| y| e| en)[ \xa0]{_NAME}){{0,3}})$",
    re.IGNORECASE,
)
_NAME_ALONE = lazy(rf"(?P<names>{_WORD}(?:[ \xa0]{_WORD}){{1,3}})$")
_MARKED = lazy(r"(?P<mark>[*_]{1,2})(?P<words>[^*_\n]{2,200})(?P=mark)$")

PARTICLES = language.particles()
_JOINERS = language.vocabulary("conjunctions")
_ELIDED = lazy(r"(?:d|l|o)['’][^\W\d_]", re.IGNORECASE)


class Byline(NamedTuple):
    """``names`` and, behind them, ``rest`` (a date, a place), as places in the line."""

    names: Span
    rest: Span


def read_byline(line: str, *, under_title: bool, signed: bool) -> Byline | None:
    """The byline that ``line`` is, or None.

    Outside English the word for "by" also begins names and titles ("Von Trier"), so it counts only ``under_title``.
    A name alone counts in italics, and where the page says elsewhere that it is the author's (``signed``).
    """
    marked = _MARKED.match(line)
    words = marked["words"] if marked else line
    match = _BY.match(words)
    if match is None and under_title:
        match = _BY_ABROAD.match(words) or (_NAME_ALONE.match(words) if marked or signed else None)
    if match is None or not _is_name(match["names"]):
        return None
    offset = marked.start("words") if marked else 0
    rest = match.span("rest") if match.groupdict().get("rest") else (match.end(), match.end())
    return Byline(Span(*match.span("names")).shift(offset), Span(*rest).shift(offset))


def _is_name(names: str) -> bool:
    words = [word for word in re.split(r"[\s,&]+", names) if word and word not in _JOINERS]
    return all(word[0].isupper() or word in PARTICLES or _ELIDED.match(word) for word in words)
