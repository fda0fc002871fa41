"""Signs in the text that have the look of a marker, one function for each form. Evidence comes later."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from anora_bib import language
from anora_bib.find.page.lists.labels import SUPERSCRIPTS
from anora_bib.model import Marker, MarkerForm
from anora_bib.readers.markup.numbering import ROMAN, SEVERAL, counts_in_roman, each_label, from_roman, is_counted
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_BRACKETED = lazy(
    rf"\\?\[(?!0[-\u2013])[ \xa0]?(?P<labels>{SEVERAL})[ \xa0]?\\?\](?![({{])(?<!\w\w\[)(?P<glued>(?=\w))?"
)
"""``[4]`` and ``[3, 5]``; ``[0-9]`` is any figure."""
_CLOSED = frozenset('.,;:!?…"”’»)')
"""What a marker follows that the next word is glued to, "coast,[2]in"; else it is an index, "a[2]b"."""
_ROMAN = lazy(rf"\\?\[(?P<r>{ROMAN})\\?\](?![({{\w])")
_PARENTHESISED = lazy(
    r"(?<=[\w.,;:!?…”’\"»)*_])[ \xa0]?(?P<sign>\((?P<n>\d{1,3})\))(?=[\s.,;:!?…”’\"»)*_\u2013\u2014]|$)"
)
"""``(4)``"""
_GOES_ON = lazy(r"\s{1,3}[^\W\d_A-Z]")
_NAMED = lazy(r"\((?:foot|end)?note[ \xa0](?P<n>\d{1,4})\)", re.IGNORECASE)
_CARET = lazy(r"\^(?P<n>\d{1,4})\^")
_RAISED = lazy(r"(?P<n>[⁰¹²³⁴-⁹]{1,4})(?![⁰¹²³⁴-⁹⁻⁺])")
_UNIT = lazy(r"(?:(?<![^\W\d_])(?<![’'])[^\W\d_]{1,2}|(?<!\d)\d{1,3}|\d{5,}|⁻|⁺)$")
"""What a power or a formula stands on: km, CO, 10."""

_BARE = lazy(r"\d(?<!\d\d)\d{0,2}(?![\w%°$€£/-]|[.,:]\d)")
"""A number that no letter, unit or further digit follows."""
_REACH = 80
"""How far back the look of a place is read."""

_LONGEST_ENTITY = 12
_ENTITY = lazy(r"&#?\w{2,9};$")

_AFTER_QUOTE = lazy(r"(?:[^\s(\[{“‘:=][\"”’'»“‘«]|[^\s(\[{“‘:=*_][*_]{1,3})$")
"""A mark that closes, as “ does in German or where it is turned by mistake.

