"""Where cases are cited from reports of law: parties, a volume, a reporter that is known, a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from anora_bib import language
from anora_bib.language.reporters import is_reporter
from anora_bib.text.patterns import lazy


@dataclass(frozen=True, slots=True)
class Reported:
    """A case in a report: "Roe v. Wade, 410 U.S. 113, 116 (1973)". ``reporter`` is the words printed; "" is absent.

    The parties stand from ``start`` to ``named``, the volume begins at ``cited``; ``end`` is the end of all that
    is said of it: the court with the year, remarks in brackets, what became of it.
    """

    start: int
    named: int
    cited: int
    end: int
    volume: str
    reporter: str
    page: str
    url: str
    """Where a link on the words of the report leads."""
    pin: str


_EMPHASIZED: Final = lazy(r"(?<!\w)([*_])(?=[^\W_])([^*_\n]{3,200})\1(,?)(?!\w)")
"""A run in italics; the comma behind it may be one of a case, "*Roe v. Wade*, 410 U.S. 113"."""


_LINKED: Final = lazy(
    r"\[(?P<words>[^\[\]\n]{3,200}\sv\.?\s[^\[\]\n\d]{2,200})\]\((?P<url>https?://[^()\s]{1,300})\)(?=,?\s)"
)


def link_of_parties(text: str, start: int, end: int) -> re.Match[str] | None:
    """A link on the parties of a case, with where it leads as ``url``."""
    return _LINKED.search(text, start, end)


def without_emphasis(text: str) -> str:
    """The text with spaces for the signs of emphasis and of links on parties, all words where they were.

    Only a comma behind emphasis stands before it.
    """
    if "](" in text:
        text = _LINKED.sub(lambda link: f" {link['words']}".ljust(len(link[0])), text)
    return _EMPHASIZED.sub(r" \2\3 ", text) if "*" in text or "_" in text else text


_SERIES: Final = r"\d(?:d|th|st|nd|rd|D)"
_NAME: Final = rf"[A-Z][A-Za-z.’'&]{{0,14}}(?:{_SERIES}\.?)?"
REPORTER: Final = rf"{_NAME}(?:\s(?:{_NAME}|{_SERIES}|&|\((?:{_SERIES}|[A-Za-z.\s]{{1,6}})\))){{0,5}}"
"""The name of a report as it is abbreviated: "U.S.", "F.2d", "F. Supp. 3d", "IL App (1st)"."""
_VOLUME: Final = r"\d{1,4}(?:-\d{1,4}|[A-Z])?"
_REPORTED_BY: Final = r"(?:\s?\([A-Z\d][A-Za-z\d.,&\s]{1,20}\))?"
"""Early volumes have who reported, or a year, in brackets: "5 U.S. (1 Cranch) 137", "1 McCrary (1881) 213"."""
_PAGE: Final = (
    rf"(?:[Pp]age\s|[Pp]ara?\.\s|p\.\s|[P¶]\s?)?(?!{_SERIES})"
    r"(?P<page>\d{1,3},\d{3}|\d{1,8}(?:-?[A-Z]{1,2}|[a-f])?|[ivxl]{1,6}|_{2,4})(?:[-–]\d{1,5})?(?![\w–-])"
)
"""A page, or a paragraph of what is published on loose leaves; signs where it is not known yet."""
_REPORT: Final = rf"(?P<volume>{_VOLUME})(?:\s|-|\s-)(?P<reporter>{REPORTER}){_REPORTED_BY}(?:,?\s|-|-\s){_PAGE}"
_PLACE: Final = r"\*{0,2}\d{1,5}(?:[-–]\d{1,5})?(?=[,.;)\]]|\s{0,2}(?:[(\[]|nn?\.|\Z))"
_PIN: Final = rf"(?:,\s(?:at\s)?(?P<pin>{_PLACE}(?:,\s{_PLACE}){{0,4}}))?"
_LINK: Final = r"(?:\]\((?P<url>[^()\s]{1,300})\))?"
_IN_REPORT: Final = lazy(rf"(?<!\])(?:\s\((?:1[6-9]|20)\d\d\))?\s(?:(?P<bracket>\()|\[)?{_REPORT}{_LINK}{_PIN}")
"""Behind the parties; courts of California have the year between: "Roe v. Wade (1973) 10 Cal.3d 110"."""
_PARALLEL: Final = lazy(rf",\s{{0,2}}{_REPORT}{_PIN}")
"""The same case in another report: "410 U.S. 113, 93 S. Ct. 705"."""
_CLOSES: Final = lazy(r"[^()]{0,60}\)")
_DECISION: Final = lazy(r"[^();]{0,60}?\([^()]{0,60}\d{4}\)(?:\s\((?:[^()]|\([^()]{0,200}\)){1,400}\)){0,3}")
"""The court and the year, and remarks: "(9th Cir. 1990) (per curiam)"."""
_LATER: Final = lazy(rf",\s[a-z][a-z’'.\s]{{2,30}},\s{_REPORT}")
"""What became of it in a court above: "aff’d, 98 F.3d 12"."""
_VERSUS: Final = lazy(r"\svs?\.\s")
_PARTY_WORD: Final = (
    rf"(?:[A-Z][\w.’'&-]{{0,30}}|of|the|and|&|for|in|on|behalf|ex|rel\.|{language.pattern(language.particles())})"
)
_FIRST_PARTY: Final = lazy(rf"(?:{_PARTY_WORD},?\s){{0,11}}{_PARTY_WORD}\Z")
_BREAK: Final = lazy(r"[;:(“\"\n]|\bIn\s(?!re\b)|\A[A-Z][\w’-]{1,24},\s[A-Z][a-z]{3,16}\.\s(?=[A-Z])")
"""What stands before a case and in none of its parties; at the head of a text whoever wrote the opinion."""
_PARTIES: Final = 200
"""Characters before the volume in which the parties stand."""


def reported(text: str) -> Iterator[Reported]:
    """The cases cited in a text, in their order: two parties, then a volume, a reporter and a page."""
    done = 0
    for match in _IN_REPORT.finditer(text):
        if match.start() < done or not _is_known(match):
            continue
        least = max(done, match.start() - _PARTIES)
        least = max([least, *(found.end() for found in _BREAK.finditer(text, least, match.start()))])
        versus = next(_VERSUS.finditer(text, least, match.start()), None)
        if versus is None:
            continue
        start = behind_signals(text, first_party(text, least, versus.start()))
        if start < versus.start():
            done = _end(text, match)
            printed = (part or "" for part in match.group("volume", "reporter", "page", "url", "pin"))
            yield Reported(start, match.start(), match.start("volume"), done, *printed)


def _is_known(report: re.Match[str]) -> bool:
    """Whether the reporter of a match of ``_REPORT`` is one; behind it may be who reported: "67 U.S. (Black) 17"."""
    reporter: str = report["reporter"]
    return is_reporter(reporter) or is_reporter(reporter.rpartition(" ")[0])


def _end(text: str, match: re.Match[str]) -> int:
    """The end of all that is said of a case whose first report is matched."""
    end = match.end()
    while (parallel := _PARALLEL.match(text, end)) and _is_known(parallel):
        end = parallel.end()
    if match["bracket"] and (closes := _CLOSES.match(text, end)):
        return closes.end()
    while decision := _DECISION.match(text, end):
        end = decision.end()
        later = _LATER.match(text, end)
        if later is None or not _is_known(later):
            break
        end = later.end()
    return end


def first_party(text: str, least: int, end: int) -> int:
    """Where the name of the first party begins: with the earliest capital from which names go on to ``end``."""
    starts = (capital.start() for capital in re.finditer(r"(?<!\S)[A-Z]", text[least:end]))
    return next((least + at for at in starts if _FIRST_PARTY.match(text, least + at, end)), end)


_WORD: Final = lazy(r"\S+\s")
_SIGNAL_WORDS: Final = frozenset(
    word.casefold().strip(",.") for phrase in language.signals() for word in phrase.split()
)


def behind_signals(text: str, start: int) -> int:
    """Where the words behind those that introduce a case begin: "See Roe v. Wade"."""
    while (word := _WORD.match(text, start)) and word[0].casefold().strip(" ,.") in _SIGNAL_WORDS:
        start = word.end()
    return start
