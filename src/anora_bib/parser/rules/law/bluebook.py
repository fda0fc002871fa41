"""What law reviews cite beside articles and cases, in the forms of The Bluebook, 21st edition.

Rule 15.5 (a part of a book: "in TITLE 252 (Jane Roe ed., 1998)"), 16.6 (newspapers: "WALL ST. J. (May 4, 2011)") and
17.4 (working papers: "Title 23 (Harbour Inst., Working Paper No. 4, 2024)").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from anora_bib.parser.draft import EXPLICIT, HOLE, STRUCTURE, Draft, Explanation, asked_where, explained
from anora_bib.parser.normalise.names import names as normalised
from anora_bib.parser.rules.numbers.dates import MONTH, find_dates
from anora_bib.parser.text.signs import AnyOf, signed
from anora_bib.parser.text.words import NEWSPAPER_WORDS, PERIODICAL_WORDS
from anora_bib.text.spans import Span

_YEAR: Final = r"(?:1[5-9]|20)\d\d"
_MONTH: Final = rf"(?i:{MONTH})"
_PAGES: Final = r"\d{1,4}(?:[-–]\d{1,4})?"
_EDITION: Final = r"(?:(?P<edition>\d{1,2}(?:st|d|nd|rd|th))\sed\.,?\s)?"
_EDITED: Final = signed(
    rf"\s(?P<page>{_PAGES})(?:,\s(?P<locator>{_PAGES}))?\s\((?P<editor>[^()\d{HOLE}]{{3,160}}?)\seds?\.,\s"
    rf"{_EDITION}(?:(?P<publisher>[^()\d]{{2,60}}?),?\s)?(?P<issued>{_YEAR})\)",
    words="ed eds",
    sign=r"\d\s\([^()\d]{3,160}?\seds?\.,\s",
)
"""A page, and in brackets the editors and the year: what stands before the page, behind "in", is the book."""
_BOOK: Final = re.compile(r",\sin\s(?:(?P<volume>\d{1,3})\s)?(?P<container>[^\W\d_][^()]{3,200})\Z")
_IN_BOOK: Final = 220
_PAPER: Final = signed(
    rf"\s(?P<locator>{_PAGES})\s\((?P<publisher>[^(),]{{2,80}}),\s(?P<genre>[^(),\d]{{0,24}}\bPaper)\sNo\.\s"
    rf"(?P<number>[\w/-]{{1,16}}),\s(?P<issued>(?:{_MONTH}\s(?:\d{{1,2}},\s)?)?{_YEAR})\)",
    words="paper",
)
_DAY: Final = (
    rf"(?:(?:last\s)?updated\s)?(?P<issued>{_MONTH}\s\d{{1,2}},\s{_YEAR})(?:,?\s(?:at\s)?\d{{1,2}}:[^()]{{2,16}})?"
)
_DATED: Final = signed(
    rf",\s(?P<container>[^\W\d_a-z][^(),\d{HOLE}]{{2,50}})\s\({_DAY}\)(?P<address>(?:,\s)?(?:https?:|{HOLE}))?",
    sign=r"\((?:last\s|updated\s){0,2}[^\W\d_]{2,16}\.?\s\d",
)
_AT_PAGE: Final = signed(
    rf",\s(?P<container>[A-Z][A-Z. &]{{2,40}}),\s(?P<issued>{_MONTH}\s(?:\d{{1,2}},\s)?{_YEAR}),"
    rf"\sat\s(?P<page>[A-Z]?{_PAGES})(?:,\s(?P<locator>{_PAGES}))?(?!\d)",
    words="at",
    sign=r",\sat\s[a-z]?\d",
)
"""Magazines and newspapers in print: "ATLANTIC, Mar. 2017, at 28"."""
_ANY: Final = AnyOf(_EDITED, _PAPER, _AT_PAGE, _DATED)
_VARIABLES: Final = {"container": "container-title"}
_OUTLETS: Final = NEWSPAPER_WORDS | PERIODICAL_WORDS


@asked_where(_ANY)
def find_bluebook(draft: Draft) -> Iterable[Explanation]:
    """Parts of books with their editors, working papers, and newspapers by their day."""
    rest = draft.rest
    if edited := _EDITED.search(rest, draft.seen):
        least = max(0, edited.start() - _IN_BOOK)
        if book := _BOOK.search(rest, least, edited.start()):
            yield from _fields(draft, book, "in")
            yield from _fields(draft, edited, "in")
            return
    if paper := _PAPER.search(rest, draft.seen):
        yield from _fields(draft, paper, "report")
    elif printed := _AT_PAGE.search(rest, draft.seen):
        yield from _fields(draft, printed, "dated")
    elif (dated := _DATED.search(rest, draft.seen)) and _is_outlet(draft, dated):
        yield from _fields(draft, dated, "dated")


def _is_outlet(draft: Draft, dated: re.Match[str]) -> bool:
    """Whether a name with a day in brackets is of an outlet: its words say so, or an author and a title precede."""
    name = dated["container"]
    if name.isupper() or not _OUTLETS.isdisjoint(word.casefold().strip(".,") for word in name.split()):
        return True
    titled = any(mark.outer.end <= dated.start() for mark in draft.mark("quoted"))
    return bool(dated["address"]) and "," in draft.text[: dated.start()] and not titled


def _fields(draft: Draft, match: re.Match[str], cue: str) -> Iterable[Explanation]:
    """The groups of a match, each under the variable that it is named for."""
    for group, words in match.groupdict().items():
        if not words or group == "address":
            continue
        start, end = match.span(group)
        if group == "issued":
            for dated in find_dates(draft.rest, start, end)[:1]:
                yield Explanation("issued", dated.date, dated.span, Span(start, end), EXPLICIT)
        elif group == "editor":
            if people := normalised(words, draft.records):
                yield Explanation("editor", people, Span(start, end), Span(start, end), EXPLICIT)
        else:
            yield draft.string(_VARIABLES.get(group, group), start, end, STRUCTURE, cue=cue)
    end = match.start("address") if match.groupdict().get("address") else match.end()
    yield explained(match.start(), end)
