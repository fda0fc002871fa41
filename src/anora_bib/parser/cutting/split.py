"""Several references in one string: where one ends and the next begins."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from anora_bib import language
from anora_bib.parser.cutting.lead_ins import behind_prose, opens_sentence
from anora_bib.parser.draft import Mark
from anora_bib.parser.rules.law.citations import LawCitation
from anora_bib.parser.rules.numbers.dates import find_dates
from anora_bib.parser.text.signs import Seen, words_in
from anora_bib.parser.text.words import PROSE
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_SEE: Final = [phrase for phrase in language.signals("see") if phrase != "e.g."]
_COMPARE: Final = language.signals("compare")
_TAKEN: Final = language.signals("taken")
_CAPITAL: Final = [phrase.capitalize() for phrase in (*_SEE, *_COMPARE, *_TAKEN, *language.signals("authority"))]
_NO_PROSE: Final = [phrase for phrase in (*_SEE, *_COMPARE, *_TAKEN) if " " in phrase or phrase in ("cf.", "compare")]
"""Signals that are no words of a sentence even where none begins."""
_ENDED: Final = r"(?:(?<=\.)|(?!\w))"
_SURE: Final = lazy(
    r"\n\s*\n"
    rf"|(?<=[.;)\d”\"’])\s+(?=(?:but )?(?:{language.pattern((*_CAPITAL, *_NO_PROSE))}){_ENDED})"
    rf"|(?<=[.;])\s+(?=(?:[Bb]ut )?(?:{language.pattern((*_SEE, *_COMPARE))})\s)"
    rf"|(?<=[,])\s+(?=(?:{language.pattern(_TAKEN)})\b)"
    r"|;(?=\[)"
    r"|(?:(?<=\d\.)|(?<=[f)]\.))\s(?:--{1,2}|[–—])\s(?=[^\W\d_a-zß-öø-ÿ*„“»\"])"
)
"""Where one surely ends: before a signal, and at a dash behind the page or the year, as in German notes."""
_DASH: Final = lazy(r"\.\s(?:--|[–—])")
_SURE_WORDS: Final = words_in(*_SEE, *_COMPARE, *_TAKEN, *language.signals("authority"))
"""What each sure end has, if it has no new line and no opening bracket behind a semicolon."""
_DATE_ENDS: Final = lazy(r",\s\d\d\d\d\.\s")
_LISTED: Final = (
    r"(?:\[?\d{1,3}[\].)]\s+|[-•*]\s+)?(?:(?:v[ao]n|de[rn]?|di|la|le)\s){0,2}[A-ZÀ-ÞŁŚŠŽ][\w’'-]{1,30}"
    r"(?:\s[A-ZÀ-Þ][\w’'-]{1,30})?,\s[A-ZÀ-Þ](?:\.|[\w’'-]{1,20}[.,(]?\s?[A-Z(&“\"*\d])"
)
"""How an item of a list begins: "Roe, Jane." or "van Roe, J. K. (", behind a number or a bullet."""
_MAYBE: Final = lazy(
    rf"[\s,;](?:(?<=\n)[ \t]{{0,40}}(?={_LISTED})|(?<=,\s\d\d\d\d\.\s)\s*+(?={_LISTED})|"
    r"(?<=;\s)\s*+(?:and\s+)?(?=[\w“\"*_‘\[])"
    r"|(?<=[)\d”\"’.].)(?:(?<=\s)|(?=\s))\s*+(?:and|&)\s+(?=[A-Z“\"*_]))",
    re.DOTALL,
)
_TO_NOTE: Final = rf"\((?:{language.pattern(language.vocabulary('notes_of_essay'))})\.?\s\d{{1,3}}\)"
_SHORT_FORM: Final = lazy(
    rf"\w{{2,40}}\s{_TO_NOTE}|[*_]?(?:{language.pattern(language.vocabulary('same_source'))})(?![^\W_])", re.IGNORECASE
)
_EVIDENCE: Final = lazy(
    r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)|https?://|www\.|\bdoi\b|\bn\.d\.|[\w.]\s?§|[,”\"’] (?:pp?\. ?)?\d{1,4}(?=[.;,]|$)"
    rf"|(?<![^\W_])(?:{language.pattern(language.vocabulary('same_source'))})(?![^\W_])|{_TO_NOTE}",
    re.IGNORECASE,
)
"""A year, an address, a page, a note above.

