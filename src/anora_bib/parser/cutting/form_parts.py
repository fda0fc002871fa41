"""What short forms are made of: names, the place in the source behind them, and what is said of that."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from anora_bib import language
from anora_bib.model import Name
from anora_bib.model.essay.pieces import CrossReference, FormKind, ShortForm
from anora_bib.parser.text.names import NameReader
from anora_bib.parser.text.places import PlaceCited, places_at
from anora_bib.parser.text.tokens import tokenize
from anora_bib.text.spans import Span

DIRECTION: Final = rf"(?:{language.pattern(language.vocabulary('note_directions'))})[*_]{{0,2}}"
LEAD: Final = rf"(?:(?:{language.pattern(language.vocabulary('lead_to_notes'))})\b\.?,?\s|{DIRECTION},?\s)"
LEADS: Final = rf"{LEAD}{{0,3}}"
NOTE: Final = (
    rf"(?:{language.pattern(language.vocabulary('notes_of_essay'))})\.?\s?\[?(?P<note>\d{{1,3}}[a-z]?)\]?"
    rf"(?:,?\s[*_]?{DIRECTION})?"
)
"""A note of the essay by its number, and what may lead to that: "wie Anm. 3", "note 4 above"."""

_GAP: Final = re.compile(r"[\s,.:;]*+(?P<open>\()?")
"""Between a short form and the place in its source."""
_WITHIN: Final = re.compile(
    rf",\s(?:{language.pattern(language.vocabulary('cited_places'))})(?![^\W\d_])\s", re.IGNORECASE
)
"""Between the pages of a part and the one that is cited: "S. 37-46, hier S. 37"."""
_SUFFIX: Final = re.compile(
    r"(?:,?\s{1,24}(?P<passim>passim))?"
    r"(?:\s{0,24}\((?P<suffix>(?:my |his |her |our )?(?:emphasis|italics|translation)[^()]{0,30}"
    r"|[a-z]{2,14}ing\s[^()]{2,200})\))?",
    re.IGNORECASE,
)
END: Final = re.compile(r"[\s.;,)\]↩︎↑^]{0,40}\Z")
_BEFORE_BARE: Final = " ,:("
"""What stands before a place that has no label."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a short form says. ``kind`` is None for a cross-reference, whose ``note`` is the label it gives."""

    kind: FormKind | None
    names: tuple[Name, ...] = ()
    title: str = ""
    note: str = ""
    locator: str = ""
    label: str = ""
    year: str = ""
    signal: str = ""
    suffix: str = ""


YEARLIKE: Final = re.compile(r"(?:1[4-9]|20)\d\d")


class Tail(NamedTuple):
    """The places in the source behind a short form, a comment on them, and where both end."""

    places: tuple[PlaceCited, ...]
    further: str
    comment: str
    end: int


def tail_at(text: str, start: int) -> Tail:
    """What stands behind a short form, as far as it is a place in the source, or a comment on it."""
    end = start
    places: tuple[PlaceCited, ...] = ()
    if gap := _GAP.match(text, start):
        places = places_at(text, gap.end())
        if places and not places[0].term and text[gap.end() - 1] not in _BEFORE_BARE:
            places = ()
        if places and (within := _WITHIN.match(text, places[-1].span.end)):
            places = (*places, *places_at(text, within.end()))
        if places:
            end = places[-1].span.end
            end += bool(gap["open"]) and text.startswith(")", end)
    comment = _SUFFIX.match(text, end)
    if comment is None:
        return Tail(places, "", "", end)
    said = ", ".join(part for part in comment.groups() if part)
    further = text[places[0].span.end : places[-1].span.end].strip(" ,") if places else ""
    return Tail(places, further, said, comment.end())


def whole_tail(text: str, start: int) -> Tail | None:
    """The same, if nothing stands behind it."""
    tail = tail_at(text, start)
    return tail if END.match(text, tail.end) else None


def made(kind: FormKind | None, signal: str, tail: Tail, names: tuple[Name, ...]) -> Form:
    """A form with what all of them may have: a place, a signal before, a comment behind."""
    suffix = ", ".join(part for part in (tail.further, tail.comment) if part)
    if not tail.places:
        return Form(kind, names, signal=signal, suffix=suffix)
    first = tail.places[0]
    return Form(kind, names, locator=first.number, label=first.term or "page", signal=signal, suffix=suffix)


def piece_of(form: Form, span: Span) -> ShortForm | CrossReference:
    """The piece at ``span`` that says what a form does."""
    piece: ShortForm | CrossReference
    if form.kind is None:
        piece = CrossReference(span=span, words=span, note=form.note, names=form.names)
    else:
        piece = ShortForm(span=span, words=span, kind=form.kind, names=form.names, title=form.title, year=form.year)
    return replace(piece, signal=form.signal, suffix=form.suffix, locator=form.locator, label=form.label)


def names_in(words: str) -> tuple[Name, ...]:
    """Names as short forms have them: family names alone, or whole ones, joined by "and"; () if they are not names."""
    names = []
    for part in re.split(r",? and |,? & |, ", words.strip(" .,*_")):
        tokens = tokenize(part)
        if (
            not tokens
            or len(tokens) > 6
            or not all(token.is_capital or token.is_particle or token.text == "." for token in tokens)
        ):
            return ()
        direct = NameReader(tokens).direct(0)
        if direct and direct[1] == len(tokens):
            names.append(direct[0])
        elif 1 <= len(tokens) <= 3 and tokens[-1].is_capital:
            small = [token.text for token in tokens[:-1]]
            names.append(Name(family=tokens[-1].text, non_dropping_particle=" ".join(small)))
        else:
            return ()
    return tuple(names)
