"""Short forms: strings that stand for a source cited elsewhere ("ibid.", "See note 4", "Smith, Revolting, 12")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from anora_bib.model import Name
from anora_bib.parser.rules.dates import MONTHS, SEASONS
from anora_bib.parser.rules.law import find_law
from anora_bib.parser.split import split
from anora_bib.parser.text.marks import find_marks, plain
from anora_bib.parser.text.names import NameReader
from anora_bib.parser.text.person import is_given
from anora_bib.parser.text.tokens import tokenize
from anora_bib.parser.text.words import CONNECTIVES
from anora_bib.spans import Span

_MAX = 240
"""Characters; a longer string says more than a short form does."""
_PAGES = (
    r"[A-Z]?\d{1,5}(?:\s?[-–—]\s?\d{1,5})?(?:,\s?\d{1,5}(?:[-–—]\d{1,5})?){0,6}(?:\s?ff?\b)?"
    r"|[ivxlcdm]{1,8}(?:[-–][ivxlcdm]{1,8})?"
)
_LABELS: Final = {
    "s": "page", "p": "page", "pp": "page", "page": "page", "pages": "page", "at": "page", "ch": "chapter",
    "chap": "chapter", "chapter": "chapter", "vol": "volume", "§": "section", "sec": "section", "section": "section",
    "para": "paragraph", "n": "note", "l": "line", "ll": "line", "fig": "figure", "book": "book", "bk": "book",
    "no": "issue",
}  # fmt: skip
_LOCATOR = (
    r"(?:[\s,.:;(]*(?:(?P<label>pp?|pages?|s(?=\.)|at|ch(?:ap(?:ter)?)?|vol|§|sec(?:tion)?|para|ll?|fig|bk|book)"
    r"(?:\b\.?\s*|(?<=§)\s?|(?=\d))|(?<=[\s,:(]))"
    rf"(?P<locator>{_PAGES})\)?)?"
)
_LEAD = (
    r"\s*(?:\[?\d{1,3}[\].)]\s+)?"
    r"(?:(?:but )?(?:see|cf\.?|cfr\.|compare|vgl\.|siehe|voir|véase)(?: also| auch| aussi)?,?\s+)?"
)
_WHO = r"(?:(?P<who>(?!(?:supra|see|above|infra)\b)[^\d,;:.]{2,60}?),?\s+)?"
_END = r"(?:,?\s+passim)?\s*(?:\((?:my |his |her |our )?(?:emphasis|italics|translation)[^()]{0,30}\))?[\s.;,)\]↩︎↑^]*\Z"


def _pattern(core: str) -> re.Pattern[str]:
    return re.compile(rf"{_LEAD}{_WHO}[*_(\[]{{0,2}}{core}[*_]{{0,2}}{_LOCATOR}{_END}", re.IGNORECASE)


_FORMS: Final = (
    ("ibid", _pattern(
        r"(?:ib[ií]d(?:em)?(?![^\W_])\.?|id\.(?=[\s,*_]|\Z)|ebe?nda(?![^\W_])|ebda?(?![^\W_])\.?|ivi(?=[\s,.*_]|\Z))")),
    ("op-cit", _pattern(r"(?:(?:op|art|ob)\.?\s?cit\b\.?|a\.\s?a\.\s?O\b\.?)")),
    ("loc-cit", _pattern(r"loc\.?\s?cit\b\.?")),
    ("idem", _pattern(r"(?:idem|eadem)\b\.?(?:,\s*(?P<title>(?!\s|pp?\b)[^,\d]{3,80}))?")),
    ("note", _pattern(
        r"(?:(?:see,?\s)?(?:supra|above|infra|below),?\s+|as in\s+)?(?:(?:foot|end)?note"
        r"|fn\.?|nn?\.)\s?\[?(?P<note>\d{1,3}[a-z]?)\]?,?"
        r"(?:\s(?:above|supra|below|infra))?")),
    ("note", _pattern(r"supra\s(?:note|n\.)\s(?P<note>\d{1,3})")),
)  # fmt: skip
_OP_CIT_TITLE = re.compile(r"op\.?\s?cit\.?,?\s+[*_“\"]*(?P<title>[A-Z][^,\d*_”\"]{2,80})", re.IGNORECASE)
_TAIL = re.compile(rf"[,.:]?\s+(?:(?P<label>pp?|chap|ch|§)\b\.?\s*)?(?P<locator>{_PAGES}){_END}")
_YEARLIKE = re.compile(r"(?:1[4-9]|20)\d\d")
_AUTHOR_DATE = re.compile(
    rf"{_LEAD}(?P<open>[(\[])?(?P<who>[^\d,;:.()\[\]]{{2,60}}?)(?P<others>,? et al\.)?,?\s"
    rf"[(\[]?(?P<year>(?:1[4-9]|20)\d\d[a-h]?)[)\]]?{_LOCATOR}{_END}",
    re.IGNORECASE,
)
_MAX_TITLE_WORDS = 9


@dataclass(frozen=True, slots=True)
class ShortForm:
    """What a short form says of its source.

    ``kind`` is "ibid", "op-cit", "loc-cit", "idem", "note", "short-title" or "author-date"; ``note`` is the label of
    the note it points at; ``year`` is as printed ("1982a"); ``label`` is a CSL locator term ("page"). ``names`` may be
    family names alone. The span counts in the string given.
    """

    kind: str
    span: Span
    names: tuple[Name, ...] = ()
    title: str = ""
    note: str = ""
    locator: str = ""
    label: str = ""
    year: str = ""


def short_forms(text: str) -> list[ShortForm]:
    """Each part of ``text`` that is a short form, in order: "Smith, “Title,” 7; Roe, Book, 15." has two.

    Parts that are references of their own are left out. The spans count in ``text``.
    """
    if whole := short_form(text):
        return [whole]
    return [
        replace(form, span=form.span.shift(piece.span.start))
        for piece in split(text, find_law(text), find_marks(text))
        if not piece.law and (form := short_form(piece.span.of(text)))
    ]


def short_form(text: str) -> ShortForm | None:
    """The short form that ``text`` wholly is, or None."""
    if len(text) > _MAX or not text.strip():
        return None
    stripped = len(text) - len(text.lstrip())
    span = Span(stripped, len(text.rstrip()))
    for kind, pattern in _FORMS:
        if match := pattern.match(text):
            return _read(kind, match, span)
    if match := _OP_CIT_TITLE.search(text):
        return _op_cit(text, match, span)
    return _author_date(text, span) or _short_title(text, span)


def _author_date(text: str, span: Span) -> ShortForm | None:
    """ "Harvey 1982, p. 44": names and a year. Without a page or brackets it may be a caption, or a month."""
    match = _AUTHOR_DATE.match(text)
    if match is None or not (match.group("locator") or match.group("open") or match.group("others")):
        return None
    names = _names(match.group("who"))
    words = {word.casefold() for word in match.group("who").split()}
    if not names or words & (CONNECTIVES - {"and"} | {"copyright", *MONTHS, *SEASONS}):
        return None
    label, locator = _locator(match.groupdict())
    return ShortForm("author-date", span, names, "", "", locator, label, match.group("year"))


def _read(kind: str, match: re.Match[str], span: Span) -> ShortForm | None:
    groups = match.groupdict()
    names = _names(groups.get("who") or "")
    if groups.get("who") and not names:
        return None
    label, locator = _locator(groups)
    return ShortForm(
        kind, span, names, (groups.get("title") or "").strip(" .*_"), groups.get("note") or "", locator, label
    )


def _op_cit(text: str, match: re.Match[str], span: Span) -> ShortForm | None:
    """ "Roe, op. cit., Book, p. 8": the title tells which of the works of Roe."""
    names = _names(re.sub(_LEAD, "", text[: match.start()], count=1, flags=re.IGNORECASE).strip(" ,.*_("))
    tail = _TAIL.search(text, match.end() - 1)
    if not names:
        return None
    label, locator = _locator(tail.groupdict()) if tail else ("", "")
    return ShortForm("op-cit", span, names, match.group("title").strip(" ."), "", locator, label)


def _locator(groups: dict[str, str | None]) -> tuple[str, str]:
    locator = (groups.get("locator") or "").strip()
    printed = (groups.get("label") or "").casefold().rstrip(".")
    return (_LABELS.get(printed, "page"), locator) if locator else ("", "")


def _names(words: str) -> tuple[Name, ...]:
    """Names as short forms have them: family names alone, or whole ones, joined by "and"; () if they are not names."""
    found = []
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
            found.append(direct[0])
        elif 1 <= len(tokens) <= 3 and tokens[-1].is_capital:
            small = [token.text for token in tokens[:-1]]
            found.append(Name(family=tokens[-1].text, non_dropping_particle=" ".join(small)))
        else:
            return ()
    return tuple(found)


def _short_title(text: str, span: Span) -> ShortForm | None:
    """ "Smith, Revolting, 12": names, a title of a few words, a page; no date and no imprint."""
    start = _after_lead(text)
    tail = _TAIL.search(text, start)
    if tail is None or (_YEARLIKE.fullmatch(tail.group("locator") or "") and not tail.group("label")):
        return None
    head = text[start : tail.start()].rstrip(" ,.:")
    label, locator = _locator(tail.groupdict())
    marks = find_marks(text[start:])
    if marks:
        mark = marks[0]
        names = _names(head[: mark.outer.start].strip(" ,."))
        closed = mark.outer.end >= len(head)
        if len(marks) > 1 or not closed or (head[: mark.outer.start].strip(" ,.") and not names):
            return None
        title = plain(mark.inner.of(text[start:]))
        return ShortForm("short-title", span, names, title, "", locator, label) if names else None
    return _bare_short_title(head, span, locator, label)


def _bare_short_title(head: str, span: Span, locator: str, label: str) -> ShortForm | None:
    who, comma, title = head.partition(", ")
    if not comma or any(char.isdigit() for char in head) or "(" in head or ": " in head or ". " in title:
        return None
    words = title.split()
    names = _names(who)
    if (
        not names
        or not words
        or len(words) > _MAX_TITLE_WORDS
        or not title[0].isupper()
        or is_given(words[0])
        or "," in title
    ):
        return None
    if any(name.given for name in names):
        return None
    return ShortForm("short-title", span, names, title.strip(" ."), "", locator, label)


def _after_lead(text: str) -> int:
    match = re.match(_LEAD, text, re.IGNORECASE)
    return match.end() if match else 0
