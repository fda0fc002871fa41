"""A date that cannot be one.

## What it finds

Days that no calendar has ("31 February", "29 February 2023", "2021-13-02"), and lives that end before they begin
("1921-1887"). In references, years of three or five digits where the year stands ("London: Verso, 20023"), sources that
were accessed or archived on a day that is still to come, and years of publication more than five years ahead.

## Why it matters

The reader cannot tell which date was meant. Programs drop such dates, or take the number for something else.

## Example

    The film took two years.[1]

    ## Notes

    [1] Jane Roe, *A Book of Lamps* (Exampleton: Example Press, 20093), 12.

## Instead

    The film took two years.[1]

    ## Notes

    [1] Jane Roe, *A Book of Lamps* (Exampleton: Example Press, 2009), 12.

## How it is fixed

By hand: the source tells its date.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from anora_bib import language
from anora_bib.diagnostics import Severity
from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.sources import called
from anora_bib.lint.rules.shared.wording import quoted, when
from anora_bib.model import Apparatus, Records, Reference
from anora_bib.model.essay.passages import references_as_printed
from anora_bib.text.spans import Span

_AHEAD: Final = 5
"""Years that announced works may lie ahead."""
_LEAP_YEAR: Final = 2000
_LAST_DAY: Final = 31
_MONTHS: Final = 12
_REACH: Final = 80
_YEAR: Final = r"(?:1\d|20)\d\d"
_DAY: Final = re.compile(r"[2-9]\d(?<![\w.,:/#\u2013-]\d\d)(?=(?:st|nd|rd|th|\.)?(?![\w:/\u2013-]))")
_MONTH_BEHIND: Final = re.compile(
    rf"\w{{0,2}}\.? (?:of |de )?(?P<month>[^\W\d_]{{3,12}})\.?(?:,? (?:de )?(?P<year>{_YEAR})\b)?"
)
_MONTH_BEFORE: Final = re.compile(r"(?P<month>[^\W\d_]{3,12})\.? $")
_YEAR_BEHIND: Final = re.compile(rf"\w{{0,2}},? (?P<year>{_YEAR})\b")
_COUNTED: Final = re.compile(r"(?P<word>[^\W\d_]{1,12}\.?|[\d\W]) $")
_INTERNATIONAL: Final = re.compile(r"(?P<year>[12]\d{3})-(?P<month>\d\d)-(?P<day>\d\d)(?<![\w/.-][\d-]{10})(?![\w/-])")
_ODD_YEAR: Final = re.compile(r"(?:1[89]|20)\d(?<![\w.,:/-]\d{3})(?:\d\d)?(?!\w|[.,-]\d)")
_NO_YEAR: Final = re.compile(r"[*_]?,? (?P<number>(?:1[5-9]|20)\d{3}|2[1-9]\d\d|[3-9]\d{3})(?=[.,;)]|\s*\Z|\n)")
"""Behind the house: a year with a digit too many, or one that is far away."""
_DIGITS: Final = 4
_DAY_AHEAD: Final = re.compile(r"\d{1,2}, $")
_HOUSE: Final = re.compile(r"\s{1,8}[^\W\d_a-z][^()*_<>\d]{1,60},\s{1,8}")
_TOWN: Final = re.compile(r"[^\W\d_a-z][^()*_<>\d]{1,60}")
_LIFE: Final = re.compile(
    rf"\((?<=[^\W\d_] \()(?:b\. |born )?(?P<birth>{_YEAR}) ?[\u2013\u2014-] ?(?:d\. )?(?P<death>{_YEAR})\)"
)
_BROUGHT_OUT: Final = ("publisher", "container-title", "URL", "DOI")
_NAME: Final = re.compile(r"[^\W\d_a-z][^\W\d_]{1,30} $")


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each such date, in the running text and in references."""
    text = apparatus.essay.text
    references = references_as_printed(apparatus)
    for passage in sorted({*apparatus.body, *references}):
        yield from _days(text, passage)
        for match in _LIFE.finditer(text, passage.start, passage.end):
            name = _NAME.search(text, max(passage.start, match.start() - _REACH), match.start())
            if name and match["death"] < match["birth"]:
                message = (
                    f"the life of {name[0].rstrip()} ends in {match['death']}, before it begins in {match['birth']}"
                )
                yield Finding(Span(*match.span()), message)
    places = [Span(*match.span()) for passage in references for match in _odd_years(text, passage)]
    for place in sorted({*places, *_behind_houses(apparatus)}):
        yield Finding(place, f"{place.of(text)} cannot be a year")
    yield from _to_come(apparatus)


