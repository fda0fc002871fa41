"""Dates of CSL-JSON: date-parts, raw strings and EDTF, read once into one small value.

EDTF: https://www.loc.gov/standards/datetime/ (levels 0 and 1, as CSL 1.0.2 allows).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from anora_bib import language
from anora_bib.memory import remembered
from anora_bib.model.csl_json import text_of

_MOST_DIGITS: Final = 9
"""Digits of a year; EDTF has at most so many after its "Y"."""

FIRST_SEASON: Final = 13
"""Months 13 to 16 are spring, summer, autumn and winter."""


class Point(NamedTuple):
    """A day as far as it is known; 0 stands for what is not known. Years before the common era are negative."""

    year: int = 0
    month: int = 0
    day: int = 0

    @property
    def season(self) -> int:
        """1 to 4 for spring to winter, or 0."""
        return self.month - 12 if self.month >= FIRST_SEASON else 0


class Date(NamedTuple):
    """``end`` is None for a single date; an end without a year is the open end of a range."""

    start: Point = Point()
    end: Point | None = None
    circa: bool = False
    literal: str = ""
    season: str = ""
    """A season that is not one of the four, as it was given."""

    def __bool__(self) -> bool:
        return bool(self.start.year or self.literal or self.end)

    @property
    def understood(self) -> bool:
        """True if there is a year; else it is a literal or nothing."""
        return bool(self.start.year or (self.end and self.end.year))


def from_csl(value: object) -> Date:
    """The date of a CSL-JSON value: a mapping, or a string of EDTF or anything that :func:`from_raw` reads.

    What cannot be understood is kept as ``literal``.
    """
    if isinstance(value, str):
        return from_string(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return Date(Point(_integer(value)))
    if not isinstance(value, dict | Mapping):
        return Date()
    circa = _is_true(value.get("circa"))
    literal = value.get("literal")
    parts = value.get("date-parts")
    points = [_point(part) for part in parts[:2]] if isinstance(parts, list | tuple) else []
    if not points and "year" in value:
        points = [_point([value.get(name) for name in ("year", "month", "day")])]
    if not points and (raw := value.get("raw") or value.get("edtf")):
        date = from_string(str(raw))
        return date._replace(circa=circa or date.circa)
    date = _of(points, circa=circa)
    if literal:
        date = date._replace(literal=str(literal))
    elif not date.understood and parts:
        date = date._replace(literal=_as_written(parts))
    return _with_season(date, value.get("season"))


def _of(points: list[Point], *, circa: bool) -> Date:
    return Date(points[0] if points else Point(), points[1] if len(points) > 1 else None, circa)


def from_string(text: str) -> Date:
    """A date from EDTF, or else from running words."""
    return from_edtf(text) or from_raw(text)


def sort_key(date: Date, precision: int = 3) -> str:
    """A string that orders as the dates do, a range after its own start; empty for a date without a year.

    ``precision`` is how many of year, month and day count.
    """
    if not date.understood:
        return ""
    return _point_key(date.start, precision) + _point_key(date.end or Point(), precision)


def _point_key(point: Point, precision: int) -> str:
    year, month, day = (*point[:precision], 0, 0)[:3]
    shown = f"1{year:05d}" if year >= 0 else f"0{max(0, 99999 + year):05d}"
    return f"{shown}{month:02d}{day:02d}"


def _is_true(value: object) -> bool:
    return bool(value) and value not in ("0", "false")


def _integer(value: object) -> int:
    """The number at the start of a value, 0 if there is none, as JavaScript's parseInt."""
    if isinstance(value, int):
        return value if abs(value) < 10**_MOST_DIGITS else 0
    match = re.match(r"\s*([-+]?\d{1,9})(?!\d)", str(value)) if value is not None else None
    return int(match[1]) if match else 0


def _point(parts: object) -> Point:
    if not isinstance(parts, list | tuple):
        parts = [parts]
    year, month, day = (*(_integer(part) for part in parts[:3]), 0, 0, 0)[:3]
    return Point(year, _month(month), max(day, 0))


def _month(number: int) -> int:
    """1 to 12 for months, 13 to 16 for seasons (EDTF counts these 21 to 24); 0 for any other number."""
    if number < 1 or number > 24:
        return 0
    return number if number <= 16 else (number - 1) % 4 + FIRST_SEASON


def _as_written(parts: object) -> str:
    if isinstance(parts, list | tuple):
        return "-".join(filter(None, (_as_written(part) for part in parts)))
    text = text_of(parts) or ""
    return "" if text == "0" else text


def _with_season(date: Date, season: object) -> Date:
    if not season or date.start.month:
        return date
    number = _integer(season)
    if 1 <= number <= 4:
        number += 12
    if _month(number) >= FIRST_SEASON:
        return date._replace(start=date.start._replace(month=_month(number)))
    return date._replace(season=str(season))


