"""Where a part of a reference begins and ends by what is printed: italics, brackets, an abbreviation at the border.

The labeller sees words, and may draw a border through what belongs together. Each step takes parts in order and gives
parts in order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from anora_bib import language
from anora_bib.parser.draft import Mark
from anora_bib.parser.labels import Label
from anora_bib.parser.learned.settling.asking import Parts, asked_of, in_turn
from anora_bib.parser.learned.spans import LabelledPart
from anora_bib.text.patterns import lazy

_PEOPLE: Final = frozenset((Label.AUTHOR, Label.EDITOR, Label.DIRECTOR, Label.TRANSLATOR, Label.CONTRIBUTOR))


def borders(parts: Sequence[LabelledPart], text: str, marks: Sequence[Mark]) -> Parts:
    """The parts with their borders where print has them."""
    settled = [part for whole in parts for part in _before_mark(whole, text, marks)] if marks else list(parts)
    return _roman_page(in_turn(settled, text, _STEPS), text)


def _before_mark(part: LabelledPart, text: str, marks: Sequence[Mark]) -> Parts:
    """Names end where italics begin; a title that nothing else is labelled as stands there: "Ann Roe, *Lamps*"."""
    if part.label in _PEOPLE:
        for mark in marks:
            if mark.kind == "italic" and part.start < mark.outer.start < part.end <= mark.outer.end:
                end = len(text[: mark.outer.start].rstrip(" ,.:;("))
                title = LabelledPart(mark.inner.start, mark.inner.end, Label.TITLE, part.likely)
                return [part._replace(end=end), title] if end > part.start else [title]
    return [part]


_JOURNAL: Final = lazy(r"[^\W\d_a-z]\.[\s-]?[^\W\d_a-z][\w’'-]{1,24},\s(?P<word>J\.)\s?\Z")
"""Behind a name whose own initials stand before it."""


@asked_of(Label.AUTHOR, Label.CONTAINER, sign="J.")
def _journal_initial(parts: Parts, text: str) -> Parts:
    """The "J." between the last name of the sciences and the rest of a journal is the journal's: "A. Roe, J. Chem."."""
    out: Parts = []
    for part in parts:
        last = out[-1] if out else None
        between = last and (last.label, part.label) == (Label.AUTHOR, Label.CONTAINER)
        if last and between and (found := _JOURNAL.search(text, last.start, part.start)):
            out[-1] = last._replace(end=found.start("word") - 2)
            out.append(part._replace(start=found.start("word")))
        else:
            out.append(part)
    return out


_ROLE_WORDS: Final = frozenset(
    (*language.roles(), *(word for phrase in language.introductions("editor") for word in phrase.split()))
)
_NEAR: Final = 40
_LETTERS: Final = lazy(r"[^\W\d_]+")


@asked_of(Label.EDITOR, lacks=frozenset((Label.AUTHOR,)))
def _authors(parts: Parts, text: str) -> Parts:
    """Those at the head whom no word calls editors wrote the work: "Roe, A., *Lamps (and Oil)*, Tide Press"."""
    if parts[0].label is not Label.EDITOR:
        return parts
    before, behind = text[: parts[0].start], text[parts[0].end : parts[0].end + _NEAR]
    words = _LETTERS.findall(f"{before} {text[parts[0].start : parts[0].end]} {behind}".lower())
    if not _ROLE_WORDS.isdisjoint(words):
        return parts
    return [parts[0]._replace(label=Label.AUTHOR), *parts[1:]]


_WITHIN: Final = lazy(rf"(?<!\w)(?:{language.pattern(language.vocabulary('lead_within'))}):?\s\Z", re.IGNORECASE)


@asked_of(Label.AUTHOR)
def _editors_within(parts: Parts, text: str) -> Parts:
    """Further "authors" behind "in" are those who edited what the part stands in: "in A. Roe, B. Doe (a cura di)"."""
    out: Parts = []
    for part in parts:
        if part.label is Label.AUTHOR and out and _WITHIN.search(text, max(0, part.start - 8), part.start):
            out.append(part._replace(label=Label.EDITOR))
        else:
            out.append(part)
    return out


@asked_of(Label.AUTHOR, one_of=frozenset((Label.AUTHORITY, Label.AUTHOR)), sign=" (")
def _letters_of_body(parts: Parts, text: str) -> Parts:
    """The letters in brackets behind the name of a body are of its name: "International Tide Office (ITO)"."""
    for at, (body, letters) in enumerate(pairwise(parts)):
        named = body.label is Label.AUTHOR and letters.label in (Label.AUTHORITY, Label.AUTHOR)
        within = text[body.end : letters.start] == " (" and text[letters.end : letters.end + 1] == ")"
        if named and within and text[letters.start : letters.end].isupper():
            return [*parts[:at], body._replace(end=letters.end + 1), *parts[at + 2 :]]
    return parts