Each half of a split must have one, or "Ritman, Alex; Shafer, Ellise" would be two.
"""
_CLOSED: Final = lazy(
    r"\((?P<imprint>[^()]{2,160}[^()\d\s][,\s]\s?\d{4})\)"
    r"(?:[,:]?\s(?:pp?\.\s?|§§?\s?|S\.\s?|chap\.\s?|vol\.\s?)?\d[\d:–, -]{0,30})?"
    r"(?:\s\([^()]{3,60}\))?\.\s+(?=[A-Z])"
)
_PAGES_END: Final = lazy(r"[:,]\s(?:pp?\.\s?)?\d{1,5}(?:[–-]\d{1,5})?\.\s+(?=[A-Z])")
"""The pages of an article, and a sentence behind them."""
_YEAR: Final = lazy(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
_SET_OFF: Final = lazy(r"[”\"*_’]")
_ADDRESS: Final = lazy(r"https?://|www\.|doi\b", re.IGNORECASE)
"""What no reference opens with that has another before it."""
_FIRST_YEAR: Final = lazy(r"[.(\s](?:1[5-9]|20)\d\d;\s{1,4}\Z")
_REISSUED: Final = lazy(
    r"[^\W\d_a-z][^.,:;()\d]{1,30}(?:,\s[A-Z][A-Za-z.]{1,4})?:\s[^\W\d_a-z][^:;()\d]{2,60}[,\s]\s?(?:1[5-9]|20)\d\d"
)
_INITIAL: Final = lazy(r"(?<![^\W\d_])[^\W\d_a-z]\.[,;]?\s+(?:and|&)\s+\Z")
_LAST_NAME: Final = lazy(r"[^\W\d_a-z][\w’'-]{1,30}(?:\s[^\W\d_a-z][\w’'-]{1,30})?,\s[^\W\d_a-z]\.")
"""Behind the initial of a name and "and" stands the last name of the same list: "Doe, C. and Hyder, A. (Eds)"."""
_REFERENCE: Final = 240
_SENTENCE: Final = 240
"""Characters of a reference before its pages, and of a sentence, that are looked at."""
_WORD: Final = lazy(r"\w")
_JOINT: Final = lazy(r"[\s,;]+(?:and|&)\s*\Z|\s(?:--{1,2}|[–—])\s*\Z")
_LONGEST_JOINT: Final = 32
"""Characters of " and " with the white space of a wrapped line around it."""
_ENCLOSED: Final = lazy(r"\[[^\[\]\s]{1,400}\]\([^()\s]{1,400}\)|\([^()]{0,240}\)")
"""Addresses with a link on them, and parentheses."""
_TITLE_WORDS: Final = lazy(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of the string that is one piece at most; ``law`` if it is a citation of the law."""

    span: Span
    law: LawCitation | None = None


def split(text: str, laws: Iterable[LawCitation], marks: Iterable[Mark], seen: Seen) -> list[Cut]:
    """The stretches of ``text``, in order, without the joints between them; those without words are left out.

    Citations of the law stand by themselves, the rest is cut at its joints.
    """
    marked = list(marks)
    cuts: list[Cut] = []
    done = 0
    for law in laws:
        if any(mark.inner.contains(law.span) for mark in marked):
            continue
        cuts += _cut(text, done, law.span.start, marked, seen)
        cuts.append(Cut(law.span, law))
        done = law.span.end
    cuts += _cut(text, done, len(text), marked, seen)
    return cuts


def _cut(text: str, start: int, end: int, marks: list[Mark], seen: Seen) -> list[Cut]:
    cuts = []
    edges = _edges(text, start, end, marks, seen)
    for begin, stop in pairwise(edges):
        low, high = strip(text, begin, stop)
        if stop != end and (joint := _JOINT.search(text, max(low, high - _LONGEST_JOINT), high)):
            low, high = strip(text, low, joint.start())
        if _WORD.search(text, low, high):
            cuts.append(Cut(Span(low, high)))
    return cuts


