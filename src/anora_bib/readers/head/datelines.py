"""Dates as printed over an essay: "January 5, 2025", "APRIL 2025:", "Posted on Friday, 1 May 2009"."""

from __future__ import annotations

import re
from typing import NamedTuple

from anora_bib import language
from anora_bib.model import Date
from anora_bib.text.patterns import lazy

_MONTH = rf"(?:{language.pattern(language.months())})\b\.?"
_WEEKDAY = rf"(?:{language.pattern(language.weekdays())})\b\.?,?[ \xa0]"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?\b"
_GAP = r"[ \xa0]{1,3}"

_DATE = lazy(
    rf"(?:{_WEEKDAY})?(?:"
    rf"(?P<m1>{_MONTH}){_GAP}(?:(?P<d1>{_DAY}),?{_GAP})?(?P<y1>\d{{4}})\b"
    rf"|(?P<d2>{_DAY}){_GAP}(?:of )?(?P<m2>{_MONTH}),?{_GAP}(?P<y2>\d{{4}})\b"
    r"|(?P<y3>\d{4})-(?P<m3>\d{2})(?:-(?P<d3>\d{2}))?(?!\d)"
    r")",
    re.IGNORECASE,
)
_BEFORE = lazy(
    r"(?:(?:first |originally |last )?(?:published|posted|updated|written|dated?|added)(?: on| in)?:?[ \xa0]?)?$",
    re.IGNORECASE,
)
_TIME = r"(?:at )?\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?[ \xa0]?(?:[ap]\.?m\.?)?[ A-Z+:\d-]{0,10}"
_AFTER = lazy(rf"[ T,]{{0,3}}(?:{_TIME})?[.:]?$", re.IGNORECASE)


class DateLine(NamedTuple):
    """A date and its place in the string it was read from."""

    date: Date
    start: int
    end: int


def find_date(text: str) -> DateLine | None:
    """The first date in ``text``."""
    match = _DATE.search(text)
    date = _date(match) if match else None
    return DateLine(date, match.start(), match.end()) if match and date else None


def read_date_line(text: str) -> DateLine | None:
    """The date of a line that says nothing else (a word such as "Posted", a weekday, a time of day apart)."""
    dated = find_date(text[:80])
    if dated and _BEFORE.match(text[: dated.start].lstrip()) and _AFTER.match(text[dated.end :].rstrip()):
        return dated
    return None


def _date(match: re.Match[str]) -> Date | None:
    order = next(order for order in "123" if match[f"y{order}"])
    month, day = match[f"m{order}"], match[f"d{order}"]
    number = int(month) if month.isdigit() else language.months()[language.bare(month)]
    try:
        return Date.of(int(match[f"y{order}"]), number, int(re.sub(r"\D", "", day)) if day else None)
    except ValueError:
        return None
