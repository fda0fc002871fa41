"""Dates as Wikipedia's manual of style has them ("Dates and numbers"), and as people write them in templates."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from anora_bib import language
from anora_bib.formats.tagged.record import date_of
from anora_bib.formats.taking import season_word
from anora_bib.model import Date
from anora_bib.model.values.dates import is_day

_SHORT_RANGE: Final = re.compile(r"(\d{2})(\d{2})\u2013(\d{2})$")
_OPEN: Final = re.compile(r"(.{4,40}?)\s?[\u2013-]\s?present$", re.IGNORECASE)
_LETTER: Final = re.compile(r"(.{0,30}\d{4})([a-z])$")
_CALENDAR: Final = 1583
"""Wikipedia writes numbers only for days of the Gregorian calendar."""


def read_date(text: str) -> tuple[Date, str]:
    """A date, and the letter behind its year that tells works of one year apart (``1999b``), "" for none."""
    lettered = _LETTER.match(text)
    if lettered:
        text = lettered[1]
    if years := _SHORT_RANGE.match(text):
        text = f"{years[1]}{years[2]}/{years[1]}{years[3]}"
    if open_end := _OPEN.match(text):
        since = date_of(open_end[1])
        if len(since.parts) == 1:
            return replace(since, open_end=True), ""
    return date_of(text), lettered[2] if lettered else ""


def write_date(date: Date) -> str:
    """A date in words, a single day in numbers; what the words cannot say is written in ISO 8601."""
    if not date.parts or not all(is_day(part) for part in date.parts):
        return date.literal or date.iso
    circa = "c. " if date.circa else ""
    if date.open_end and len(date.parts) == 1 and date.parts[0][0] > 0:
        return f"{circa}{_in_words(date.parts[0])}\u2013present"
    if date.open_start or date.open_end:
        return date.iso
    seasons = (date.season, date.end_season if len(date.parts) > 1 else date.season)
    ends = [_with_season(part, season) for part, season in zip(date.parts, seasons, strict=False)]
    if len(ends) == 2:
        return circa + _range(date, ends)
    [day] = date.parts
    if len(day) == 3 and day[0] >= _CALENDAR and not circa and not date.season:
        return date.iso
    return circa + ends[0]


def _with_season(part: tuple[int, ...], season: str) -> str:
    return f"{season_word(season).title()} {_in_words(part[:1])}" if season else _in_words(part)


def _in_words(part: tuple[int, ...]) -> str:
    year = str(part[0]) if part[0] > 0 else f"{-part[0]} BC"
    months = language.month_names("en")
    return " ".join([*(str(day) for day in part[2:]), *(months[month - 1] for month in part[1:2]), year])


def _range(date: Date, ends: list[str]) -> str:
    """``2001–2004``, ``May–June 2009``, ``5–7 May 2001``; with spaces around the dash if a side has spaces in it."""
    (first, last), (start, end) = date.parts, ends
    if first[0] == last[0] > 0 and len(first) == len(last) > 1 and not date.season:
        if first[:2] == last[:2] and len(first) == 3:
            return f"{first[2]}\u2013{end}"
        start = start.removesuffix(f" {first[0]}")
    elif date.season and date.end_season and first[0] == last[0] > 0:
        start = start.removesuffix(f" {first[0]}")
    dash = " \u2013 " if " " in start or (" " in end and len(first) != 2 and not date.season) else "\u2013"
    return f"{start}{dash}{end}"
