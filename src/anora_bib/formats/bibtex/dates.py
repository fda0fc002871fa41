"""Dates: BibTeX's year, month and day, and BibLaTeX's EDTF (ISO 8601-2, level 1)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from anora_bib import language
from anora_bib.model import Date
from anora_bib.model.values.date_words import LONGEST_NUMBER, month_number, read_edtf, season_number
from anora_bib.model.values.dates import OPEN, SEASONS

MONTHS: Final = [name[:3].lower() for name in language.month_names("en")]
"""The macros that every BibTeX style defines."""

_FIRST_SEASON = 21
"""EDTF writes spring as month 21, winter as 24."""

_BLURRED = re.compile(r"(\d{2}(?:XX|\dX))(?P<doubt>[?~%]?)")
"""A year of which the last digits are not known: a decade or a century."""
_TIME = re.compile(r"(?<=\d\d)T[0-9:.Z+-]{1,40}")
_LETTERS = re.compile(r"[^\W\d_]{2,20}|\d{1,2}(?!\d)")
_BETWEEN: Final = frozenset("and to und et bis st nd rd th".split())
_CIRCA = re.compile(r"(?:c\.|ca\.|circa)\s*", re.IGNORECASE)
_YEARS = re.compile(r"(\d{4})\s?(?:--?|–|/)\s?(\d{4})$")
_YEAR = re.compile(r"-?\d{4,}$")


def is_exact(date: Date) -> bool:
    """True if the parts are real days that an ISO date can hold; others are only printed."""
    read = Date.parse_iso(date.iso) if date.parts else None
    return read is not None and read.parts == date.parts


def _season_of(given: str) -> int:
    """1 for spring to 4 for winter, given as number or word; 0 for none."""
    return int(given) if given in SEASONS else season_number(given)


def to_edtf(date: Date) -> str:
    """As EDTF, or as printed if it has no exact parts."""
    if not is_exact(date):
        return date.literal or date.iso
    halves = date.iso.split("/")
    seasons = (_season_of(date.season), 0) if len(halves) == 1 else map(_season_of, (date.season, date.end_season))
    about = "~" if date.circa else ""
    return "/".join(_edtf_half(half, season, about) for half, season in zip(halves, seasons, strict=False))


def _edtf_half(half: str, season: int, about: str) -> str:
    if half == OPEN:
        return half
    return f"{half}-{_FIRST_SEASON - 1 + season}{about}" if season and _YEAR.match(half) else half + about


@lru_cache(maxsize=4096)
def from_edtf(text: str) -> Date:
    """From EDTF, levels 0 and 1; what is none, or says more than a date of ours can hold, is kept as literal.

    The time of a day is left out.
    """
    plain = _TIME.sub("", text.strip())
    if any(char in plain for char in "uyno"):  # drafts of EDTF, which biblatex took until 2017
        plain = plain.replace("unknown", "").replace("open", "").replace("u", "X").replace("y", "Y")
    if blurred := _BLURRED.fullmatch(plain):
        first, last = (int(blurred[1].replace("X", digit)) for digit in "09")
        return Date(((first,), (last,)), circa=bool(blurred["doubt"]))
    read = read_edtf(plain)
    return read.date if read is not None and not read.faults else Date(literal=text)


def to_year(date: Date) -> tuple[str, str, str]:
    """(year, month, day) as text for BibTeX; the month as a macro, or a season. What has no exact parts is a year."""
    if not is_exact(date):
        return date.literal or date.iso, "", ""
    before = "c. " if date.circa else ""
    if date.open_start or date.open_end:
        return before + date.iso, "", ""
    if len(date.parts) > 1 and all(len(part) == 2 for part in date.parts) and date.parts[0][0] == date.parts[1][0] > 0:
        first, last = (MONTHS[part[1] - 1] for part in date.parts)
        return f"{before}{date.parts[0][0]:04d}", f'{first} # "--" # {last}', ""
    if len(date.parts) > 1:
        years = all(len(part) == 1 and part[0] >= 0 for part in date.parts)
        return before + date.iso.replace("/", "--" if years else "/"), "", ""
    year, month, day = (*date.parts[0], 0, 0)[:3]
    if year < 0:
        return before + date.iso, "", ""
    number = _season_of(date.season)
    season = language.season_names("en")[number - 1].title() if number else ""
    return f"{before}{year:04d}", MONTHS[month - 1] if month else season, str(day or "")


@lru_cache(maxsize=4096)
def from_year(year: str, month: str = "", day: str = "") -> tuple[Date | None, bool]:
    """From the texts of three fields, None if there is no year; and whether month and day were understood.

    The year is known whatever the month says: "Sep--Oct", "23--27 may" and "jul/aug" are ranges.
    """
    if not year:
        return None, not (month or day)
    circa = _CIRCA.match(year)
    bare = (year[circa.end() :] if circa else year).rstrip(" .,;")
    if match := _YEARS.match(bare):
        return Date(((int(match[1]),), (int(match[2]),)), "", bool(circa)), not (month or day)
    read = Date.parse_iso(bare)
    if read is None:
        return Date(literal=year), not (month or day)
    if not month or len(read.parts) > 1:
        return Date(read.parts, "", bool(circa)), not (month or day)
    if season := season_number(month):
        return Date(read.parts, str(season), bool(circa)), not day
    known = _with_month(read.parts[0][0], month, day, bool(circa))
    return (known, True) if known is not None else (Date(read.parts, "", bool(circa)), False)


def _with_month(year: int, month: str, day: str, circa: bool) -> Date | None:
    """A month by number, name or macro; perhaps two, and perhaps with days in it as many files have them."""
    months: list[int] = []
    days: list[int] = [int(day)] if day.isascii() and day.isdecimal() and len(day) <= LONGEST_NUMBER else []
    after: list[tuple[int, ...]] = []
    for token in _LETTERS.findall(month):
        if token.isdecimal():
            if months or not month.strip().isdecimal():
                days.append(int(token))
            else:
                months.append(int(token))
        elif (number := month_number(token)) is not None:
            months.append(number)
        elif token.lower() not in _BETWEEN:
            return None
    if day and not days:
        return None
    ends = _ends(months, list(dict.fromkeys(days)))  # the day may stand in both fields
    after = [(year, *end) for end in ends]
    date = Date(tuple(after), "", circa)
    return date if after and is_exact(date) and after == sorted(after) else None


def _ends(months: list[int], days: list[int]) -> list[tuple[int, ...]]:
    """Month and day of the beginning, and of the end of a range; [] for what is neither."""
    if len(months) == 1 and len(days) < 3:
        return [(months[0], day) for day in days] or [(months[0],)]
    if len(months) == 2 and len(days) in (0, 2):
        return [(month, *days[at : at + 1]) for at, month in enumerate(months)]
    return []


DATE_FIELDS: Final = ("date", "year", "month", "day")
"""The fields that make up one date of publication."""
