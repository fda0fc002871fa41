"""The series of a book, where a word tells that it is one: "coll. « Tel »", "(Schriften zur Musik 16)"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from anora_bib import language
from anora_bib.parser.draft import EXPLICIT, HOLE, STRUCTURE, Draft, Explanation, asked_where, trim
from anora_bib.parser.text.signs import AnyOf, signed, words_in
from anora_bib.parser.text.words import PLACES, PUBLISHER_WORDS
from anora_bib.text.spans import Span

_LEADS: Final = language.pattern(language.vocabulary("lead_to_series"))
_NAMES: Final = language.pattern(language.capitalized("series_names"))
_CAPITAL: Final = r"[^\W\d_a-zß-öø-ÿ]"
_NUMBERED: Final = language.pattern((*language.vocabulary("volumes"), *language.vocabulary("issues")))
_NUMBER: Final = rf"(?:[,;]?\s(?:(?i:{_NUMBERED})\.?\s?)?(?P<number>(?!(?:1[4-9]|20)\d\d)\d{{1,4}}))"
_LED: Final = signed(
    rf"(?:[.,;(]\s?|{HOLE}\s?)(?P<lead>(?i:{_LEADS})\.?\s)(?P<title>{HOLE}{{3,90}}|{_CAPITAL}[^.,;:()\d{HOLE}]{{2,70}}){_NUMBER}?"
    rf"(?=\s?(?:[.,;:)]|\Z))",
    words=words_in(*language.vocabulary("lead_to_series")),
)
"""coll. « Tel » · Collezione «Lumi» · Reihe Kultur, Bd. 3"""
_LED_QUOTED: Final = signed(
    rf"[.,;(]\s?(?P<lead>(?i:{_LEADS})\.?\s)[«“\"]\s?(?P<title>[^«»“”\"{HOLE}]{{2,90}}?)\s?[»”\"]{_NUMBER}?"
    rf"(?=\s?(?:[.,;:)]|\Z))",
    words=words_in(*language.vocabulary("lead_to_series")),
)
"""The same where the marks are no title's, because a small word stands before them."""
_WHOLE_WORD: Final = re.compile(r"Coll\w{5}")
"""Written out it belongs to the name: "Collection Tel"; "coll. Tel" does not."""
_BRACKETED: Final = signed(
    rf"\((?:=\s?)?(?P<title>{_CAPITAL}[^()\d{HOLE}]{{0,60}}?\b(?:{_NAMES})\b[^()\d{HOLE}]{{0,70}}?|(?:{_NAMES})\b[^()\d{HOLE}]{{0,90}}?){_NUMBER}\)",
    words=words_in(*language.vocabulary("series_names")),
)
"""(Veröffentlichungen der Kommission 16)"""
_EQUATED: Final = signed(rf"[(\[]\s?=\s?(?P<title>[^\W\d_][^()\[\]{HOLE}]{{1,120}}?)\.?{_NUMBER}?\s?[)\]]", parts="=")
"""(= Schriften des Hauses, Bd. 13)"""
_BARE: Final = signed(
    rf"(?<=[.,)]\s)(?P<title>(?:{_NAMES})\b[^.,;:()\d{HOLE}]{{0,80}}?){_NUMBER}(?=[.,;])",
    words=words_in(*language.vocabulary("series_names")),
)
"""Schriftenreihe des Hauses, Bd. 16."""
_ENCLOSED: Final = (_EQUATED, _BRACKETED)
_LEAST_BEFORE: Final = 24
"""Characters before a series that no bracket sets off: a name and a title."""
_LEDS: Final = (_LED, _LED_QUOTED)
_ANY: Final = AnyOf(_EQUATED, *_LEDS, _BRACKETED, _BARE)


_NUMBER_BEHIND: Final = re.compile(_NUMBER)
_SIGNS: Final = ' ,.»”"()'
_YEAR_BEHIND: Final = re.compile(r",?\s[\[(]?(?:1[4-9]|20)\d\d(?!\d)")
_WITHIN: Final = re.compile(
    rf"(?<!\w)(?:{language.pattern(language.vocabulary('lead_within'))}|[àa])[:\s]{{1,3}}\Z", re.IGNORECASE
)


def find_series(draft: Draft) -> Iterable[Explanation]:
    """``collection-title`` and ``collection-number``."""
    return list(_named(draft)) or _behind_house(draft)


def _behind_house(draft: Draft) -> Iterable[Explanation]:
    """As French notes have it, in quotation marks behind the house: "*Lampes*, Paris, Seuil, « Points », 1992"."""
    for title, mark in pairwise(draft.marks):
        between = draft.text[title.outer.end : mark.outer.start].strip(_SIGNS).casefold()
        if mark.kind != "quoted" or draft.text[: mark.outer.start].rstrip()[-1:] == ":":
            continue
        if "," not in between and between not in PLACES and PUBLISHER_WORDS.isdisjoint(between.split()):
            continue
        number = _NUMBER_BEHIND.match(draft.text, mark.outer.end)
        end = number.end() if number else mark.outer.end
        if _YEAR_BEHIND.match(draft.text, end) and not _WITHIN.search(draft.text, 0, mark.outer.start):
            yield Explanation("collection-title", mark.inner.of(draft.text).strip(), mark.inner, mark.outer, STRUCTURE)
            if number:
                cover = Span(number.start(), end)
                span = Span(*number.span("number"))
                yield Explanation("collection-number", number["number"], span, cover, EXPLICIT)
            return


@asked_where(_ANY)
def _named(draft: Draft) -> Iterable[Explanation]:
    """The series that a word tells to be one."""
    for pattern in (_EQUATED, *_LEDS, _BRACKETED, _BARE):
        match = pattern.search(draft.rest, draft.seen)
        if match is None or (pattern not in _ENCLOSED and match.start() < _LEAST_BEFORE):
            continue
        start, end = match.span("title")
        if mark := next((mark for mark in draft.marks if mark.outer.start == start), None):
            span = mark.inner
        elif HOLE in match["title"]:
            continue
        else:
            span = trim(draft.text, start, end)
        if pattern is _LED and _WHOLE_WORD.match(match["lead"]):
            span = trim(draft.text, match.start("lead"), end)
        number = Span(*match.span("number")) if match["number"] else None
        whole = Span(match.start("lead") if pattern in _LEDS else match.start(), number.end if number else end)
        if pattern in _ENCLOSED:
            whole = Span(*match.span())
        yield Explanation("collection-title", span.of(draft.text), span, whole, STRUCTURE)
        if number:
            yield draft.string("collection-number", *number, EXPLICIT)
        return
