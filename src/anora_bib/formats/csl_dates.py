"""Dates as CSL-JSON and pandoc's YAML spell them, with what could not be understood of each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from anora_bib.formats.problems import shortened
from anora_bib.formats.tex.dates import from_edtf, month_number, season_number
from anora_bib.model import Date
from anora_bib.model.dates import DateParts

_NUMBER = re.compile(r"([+-]?[0-9]{1,6})(?:\.0*)?$")
"""Up to six digits: EDTF has four, geologists and our own tests a few more. JSON may write 2001 as 2001.0."""

_FALSE = ("false", "no", "off", "0", "0.0", "")
_PARTS = ("year", "month", "day")
_LAST_MONTH, _LAST_DAY = 24, 31
"""Months from 13 to 24 are seasons (citeproc-js has 13 to 16, EDTF 21 to 24)."""


class ReadDate(NamedTuple):
    """A date, and a phrase for each part of the value that it leaves out."""

    date: Date
    faults: tuple[str, ...] = ()


def read_date(value: object) -> ReadDate:
    """From ISO 8601 or EDTF text, CSL-JSON's ``{date-parts: ...}``, pandoc's ``{year: ..., month: ...}``, or a list.

    The list may hold mappings or numbers. Text that is no date becomes the literal.
    """
    if isinstance(value, str):
        return ReadDate(from_edtf(value.strip()))
    if isinstance(value, int) and not isinstance(value, bool):
        return _from_parts([[value]])
    if isinstance(value, list):
        mappings = [[item.get(part) for part in _PARTS] for item in value if isinstance(item, Mapping)]
        return _from_parts(mappings if len(mappings) == len(value) else value)
    if isinstance(value, Mapping):
        return _from_mapping(value)
    return ReadDate(Date(), ("it is no date",))


def _from_mapping(value: Mapping[object, object]) -> ReadDate:
    faults: list[str] = []
    literal = _text(value, ("literal", "raw", "other"), faults)
    season = _text(value, ("season",), faults)
    circa = str(value.get("circa") or "").lower() not in _FALSE
    given = value.get("date-parts")
    if given is None and value.get("year") is not None:
        given = [[value.get(part) for part in _PARTS]]
    read = _from_parts(given) if given is not None else ReadDate(Date())
    parts = read.date.parts
    season = season or read.date.season
    if not parts and literal:
        exact = from_edtf(literal)
        parts, literal = exact.parts, exact.literal
        season, circa = season or exact.season, circa or exact.circa
    if not (parts or literal or season or read.faults or faults) and value:
        faults.append("it has no year")
    return ReadDate(Date(parts, season, circa, literal), (*read.faults, *faults))


def _text(value: Mapping[object, object], keys: Sequence[str], faults: list[str]) -> str:
    for key in keys:
        part = value.get(key)
        if isinstance(part, str | int) and not isinstance(part, bool):
            if part != "":
                return str(part)
        elif part is not None:
            faults.append(f"its {key} is no text")
    return ""


def _from_parts(value: object) -> ReadDate:
    """``[[2001, 5], [2001, 6]]``, or ``[2001, 5]`` as some write it."""
    if not isinstance(value, list):
        return ReadDate(Date(), ("its date-parts are no list",))
    listed = value if any(isinstance(part, list) for part in value) else [value]
    faults: list[str] = []
    seasons: list[str] = []
    parts = [read for part in listed if (read := _parts(part, faults, seasons))]
    if len(parts) > 2:
        faults.append("it has more than two ends")
    return ReadDate(Date(tuple(parts[:2]), seasons[0] if seasons else ""), tuple(faults))


def _parts(value: object, faults: list[str], seasons: list[str]) -> DateParts:
    """Year, month and day as far as they can be read; what comes after one that cannot is left out."""
    listed = value if isinstance(value, list) else [value]
    given = [item for item in listed if item is not None and item != ""]
    out: list[int] = []
    for name, item in zip(_PARTS, given, strict=False):
        number = _month(item, seasons) if name == "month" else _number(item)
        if number is None or not _possible(name, number):
            shown = f" {shortened(str(item))!r}" if isinstance(item, str | int) else ""
            faults.append(f"the {name}{shown} is not understood")
            return tuple(out)
        if number == 0 and name != "year":
            return tuple(out)
        out.append(number)
    if len(given) > len(_PARTS):
        faults.append("it has more than year, month and day")
    return tuple(out)


def _possible(name: str, number: int) -> bool:
    return name == "year" or 0 <= number <= (_LAST_MONTH if name == "month" else _LAST_DAY)


def _month(item: object, seasons: list[str]) -> int | None:
    """The number of a month given by number or name; 0 for a season, which goes to ``seasons``."""
    number = _number(item)
    if number is not None or not isinstance(item, str):
        return number
    if season := season_number(item):
        seasons.append(str(season))
        return 0
    return month_number(item.rstrip("."))


def _number(item: object) -> int | None:
    if isinstance(item, bool) or not isinstance(item, str | int):
        return None
    if isinstance(item, int):
        return item if abs(item) < 10**6 else None
    match = _NUMBER.match(item.strip())
    return int(match[1]) if match else None
