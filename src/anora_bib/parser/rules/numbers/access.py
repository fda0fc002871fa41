"""Dates that a word introduces, or brackets set off: of a look at a page, of its copy, of the first edition."""

from __future__ import annotations

import re
from collections.abc import Iterable

from anora_bib import language
from anora_bib.model import Date
from anora_bib.model.values.csl import ARCHIVED
from anora_bib.parser.draft import EXPLICIT, Draft, Explanation, asked_where, explained
from anora_bib.parser.rules.numbers.dates import MONTH, find_dates
from anora_bib.parser.text.signs import AnyOf, signed
from anora_bib.text.spans import Span

_LEADS = language.vocabulary("leads_to_access")
_VERBS = language.vocabulary("tell_of_access")
_DAYS = language.pattern(language.vocabulary("to_days_of_access"))
_ACCESSED = signed(
    rf"[(\[,;]?\s{{0,24}}\b(?:(?:{language.pattern(_LEADS)})?\s?(?:{language.pattern(_VERBS)})"
    rf"|access(?:ed)? date|accessed)\b(?: (?:{_DAYS})\b)?[:,]?\s*",
    re.IGNORECASE,
    words=(f"{lead}{verb}" for lead in ("", *_LEADS) for verb in ("access", *_VERBS)),
)
_VERBS_IN_FULL = re.compile(r"accessed|retrieved|viewed|visited", re.IGNORECASE)
_BEHIND_ADDRESS = signed(r"\s?\[(?=\d{4}-\d\d-\d\d\])", sign=r"\[\d{4}-\d\d-\d\d\]")
"""A day in brackets right behind an address is the one on which it was looked at, as in Sweden."""
_ARCHIVED = signed(
    r"[(\[,;]?\s{0,24}\barchived(?:\s+(?:\(?PDF\)?\s+)?from (?:the )?original)?(?:\s+\(?PDF\)?)?"
    r"(?:\s+(?:at|by|via)\s+[^.,;\d]{2,40}?)?(?:\s+on)?[:,]?\s*", re.IGNORECASE, parts=["archived"]
)  # fmt: skip
_ORIGINAL = signed(
    r"[(\[,;]?\s{0,24}\b(?:original(?:ly)?(?: work)? (?:published|released|performed|broadcast)|first published"
    r"|orig\. pub\.|erstmals erschienen|(?:première|1re) (?:édition|publication))(?: in)?:?\s+"
    r"(?:as\s[^\d()]{2,120},\s)?(?=\d{4}\b)",
    re.IGNORECASE,
    words="original originally first orig erstmals première re",
)
_YEAR = r"(?:1[4-9]|20)\d\d"
_OF_ORIGINAL = signed(
    rf"(?<!\d)(?:(?P<of_edition>{_YEAR})\s?[\[(](?P<behind>{_YEAR})[\])]|\[(?P<before>{_YEAR})\],\s(?P<reissued>{_YEAR})"
    rf"|(?<=[^\W\d],\s)\((?P<within>{_YEAR})\)\s(?P<now>{_YEAR})(?=\)))(?!\d)",
    sign=r"\d\s?[\[(]\d|\d\],\s\d|\d\)\s\d",
)
"""Beside the year of an edition, that of the first in brackets: "2011 [1986]", "[1532], 1952", "(1956) 2000)"."""
_OF_BOTH = signed(rf"\((?P<first>{_YEAR})\s?/\s?(?=(?P<edition>{_YEAR})\))", parts="/", sign=r"\d\s?/\s?\d")
_LONGEST_YEARS = 2
"""More years than these between two are no range of a journal or a season: "(1923/1999)"."""
_WEB_DATE = signed(r"\bWeb\.\s*(?=\d{1,2} [A-Z])", words="web")
_WORDS = (
    (ARCHIVED, _ARCHIVED), ("accessed", _ACCESSED), ("accessed", _WEB_DATE), ("original-date", _ORIGINAL)
)  # fmt: skip
_TIME = signed(
    rf"(?:{MONTH})\s(?:\d{{1,2}},\s)?(?:19|20)\d\d(?P<time>,?\s(?:at\s)?\d{{1,2}}:\d\d(?::\d\d)?"
    r"(?:\s?(?:[ap]\.?m\.?|[A-Z]{2,4}))?)(?=[\s).,;\]]|\Z)",
    re.IGNORECASE,
    sign=r":(?<=\d:)\d\d",
)
"""The time of a day, which no field has: "4 May 2012, 14:35 UTC"."""
_ANY = AnyOf(_TIME, _OF_ORIGINAL, _OF_BOTH, _BEHIND_ADDRESS, *(pattern for _, pattern in _WORDS))
_REACH = 40
"""Characters between the word and the end of its date: "Retrieved on Saturday, September 21, 2024"."""


@asked_where(_ANY)
def find_access(draft: Draft) -> Iterable[Explanation]:
    """``accessed``, ``archived`` and ``original-date``: by a word before the date, or by brackets around it."""
    yield from _set_off(draft)
    for time in _TIME.finditer(draft.rest, draft.seen):
        yield explained(*time.span("time"))
    for variable, pattern in _WORDS:
        for match in pattern.finditer(draft.rest, draft.seen):
            dates = find_dates(draft.rest, match.end(), min(len(draft.rest), match.end() + _REACH), draft.seen)
            near = [item for item in dates if item.span.start - match.end() <= 12]
            if near and variable == "accessed" and near[0].precision == 1 and not _VERBS_IN_FULL.search(match.group()):
                continue  # "Consultation 2011": a word of a title.
            if not near:
                if variable == ARCHIVED and "original" in match.group().casefold():
                    yield explained(*match.span())
                continue
            span = near[0].span
            end = span.end
            if end < len(draft.rest) and draft.rest[end] in ")]" and draft.rest[match.start()] in "([":
                end += 1
            yield Explanation(
                variable,
                near[0].date,
                span,
                Span(match.start(), end),
                EXPLICIT,
                "" if variable == "original-date" else "web",
            )


def _set_off(draft: Draft) -> Iterable[Explanation]:
    """The year of the first edition beside another year, and the day behind an address, in brackets."""
    for match in _OF_ORIGINAL.finditer(draft.rest, draft.seen):
        group = "behind" if match["behind"] else "before" if match["before"] else "within"
        if match[group] < (match["of_edition"] or match["reissued"] or match["now"]):
            span = Span(*match.span(group))
            cover = Span(span.start - 1, span.end + 1)
            yield Explanation("original-date", Date.of(int(match[group])), span, cover, EXPLICIT)
            break
    for both in _OF_BOTH.finditer(draft.rest, draft.seen):
        if int(both["edition"]) - int(both["first"]) > _LONGEST_YEARS:
            span = Span(*both.span("first"))
            cover = Span(span.start, both.end())
            yield Explanation("original-date", Date.of(int(both["first"])), span, cover, EXPLICIT)
    address = draft.first("URL")
    if address and (behind := _BEHIND_ADDRESS.pattern.match(draft.text, address.cover.end)):
        day = find_dates(draft.text, behind.end(), behind.end() + len("2020-02-06"))[0]
        yield Explanation("accessed", day.date, day.span, Span(behind.start(), day.span.end + 1), EXPLICIT, "web")
