"""Where cases are cited from reports of law: by eyecite, which knows the reporters, or by form where it cannot run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from anora_bib import language


@dataclass(frozen=True, slots=True)
class Reported:
    """A case in a report: "Roe v. Wade, 410 U.S. 113, 116 (1973)". ``reporter`` is the words printed; "" is absent.

    The parties begin at ``start``, the volume at ``cited``; ``end`` is the end of all that was understood.
    """

    start: int
    cited: int
    end: int
    volume: str
    reporter: str
    page: str
    pin: str


def reported(text: str) -> Iterator[Reported]:
    """The cases cited in a text, in their order."""
    try:
        from eyecite import get_citations  # Heavy: its tables of reporters take a third of a second to load.
    except ImportError:  # it rests on compiled packages, which a browser does not have
        yield from by_form(text)
        return
    found: list[Any] = get_citations(_COURT.sub(_without_letters, text))
    for citation in found:
        if type(citation).__name__ == "FullCaseCitation" and citation.metadata.plaintiff:
            start, end = citation.full_span()
            volume, reporter, page = (citation.groups.get(name) or "" for name in ("volume", "reporter", "page"))
            yield Reported(start, citation.span()[0], end, volume, reporter, page, citation.metadata.pin_cite or "")


_EMPHASIZED: Final = re.compile(r"(?<!\w)([*_])(?=[^\W_])([^*_\n]{3,200})\1(,?)(?!\w)")
"""A run in italics; the comma behind it may be one of a case, "*Roe v. Wade*, 410 U.S. 113"."""


def without_emphasis(text: str) -> str:
    """The text with spaces for the signs of emphasis, all words but the commas behind them where they were."""
    return _EMPHASIZED.sub(r" \2\3 ", text) if "*" in text or "_" in text else text


_COURT: Final = re.compile(r"\([^()]{1,48}?(?=,?\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2},\s)?(?:17|18|19|20)\d\d\))")
"""A court in the brackets of the year, which eyecite holds against each of three thousand: nobody asks it for that."""
_LETTER: Final = re.compile(r"\w")


def _without_letters(match: re.Match[str]) -> str:
    return _LETTER.sub("~", match[0])


REPORTER: Final = r"[A-Z][A-Za-z.’']{0,14}(?:\d(?:d|th))?(?:\s(?:[A-Z][A-Za-z.’']{0,14}|\d(?:d|th))){0,4}"
"""The name of a report as it is abbreviated: "U.S.", "F.2d", "F. Supp. 3d"."""
_PAGE: Final = r"\d{1,5}(?:[-–]\d{1,5})?"
_IN_REPORT: Final = re.compile(
    r",\s{1,2}(?P<volume>\d{1,4})\s"
    rf"(?P<reporter>{REPORTER})\s"
    rf"(?P<page>\d{{1,5}}|_{{2,4}})(?![\w–-])(?:,\s(?P<pin>{_PAGE}))?"
    r"(?=\s\()"
)
"""A volume, a reporter and a page, behind the parties and before the brackets of the year."""
_VERSUS: Final = re.compile(r"\svs?\.\s")
_PARTY_WORD: Final = r"(?:[A-Z][\w.’'&-]{0,30}|of|the|and|&|for|in|ex|rel\.)"
_FIRST_PARTY: Final = re.compile(rf"(?:{_PARTY_WORD},?\s){{0,11}}{_PARTY_WORD}\Z")
_BREAK: Final = re.compile(r"[;:(“\"\n]|\b(?:[Ss]ee|[Cc]f\.|[Aa]ccord|[Bb]ut)\s")
"""What stands before a case and in none of its parties."""
_PARTIES: Final = 200
"""Characters before the volume in which the parties stand."""


def by_form(text: str) -> Iterator[Reported]:
    """The cases that look like one: two parties, then volume, reporter, page and year."""
    done = 0
    for match in _IN_REPORT.finditer(text):
        least = max(done, match.start() - _PARTIES)
        least = max([least, *(found.end() for found in _BREAK.finditer(text, least, match.start()))])
        versus = next(_VERSUS.finditer(text, least, match.start()), None)
        if versus is None:
            continue
        start = first_party(text, least, versus.start())
        if start < versus.start():
            volume, reporter, page = match["volume"], match["reporter"], match["page"]
            yield Reported(start, match.start("volume"), match.end(), volume, reporter, page, match["pin"] or "")
            done = match.end()


def first_party(text: str, least: int, end: int) -> int:
    """Where the name of the first party begins: with the earliest capital from which names go on to ``end``."""
    starts = (capital.start() for capital in re.finditer(r"(?<!\S)[A-Z]", text[least:end]))
    return next((least + at for at in starts if _FIRST_PARTY.match(text, least + at, end)), end)


_WORD: Final = re.compile(r"\S+\s")
_SIGNAL_WORDS: Final = frozenset(
    word.casefold().strip(",.") for phrase in language.signals() for word in phrase.split()
)


def behind_signals(text: str, start: int) -> int:
    """Where the words behind those that introduce a case begin: "See Roe v. Wade"."""
    while (word := _WORD.match(text, start)) and word[0].casefold().strip(" ,.") in _SIGNAL_WORDS:
        start = word.end()
    return start