_ABBREVIATED: Final = lazy(r",\s(?P<country>(?:U\.\s?S\.|U\.\s?K\.|E\.\s?U\.|U\.\s?N\.))\Z")


@asked_of(Label.AUTHOR, Label.TITLE, sign="U.")
def _opening_initials(parts: Parts, text: str) -> Parts:
    """The abbreviation of a country right before a title is its first word: "Ann Roe, U.S. Lamps Go Dark"."""
    out: Parts = []
    for part in parts:
        last = out[-1] if out else None
        between = last and (last.label, part.label) == (Label.AUTHOR, Label.TITLE)
        if last and between and (found := _ABBREVIATED.search(text, last.start, part.start - 1)):
            out[-1] = last._replace(end=found.start())
            out.append(part._replace(start=found.start("country")))
        else:
            out.append(part)
    return out


_INSIDE: Final = lazy(
    rf"[^\W_]{{2}}[?!’”]?,\s(?:{language.pattern(language.vocabulary('lead_within'))}):?\s(?=[^\W\d_a-z])"
)
_HELD: Final = frozenset((Label.CONTAINER, Label.VOLUME, Label.ISSUE))


@asked_of(Label.PUBLISHER, Label.TITLE, lacks=_HELD)
def _contained(parts: Parts, text: str) -> Parts:
    """What follows a comma and "in" in the title of what a house published holds it: "Lamps, in Tides (Wick, 2007)"."""
    labels = [part.label for part in parts]
    if labels.count(Label.TITLE) != 1:
        return parts
    at = labels.index(Label.TITLE)
    title = parts[at]
    if found := _INSIDE.search(text, title.start, title.end):
        container = LabelledPart(found.end(), title.end, Label.CONTAINER, title.likely)
        return [*parts[:at], title._replace(end=text.index(",", found.start())), container, *parts[at + 1 :]]
    return parts


_BRACKETED: Final = frozenset((Label.TITLE, Label.CONTAINER, Label.PUBLISHER, Label.COLLECTION))
_CLOSES: Final = lazy(r"[^()]{0,40}\)")


@asked_of(one_of=_BRACKETED, sign="(")
def _closed(parts: Parts, text: str) -> Parts:
    """A bracket that opens in a name or a title closes there as well: "X (formerly Lamps)"."""
    return [_with_bracket(part, text) for part in parts]


def _with_bracket(part: LabelledPart, text: str) -> LabelledPart:
    if part.label in _BRACKETED:
        words = text[part.start : part.end]
        if words.count("(") == words.count(")") + 1 and text[part.end : part.end + 1] == ")":
            return part._replace(end=part.end + 1)
    return part


_SERIES: Final = lazy(r"\s\((?P<series>[^\W\d_a-z][^()\d]{7,80})\)?\Z")


@asked_of(Label.PUBLISHER, sign="(")
def _series_behind(parts: Parts, text: str) -> Parts:
    """Several words in brackets behind a house are its series: "Tide Press (Studies of the Shore)"."""
    return [part for whole in parts for part in _with_series(whole, text)]


def _with_series(part: LabelledPart, text: str) -> Parts:
    found = _SERIES.search(text, part.start, part.end) if part.label is Label.PUBLISHER else None
    if found and found["series"].count(" ") > 1 and ")" in text[part.end - 1 : part.end + 1]:
        series = LabelledPart(*found.span("series"), Label.COLLECTION, part.likely)
        return [part._replace(end=found.start()), series]
    return [part]


_STEPS: Final = (
    *(_authors, _journal_initial, _opening_initials, _editors_within, _letters_of_body),
    *(_contained, _closed, _series_behind),
)

_ROMAN: Final = lazy(r"[)\d],\s(?P<page>[ivxlc]{1,7}(?:[-–][ivxlc]{1,7})?)\.?\s{0,4}\Z")
_PLACES: Final = frozenset((Label.PAGES, Label.LOCATOR))
_ROMAN_ENDS: Final = tuple("ivxlc")


def _roman_page(parts: Parts, text: str) -> Parts:
    """A small Roman number behind all else is the page cited: "(Paris: Phare, 1757), vi."."""
    if not text.rstrip().removesuffix(".").endswith(_ROMAN_ENDS):
        return parts
    found = _ROMAN.search(text, max(0, len(text) - 24))
    if found and parts and _PLACES.isdisjoint(part.label for part in parts):
        return [*parts, LabelledPart(*found.span("page"), Label.LOCATOR, parts[-1].likely)]
    return parts
