"""Dates: BibTeX's year, month and day, and BibLaTeX's EDTF (ISO 8601-2, level 1)."""

from __future__ import annotations

import re
from typing import Final

from anora_bib import language
from anora_bib.model import Date

MONTHS: Final = [name[:3].lower() for name in language.month_names("en")]
"""The macros that every BibTeX style defines."""

_MONTH_NAMES = [name.lower() for name in language.month_names("en")]
_SEASON_OF = {name: str(number) for name, number in language.seasons().items()}
_FIRST_SEASON = 21
"""EDTF writes spring as month 21, winter as 24."""

_LONGEST = 4
"""Digits of a number that may be a month or a day; Python refuses to read some thousands of them."""

_CIRCA = re.compile(r"(?:c\.|ca\.|circa)\s*", re.IGNORECASE)
_YEARS = re.compile(r"(\d{4})\s?(?:--?|–|/)\s?(\d{4})$")
_SEASON = re.compile(r"(\d{4})-(2[1-4])$")


def is_exact(date: Date) -> bool:
    """True if the parts are real days that an ISO date can hold; others are only printed."""
    read = Date.parse_iso(date.iso) if date.parts else None
    return read is not None and read.parts == date.parts


def _season(date: Date) -> int:
    """1 for spring to 4 for winter, given as number or word; 0 for none."""
    number = _SEASON_OF.get(date.season.lower(), date.season)
    return int(number) if number in ("1", "2", "3", "4") else 0


def season_number(name: str) -> int:
    """1 for spring to 4 for winter; 0 for what is no season."""
    return int(_SEASON_OF.get(name.strip().lower(), "0"))


def to_edtf(date: Date) -> str:
    """As EDTF, or as printed if it has no exact parts."""
    if not is_exact(date):
        return date.literal or date.iso
    if (season := _season(date)) and len(date.parts) == 1:
        text = f"{date.parts[0][0]:04d}-{_FIRST_SEASON - 1 + season}"
    else:
        text = date.iso
    return text.replace("/", "~/") + "~" if date.circa else text


def from_edtf(text: str) -> Date:
    """From EDTF; what is none is kept as literal."""
    circa = text.endswith("~")
    bare = text.replace("~", "") if circa else text
    if match := _SEASON.match(bare):
        return Date(((int(match[1]),),), str(int(match[2]) - _FIRST_SEASON + 1), circa)
    read = Date.parse_iso(bare)
    return Date(read.parts, "", circa) if read else Date(literal=text)


def to_year(date: Date) -> tuple[str, str, str]:
    """(year, month, day) as text for BibTeX; the month as a macro, or a season. What has no exact parts is a year."""
    if not is_exact(date):
        return date.literal or date.iso, "", ""
    before = "c. " if date.circa else ""
    if len(date.parts) > 1:
        years = all(len(part) == 1 and part[0] >= 0 for part in date.parts)
        return before + date.iso.replace("/", "--" if years else "/"), "", ""
    year, month, day = (*date.parts[0], 0, 0)[:3]
    if year < 0:
        return before + date.iso, "", ""
    season = language.season_names("en")[_season(date) - 1].title() if _season(date) else ""
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
    if number is None or (given and not (given.isdecimal() and len(given) <= _LONGEST)):
        return None
    numbers = (year.parts[0][0], number, *((int(given),) if given else ()))
    read = Date((numbers,), "", circa)
    return read if is_exact(read) else None


def month_number(text: str) -> int | None:
    """From a number, a name in any of our languages, or the first letters of an English one; None if it is none."""
    if text.isdecimal():
        return int(text) if len(text) <= _LONGEST else None
    low = text.lower()
    # "Sept" and "June" are abbreviations as well; three letters tell all months apart.
    number = next((i for i, full in enumerate(_MONTH_NAMES, 1) if len(low) >= 3 and full.startswith(low)), None)
    return number or language.months().get(language.bare(text))
