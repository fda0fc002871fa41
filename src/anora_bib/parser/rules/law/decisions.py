"""Decisions of courts as Europe cites them: by report or neutral citation, by ECLI, by date and docket number.

Sources: OSCOLA, 4th edition, sections 2.1 (cases of the United Kingdom) and 2.6 (of the European Union); for German
courts Kirchner, "Abkürzungsverzeichnis der Rechtssprache", and the form that juris prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib import language
from anora_bib.model import Date, Field
from anora_bib.parser.draft import EXPLICIT, STRUCTURE, trim
from anora_bib.parser.rules.law.cases import behind_signals, first_party, without_emphasis
from anora_bib.parser.rules.numbers.dates import find_dates
from anora_bib.text.characters import collapse
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

Decision = tuple[Span, dict[str, Field]]
"""Where a decision is cited, and its fields."""

_YEAR: Final = r"(?:1[6-9]|20)\d\d"
_PAGES: Final = r"\d{1,5}(?:\s?[-–]\s?\d{1,5}|\s?ff?\.)?"
_REPORT: Final = (
    rf"(?:\[{_YEAR}\]|\({_YEAR}\))\s(?:\d{{1,3}}\s)?[A-Z][A-Za-z]{{0,8}}(?:\s[A-Z][A-Za-z]{{0,6}}){{0,2}}\s"
    r"(?:I{1,2}[-–])?\d{1,5}(?!\w)"
)
_REPORTED: Final = lazy(
    rf"(?:\[(?P<issued>{_YEAR})\]|\((?P<decided>{_YEAR})\)(?=\s\d))\s(?:(?P<volume>\d{{1,3}})\s)?"
    r"(?P<container>[A-Z][A-Za-z]{0,8}(?:\s[A-Z][A-Za-z]{0,6}){0,2})\s(?P<page>(?:I{1,2}[-–])?\d{1,5})(?!\w)"
    rf"(?:,\s{_REPORT}){{0,3}}(?:\s\((?P<authority>[A-Z][A-Za-z]{{0,7}})\))?"
    r"(?:,?\s(?:at\s)?\[(?P<paragraph>\d{1,4})\](?:(?:[-–]|,\s)\[\d{1,4}\]){0,4}|,?\s(?:at\s)?(?P<locator>(?<=[,t)]\s)\d{1,4}(?:[-–]\d{1,4})?)(?=[.;,)\s]|\Z))?"
)
_STOPLESS: Final = lazy(
    r",\s{1,2}(?P<volume>\d{1,4})\s(?P<container>[A-Z][A-Za-z]{0,8}(?:\s[A-Z][A-Za-z]{0,5})?\s?\d[a-z]{1,2}|[A-Z]{2,5}|[A-Z]\sSupp|Misc)"
    r"\s(?P<page>\d{1,5})(?:,\s(?P<locator>\d{1,5}(?:[-–]\d{1,5})?))?"
    rf"\s[(\[](?:(?P<authority>[A-Z\d][^()\[\]]{{1,40}}?),?\s)?(?P<issued>{_YEAR})[)\]]"
)
"""As the courts of New York cite, without stops: "146 AD2d 439, 440 (1st Dept 1989)", "227 F3d 36 [2d Cir 2000]"."""
_VERSUS: Final = lazy(r"\sv\.?\s")
_SOLE: Final = lazy(r"(?:\A|(?<=[\s;(]))(?:In re|Re|Ex parte)\s[^\[\]();“”\"]{2,80}\Z")
"""A case with one party."""
_CROWN: Final = lazy(r"R \([^()]{1,80}\)\Z")
_PARTIES: Final = 200
"""Characters before the report in which the parties stand."""
_UNION: Final = lazy(
    r"\b(?:Joined\s)?Cases?\s(?P<number>(?:[CTF][-–‑]\s?)?\d{1,4}/\d\d)(?:\s?(?:,|and|to)\s(?:[CTF][-–‑]\s?)?\d{1,4}/\d\d){0,4}"
    r",?\s(?P<title>[^\W\d_a-z][^\[\]\d;]{2,120}?),?\s"
    rf"(?:(?:ECLI:)?EU:[CTF]:\d{{4}}:\d{{1,5}}|\[(?P<issued>{_YEAR})\]\s(?P<container>ECR)\s(?P<page>(?:I{{1,2}}[-–])?\d{{1,5}}))"
    r"(?:,\sparas?\.?\s(?P<locator>\d{1,4}(?:[-–]\d{1,4})?))?"
)
_COURT: Final = language.pattern(language.vocabulary("courts"))
_DOCKET: Final = (
    r"(?:[CTF][-–]|(?:[\dIVX]{1,4}[a-z]?\s)?[A-Z][A-Za-z]{0,5}(?:\s?\([A-Z][a-z]{1,6}\))?\s)\d{1,5}[/.]\d\d[a-z]?"
)
_DAY: Final = r"\d{1,2}\.\s?(?:\d{1,2}\.|[A-ZÄ][a-zä]{2,8})\s?\d{4}"
_DATED: Final = lazy(
    rf"\b(?P<authority>(?:{_COURT})(?:\s[A-ZÄÖÜ][\w-]{{1,20}})?)(?:\s\([^()]{{1,40}}\))?,?\s"
    rf"(?:{language.pattern(language.vocabulary('decisions'))})\.?\s(?:vom|v\.)\s(?P<issued>{_DAY})"
    rf"(?:\s[-–—]\s|,?\s)(?:Az\.:?\s)?(?P<number>{_DOCKET})(?:\su\.\s?a\.)?"
    r"(?:,\s(?P<title>[^\W\d_a-z][^,;\d]{2,80})(?=,\s(?:ECLI|EU:|Slg)))?(?:,\s(?:ECLI:)?[A-Z]{2}:[\w.]{1,10}:\d{4}:[\w.]{1,30})?"
    r"(?:,\s(?P<container>[A-Z][A-Za-z-]{1,11}(?:-RR)?)\s(?P<volume>\d{1,4})(?:,\s(?:S\.\s)?|\sSeite\s)(?P<page>\d{1,5}))?"
    rf"(?:\s\((?P<pin>{_PAGES})\))?(?:,\sRn\.\s(?P<paragraph>{_PAGES}))?(?:\s[-–—]\s(?P<called>[^\W\d_a-z][\w\s-]{{2,40}}))?"
)
_COLLECTED: Final = lazy(
    rf"\b(?P<container>{language.pattern(language.vocabulary('collected_decisions'))})\s(?P<volume>\d{{1,3}})"
    rf"(?:,\s(?:S\.\s)?|\s[IV]{{1,3}}\s)(?P<page>\d{{1,4}})(?!\w)(?:\s\((?P<pin>{_PAGES})\)|,\s(?P<locator>{_PAGES}))?"
)
_COLLECTED_SIGN: Final = lazy(rf"(?:{language.pattern(language.vocabulary('collected_decisions'))})\s\d")
_NEUTRAL: Final = lazy(
    r"(?:UK|EW|NI|CS)[A-Z]{1,5}(?:\s(?:Civ|Crim))?|HCA|FCAF?C?|NSWCA|VSCA|NZ(?:SC|CA|HC)|SCC|ONCA|BCCA|ABCA|IE(?:SC|CA|HC)|ZASCA|ZACC"
)
"""Courts that number their own judgments: behind them stands such a number, not a page (OSCOLA, section 2.1.4)."""
_VARIABLES: Final = {
    "container": "container-title", "decided": "issued", "pin": "locator", "paragraph": "locator", "called": "title",
}  # fmt: skip


def find_decisions(text: str) -> Iterator[Decision]:
    """The decisions that a text cites in one of these forms."""
    if " v " in text or " v. " in text or "re " in text or "Re " in text:
        yield from _reported(text)
    if "Case" in text and "/" in text:
        yield from (_decision(match) for match in _UNION.finditer(text))
    if " vom " in text or " v. " in text:
        yield from (_decision(match) for match in _DATED.finditer(text))
    if _COLLECTED_SIGN.search(text):
        yield from (_decision(match) for match in _COLLECTED.finditer(text))


def _reported(text: str) -> Iterator[Decision]:
    """Parties, a year, and a report or a court with the number of its judgment."""
    printed, text = text, without_emphasis(text)
    done = 0
    for match in sorted((*_REPORTED.finditer(text), *_STOPLESS.finditer(text)), key=lambda found: found.start()):
        least = max(done, match.start() - _PARTIES)
        end = len(text[: match.start()].rstrip(" ,"))
        versus = _VERSUS.search(text, least, end)
        if versus:
            crown = _CROWN.search(text, least, versus.start())
            start = crown.start() if crown else behind_signals(text, first_party(text, least, versus.start()))
        else:
            sole = _SOLE.search(text, least, end)
            start = sole.start() if sole else end
        if start < (versus.start() if versus else end) and text[end - 1 : end] not in ("’", "'", "”", '"'):
            title = trim(text, start, end)
            span, fields = _decision(match)
            emphasized = title.start > 0 and printed[title.start - 1] in "*_"
            yield (
                Span(title.start - emphasized, span.end),
                {"title": Field(collapse(title.of(text)), title, STRUCTURE), **fields},
            )
            done = match.end()


def _decision(match: re.Match[str]) -> Decision:
    """The groups of a match, under the variables that they are named for."""
    fields: dict[str, Field] = {}
    neutral = not match.groupdict().get("volume") and _NEUTRAL.fullmatch(match.groupdict().get("container") or "")
    for group, words in match.groupdict().items():
        if not words or (group == "volume" and re.fullmatch(_YEAR, words)):
            continue  # The volumes of journals of law are told by their years.
        span = trim(match.string, *match.span(group))
        printed = collapse(span.of(match.string))
        value: Date | str = printed
        if group in ("issued", "decided"):
            dates = find_dates(printed)
            if not dates:
                continue
            value = dates[0].date
        variable = "number" if group == "page" and neutral else _VARIABLES.get(group, group)
        fields[variable] = Field(value, span, EXPLICIT)
    return Span(*match.span()), fields