Stars behind a space open what is set off, "**Part** **1**".
"""
_TARGET = lazy(r"\]\([^()\s]{0,300}\)")
"""The address of a link, which ends before the digit."""
_AFTER_PARENTHESIS = lazy(r"\w\)$")
_AFTER_STOP = lazy(r"(?P<word>(?<![\w.])[^\W\d_]{2,40}|(?<=\w)[^\W\d_]{1,40})[”’\"')*_]?[.,;:!?…]$")
_AFTER_YEAR = lazy(r"(?<![\d.,])(?:1\d|20)\d\d[.,;]$")
_AFTER_WORD = lazy(r"(?<![\w./@#])(?:[^\W\d_]{1,30}-)?[^\W\d_]{2,40}(?:[’'][^\W\d_]{1,2})?(?<=[^\W\d_A-Z])$")
_SPACED_AFTER_QUOTE = lazy(r"[^\s(\[][”’\"»][ \xa0]$")
_SPACED_AFTER_STOP = lazy(r"(?P<word>(?<![\w.])[^\W\d_]{2,40}|(?<=\w)[^\W\d_]{1,40})[”’\"')*_]?[.!?…][ \xa0]$")
_SPACED_AFTER_WORD = lazy(r"(?P<word>[^\W\d_][\w’'*_-]{1,40})[ \xa0]$")

_BREAK = lazy(r"[\s”’\"')\]—–…,.;:!?*_\\]|$")
_SENTENCE = lazy(r"\s{1,3}[A-Z“‘\"(—]|\s{0,3}$|[ \xa0][—–]")
_COUNTED = r"\s(?P<next>[a-z]{1,20})\b"
_CLAUSE = lazy(rf"[”’»]?[,.;:](?:\s|$)|{_COUNTED}|\s{{0,3}}$")
_CLAUSE_OR_SENTENCE = lazy(rf"[”’\"')\]—–…,.;:!?]|{_COUNTED}|{_SENTENCE.pattern}")

_CLAUSE_WORDS = language.vocabulary("clause_words")
"""Words that hold a clause together, before or behind a number."""

_NUMBERED_THINGS = language.months("en").keys() | language.vocabulary("numbered_things")
"""Words that a number belongs to: what follows them, with a space between, is a number of theirs and no marker."""

_ABBREVIATIONS = frozenset(map(language.bare, language.month_abbreviations("en"))) | language.vocabulary(
    "numbered_abbreviations"
)
"""The same with a stop between: "Vol.2", "Jan. 5". Whole words end a sentence there."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """``weight`` is how much the look alone speaks for a marker; ``needs`` how many neighbours must agree."""

    marker: Marker
    weight: int = 4
    needs: int = 0


def bracketed(text: str, zone: Span) -> Iterator[Marker]:
    r"""``[4]``, ``\[4\]``, ``[3,5]``, ``[3-5]``: one marker a label."""
    for match in _BRACKETED.finditer(text, zone.start, zone.end):
        if not is_counted(match["labels"], text):
            continue
        if match["glued"] is not None and text[match.start() - 1 : match.start()] not in _CLOSED:
            continue
        labels = list(each_label(text, Span(*match.span("labels"))))
        alone = Span(*match.span()) if len(labels) == 1 else None
        yield from (_marker(text, alone or span, label, MarkerForm.BRACKETED) for span, label in labels)


def roman(text: str, zone: Span) -> Iterator[Marker]:
    r"""``[iv]``, ``\[iv\]``, where the notes are counted so."""
    for match in _ROMAN.finditer(text, zone.start, zone.end) if counts_in_roman(text) else ():
        yield _marker(text, Span(*match.span()), from_roman(match["r"]), MarkerForm.BRACKETED)


def parenthesised(text: str, zone: Span, labels: Collection[str]) -> Iterator[Candidate]:
    """``(4)`` behind a word or a sentence, where there is such a note; an enumeration goes on in small letters."""
    for match in _PARENTHESISED.finditer(text, zone.start, zone.end):
        if match["n"] in labels:
            marker = _marker(text, Span(*match.span("sign")), match["n"], MarkerForm.BRACKETED)
            yield Candidate(marker, 2 if _GOES_ON.match(text, match.end(), zone.end) else 4, 1)


def named(text: str, zone: Span, labels: Collection[str]) -> Iterator[Marker]:
    """``(note 4)``, where there is such a note."""
    for match in _NAMED.finditer(text, zone.start, zone.end):
        if match["n"] in labels:
            yield _marker(text, Span(match.start(), match.end()), match["n"], MarkerForm.BRACKETED)


def superscript(text: str, zone: Span) -> Iterator[Marker]:
    """``^4^`` and ``⁴``, but no powers and formulas."""
    for pattern in (_CARET, _RAISED):
        for match in pattern.finditer(text, zone.start, zone.end):
            unit = _UNIT.search(text, max(zone.start, match.start() - 12), match.start())
            if not unit and is_counted(match["n"], text):
                label = match["n"].translate(SUPERSCRIPTS)
                yield _marker(text, Span(match.start(), match.end()), label, MarkerForm.SUPERSCRIPT)


def bare(text: str, zone: Span, labels: Collection[str]) -> Iterator[Candidate]:
    """Digits without any sign whose number is a label; one candidate a place, in the likeliest form."""
    for number in _BARE.finditer(text, zone.start, zone.end):
        if number[0] not in labels:
            continue
        before = text[max(zone.start, number.start() - _REACH) : number.start()]
        if _ENTITY.search(before, max(0, len(before) - _LONGEST_ENTITY)):
            continue  # a space that is written out
        for look in _looks(before):
            left = look.before.search(before, max(0, len(before) - look.reach))
            right = look.after.match(text, number.end(), zone.end) if left else None
            if left and right:
                if not _belongs_to_word(left, right) and not _in_address(before):
                    marker = _marker(text, Span(number.start(), number.end()), number[0], look.form)
                    yield Candidate(marker, look.weight, look.needs)
                break


class _Look(NamedTuple):
    """What stands around a bare marker of one form, and how far that can be trusted."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    form: MarkerForm
    weight: int
    needs: int
    reach: int = _REACH
    """Characters that a match has at most."""


