"""Dates as bibliographies have them: whole or in part, a range, a season, about, or only as printed."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass

_ISO = re.compile(r"(-?\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")

DateParts = tuple[int, ...]
"""(year), (year, month) or (year, month, day); years before the common era are negative."""


@dataclass(frozen=True, slots=True)
class Date:
    """``parts`` holds one :data:`DateParts`, or two for a range; ``literal`` what was printed if it says more."""

    parts: tuple[DateParts, ...] = ()
    season: str = ""
    circa: bool = False
    literal: str = ""

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
        """From ``2024``, ``2024-05``, ``2024-05-22`` or two of them joined by ``/``; None for anything else."""
        parts = []
        for half in text.strip().split("/"):
            match = _ISO.match(half.strip())
            if not match:
                return None
            numbers = [int(group) for group in match.groups() if group]
            try:
                cls.of(*numbers)
            except ValueError:
                return None
            parts.append(tuple(numbers))
        return cls(tuple(parts)) if len(parts) <= 2 else None

    @classmethod
    def from_csl(cls, data: Mapping[str, object] | str) -> Date:
        """From a CSL-JSON date. What cannot be understood is kept as ``literal``."""
        if isinstance(data, str):
            return cls.parse_iso(data) or cls(literal=data)
        literal = str(data.get("literal") or data.get("raw") or "")
        season = str(data.get("season") or "")
        circa = bool(data.get("circa"))
        parts = _csl_parts(data.get("date-parts"))
        if not parts and literal and (read := cls.parse_iso(literal)):
            return cls(read.parts, season, circa)
        return cls(parts, season, circa, literal)

    def to_csl(self) -> dict[str, object]:
        """The CSL-JSON date: what is known of it, and no key for what is not."""
        out: dict[str, object] = {}
        if self.parts:
            out["date-parts"] = [list(part) for part in self.parts]
        if self.season:
            out["season"] = self.season
        if self.circa:
            out["circa"] = True
        if self.literal:
            out["literal"] = self.literal
        return out

    @property
    def year(self) -> int | None:
        """The year of the first day, None if unknown."""
        return self.parts[0][0] if self.parts else None

    @property
    def earliest(self) -> DateParts:
        """(year, month, day) of the first day it can mean; () if unknown."""
        if not self.parts:
            return ()
        return (*self.parts[0], 1, 1)[:3]

    @property
    def latest(self) -> DateParts:
        """(year, month, day) of the last day it can mean, every month taken to have 31 days; () if unknown."""
        if not self.parts:
            return ()
        last = self.parts[-1]
        return (*last, *(12, 31)[len(last) - 1 :])

    @property
    def iso(self) -> str:
        """``2024-05-22``, as much as is known; a range with ``/``; else what was printed."""
        if not self.parts:
            return self.literal
        return "/".join("-".join(f"{n:04d}" if i == 0 else f"{n:02d}" for i, n in enumerate(p)) for p in self.parts)

    def __str__(self) -> str:
        return self.iso


def _csl_parts(value: object) -> tuple[DateParts, ...]:
    """The date-parts of CSL-JSON, whose numbers may be strings; () if any is not a number."""
    if not isinstance(value, list):
        return ()
    try:
        numbers = tuple(tuple(int(number) for number in part if number not in (None, "")) for part in value)
    except (TypeError, ValueError, OverflowError):  # the last for an infinite number
        return ()
    return tuple(part[:3] for part in numbers if part)[:2]
