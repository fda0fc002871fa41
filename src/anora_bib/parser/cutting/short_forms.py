"""Strings that stand for a source cited elsewhere: "ibid.", "See note 4", "Smith, Revolting, 12"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from anora_bib import language
from anora_bib.model import Name
from anora_bib.model.essay.pieces import FormKind
from anora_bib.parser.text.marks import find_marks, plain
from anora_bib.parser.text.names import NameReader
from anora_bib.parser.text.person import is_given
from anora_bib.parser.text.signs import Chosen, Seen, Signed, signed
from anora_bib.parser.text.tokens import tokenize
from anora_bib.parser.text.words import CONNECTIVES

_MAX = 240
"""Characters; a longer string says more than a short form does."""
_PAGES = (
    r"(?:\d{1,2}:)?[A-Z]?\d{1,5}(?:\s?[-–—]\s?\d{1,5})?(?:,\s?\d{1,5}(?:[-–—]\d{1,5})?){0,6}(?:\s?ff?\b)?"
    r"|[ivxlcdm]{1,8}(?:[-–][ivxlcdm]{1,8})?"
)
_TERMS = ("page", "chapter", "volume", "section", "paragraph", "line", "figure", "book")
_LABELS = frozenset(map(language.bare, language.locator_words(*_TERMS))) - {"s"}
_LOCATOR = (
    # The German "S." is "s" elsewhere without its stop.
    rf"(?:[\s,.:;(]*(?:(?P<label>{language.pattern(_LABELS)}|s(?=\.))"
    r"(?:\b\.?\s*|(?<=[§¶])\s?|(?=\d))|(?<=[\s,:(]))"
    rf"(?P<locator>{_PAGES})\)?)?"
)
_LEAD = (
    r"\s*+(?:\[?\d{1,3}[\].)]\s++)?"
    rf"(?:(?P<signal>(?:but )?(?:{language.pattern(language.signals('see', 'compare', 'authority'))}|cf)),?\s++)?"
)
_WHO = r"(?:(?P<who>(?!(?:supra|see|above|infra|below|oben|unten)\b)[^\d,;:.]{2,60}?(?<!\s))(?:\s?,)?\s++)?"
_SUFFIX = (
    r"(?:,?\s{1,24}(?P<passim>passim))?"
    r"\s{0,24}(?:\((?P<suffix>(?:my |his |her |our )?(?:emphasis|italics|translation)[^()]{0,30})\))?"
)
_END = _SUFFIX + r"[\s.;,)\]↩︎↑^]*\Z"
_STOP = r"[*_)\]]{0,2}(?:[.;,:](?=\s)|(?<=\.)(?=\s)|(?=\s(?:and|but|where|who|for|on|with|in)\s)|(?=\s[(\[]))"
"""Where words of the author begin behind a short form: "Ibid., 12. He goes on ..."."""


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
    _Core(FormKind.OP_CIT, "cit opcit artcit obcit o", r"(?:(?:op|art|ob)\.?\s?cit\b\.?|a\.\s?a\.\s?O\b\.?)"),
    _Core(FormKind.LOC_CIT, "cit loccit", r"loc\.?\s?cit\b\.?"),
    _Core(FormKind.IDEM, "idem eadem", r"(?:idem|eadem)\b\.?(?:,\s*(?P<title>(?!\s|pp?\b)[^,\d]{3,80}(?<!\s)))?"),
    _Core(
        None,
        "note footnote endnote fußnote fussnote anm anmerkung nota fn n nn",
        r"(?:(?:see,?\s)?(?:supra|above|infra|below|oben|unten),?\s+|as in\s+)?(?:(?:foot|end)?note"
        r"|(?:fu(?:ß|ss)|end)note|anm(?:erkung|\.)|nota|fn\.|nn?\.)\s?\[?(?P<note>\d{1,3}[a-z]?)\]?,?"
        r"(?:\s(?:above|supra|below|infra|oben|unten))?",
    ),
    _Core(None, "note n", r"supra\s(?:note|n\.)\s(?P<note>\d{1,3})"),
)


class _Kind(NamedTuple):
    """A kind of short form, and the pattern of all of it."""

    kind: FormKind | None
    pattern: Signed


def _kinds(end: str) -> Chosen[_Kind]:
    return Chosen(
        _Kind(
            kind, signed(rf"\A{_LEAD}{_WHO}[*_(\[]{{0,2}}{core}[*_]{{0,2}}{_LOCATOR}{end}", re.IGNORECASE, words=words)
        )
        for kind, words, core in _CORES
    )


_WHOLE: Final = _kinds(_END)
_OPENING: Final = _kinds(_SUFFIX + _STOP)

_OP_CIT_TITLE: Final = signed(
    r"op\.?\s?cit\.?,?\s+[*_“\"]*(?P<title>(?-i:[A-Z])[^,\d*_”\"]{2,80})", re.IGNORECASE, parts=["cit"]
)
_TAIL = re.compile(rf"\s+(?:(?P<label>[^\W\d_]{{1,20}}|[§¶]{{1,2}})\b\.?\s*)?(?P<locator>{_PAGES}){_END}")
"""A place at the end, if its label is one; behind a comma, a stop, a colon, or nothing."""
_FIGURE: Final = re.compile(r"\d")
_REST_OF_PAGES: Final = re.compile(r"[A-Z\d\s:,f–—-]*+(?:passim|\(|[.;)\]↩︎↑^\s,]*+\Z)")
"""What stands from the first figure of a place on: sooner told than that there is no :data:`_TAIL`."""
_YEARLIKE = re.compile(r"(?:1[4-9]|20)\d\d")
_AUTHOR_DATE = re.compile(
    rf"{_LEAD}(?P<open>[(\[])?(?P<who>[^\d,;:.()\[\]]{{2,60}}?)(?P<others>,? et al\.)?,?\s"
    rf"[(\[]?(?P<year>(?:1[4-9]|20)\d\d[a-h]?)[)\]]?{_LOCATOR}{_END}",
    re.IGNORECASE,
)
_LONGEST_WHO: Final = 80
"""Characters between the signal and the year of an author and a date."""
_NOT_WHO: Final = re.compile(r"[,;:.()\[\]]")
_BEFORE_YEAR: Final = len(", et al., (")
_LEADING: Final = re.compile(_LEAD, re.IGNORECASE)
_MAX_TITLE_WORDS = 9
_BETWEEN: Final = " ,.:\t\n"


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


def short_form(text: str, seen: Seen | None = None) -> Form | None:
    """The short form that ``text`` wholly is, or None; ``seen`` are its words, or those of more, if they are known."""
    if len(text) > _MAX or not text.strip():
        return None
    known = seen or Seen(text)
    for kind, pattern in _WHOLE.likely(known):
        if match := pattern.pattern.match(text):
            return _read(kind, match)
    if match := _OP_CIT_TITLE.search(text, known):
        return _op_cit(text, match)
    lead = _LEADING.match(text)
    start = lead.end() if lead else 0
    return _author_date(text, start) or _short_title(text, start, _signal(lead))


def opening_form(text: str, seen: Seen | None = None) -> tuple[Form, int] | None:
    """The short form with which ``text`` opens, and where words of the author begin behind it: "Ibid., 12. He ...".

    Short titles and authors with a year are read only where they are all there is; a cross-reference only behind a
    signal ("See note 3; ..."), since a sentence may speak of a note.
    """
    head = text[:_MAX]
    for kind, pattern in _OPENING.likely(seen or Seen(head)):
        match = pattern.pattern.match(head)
        if match and (kind or match["signal"]) and (form := _read(kind, match)):
            return form, match.end()
    return None


def _author_date(text: str, start: int) -> Form | None:
    """Names and a year, "Harvey 1982, p. 44". Without a page or brackets it may be a caption, or a month."""
    year = _YEARLIKE.search(text, start)
    if year is None or year.start() - start > _LONGEST_WHO:
        return None
    stop = _NOT_WHO.search(text, start + 1, year.start())
    if stop and year.start() - stop.start() > _BEFORE_YEAR:
        return None
    match = _AUTHOR_DATE.match(text)
    if match is None or not (match.group("locator") or match.group("open") or match.group("others")):
        return None
    names = _names(match.group("who"))
    words = {word.casefold() for word in match.group("who").split()}
    if not names or words & (CONNECTIVES - {"and"} | {"copyright", *language.months(), *language.seasons("en")}):
        return None
    return replace(_form(FormKind.AUTHOR_DATE, match, names), year=match.group("year"))


def _read(kind: FormKind | None, match: re.Match[str]) -> Form | None:
    groups = match.groupdict()
    names = _names(groups.get("who") or "")
    if groups.get("who") and not names:
        return None
    title = (groups.get("title") or "").strip(" .*_")
    return replace(_form(kind, match, names), title=title, note=groups.get("note") or "")


def _op_cit(text: str, match: re.Match[str]) -> Form | None:
    """A form like "Roe, op. cit., Book, p. 8": the title tells which of the works of Roe."""
    lead = _LEADING.match(text)
    names = _names(text[lead.end() if lead else 0 : match.start()].strip(" ,.*_("))
    if not names:
        return None
    tail = _tail(text, match.end() - 1)
    form = _form(FormKind.OP_CIT, tail, names) if tail else Form(FormKind.OP_CIT, names)
    return replace(form, title=match.group("title").strip(" ."), signal=_signal(lead))


def _form(kind: FormKind | None, match: re.Match[str], names: tuple[Name, ...]) -> Form:
    """A form with what all of them may have: a locator, a signal before, a comment behind."""
    groups = match.groupdict()
    label, locator = _locator(groups)
    suffix = ", ".join(part for part in (groups.get("passim"), groups.get("suffix")) if part)
    return Form(kind, names, locator=locator, label=label, signal=_signal(match), suffix=suffix)


def _tail(text: str, start: int) -> re.Match[str] | None:
    """The place in the source with which the text ends, and nothing but comments behind it."""
    tail = _TAIL.search(text, start)
    while tail and tail["label"] and tail["label"] not in _LABELS:
        tail = _TAIL.search(text, tail.start() + 1)
    return tail


def _signal(match: re.Match[str] | None) -> str:
    return (match.groupdict().get("signal") or "") if match else ""


def _locator(groups: dict[str, str | None]) -> tuple[str, str]:
    locator = (groups.get("locator") or "").strip()
    printed = (groups.get("label") or "").casefold().rstrip(".")
    return (language.locators().get(printed, "page"), locator) if locator else ("", "")


def _names(words: str) -> tuple[Name, ...]:
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


def _short_title(text: str, start: int, signal: str) -> Form | None:
    """A form like "Smith, Revolting, 12": names, a title of a few words, a page; no date and no imprint."""
    marks = find_marks(text[start:])
    if len(marks) > 1 or (marks and not _may_be_place(text[start + marks[0].outer.end :].lstrip(_BETWEEN))):
        return None
    figure = _FIGURE.search(text, start + (marks[0].outer.end if marks else 0))
    if figure and not _REST_OF_PAGES.match(text, figure.start()):
        return None
    tail = _tail(text, start)
    if tail is None or (_YEARLIKE.fullmatch(tail.group("locator") or "") and not tail.group("label")):
        return None
    head = text[start : tail.start()].rstrip(" ,.:")
    if marks:
        mark = marks[0]
        if mark.outer.end < len(head):
            return None
        names = _names(head[: mark.outer.start].strip(" ,."))
        title = plain(mark.inner.of(text[start:])) if names else ""
    else:
        names, title = _bare_short_title(head)
    if not names or not title:
        return None
    return replace(_form(FormKind.SHORT_TITLE, tail, names), title=title, signal=signal)


def _may_be_place(words: str) -> bool:
    """Whether what stands behind a title begins as a label or a page does, or there is nothing."""
    first = words[:1]
    return not words or first.islower() or words[1:2].isdigit() or not (first.isalpha() or first in '([“"‘')


def _bare_short_title(head: str) -> tuple[tuple[Name, ...], str]:
    """The family names and the title of a short form without marks; empty for anything else."""
    who, comma, title = head.partition(", ")
    if not comma or any(char.isdigit() for char in head) or "(" in head or ": " in head or ". " in title:
        return (), ""
    words = title.split()
    if not words or len(words) > _MAX_TITLE_WORDS or not title[0].isupper() or is_given(words[0]) or "," in title:
        return (), ""
    names = _names(who)
    return (names, title.strip(" .")) if not any(name.given for name in names) else ((), "")
