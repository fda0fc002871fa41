"""Dates: BibTeX's year, month and day, and BibLaTeX's EDTF (ISO 8601-2, level 1)."""

from __future__ import annotations

import re
from typing import Final

from anora_bib import language
from anora_bib.model import Date
from anora_bib.model.bibliography.date_words import LONGEST_NUMBER, month_number, read_edtf, season_number
from anora_bib.model.bibliography.dates import OPEN, SEASONS

MONTHS: Final = [name[:3].lower() for name in language.month_names("en")]
"""The macros that every BibTeX style defines."""

_FIRST_SEASON = 21
"""EDTF writes spring as month 21, winter as 24."""

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


def from_edtf(text: str) -> Date:
    """From EDTF; what is none, or says more than a date of ours can hold, is kept as literal."""
    read = read_edtf(text)
    return read.date if read is not None and not read.faults else Date(literal=text)


def to_year(date: Date) -> tuple[str, str, str]:
    """(year, month, day) as text for BibTeX; the month as a macro, or a season. What has no exact parts is a year."""
    if not is_exact(date):
        return date.literal or date.iso, "", ""
    before = "c. " if date.circa else ""
    if date.open_start or date.open_end:
        return before + date.iso, "", ""
    if len(date.parts) > 1:
        years = all(len(part) == 1 and part[0] >= 0 for part in date.parts)
        return before + date.iso.replace("/", "--" if years else "/"), "", ""
    year, month, day = (*date.parts[0], 0, 0)[:3]
    if year < 0:
        return before + date.iso, "", ""
    number = _season_of(date.season)
    season = language.season_names("en")[number - 1].title() if number else ""
    return f"{before}{year:04d}", MONTHS[month - 1] if month else season, str(day or "")


def from_year(year: str, month: str = "", day: str = "") -> Date | None:
    """From the texts of three fields; None if there is no year. A month that cannot be read makes a literal of all."""
    if not year:
        return None
    circa = _CIRCA.match(year)
    bare = year[circa.end() :] if circa else year
    if match := _YEARS.match(bare):
        return Date(((int(match[1]),), (int(match[2]),)), "", bool(circa))
    read = Date.parse_iso(bare)
    if read is None:
        return Date(literal=" ".join(part for part in (day, month, year) if part))
    if not month:
        return Date(read.parts, "", bool(circa))
    if season := season_number(month):
        return Date(read.parts, str(season), bool(circa))
    return _with_month(read, month, day, bool(circa)) or Date(
        literal=" ".join(part for part in (day, month, year) if part)
    )


def _with_month(year: Date, month: str, day: str, circa: bool) -> Date | None:
    """A month by number, name or macro, perhaps with a day in it as many files have it ("22 may", "may 22")."""
    name = re.fullmatch(
        r"(?:(?P<before>\d{1,2})[\s.~]+)?(?P<month>\w+)\.?(?:[\s.~]+(?P<after>\d{1,2}),?)?", month.strip()
    )
    if name is None:
        return None
    number = month_number(name["month"])
    given = day or name["before"] or name["after"] or ""
    if number is None or (given and not (given.isdecimal() and len(given) <= LONGEST_NUMBER)):
        return None
    numbers = (year.parts[0][0], number, *((int(given),) if given else ()))
    read = Date((numbers,), "", circa)
    return read if is_exact(read) else None
