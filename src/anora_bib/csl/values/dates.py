"""What the engine asks of a date: its ends, whether there is anything to print, and a key to sort by."""

from __future__ import annotations

from typing import Final, NamedTuple

from anora_bib.model.values.dates import FIRST_SEASON, SEASONS, Date, DateParts


class Point(NamedTuple):
    """A day as far as it is known; 0 stands for what is not known. Years before the common era are negative."""

    year: int = 0
    month: int = 0
    """1 to 12, or 13 to 16 for spring, summer, autumn and winter."""
    day: int = 0
    season: str = ""
    """A season that is not one of the four, as it was given."""


_UNKNOWN = Point()


def ends(date: Date) -> tuple[Point, Point | None]:
    """Start and end: no end for a single date, an end without a year for a range that is open."""
    parts = date.parts
    if len(parts) == 1 and not (date.season or date.open_start or date.open_end):
        year, month, day = (*parts[0], 0, 0, 0)[:3]
        return Point(year, month, day), None
    if not parts:
        return (_point((0,), date.season) if date.season else _UNKNOWN), None
    if date.open_start:
        return _UNKNOWN, _point(parts[0], date.end_season)
    start = _point(parts[0], date.season)
    if date.open_end:
        return start, _UNKNOWN
    return start, _point(parts[1], date.end_season) if len(parts) > 1 else None


def _point(parts: DateParts, season: str) -> Point:
    """A month is more exact than a season."""
    if season and len(parts) == 1:
        if season in SEASONS:
            return Point(parts[0], FIRST_SEASON + SEASONS.index(season))
        return Point(parts[0], season=season)
    year, month, day = (*parts, 0, 0)[:3]
    return Point(year, month, day)


def is_given(date: Date) -> bool:
    """Whether a style takes the variable to have a value: a year or words."""
    return bool(date.literal or len(date.parts) > 1 or (date.parts and (date.parts[0][0] or date.open_end)))


def sort_key(date: Date, precision: int = 3) -> str:
    """A string that orders as the dates do, a range after its own start; empty for a date without a year.

    ``precision`` is how many of year, month and day count. A season is no part of the year to sort by.
    """
    start, end = ends(date)
    if not (start.year or (end and end.year)):
        return ""
    return _point_key(start, precision) + (_point_key(end, precision) if end is not None else _NO_KEY)


def _point_key(point: Point, precision: int) -> str:
    year = point.year
    month = point.month if precision > 1 and point.month < FIRST_SEASON else 0
    day = point.day if precision > 2 else 0
    shown = f"1{year:05d}" if year >= 0 else f"0{max(0, 99999 + year):05d}"
    return f"{shown}{month:02d}{day:02d}"


_NO_KEY: Final = _point_key(_UNKNOWN, 3)
