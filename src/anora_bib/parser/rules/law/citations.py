"""Citations of statutes, regulations and cases: by our own patterns, and cases as ``cases`` finds them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from anora_bib.model import Date, Field, Value
from anora_bib.parser.draft import EXPLICIT, HOLE, SPACE, STRUCTURE, Draft, Explanation, explained, trim
from anora_bib.parser.rules.law.cases import Reported, link_of_parties, reported, without_emphasis
from anora_bib.parser.rules.law.decisions import find_decisions
from anora_bib.parser.rules.law.union import find_acts
from anora_bib.parser.rules.numbers.dates import find_dates
from anora_bib.text.characters import collapse
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_SECTION = (
    r"(?:(?:§§?|sections?|secs?\.|parts?|pts?\.)\s*)?(?P<section>\d[\w.–-]{0,20}(?:\([\w-]{1,6}\)){0,6}"
    r"(?:\s?(?:–|-|to|,|and)\s?§?\s?\d[\w.-]{0,12}(?:\(\w{1,6}\)){0,6}){0,3})"
)
_YEAR = r"(?:\s*\((?:[A-Z][\w. ]{1,20} )?(?P<year>(?:17|18|19|20)\d\d)\))?"
_CODES: Final = (
    ("regulation", lazy(rf"\b(?P<volume>\d{{1,3}})\s+(?P<code>C\.?\s?F\.?\s?R\.?)\s*{_SECTION}{_YEAR}")),
    ("legislation", lazy(rf"\b(?P<volume>\d{{1,3}})\s+(?P<code>U\.?\s?S\.?\s?C\.?(?:\s?[AS]\.?)?)"
                               rf"(?![a-z])\s*{_SECTION}{_YEAR}")),
    ("regulation", lazy(r"\b(?P<volume>\d{1,3})\s+(?P<code>Fed\.\s?Reg\.)\s+(?P<page>\d[\d,]{0,7})"
                              r"(?:,\s?\d[\d,]{0,7})?"
                              r"(?:\s*\((?:[A-Z][\w. ]{1,14}\d?\d?, )?(?P<year>\d{4})\))?")),
    ("legislation", lazy(r"\b(?P<code>Pub(?:lic|\.)\s?L(?:aw|\.))\s?(?:No\.\s?)?(?P<number>\d{1,3}[-–]\d{1,4})"
                               r"(?:,\s(?:§\s?[\w()]{1,12},\s)?(?P<volume>\d{1,4})\sStat\.\s"
                               r"(?P<page>\d{1,5}))?(?:,\s\d{1,5})?" + _YEAR)),
    ("legislation", lazy(r"\b(?P<code>[A-Z][a-z]{1,5}\.\s(?:[A-Z][A-Za-z&.]{0,12}\s){0,4}(?:Code|Law"
                               r"|Stat\.)(?:\s(?:Ann|Rev)\.?)?(?:\s[A-Z][a-z]{1,4}\.?)?"
                               rf"(?:\s[A-Z][a-z]{{2,5}}\.)?)\s*§§?\s*(?P<section>\d[\w.:–-]{{0,20}}(?:\(\w{{1,6}}\)){{0,6}}){_YEAR}")),
)  # fmt: skip
_ACT_WORD: Final = r"(?:[A-Z][\w’'&-]*(?:,(?=(?: [A-Z][\w’'&-]*,){0,3} and ))?|of|and|the|for|on)"
"""A word of the name of an act; commas stand in one only before "and": "Food, Drug, and Cosmetic Act"."""
_NAMED_ACT: Final = lazy(
    rf"(?P<title>{_ACT_WORD}(?: {_ACT_WORD}){{0,9}} (?:Act|Code|Amendments|Rule|Regulations)(?: of \d{{4}})?)"
    r"(?:,? §§? ?[\w().]{1,12})?(?: \([^()]{1,40}\))?,\s*\Z"
)
_CODE_SIGN: Final = lazy(r"C\.?\s?F\.?\s?R|U\.?\s?S\.?\s?C|Fed\.\s?Reg|Pub(?:lic|\.)\s?L|§")
"""What every statute and regulation has: a code that is named with its letters, or the sign of a section."""
_ACT_SIGN: Final = lazy(r"\d/\d(?<=[\s\d]\d/\d)")
"""What every act of the European Union has: its number with the year."""
_CASE_SIGN: Final = lazy(r"v(?<!\wv)s?\.\s.{0,200}?\d{1,4}\s{1,4}[A-Z][^;]{0,60}?\s[\d_-]", re.DOTALL)
"""Between two parties; behind them a volume, a reporter and a page."""
_DECIDED: Final = lazy(
    r"[^();]{0,60}?\((?P<court>[^()]{0,48}?)[\s,]{0,3}(?:(?<=[\s(,])[A-Z][a-z]{2,8}\.?\s\d{1,2},\s)?(?P<year>(?:17|18|19|20)\d\d)\)"
)
"""The brackets behind the page: the court, unless the reporter tells it, and the year or the day."""
_DOCKET: Final = lazy(r",\s(?:Nos?\.|Case\sNo\.)\s(?P<number>[\w:.()-]{2,30})(?:,\s(?:slip\sop\.)?)?\Z")
"""The number of a case that is in a database only: "No. 22-11003, 2022 WL 7214223"."""
_DECIDED_BEFORE: Final = lazy(r"\s\((?P<year>\d{4})\)")
_LAW_REVIEW: Final = lazy(
    r"[,\0]\s(?P<volume>\d{1,4})\s(?P<outlet>[A-Z][A-Za-z&’'.]{0,15}(?:\s(?:[A-Z][A-Za-z&’'.]{0,15}|of|and|&|the|on)){0,7})\s"
    r"(?P<page>\d{1,5}(?:[-–]\d{1,5})?)(?:,\s(?P<pin>\d{1,5}(?:[-–]\d{1,5})?))?(?=[\s,]*[(\0])"
)
_BOOK_PAGE: Final = lazy(
    r"\s(?<=[^\W\d]\s)(?P<page>(?!(?:1[5-9]|20)\d\d\b)\d{1,4}(?:[-–]\d{1,4})?(?:,\s\d{1,4}(?:[-–]\d{1,4})?)*)"
    r"(?=\s\((?:[\w. ]{1,24},?\s)?(?:1[5-9]|20)\d\d\)[\s.;\0]*\Z)"
)
_IN_LAW_JOURNAL: Final = lazy(
    r"\s?[\[(](?P<issued>(?:1[6-9]|20)\d\d(?:[-–]\d\d(?:\d\d)?)?)[\])]\s(?:(?P<volume>\d{1,3})\s?(?:\((?P<issue>\d{1,3})\)\s)?)?"
    r"[*_]?(?P<container>[^\W\d_][^()\[\]\d,;*_]{1,80}?)[*_]?,?\s(?P<page>\d{1,5}(?:[-–]\d{1,5})?)"
    r"(?:,\s(?:at\s)?(?P<locator>\d{1,5}(?:[-–]\d{1,5})?))?(?=\s{0,4}(?:[.,;)<(]|\Z))"
)
"""Behind a quoted title, as OSCOLA has it (section 3.3): "(1999) 12 MLR 97", "[2005] PL 440"."""


_SHORTENED: Final = lazy(r"\w\.\s?[A-Z]{0,2}\Z")
"""How the name of a journal that is cut short ends: "Phys. Rev. B"."""
_BEHIND_YEAR: Final = SPACE + ".;" + HOLE
_IN: Final = lazy(r"\b[Ii]n\s")


@dataclass(frozen=True, slots=True)
class LawCitation:
    """One citation of the law at ``span`` of the text that is read."""

    type: str
    span: Span
    fields: dict[str, Field]


def find_law(text: str) -> list[LawCitation]:
    """Every statute, regulation and case cited in ``text``, in order and without overlaps."""
    citations: list[LawCitation] = []
    if _CODE_SIGN.search(text):
        citations += [citation for type, pattern in _CODES for citation in _codes(text, type, pattern)]
    if _CASE_SIGN.search(text):
        plain = without_emphasis(text)
        citations += (_case(text, plain, found) for found in reported(plain))
    citations += (LawCitation("legal_case", span, fields) for span, fields in find_decisions(text))
    if _ACT_SIGN.search(text):
        citations += (LawCitation("legislation", span, fields) for span, fields in find_acts(text))
    citations.sort(key=lambda citation: (citation.span.start, -citation.span.end))
    kept: list[LawCitation] = []
    for citation in citations:
        if not kept or citation.span.start >= kept[-1].span.end:
            kept.append(citation)
    return kept


def _codes(text: str, type: str, pattern: re.Pattern[str]) -> Iterable[LawCitation]:
    for match in pattern.finditer(text):
        fields: dict[str, Field] = {}
        for group, printed in match.groupdict().items():
            if printed:
                value = printed.rstrip(".–-") if group == "section" else printed
                span = Span(match.start(group), match.start(group) + len(value))
                fields[_VARIABLES[group]] = Field(_value(group, value), span, EXPLICIT)
        start = match.start()
        if act := _NAMED_ACT.search(text, max(0, start - 160), start):
            fields["title"] = Field(collapse(act.group("title")), Span(*act.span("title")), STRUCTURE)
            start = act.start("title")
        end = (
            match.end()
            if match.group().endswith(")")
            else max(field.span.end for field in fields.values() if field.span)
        )
        yield LawCitation(type, Span(start, end), fields)


_VARIABLES: Final = {
    "volume": "volume", "code": "container-title", "section": "section", "year": "issued", "page": "page",
    "number": "number",
}  # fmt: skip


def _value(group: str, printed: str) -> Value:
    return Date.of(int(printed)) if group == "year" else collapse(printed)


def _add_report(fields: dict[str, Field], text: str, found: Reported) -> int:
    """Add where a case is reported to its fields; the end of what was read."""
    cursor = found.cited
    parts = (
        ("volume", found.volume),
        ("container-title", found.reporter),
        ("page", found.page),
        ("URL", found.url),
        ("locator", found.pin),
    )
    for variable, value in parts:
        at = text.find(value, cursor, found.end) if value else -1
        if at >= 0:
            cursor = at + len(value)
            fields[variable] = Field(value, Span(at, cursor), EXPLICIT)
    return cursor


def _case(printed: str, text: str, found: Reported) -> LawCitation:
    """What was found in a text without signs of emphasis, of which ``printed`` has them."""
    start, end = found.start, found.end
    title = trim(text, start, found.named)
    fields: dict[str, Field] = {}
    if docket := _DOCKET.search(text, title.start, title.end):
        fields["number"] = Field(docket["number"], Span(*docket.span("number")), EXPLICIT)
        title = trim(text, title.start, docket.start())
    fields["title"] = Field(collapse(title.of(text)), title, EXPLICIT)
    if link := link_of_parties(printed, max(0, start - 1), found.cited):
        fields["URL"] = Field(link["url"], Span(*link.span("url")), EXPLICIT)
        start = link.start()
    cursor = _add_report(fields, text, found)
    if decided := _DECIDED.match(text, cursor):
        if court := decided["court"].strip(SPACE + ","):
            at = text.index(court, decided.start("court"))
            fields["authority"] = Field(collapse(court), Span(at, at + len(court)), EXPLICIT)
        dates = find_dates(text, decided.start("court"), decided.end("year"))
        date = dates[-1].date if dates and dates[-1].precision > 1 else Date.of(int(decided["year"]))
        fields["issued"] = Field(date, Span(*decided.span("year")), EXPLICIT)
        end = max(end, decided.end())
    elif before := _DECIDED_BEFORE.match(text, found.named):
        fields["issued"] = Field(Date.of(int(before["year"])), Span(*before.span("year")), EXPLICIT)
    if text[end : end + 1] == ")" and text.count("(", start, end) > text.count(")", start, end):
        end += 1
    if start and printed[start - 1] != text[start - 1]:
        start -= 1
    return LawCitation("legal_case", Span(start, end), fields)


def find_law_review(draft: Draft) -> Iterable[Explanation]:
    """The manner of law reviews: "12 Harv. L. Rev. 34 (1999)", and "Book 237 (1997)" with a page before the year."""
    for mark in draft.mark("quoted")[:1]:
        if in_journal := _IN_LAW_JOURNAL.match(draft.text, mark.outer.end):
            yield from _in_law_journal(draft, in_journal)
            return
    match = next((review for review in _LAW_REVIEW.finditer(draft.rest) if not _is_day(review[0][2:])), None)
    if match:
        yield draft.string("volume", *match.span("volume"), EXPLICIT, cue="periodical")
        yield draft.string("container-title", *match.span("outlet"), EXPLICIT)
        yield draft.string("page", *match.span("page"), EXPLICIT)
        if match.group("pin"):
            yield draft.string("locator", *match.span("pin"), EXPLICIT)
    elif draft.rest.rstrip(_BEHIND_YEAR).endswith(")") and (
        match := _BOOK_PAGE.search(draft.rest, max(0, len(draft.rest) - 120))
    ):
        if _SHORTENED.search(draft.rest, max(0, match.start() - 12), match.start()):
            return
        if draft.mark("quoted") and not _IN.search(draft.rest, draft.mark("quoted")[0].outer.end, match.start()):
            # Behind a quoted title without "in" it is a periodical: "New Left Review 92 (2015)".
            yield Explanation(
                "volume", match.group("page"), Span(*match.span("page")), Span(*match.span()), STRUCTURE, "periodical"
            )
            return
        yield Explanation(
            "page", match.group("page"), Span(*match.span("page")), Span(*match.span()), STRUCTURE, "book-page"
        )


def _in_law_journal(draft: Draft, match: re.Match[str]) -> Iterable[Explanation]:
    """The year, which may tell the volume as well, the journal and the pages."""
    for dated in find_dates(draft.text, *match.span("issued"))[:1]:
        yield Explanation("issued", dated.date, dated.span, dated.span, EXPLICIT)
    for group in ("volume", "issue", "container", "page", "locator"):
        if match[group]:
            variable = "container-title" if group == "container" else group
            yield draft.string(variable, *match.span(group), EXPLICIT, cue="periodical")
    yield explained(*match.span())


def _is_day(words: str) -> bool:
    """True for a day that looks like a volume, an outlet and a page: "12 March 2004"; a page may look like a year."""
    dates = find_dates(words)
    return bool(dates) and dates[0].precision > 1
