"""Dates as bibliographies have them: whole or in part, a range, a season, about, or only as printed."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Final

_ISO = re.compile(r"(-?\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$", re.ASCII)

OPEN: Final = ".."
"""What ISO 8601-2 writes for the open side of a range."""

_EVER: Final = datetime.MAXYEAR

SEASONS: Final = ("1", "2", "3", "4")
"""Spring, summer, autumn, winter."""

FIRST_SEASON: Final = 13
"""citeproc-js and the engine count the seasons as months 13 to 16, EDTF as 21 to 24."""

DateParts = tuple[int, ...]
"""(year), (year, month) or (year, month, day). The year before 1 is -1: 44 BC is -44, as in CSL-JSON."""


@dataclass(frozen=True, slots=True)
class Date:
    """``parts`` holds one :data:`DateParts`, or two for a range; ``literal`` what was printed if it says more.

    Years are those of the calendar that people print, without a year 0 (CSL 1.0.2, "AD and BC"). ISO 8601, EDTF and
    biblatex count as astronomers do, with one: there 44 BC is ``-0043``, and 1 BC ``0000``. Text in those forms is
    converted where it is read (:func:`iso_parts`, ``date_words.read_edtf``) and written (:attr:`iso`).

    A season is a number from "1" for spring to "4" for winter, or a word that is none of these ("Trinity").
    """

    parts: tuple[DateParts, ...] = ()
    season: str = ""
    circa: bool = False
    literal: str = ""
    end_season: str = ""
    """The season in which a range ends, one of :data:`SEASONS`; ``season`` is the one in which it starts."""
    open_start: bool = False
    """A range of which only the end is known: it is all that ``parts`` holds."""
    open_end: bool = False
    """A range of which only the start is known."""

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> Date:
        """A single date.

        Raises:
            ValueError: there is no such day.
        """
        datetime.date(max(year, 1), month or 1, day or 1)
        return cls((tuple(part for part in (year, month, day) if part is not None),))

    @classmethod
    def parse_iso(cls, text: str) -> Date | None:
        """From ``2024``, ``2024-05``, ``2024-05-22`` or two joined by ``/``, one of which may be ``..``; else None."""
        halves = [half.strip() for half in text.strip().split("/")]
        if len(halves) > 2:
            return None
        read = [iso_parts(half) for half in halves if half != OPEN or len(halves) == 1]
        parts = tuple(part for part in read if part is not None)
        if not parts or len(parts) < len(read):
            return None
        return cls(parts, open_start=halves[0] == OPEN, open_end=halves[-1] == OPEN)

    def to_csl(self) -> dict[str, object]:
        """The CSL-JSON date: what is known of it, and no key for what is not."""
        out: dict[str, object] = {}
        if self.parts:
            out["date-parts"] = self._points()
        if self.season and not (self.end_season and self.season in SEASONS):
            out["season"] = self.season
        if self.circa:
            out["circa"] = True
        if self.literal:
            out["literal"] = self.literal
        return out

    def _points(self) -> list[list[int]]:
        """The date-parts. CSL-JSON has one season for a date: those of a range are months, as citeproc-js counts them.

        An open side has the year 0.
        """
        points = [list(part) for part in self.parts]
        if self.end_season:
            points[-1] = [points[-1][0], FIRST_SEASON + SEASONS.index(self.end_season)]
            if len(points) > 1 and self.season in SEASONS:
                points[0] = [points[0][0], FIRST_SEASON + SEASONS.index(self.season)]
        return [*([[0]] if self.open_start else ()), *points, *([[0]] if self.open_end else ())]

    @property
    def year(self) -> int | None:
        """The year of the first day, None if unknown."""
        return self.parts[0][0] if self.parts else None

    @property
    def earliest(self) -> DateParts:
        """(year, month, day) of the first day it can mean; () if unknown."""
        if not self.parts:
            return ()
        return (-_EVER, 1, 1) if self.open_start else (*self.parts[0], 1, 1)[:3]

    @property
    def latest(self) -> DateParts:
        """(year, month, day) of the last day it can mean, every month taken to have 31 days; () if unknown."""
        if not self.parts:
            return ()
        last = (_EVER,) if self.open_end else self.parts[-1]
        return (*last, *(12, 31)[len(last) - 1 :])

    @property
    def iso(self) -> str:
        """``2024-05-22``, as much as is known; a range with ``/``; else what was printed."""
        if not self.parts:
            return self.literal
        known = ["-".join([iso_year(part[0]), *(f"{n:02d}" for n in part[1:])]) for part in self.parts]
        return "/".join([*([OPEN] if self.open_start else ()), *known, *([OPEN] if self.open_end else ())])

    def __str__(self) -> str:
        return self.iso


def iso_parts(text: str) -> DateParts | None:
    """The numbers of ``2024``, ``2024-05`` or ``2024-05-22``; None for anything else, and for a day that is none."""
    match = _ISO.match(text)
    if match is None:
        return None
    year, *others = (int(group) for group in match.groups() if group)
    numbers = (from_astronomical(year), *others)
    return numbers if is_day(numbers) else None


def from_astronomical(year: int) -> int:
    """A year as ISO 8601 counts it, as a year of ours: 0 is -1, and -43 is -44."""
    return year if year > 0 else year - 1


def iso_year(year: int) -> str:
    """A year of ours as ISO 8601 writes it: ``2024``, and ``-0043`` for -44."""
    if year >= 0:
        return f"{year:04d}"
    astronomical = -year - 1
    return f"{'-' if astronomical else ''}{astronomical:04d}"


def is_day(parts: DateParts) -> bool:
    """Whether a calendar has this year, month or day. A year beyond those of Python counts as a leap year."""
    year, month, day = (*parts, 1, 1)[:3]
    try:
        datetime.date(year if 0 < year <= _EVER else 4, month, day)
    except (ValueError, OverflowError):
        return False
    return True