def _days(text: str, passage: Span) -> Iterator[Finding]:
    """Days beyond the end of their month; the number before a month may be that of a volume."""
    for match in _DAY.finditer(text, passage.start, passage.end):
        behind = _MONTH_BEHIND.match(text, match.end(), passage.end)
        ahead = text[max(passage.start, match.start() - _REACH) : match.start()]
        before = _MONTH_BEFORE.search(ahead)
        if behind and (month := _month(behind["month"])) and not _is_number(ahead, behind["year"]):
            place, year = Span(match.start(), behind.end()), behind["year"]
        elif before and (month := _month(before["month"])):
            then = _YEAR_BEHIND.match(text, match.end(), passage.end)
            place, year = Span(match.start() - len(before[0]), (then or match).end()), then["year"] if then else None
        else:
            continue
        # "Mai 68" is a year.
        if int(match[0]) > _last_day(month, year) and (year or int(match[0]) <= _LAST_DAY):
            yield Finding(place, f"no calendar has the day {quoted(place.of(text))}")
    for match in _INTERNATIONAL.finditer(text, passage.start, passage.end):
        number = int(match["month"])
        if min(number, int(match["day"])) > _LAST_DAY:
            continue  # three years in a row: "1790-93-99"
        if not (1 <= number <= _MONTHS and 1 <= int(match["day"]) <= _last_day(number, match["year"])):
            yield Finding(Span(*match.span()), f"no calendar has the day {quoted(match[0])}")


def _month(word: str) -> int | None:
    """The month of that name, or that is cut short like that."""
    return language.months().get(language.bare(word))


def _last_day(month: int, year: str | None) -> int:
    return calendar.monthrange(int(year or _LEAP_YEAR), month)[1]


def _is_number(ahead: str, year: str | None) -> bool:
    """Whether what stands before a number makes it that of a volume, an issue or a page."""
    before = _COUNTED.search(ahead)
    if year and ahead.endswith(", "):
        return False
    return before is not None and (
        before["word"][-1] in ".,:;0123456789" or language.bare(before["word"]) in _counted()
    )


@cache
def _counted() -> frozenset[str]:
    return frozenset(language.locators()) | language.vocabulary("volumes") | language.vocabulary("issues")


def _stands_for_year(text: str, passage: Span, match: re.Match[str]) -> bool:
    """Whether a number stands behind place and publisher, alone in parentheses, or behind a month."""
    ahead = text[max(passage.start, match.start() - 2 * _REACH) : match.start()]
    closed = text[match.end() : match.end() + 1] == ")"
    place, _, house = ahead.rpartition(":")
    imprint = _HOUSE.fullmatch(house) is not None
    if len(match[0]) < _DIGITS:
        return closed and imprint and _TOWN.fullmatch(place[place.rfind("(") + 1 :]) is not None
    before = _MONTH_BEFORE.search(_DAY_AHEAD.sub("", ahead))
    return imprint or (closed and ahead.endswith("(")) or bool(before and _month(before["month"]))


def _odd_years(text: str, passage: Span) -> Iterator[re.Match[str]]:
    return (one for one in _ODD_YEAR.finditer(text, *passage) if _stands_for_year(text, passage, one))


def _behind_houses(apparatus: Apparatus) -> Iterator[Span]:
    """Numbers behind the publisher, or its city, of books that have no year: "Paris, Seuil, 19991, p. 12"."""
    text = apparatus.essay.text
    for reference in apparatus.references:
        if reference.short or reference.entry.date("issued"):
            continue
        for house in filter(None, map(reference.entry.string, ("publisher", "publisher-place"))):
            place = text.rfind(house, *reference.span)
            match = _NO_YEAR.match(text, place + len(house), reference.span.end) if place >= 0 else None
            if match:
                yield Span(*match.span("number"))


def _to_come(apparatus: Apparatus) -> Iterator[Finding]:
    """Sources whose dates lie ahead of the day of the run, where the year is printed in full."""
    today = datetime.date.today() + datetime.timedelta(days=1)  # it is tomorrow already in the east
    latest = {"issued": (today.year + _AHEAD, 12, 31)}
    for reference in apparatus.references:
        for variable, verb in (("issued", "published"), ("accessed", "accessed"), ("archived", "archived")):
            date = None if reference.short else reference.entry.date(variable)
            ahead = date and date.parts and date.earliest > latest.get(variable, (today.year, today.month, today.day))
            place = reference.entry.fields[variable].span or reference.span if ahead else None
            if date and place and str(date.year) in place.of(apparatus.essay.text):
                message = f"{called(reference.entry)} was {verb} {when(date)}, which is still to come"
                # A number in the title of a page is no day on which it was read.
                alone = variable != "issued" and all(len(part) == 1 for part in date.parts)
                yield Finding(place, message, doubtful=alone or not _is_source(reference))


def _is_source(reference: Reference) -> bool:
    """Whether it says who made it, or who brought it out: a word and a number may count anything ("Words: 2085")."""
    return bool(reference.entry.creators()) or any(map(reference.entry.string, _BROUGHT_OUT))


RULE = Rule.documented("D005", "impossible-date", __doc__, check, severity=Severity.ERROR)