def _edges(text: str, start: int, end: int, marks: list[Mark], seen: Seen) -> list[int]:
    """Where the stretches between two offsets begin, and the end of the last."""
    sure = list(_SURE.finditer(text, start, end)) if _may_end(text, seen) else []
    maybe = list(_MAYBE.finditer(text, start, end)) if _may_be_list(text, seen) else []
    remarks = [*_remarks(text, start, end), *behind_prose(text, start, end, marks)]
    if not (sure or maybe or remarks):
        return [start, end]
    inside = sorted([mark.outer for mark in marks] + [Span(*match.span()) for match in _ENCLOSED.finditer(text)])
    starts = [span.start for span in inside]
    certain = {match.end() for match in sure if not _within(match.start(), inside, starts)}
    likely = [match.end() for match in maybe if not _within(match.start(), inside, starts)]
    evidence = [match.start() for match in _EVIDENCE.finditer(text, start, end)] if likely else []
    cuts = [start]
    for low, high in pairwise(sorted({start, end, *certain, *remarks})):
        if low != cuts[-1]:
            cuts.append(low)
        for at in likely[bisect_left(likely, low) : bisect_left(likely, high)]:
            if at > cuts[-1] and _has(evidence, cuts[-1], at) and _has(evidence, at, high) and _opens(text, at):
                cuts.append(at)
    return [*cuts, end]


def _may_end(text: str, seen: Seen) -> bool:
    return "\n" in text or ";[" in text or _DASH.search(text) is not None or not _SURE_WORDS.isdisjoint(seen.words)


def _may_be_list(text: str, seen: Seen) -> bool:
    return ";" in text or "and" in seen.words or "&" in text or "\n" in text or _DATE_ENDS.search(text) is not None


def _remarks(text: str, start: int, end: int) -> list[int]:
    """Where a sentence about the source begins: behind "(London: Verso, 2001), 5.", and behind pages of an article."""
    ends = []
    for match in _CLOSED.finditer(text, start, end):
        dates = find_dates(match.group("imprint"))
        if dates and dates[-1].precision == 1 and _is_remark(text[match.end() : end]):
            ends.append(match.end())
    for match in _PAGES_END.finditer(text, start, end):
        before = text[max(start, match.start() - _REFERENCE) : match.start()]
        if _YEAR.search(before) and _SET_OFF.search(before) and _is_remark(text[match.end() : end]):
            ends.append(match.end())
    return ends


def _is_remark(text: str) -> bool:
    """Whether the sentence with which ``text`` begins is the author's."""
    sentence = text[:_SENTENCE].split(". ", 1)[0]
    words = [word.strip(",;:") for word in sentence.casefold().split()]
    return opens_sentence(sentence) or sum(word in PROSE for word in words) >= 2


def _within(at: int, spans: list[Span], starts: list[int]) -> bool:
    """True inside one of the spans, or of the one before it where two overlap."""
    index = bisect_left(starts, at) - 1
    return any(at < spans[near].end for near in (index, index - 1) if near >= 0)


def _has(places: list[int], start: int, end: int) -> bool:
    index = bisect_left(places, start)
    return index < len(places) and places[index] < end


def _opens(text: str, at: int) -> bool:
    """True if what stands at ``at`` can open a reference: two words soon, not a bare number or "ed. X".

    Behind the year of the original, place, house and year go on with it: "1997; Hull: Tide Press, 2008".
    """
    head = text[at : at + 80]
    if _ADDRESS.match(head):
        return False
    if _FIRST_YEAR.search(text, max(0, at - 12), at) and _REISSUED.match(text, at):
        return False
    if _SHORT_FORM.match(head):
        return True
    if _LAST_NAME.match(head) and _INITIAL.search(text, max(0, at - 24), at):
        return False
    return len(_TITLE_WORDS.findall(head)) >= 2 and not re.match(r"(?:eds?|trans|rev|repr|no|vol|pp?)\b\.?", head)


def strip(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets without the white space, commas and semicolons at either end."""
    while start < end and (text[start].isspace() or text[start] in ";,"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ";,"):
        end -= 1
    return start, end