_SPACED_REACH = 44
_NO_WORD = frozenset(",;:)]}(")
"""What no word ends with."""
_AFTER_MARK = (_Look(_AFTER_QUOTE, _BREAK, MarkerForm.GLUED, 4, 0),)
_AFTER_END = (
    _Look(_AFTER_STOP, _BREAK, MarkerForm.GLUED, 4, 0),
    _Look(_AFTER_YEAR, _BREAK, MarkerForm.GLUED, 3, 1),
)
_AFTER_BRACKET = (_Look(_AFTER_PARENTHESIS, _BREAK, MarkerForm.GLUED, 3, 1),)
_AFTER_LETTER = (_Look(_AFTER_WORD, _BREAK, MarkerForm.GLUED, 3, 1),)
_AFTER_SPACE = (
    _Look(_SPACED_AFTER_QUOTE, _CLAUSE_OR_SENTENCE, MarkerForm.SPACED, 2, 1, _SPACED_REACH),
    _Look(_SPACED_AFTER_STOP, _SENTENCE, MarkerForm.SPACED, 2, 1, _SPACED_REACH),
    _Look(_SPACED_AFTER_WORD, _CLAUSE, MarkerForm.SPACED, 1, 2, _SPACED_REACH),
)
_BY_LAST = {
    **dict.fromkeys("\"”’'»“‘«*_", _AFTER_MARK),
    **dict.fromkeys(".,;:!?…", _AFTER_END),
    ")": _AFTER_BRACKET,
}
"""The looks to try, by the character before the number."""
_BEFORE_SPACE = {**dict.fromkeys('”’"»', _AFTER_SPACE), **dict.fromkeys(".!?…", _AFTER_SPACE[1:2])}
"""The same where that is a space, by the character before it."""


def _looks(before: str) -> tuple[_Look, ...]:
    last = before[-1:]
    if last and last in " \xa0":
        return _BEFORE_SPACE.get(before[-2:-1]) or (() if before[-2:-1] in _NO_WORD else _AFTER_SPACE[2:])
    return _AFTER_LETTER if last.isalpha() else _BY_LAST.get(last, ())


def _belongs_to_word(left: re.Match[str], right: re.Match[str]) -> bool:
    """Whether the number belongs to a word beside it, as in "Section 5", "Vol.2", "for 10 days"."""
    word = (left.groupdict().get("word") or "").casefold().strip("*_")
    following = right.groupdict().get("next")
    counts = following is not None and following not in _CLAUSE_WORDS - {"of"}
    if right.re is not _CLAUSE:
        return counts or word in _ABBREVIATIONS
    return counts or word in _NUMBERED_THINGS or word in _CLAUSE_WORDS


def _in_address(before: str) -> bool:
    """Whether the place behind ``before`` is inside a URL."""
    word = _TARGET.sub("]", re.split(r"\s", before)[-1])
    return "://" in word or "www." in word or "](" in word


def _marker(text: str, span: Span, label: str, form: MarkerForm) -> Marker:
    return Marker(label, span.of(text), span, form)
