"""A work that the text cites in parentheses and the list does not have.

## What it finds

Where the essay has a list of works: citations by author and year, "(Roe 2009)" or "Roe (2009)", that no item of the
list answers. One without a page counts only in an essay that cites other listed works in the same way, since it may
also be a director, or a film, and a year.

## Why it matters

The list promises to be the key to every citation; the reader looks there and finds nothing.

## Example

    The light is borrowed (Roe 2009, 14).

    Works Cited
    Doe, John. Another Book. Example Press, 2010.

## Instead

    Works Cited
    Doe, John. Another Book. Example Press, 2010.
    Roe, Jane. Borrowed Light. Example Press, 2009.

## How it is fixed

By hand: add the work to the list.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Outlet, Place, Publisher, Records
from anora_bib.model.passages import STARTS
from anora_bib.spans import Span
from anora_bib.text import fold

_NAME = r"[^\W\d_a-z][\w\u2019'-]{1,30}"
_NAMES = rf"(?:(?:de|van|von|der|la|le) ){{0,2}}{_NAME}(?:(?:, and |, & |, | and | & ){_NAME}){{0,4}}(?: et al\.)?"
_YEAR_AND_PAGE = r"(?P<year>(?:1[5-9]|20)\d\d)[a-z]?(?P<page>(?:, |: ?)(?:pp?\. ?)?[\dxvi][\dxvi\u2013-]{0,12})?"
_PARENTHESIS: Final = re.compile(r"\([^()\n]{4,240}\)")
_ITEM: Final = re.compile(
    rf"(?:see also |[Ss]ee |[Cc]f\. |quoted in |qtd\. in )?(?P<names>{_NAMES}),? {_YEAR_AND_PAGE}"
)
_YEAR_ITEM: Final = re.compile(_YEAR_AND_PAGE)
_NAMES_BEFORE: Final = re.compile(rf"(?:^|(?P<before>\S{{1,30}}) )(?P<names>{_NAMES})(?:[\u2019']s?)? $")
_LOOK_BACK: Final = 160
_MONTH: Final = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]*|Spring|Summer|Autumn|Fall|Winter|Since|In|From|Until"
)
"""What stands before a year and is no author."""

_SEPARATOR: Final = re.compile(r", and |, & |, | and | & ")


class _Cited(NamedTuple):
    """A source cited by author and year; ``words`` is what the message shows."""

    span: Span
    words: str
    names: str
    year: str
    counts: bool


def check(apparatus: Apparatus, records: Records) -> Iterator[Finding]:
    if not apparatus.works_cited:
        return
    heading = next((item.heading for item in apparatus.works_cited if item.heading), "works cited")
    listed = _Listed(apparatus)
    for cited in _cited(apparatus):
        if cited.counts and not _no_author(cited.names, records) and not listed.has(cited.names, cited.year):
            message = f"{quoted(cited.words)} cites a work that is not listed under {quoted(heading)}"
            yield Finding(cited.span, message, listed.others(cited.names, cited.year))


class _Listed:
    """The listed works by the words and years that are printed in them."""

    def __init__(self, apparatus: Apparatus) -> None:
        self._items: dict[str, set[int]] = defaultdict(set)
        self._years = [set(re.findall(r"\d{4}", item.text)) for item in apparatus.works_cited]
        for index, item in enumerate(apparatus.works_cited):
            for word in fold(item.text).split():
                self._items[word].add(index)

    def has(self, names: str, year: str) -> bool:
        return any(year in self._years[index] for index in self._by(names))

    def others(self, names: str, year: str) -> tuple[str, ...]:
        """A sentence on the years of what else the list has by them."""
        years = sorted({other for index in self._by(names) for other in self._years[index]})
        first = _SEPARATOR.split(names)[0]
        return (f"What is listed with the name {first} is of {' or '.join(years)}, not of {year}.",) if years else ()

    def _by(self, names: str) -> set[int]:
        """The items with the first of the names in them."""
        words = fold(_SEPARATOR.split(names)[0].removesuffix(" et al.")).split()
        return set.intersection(*(self._items.get(word, set()) for word in words)) if words else set()


def _cited(apparatus: Apparatus) -> Iterator[_Cited]:
    """What is cited by author and year and was found to be none of the listed works."""
    text = apparatus.essay.text
    resolved = {citation.span for citation in apparatus.citations if citation.place is Place.PARENTHESIS}
    insides = [span.of(text)[1:-1] for span in resolved]
    by_item = any(_ITEM.fullmatch(item.strip()) for inside in insides for item in inside.split(";"))
    by_year = any(_YEAR_ITEM.fullmatch(inside) for inside in insides)
    works = {mention.span.end for mention in apparatus.mentions if mention.record}
    works.update(emphasis.span.end for emphasis in apparatus.essay.emphases)
    for part in apparatus.body:
        for match in _PARENTHESIS.finditer(text, part.start, part.end):
            span = Span(*match.span())
            if span in resolved:
                continue
            yield from _items(text, span, by_item)
            if span.start - 1 not in works:
                yield from _by_year(text, part, span, by_year)


def _items(text: str, span: Span, customary: bool) -> Iterator[_Cited]:
    """For "(Roe 2009; see also Doe 2010, 7)"."""
    items = span.of(text)[1:-1].split(";")
    start = span.start + 1
    for item in items:
        if match := _ITEM.fullmatch(item.strip()):
            where = span if len(items) == 1 else Span(start, start + len(item))
            words = where.of(text).strip()
            yield _Cited(where, words, match["names"], match["year"], bool(match["page"]) or customary)
        start += len(item) + 1


def _by_year(text: str, part: Span, span: Span, customary: bool) -> Iterator[_Cited]:
    """For "Roe (2009)"."""
    year = _YEAR_ITEM.fullmatch(text, span.start + 1, span.end - 1)
    before = text[max(part.start, span.start - _LOOK_BACK) : span.start]
    names = _NAMES_BEFORE.search(before) if year else None
    if not year or not names or names["names"] in STARTS:
        return
    where = Span(span.start - len(before) + names.start("names"), span.end)
    alone = not (names["before"] or "a")[0].isupper() or names["before"] in STARTS
    counts = bool(year["page"]) or (customary and alone)
    yield _Cited(where, where.of(text), names["names"], year["year"], counts)


def _no_author(names: str, records: Records) -> bool:
    """True for a month, and for the house or paper that brought something out that year."""
    known = records.named(names)
    return bool(_MONTH.fullmatch(names)) or any(isinstance(record, Outlet | Publisher) for record in known)


RULE = Rule.documented("W002", "cited-work-not-listed", __doc__, check)