_EDTF_POINT = re.compile(
    r"(?P<year>-?\d{4}|Y-?\d{4,9}|-?\d{2}XX|-?\d{3}X)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?:T[0-9:.Z+-]{0,40})?(?P<doubt>[?~%]?)"
)


@remembered(1 << 19)
def from_edtf(text: str) -> Date | None:
    """A date or interval of EDTF level 0 or 1; None if it is neither."""
    halves = text.strip().split("/")
    if len(halves) > 2:
        return None
    points: list[Point] = []
    circa = False
    for half in halves:
        if half in ("", "..") and len(halves) == 2:
            points.append(Point())
            continue
        match = _EDTF_POINT.fullmatch(half)
        point = _edtf_point(match) if match else None
        if not match or not point:
            return None
        circa = circa or bool(match["doubt"])
        points.append(point)
    return _of(points, circa=circa) if any(point.year for point in points) else None


def _edtf_point(match: re.Match[str]) -> Point | None:
    year = int(match["year"].removeprefix("Y").replace("X", "0"))
    month = 0 if match["month"] in (None, "XX") else int(match["month"])
    day = 0 if match["day"] in (None, "XX") or not month else int(match["day"])
    if month > 24 or 12 < month < 21 or (match["month"] == "00") or day > 31:
        return None
    return Point(year, _month(month), day)


_MONTHS: Final = {word[:3]: number for word, number in language.months("en").items()} | {
    word[:3]: 12 + number for word, number in language.seasons("en").items()
}
"""By the first three letters; seasons follow the months."""

_ONE_DASH: Final = str.maketrans("/_\u2013", "---", ".")
_TERMS: Final = ("mic", "tri", "hil", "eas")
_TIME = re.compile(r"(?<=\d)T\d.*|\s?\d\d:\d\d(?::\d{1,9})?", re.DOTALL)
_RAW_TOKEN = re.compile(r"\d{4}(?:-\d{1,2}){0,2}(?!\d)|(?:\d{1,2}-){0,2}\d{4}(?!\d)|\d{1,3}|[-~?]|[^\W\d_]+")


@remembered(1 << 19)
def from_raw(text: str) -> Date:
    """A date from running words: ``2 June 1984``, ``6/12/2000``, ``May 2001 - June 2002``, ``44 BC``, ``1968?``.

    Numbers go month before day where both could be either. What has no year, or a day without a month, is kept as
    ``literal``; so is what stands in double quotation marks.
    """
    bare = text.strip()
    if len(bare) > 1 and bare[0] == bare[-1] == '"':
        return Date(literal=bare[1:-1])
    negative = bare.startswith("-")
    bare = _TIME.sub("", bare.removeprefix("-")).translate(_ONE_DASH)
    if bare.isascii() and bare.isdigit() and len(bare) < 4:
        return Date(Point(-int(bare) if negative else int(bare))) if int(bare) else Date(literal=text)
    tokens = _RAW_TOKEN.findall(bare)
    split = tokens.index("-") if "-" in tokens else len(tokens)
    start = _Side(tokens[:split])
    end = _Side(tokens[split + 1 :]) if split < len(tokens) else None
    if end:
        start.fill_from(end)
        end.fill_from(start)
    if not start.year or (start.day and not start.month):
        return Date(literal=text)
    if negative:
        start.year = -start.year
    circa = start.circa or bool(end and end.circa)
    return Date(start.point, end.point if end else None, circa, season="" if start.month else start.term)


class _Side:
    """What the words on one side of a range say."""

    def __init__(self, tokens: list[str]) -> None:
        self.year = self.month = self.day = 0
        self.circa = False
        self.term = ""
        number = 0
        for token in tokens:
            if "-" in token and len(token) > 1:
                self._read_numeric(token.split("-"))
            elif token.isdecimal():
                number = self._read_number(token, number)
            elif number and token[:2].lower() in ("bc", "ad"):
                self.year = -number if token[:2].lower() == "bc" else number
                number = 0
            else:
                self._read_word(token)
        self.day = number or self.day

    def _read_number(self, token: str, number: int) -> int:
        if len(token) < 4:
            return int(token)
        self.year = int(token)
        return number

    def _read_word(self, word: str) -> None:
        stem = word[:3].lower()
        if word in ("~", "?", "c", "ca") or stem == "cir":
            self.circa = True
        elif stem in _MONTHS:
            self.month = _MONTHS[stem]
        elif stem in _TERMS and not self.term:
            self.term = word

    def _read_numeric(self, parts: list[str]) -> None:
        year = next((part for part in parts if len(part) == 4), "")
        if year:
            self.year = int(year)
        others = [int(part) for part in parts if part != year]
        if len(others) > 1 and others[1]:
            first, second = others[0], others[1]
            self.month, self.day = (second, first) if first > 12 else (first, second)
        elif others:
            self.month = others[0]

    def fill_from(self, other: _Side) -> None:
        self.year = self.year or other.year
        self.month = self.month or other.month
        self.day = self.day or other.day

    @property
    def point(self) -> Point:
        return Point(self.year, _month(self.month), self.day)
