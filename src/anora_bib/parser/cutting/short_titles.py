"""Short forms that name a work: "Smith, *Revolting*, 12", "Voss: Das Meer (wie Anm. 4), S. 30"; cases by a party."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, NamedTuple

from anora_bib import language
from anora_bib.model import Name
from anora_bib.model.essay.pieces import FormKind
from anora_bib.parser.cutting.form_parts import (
    END,
    LEAD,
    LEADS,
    NOTE,
    YEARLIKE,
    Form,
    Tail,
    made,
    names_in,
    tail_at,
    whole_tail,
)
from anora_bib.parser.rules.law.cases import REPORTER
from anora_bib.parser.text.marks import find_marks, plain
from anora_bib.parser.text.person import is_given
from anora_bib.parser.text.places import LABEL
from anora_bib.text.patterns import lazy

_MAX_TITLE_WORDS = 9
_SHORT_CASE: Final = lazy(
    r"[*_]?(?P<party>[^\W\d_a-z][\w.’'&-]{1,30}(?:\s[\w.’'&-]{1,30}){0,5}?)(?:,?[*_]|,|[*_],)\s\d{1,4}\s"
    rf"{REPORTER},?(?=\sat\s)"
)
_YEARS: Final = r"(?:1[4-9]|20)\d\d(?:[/–-](?:(?:1[4-9]|20)\d\d|\d\d))?[a-h]?"
_CITED_BEFORE: Final = lazy(
    rf"(?:,?\s(?:\({_YEARS}\)|{_YEARS}))?,?\s(?:[*_]{{0,2}}(?:(?:op|art|ob)\.?\s?)?cit\.[*_]{{0,2}}"
    rf"|(?:(?P<bracket>[(\[]){LEADS}|{LEAD}{LEADS}){NOTE}(?(bracket)[)\]]))(?=[\s,.:;]|\Z)",
    re.IGNORECASE,
)
"""That a work was cited before, its year, and in which note: "(1995), wie Anm. 14"."""
_PLACE: Final = lazy(rf"\s(?=\(|(?:{LABEL})?(?:[A-Z]?\d|[ivxlcdm]{{1,8}}\b))", re.IGNORECASE)
"""Where a place, or a note in brackets, may begin behind a title that nothing sets off."""
_LONGEST_GAP: Final = 80
"""Characters of such a place that are looked at: a gap, a label, and how its number begins."""
_BEHIND_WHO: Final = lazy(r"[,:] |[\d(]")
_TITLE: Final = lazy(r"(?<=[,:] )(?:[^.,:\d(]|[.:](?! ))*+[ ,.:]*+")
"""As far as such a title may reach: to the end of a sentence, another sign, or a number."""


def short_case(text: str, start: int, signal: str) -> Form | None:
    """A case by one of its parties and the report: "Twomey, 550 U.S. at 553" (The Bluebook, rule 10.9)."""
    match = _SHORT_CASE.match(text, start)
    tail = whole_tail(text, match.end()) if match else None
    if match is None or tail is None or not tail.places:
        return None
    return made(FormKind.SHORT_TITLE, signal, tail, (Name(literal=match["party"]),))


def short_title(text: str, start: int, signal: str) -> Form | None:
    """A form like "Smith, Revolting, 12": names, a title of a few words, a place; no date and no imprint.

    That it was cited before may be said at either side of the place: "Roe, *Lamps*, cit., p. 8", "Roe, *Lamps* (n. 3),
    8", "Roe, *Lamps*, 8 (above, n. 3)".
    """
    marks = find_marks(text[start:])
    if len(marks) > 1:
        return None
    if not marks:
        return _bare_short_title(text, start, signal)
    outer = marks[0].outer.shift(start)
    cited = _cited(text, outer.end)
    if not (cited and _says_where(cited)):
        return None
    names = names_in(text[start : outer.start].strip(" ,.:"))
    if not names:
        return None
    form = made(FormKind.SHORT_TITLE, signal, cited.tail, names)
    title = plain(marks[0].inner.of(text[start:]))
    return _before(form, title, cited.note) if title else None


class _Cited(NamedTuple):
    """What stands behind a short title: a place, and in which note it was cited before, if ``said``."""

    tail: Tail
    said: bool
    note: str


def _cited(text: str, start: int) -> _Cited | None:
    """The same, read to the end of the text; None if anything else stands there."""
    before = _CITED_BEFORE.match(text, start)
    tail = tail_at(text, before.end() if before else start)
    if before is None and (behind := _CITED_BEFORE.match(text, tail.end)):
        before, tail = behind, tail._replace(end=behind.end())
    if not END.match(text, tail.end):
        return None
    return _Cited(tail, before is not None, (before["note"] or "") if before else "")


def _says_where(cited: _Cited) -> bool:
    """Whether a place follows, and no bare year, or it is said that the work was cited before."""
    places, comment = cited.tail.places, cited.tail.comment
    if not places:
        return cited.said or bool(comment)
    return bool(places[0].term) or not YEARLIKE.fullmatch(places[0].number)


def _before(form: Form, title: str, note: str) -> Form:
    """The form of a work with a title that was cited before, in a note or in one that is not named."""
    if note:
        return replace(form, kind=None, title=title, note=note)
    if len(form.names) == 1 and language.bare(form.names[0].family) in language.vocabulary("same_person"):
        return replace(form, kind=FormKind.IDEM, names=(), title=title)
    return replace(form, title=title)


def _bare_short_title(text: str, start: int, signal: str) -> Form | None:
    """The same with a title that nothing sets off."""
    parted = _BEHIND_WHO.search(text, start)
    title_ends = _TITLE.match(text, parted.end()) if parted else None
    if parted is None or title_ends is None or not text[parted.end() : parted.end() + 1].isupper():
        return None
    for gap in _PLACE.finditer(text, parted.end(), title_ends.end() + _LONGEST_GAP):
        if gap.start() > title_ends.end():
            break
        head = text[start : gap.start()].rstrip(" ,.:")
        colon = head.find(": ")
        who, sign, title = head.partition(": " if 0 < colon < head.find(", ") or ", " not in head else ", ")
        if sign and not _may_be_short(who, title):
            break  # nor is it one with more words
        cited = _cited(text, gap.start())
        if cited and _says_where(cited):
            names = names_in(who) if sign else ()
            if not names or (any(name.given for name in names) and not cited.note):
                break
            return _before(made(FormKind.SHORT_TITLE, signal, cited.tail, names), title.strip(" ."), cited.note)
    return None


def _may_be_short(who: str, title: str) -> bool:
    """Whether words may be family names, and others a title of a few words, as short forms have them."""
    if ". " in title or "," in title or ": " in title or ": " in who or any(map(str.isdigit, who + title)):
        return False
    words = title.split()
    return len(words) <= _MAX_TITLE_WORDS and title[:1].isupper() and not is_given(words[0])
