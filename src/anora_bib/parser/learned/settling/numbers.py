"""Dates, volumes, issues and pages told apart where the labeller took one for the other.

Each step takes parts in order and gives parts in order, and knows one habit of print.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from anora_bib import language
from anora_bib.parser.labels import Label
from anora_bib.parser.learned.settling.asking import Parts, asked_of, in_turn
from anora_bib.parser.learned.spans import LabelledPart
from anora_bib.parser.rules.numbers.dates import MONTH


def counted(parts: Parts, text: str) -> Parts:
    """The parts with volumes told from pages, by which a journal without a title is known."""
    return in_turn(
        parts, text, (_roman_volume, _without_pages_of_essay, _volume_of_two, _volume_before_year, _page_of_two)
    )


def numbered(parts: Parts, text: str) -> Parts:
    """The parts with every other number what it is."""
    return in_turn(
        parts, text, (_without_preliminaries, _day_of_a_year, _issue_like_a_year, _issue_told, _page_of_a_day, _dated)
    )


_ROMAN: Final = re.compile(
    r"[*_”\"’»]{0,2},\s(?P<volume>[IVXLC]{1,6})\s\((?:(?P<place>[^():\d]{2,60}):\s)?(?=[^\W\d_a-z])"
)


@asked_of(lacks=frozenset((Label.VOLUME,)), sign=" (")
def _roman_volume(parts: Parts, text: str) -> Parts:
    """A Roman number between a title and the brackets of a house is a volume: "*Lamps*, II (Hull: Wick, 2001)"."""
    for at, part in enumerate(parts):
        if part.label not in (Label.TITLE, Label.CONTAINER) or not (found := _ROMAN.match(text, part.end)):
            continue
        told = [LabelledPart(*found.span("volume"), Label.VOLUME, part.likely)]
        if found["place"]:
            told.append(LabelledPart(*found.span("place"), Label.PLACE, part.likely))
        behind = [other for other in parts[at + 1 :] if other.start >= found.end()]
        return [*parts[: at + 1], *told, *behind]
    return parts


@asked_of(Label.CONTAINER, Label.PAGES, lacks=frozenset((Label.VOLUME,)))
def _volume_of_two(parts: Parts, _text: str) -> Parts:
    """Of two pages the one that a journal is glued to is of volumes: "J. Lamps A12-13, 4c"."""
    for at in range(1, len(parts) - 1):
        journal, volumes, pages = parts[at - 1 : at + 2]
        if (journal.label, volumes.label, pages.label) != (Label.CONTAINER, Label.PAGES, Label.PAGES):
            continue
        if journal.end == volumes.start:
            return [*parts[:at], volumes._replace(label=Label.VOLUME), *parts[at + 1 :]]
    return parts


_BETWEEN: Final = re.compile(r"[*_]{0,2},?\s[*_]{0,2}")
_YEAR_BEHIND: Final = re.compile(r"[*_]{0,2},?\s\((?:1[6-9]|20)\d\d\)")


@asked_of(Label.CONTAINER, Label.VOLUME, lacks=frozenset((Label.PAGES,)), sign=" (")
def _page_of_two(parts: Parts, text: str) -> Parts:
    """Of two volumes behind a journal the one right before a year in brackets is the page: "J. Oil 9, 12 (2001)"."""
    for at in range(1, len(parts) - 1):
        journal, volume, page = parts[at - 1 : at + 2]
        if (journal.label, volume.label, page.label) != (Label.CONTAINER, Label.VOLUME, Label.VOLUME):
            continue
        if _BETWEEN.fullmatch(text, volume.end, page.start) and _YEAR_BEHIND.match(text, page.end):
            return [*parts[: at + 1], page._replace(label=Label.PAGES), *parts[at + 2 :]]
    return parts


_OF_ESSAY: Final = re.compile(r"(?<=\d)\.\s\d{1,3}(?:,\s\d{1,3}){0,12}\s?\Z")
_CITED_AT: Final = frozenset((Label.VOLUME, Label.ISSUE, Label.NUMBER, Label.PAGES, Label.LOCATOR))


@asked_of(Label.DATE, one_of=_CITED_AT)
def _without_pages_of_essay(parts: Parts, text: str) -> Parts:
    """Numbers behind the stop after the year are pages of the essay that cites the work: "In CVPR, 2022. 2, 4, 6"."""
    dates = [part for part in parts if part.label is Label.DATE]
    found = _OF_ESSAY.match(text, dates[-1].end)
    if found is None:
        return parts
    return [part for part in parts if part.start < found.start() or part.label not in _CITED_AT]


@asked_of(Label.VOLUME, Label.DATE, Label.PAGES, lacks=frozenset((Label.ISSUE,)))
def _issue_like_a_year(parts: Parts, _text: str) -> Parts:
    """Of two dates the one between a volume and pages is the issue: "(2009) ..., 364(1535), 3549–3557"."""
    if sum(part.label is Label.DATE for part in parts) < 2:
        return parts
    for at in range(1, len(parts) - 1):
        if (parts[at - 1].label, parts[at].label, parts[at + 1].label) == (Label.VOLUME, Label.DATE, Label.PAGES):
            parts[at] = parts[at]._replace(label=Label.ISSUE)
            break
    return parts


_ISSUE_WORDS: Final = language.vocabulary("issues") | language.vocabulary("issues_behind_volumes")
_ISSUE_TOLD: Final = re.compile(
    rf"[)\]]?,?\s(?:{language.pattern(_ISSUE_WORDS)})"
    r"(?:(?<=[°º])|\b\.?)\s?(?P<issue>\d{1,4}(?:[-–/]\d{1,4})?)(?=[\s,.;:)\]]|\Z)",
    re.IGNORECASE,
)
_HELD: Final = frozenset((Label.VOLUME, Label.DATE))
_MISTAKEN: Final = frozenset((Label.VOLUME, Label.LOCATOR))
"""What the labeller takes such a number for."""


@asked_of(Label.CONTAINER, one_of=_HELD, lacks=frozenset((Label.ISSUE, Label.NUMBER)))
def _issue_told(parts: Parts, text: str) -> Parts:
    """A number that a word tells, right behind the volume or the year of a journal: "XXXIV (1999), n. 101"."""
    for at, (part, behind) in enumerate(zip(parts, (*parts[1:], None), strict=True)):
        found = _ISSUE_TOLD.match(text, part.end) if at and part.label in _HELD else None
        if found is None:
            continue
        issue = LabelledPart(*found.span("issue"), Label.ISSUE, part.likely)
        mistaken = behind is not None and behind[:2] == issue[:2] and behind.label in _MISTAKEN
        if mistaken or behind is None or issue.end <= behind.start:
            return [*parts[: at + 1], issue, *parts[at + 1 + mistaken :]]
    return parts


_JOINED: Final = frozenset("-–+")


@asked_of(Label.VOLUME, Label.NUMBER_OF_PAGES)
def _without_preliminaries(parts: Parts, text: str) -> Parts:
    """Roman pages that are counted before the others are no volume: "Wick, VIII-222 p."."""
    for at, (roman, pages) in enumerate(pairwise(parts)):
        between = text[roman.end : pages.start].strip()
        if (roman.label, pages.label) == (Label.VOLUME, Label.NUMBER_OF_PAGES) and between in _JOINED:
            return [*parts[:at], *parts[at + 1 :]]
    return parts


_DAY_ALONE: Final = re.compile(rf"(?:\d{{1,2}}(?:st|nd|rd|th|\.)?\s)?{MONTH}(?:\s\d{{1,2}})?", re.IGNORECASE)
_FOUR: Final = re.compile(r"\d{4}")


@asked_of(Label.DATE)
def _day_of_a_year(parts: Parts, text: str) -> Parts:
    """Of two dates the one that has no year is the day of the other, which is read with it: "(2001) ..., 9 May"."""
    dates = [part for part in parts if part.label is Label.DATE]
    if len(dates) < 2 or not any(_FOUR.search(text, part.start, part.end) for part in dates):
        return parts
    return [
        part for part in parts if part.label is not Label.DATE or not _DAY_ALONE.fullmatch(text, part.start, part.end)
    ]


_BEFORE_YEAR: Final = re.compile(
    r"\s\((?:1[6-9]|20)\d\d\),?\s(?P<page>[A-Z]?\d{1,6}(?:\s?[-–]\s?\d{1,6})?)(?=[\s.,;\])]|\Z)"
)


@asked_of(Label.PAGES, lacks=frozenset((Label.VOLUME,)), sign=" (")
def _volume_before_year(parts: Parts, text: str) -> Parts:
    """A number right before a year in brackets, with one behind it, is a volume: "Tides 103 (2021) 083514"."""
    for at, part in enumerate(parts):
        if part.label is Label.PAGES and (behind := _BEFORE_YEAR.match(text, part.end)):
            page = LabelledPart(*behind.span("page"), Label.PAGES, part.likely)
            others = [
                other._replace(end=min(other.end, page.start)) if other.start < page.start else other
                for other in parts[at + 1 :]
                if not page.start <= other.start < page.end
            ]
            return [*parts[:at], part._replace(label=Label.VOLUME), *sorted([*others, page], key=lambda it: it.start)]
    return parts


_PAGE: Final = re.compile(r"\d{1,3}")
_COUNTS: Final = frozenset((Label.VOLUME, Label.ISSUE, Label.NUMBER))
_BARE: Final = re.compile(r",\s\d{1,4}(?:[,.]\s<?https?:|\.?\Z)")
"""Behind a date: a number and nothing else, or an address."""


@asked_of(Label.DATE)
def _dated(parts: Parts, text: str) -> Parts:
    """Of two dates the first, right behind the title, is that of the original.

    It stands in brackets, or between stops: "Lamps (1961). Hull, 2001", "Lamps. 1961. Tide Press, 2001".
    """
    parts = [_first_published(part, text) for part in _paged(parts, text)]
    dates = [at for at, part in enumerate(parts) if part.label is Label.DATE]
    if len(dates) < 2 or any(part.label is Label.ORIGINAL_DATE for part in parts):
        return parts
    first, last = dates[0], dates[-1]
    years = [_year(text, parts[at]) for at in (first, last)]
    if first and parts[first - 1].label is Label.TITLE and years[0] and years[0] < years[1]:
        before, behind = text[: parts[first].start].rstrip()[-1:], text[parts[first].end :][:1]
        if before in ("(", "[") or (before == behind == "." and first + 1 < last):
            parts[first] = parts[first]._replace(label=Label.ORIGINAL_DATE)
    return parts


_FIRST: Final = re.compile(
    rf"[(\[](?:[^()\[\]\d]{{0,16}}\s)?(?:{language.pattern(language.vocabulary('first_published'))})\.?[:,\s][^()\[\]]{{0,12}}\Z",
    re.IGNORECASE,
)


def _first_published(part: LabelledPart, text: str) -> LabelledPart:
    """A date in brackets behind a word for that is the one of the original: "2001 (orig. 1961)", "[first 1961]"."""
    if part.label is Label.DATE and _FIRST.search(text, max(0, part.start - 40), part.start):
        return part._replace(label=Label.ORIGINAL_DATE)
    return part


@asked_of(lacks=frozenset((Label.PAGES,)))
def _paged(parts: Parts, text: str) -> Parts:
    """A number too short for a year is a page behind all else; and behind the date, where nothing has volumes."""
    labels = {part.label for part in parts}
    if parts[-1].label is Label.DATE and _PAGE.fullmatch(text, parts[-1].start, parts[-1].end):
        return [*parts[:-1], parts[-1]._replace(label=Label.PAGES)]
    if labels.isdisjoint((Label.CONTAINER, Label.COLLECTION)):
        for at, (date, number) in enumerate(pairwise(parts), 1):
            if date.label is Label.DATE and number.label in _COUNTS and _BARE.match(text, date.end):
                return [*parts[:at], number._replace(label=Label.PAGES), *parts[at + 1 :]]
    return parts


def _year(text: str, part: LabelledPart) -> str:
    return next(
        (word for word in text[part.start : part.end].replace("-", " ").split() if word.isdecimal() and len(word) == 4),
        "",
    )


_DAY: Final = re.compile(r"(?<![\d.])\d{1,2}(?!\d)")
_SHORT: Final = re.compile(r"[A-H]?\d{1,3}")
_LAST: Final = re.compile(r"\s?(?:\.?\s{0,4}\Z|[.,]\s<?https?:)")
"""Nothing comes behind but an address."""


@asked_of(Label.DATE, Label.CONTAINER, one_of=_COUNTS, lacks=frozenset((Label.PAGES,)))
def _page_of_a_day(parts: Parts, text: str) -> Parts:
    """A number right behind the outlet of a piece of a day, and behind all else, is a page: "Tide Post, 5"."""
    dates = [part for part in parts if part.label is Label.DATE]
    if len(dates) != 1 or not _DAY.search(text, dates[0].start, dates[0].end):
        return parts
    if sum(part.label in _COUNTS for part in parts) != 1:
        return parts
    for at, (outlet, count) in enumerate(pairwise(parts), 1):
        behind = outlet.label is Label.CONTAINER and count.label in _COUNTS
        if behind and _LAST.match(text, count.end) and _SHORT.fullmatch(text, count.start, count.end):
            return [*parts[:at], count._replace(label=Label.PAGES), *parts[at + 1 :]]
    return parts
