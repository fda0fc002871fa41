"""Strings that stand for a source cited elsewhere: "ibid.", "See note 4", "Smith, Revolting, 12"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, NamedTuple

from anora_bib import language
from anora_bib.model.essay.pieces import FormKind
from anora_bib.parser.cutting.form_parts import LEADS, NOTE, YEARLIKE, Form, Tail, made, names_in, tail_at, whole_tail
from anora_bib.parser.cutting.short_titles import short_case, short_title
from anora_bib.parser.text.signs import Chosen, Seen, Signed, signed
from anora_bib.parser.text.words import CONNECTIVES
from anora_bib.text.patterns import lazy

_MAX = 240
"""Characters; a longer string says more than a short form does."""
_LEAD = (
    r"\s*+(?:\[?\d{1,3}[\].)]\s++)?"
    rf"(?:[*_]?(?P<signal>(?:but )?(?:{language.pattern(language.signals('see', 'compare', 'authority'))}|cf))"
    r"[*_]?,?[*_]?\s++)?"
)
_WHO = (
    rf"(?:(?P<who>(?!(?:see|{language.pattern(language.vocabulary('note_directions'))})\b)[^\d,;:.]{{2,60}}?(?<!\s))"
    r"(?:\s?,)?\s++)?"
)
_STOP: Final = lazy(
    r"[*_)\]]{0,2}(?:[.;,:](?=\s)|(?<=\.)(?=\s)|(?=\s(?:and|but|where|who|for|on|with|in)\s)|(?=\s[(\[]))",
    re.IGNORECASE,
)
"""Where words of the author begin behind a short form: "Ibid., 12. He goes on ..."."""


_NOTE_WORDS: Final = " ".join(sorted(language.vocabulary("notes_of_essay")))


class _Core(NamedTuple):
    """What a kind of short form has between names and a place; its matches have one of the ``words``."""

    kind: FormKind | None
    words: str
    pattern: str


_CORES: Final = (
    _Core(
        FormKind.IBID,
        "ibid ibíd ibidem ibídem id ebenda ebnda ebda ebd ivi",
        r"(?:ib[ií]d(?:em)?(?![^\W_])\.?|id\.(?=[\s,*_]|\Z)|ebe?nda(?![^\W_])|ebda?(?![^\W_])\.?|ivi(?=[\s,.*_]|\Z))",
    ),
    _Core(
        FormKind.OP_CIT,
        "cit opcit artcit obcit o",
        r"(?:(?:(?:op|art|ob)\.?\s?|(?<=,\s)[*_]?)cit\b\.?|a\.\s?a\.\s?O\b\.?)",
    ),
    _Core(FormKind.LOC_CIT, "cit loccit", r"loc\.?\s?cit\b\.?"),
    _Core(FormKind.IDEM, "idem eadem", r"(?:idem|eadem)\b\.?(?:,\s*(?P<title>(?!\s|pp?\b)[^,\d]{3,80}(?<!\s)))?"),
    _Core(None, _NOTE_WORDS, rf"{LEADS}{NOTE}"),
    _Core(FormKind.OP_CIT, "supra", r"supra(?=[\s,.;*_)]|\Z)"),
)


class _Kind(NamedTuple):
    """A kind of short form, and the pattern of it up to the place in its source."""

    kind: FormKind | None
    pattern: Signed


_KINDS: Final = Chosen(
    _Kind(kind, signed(rf"\A{_LEAD}{_WHO}[*_(\[]{{0,2}}{core}[*_)\]]{{0,3}}", re.IGNORECASE, words=words))
    for kind, words, core in _CORES
)

_OP_CIT_TITLE: Final = signed(
    r"op\.?\s?cit\.?,?\s+[*_“\"]*(?P<title>(?-i:[A-Z])[^,\d*_”\"]{2,80})", re.IGNORECASE, parts=["cit"]
)
_AUTHOR_DATE = lazy(
    rf"{_LEAD}(?P<open>[(\[])?(?P<who>[^\d,;:.()\[\]]{{2,60}}?)(?P<others>,? et al\.)?,?\s"
    r"[(\[]?(?P<year>(?:1[4-9]|20)\d\d[a-h]?)[)\]]?(?!\d)",
    re.IGNORECASE,
)
_LONGEST_WHO: Final = 80
"""Characters between the signal and the year of an author and a date."""
_NOT_WHO: Final = lazy(r"[,;:.()\[\]]")
_BEFORE_YEAR: Final = len(", et al., (")
_LEADING: Final = lazy(_LEAD, re.IGNORECASE)


def short_form(text: str, seen: Seen | None = None) -> Form | None:
    """The short form that ``text`` wholly is, or None; ``seen`` are its words, or those of more, if they are known."""
    if len(text) > _MAX or not text.strip():
        return None
    known = seen or Seen(text)
    for kind, pattern in _KINDS.likely(known):
        match = pattern.pattern.match(text)
        if match and (tail := whole_tail(text, match.end())):
            return _read(kind, match, tail)
    if match := _OP_CIT_TITLE.search(text, known):
        return _op_cit(text, match)
    signal, start = leading_signal(text)
    return _author_date(text, start) or short_case(text, start, signal) or short_title(text, start, signal)


def leading_signal(text: str) -> tuple[str, int]:
    """The signal with which ``text`` opens ("See also"; "" for none), and where that which it introduces begins."""
    lead = _LEADING.match(text)
    return _signal(lead), lead.end() if lead else 0


def opening_form(text: str, seen: Seen | None = None) -> tuple[Form, int] | None:
    """The short form with which ``text`` opens, and where words of the author begin behind it: "Ibid., 12. He ...".

    Short titles and authors with a year are read only where they are all there is; a cross-reference only behind a
    signal ("See note 3; ..."), since a sentence may speak of a note.
    """
    head = text[:_MAX]
    for kind, pattern in _KINDS.likely(seen or Seen(head)):
        match = pattern.pattern.match(head)
        if match is None or not (kind or match["signal"]):
            continue
        tail = tail_at(head, match.end())
        if (stop := _STOP.match(head, tail.end)) and (form := _read(kind, match, tail)):
            return form, stop.end()
    return None


def _author_date(text: str, start: int) -> Form | None:
    """Names and a year, "Harvey 1982, p. 44". Without a page or brackets it may be a caption, or a month."""
    year = YEARLIKE.search(text, start)
    if year is None or year.start() - start > _LONGEST_WHO:
        return None
    stop = _NOT_WHO.search(text, start + 1, year.start())
    if stop and year.start() - stop.start() > _BEFORE_YEAR:
        return None
    match = _AUTHOR_DATE.match(text)
    tail = whole_tail(text, match.end()) if match else None
    if match is None or tail is None or not (tail.places or match.group("open") or match.group("others")):
        return None
    names = names_in(match.group("who"))
    words = {word.casefold() for word in match.group("who").split()}
    if not names or words & (CONNECTIVES - {"and"} | {"copyright", *language.months(), *language.seasons("en")}):
        return None
    return replace(made(FormKind.AUTHOR_DATE, _signal(match), tail, names), year=match.group("year"))


def _read(kind: FormKind | None, match: re.Match[str], tail: Tail) -> Form | None:
    groups = match.groupdict()
    names = names_in(groups.get("who") or "")
    if groups.get("who") and not names:
        return None
    title = (groups.get("title") or "").strip(" .*_")
    return replace(made(kind, _signal(match), tail, names), title=title, note=groups.get("note") or "")


def _op_cit(text: str, match: re.Match[str]) -> Form | None:
    """A form like "Roe, op. cit., Book, p. 8": the title tells which of the works of Roe."""
    signal, start = leading_signal(text)
    names = names_in(text[start : match.start()].strip(" ,.*_("))
    if not names:
        return None
    tail = whole_tail(text, match.end())
    form = made(FormKind.OP_CIT, signal, tail, names) if tail else Form(FormKind.OP_CIT, names)
    return replace(form, title=match.group("title").strip(" ."), signal=signal)


def _signal(match: re.Match[str] | None) -> str:
    return (match.groupdict().get("signal") or "") if match else ""
