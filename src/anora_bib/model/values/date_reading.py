"""Dates as CSL-JSON and pandoc's YAML spell them, with a phrase for each thing that is not understood or left out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from anora_bib.model.values.csl_json import kind, text_of
from anora_bib.model.values.date_words import End, ReadDate, date_of, month_or_season, read_text, season_of
from anora_bib.model.values.dates import Date
from anora_bib.text.characters import shortened

__all__ = ["ReadDate", "read_date"]

_NUMBER = re.compile(r"([+-]?[0-9]{1,9})(?:\.0*)?$")
"""Nine digits as EDTF has at most after its "Y". Some programs write 2001 as 2001.0."""

_FALSE: Final = ("false", "no", "off", "0", "0.0", "")
_OPEN: Final = End()
_PARTS: Final = ("year", "month", "day")
_LAST: Final = {"month": 24, "day": 31}
"""Months from 13 to 24 are seasons."""


def read_date(value: object) -> ReadDate:
    """From ISO 8601, EDTF or running words, CSL-JSON's ``{date-parts: ...}``, pandoc's ``{year: ...}``, or a list.

    The list may hold mappings or numbers. Text that is no date becomes the literal.
    """
    if isinstance(value, Mapping):
        if len(value) == 1 and "date-parts" in value:
            parts = value["date-parts"]
            return _plain_day(parts) or _checked(_from_parts(parts))
        return _from_mapping(value)
    if isinstance(value, str):
        return read_text(value.strip())
    if isinstance(value, int) and not isinstance(value, bool):
        return _from_parts([[value]])
    if isinstance(value, list | tuple):
        mappings = [[item.get(part) for part in _PARTS] for item in value if isinstance(item, Mapping)]
        return _from_parts(mappings if len(mappings) == len(value) else value)
    return ReadDate(Date(), ("it is no date",))


def _plain_day(parts: object) -> ReadDate | None:
    """What most dates are, a year, a month or a day in numbers, without the questions that others need."""
    if parts.__class__ is not list or len(parts) != 1 or parts[0].__class__ is not list:
        return None
    day = parts[0]
    count = len(day)
    for number in day:
        if number.__class__ is not int:
            return None
    if not 0 < count < 4 or not 0 < day[0] < 10_000:
        return None
    if (count > 1 and not 0 < day[1] < 13) or (count > 2 and not 0 < day[2] < 32):
        return None
    return ReadDate(Date((tuple(day),)))


def _from_mapping(value: Mapping[object, object]) -> ReadDate:
    faults: list[str] = []
    literal = _text(value, ("literal", "other"), faults)
    raw = _text(value, ("raw", "edtf"), faults)
    season = _text(value, ("season",), faults)
    circa = str(value.get("circa") or "").lower() not in _FALSE
    given = value.get("date-parts")
    if given is None and value.get("year") is not None:
        given = [[value.get(part) for part in _PARTS]]
    date, date_faults = _from_parts(given) if given is not None else ReadDate(Date())
    if raw:
        exact = read_text(raw)
        if not date.parts:
            date, date_faults = exact
        elif exact.date.parts != date.parts:
            faults.append(f"the raw text {shortened(raw)!r} is left out")
    elif literal and not date.parts:
        # A literal is printed as it is; one that is exactly a date is better known as that.
        exact = read_text(literal, words=False)
        date, literal = (exact.date, "") if exact.date.parts and not exact.faults else (date, literal)
    read = Date(
        date.parts,
        _season(season) or date.season,
        circa or date.circa,
        literal or date.literal,
        date.end_season,
        date.open_start,
        date.open_end,
    )
    return _checked(ReadDate(read, (*date_faults, *faults)))


def _checked(read: ReadDate) -> ReadDate:
    date = read.date
    known = date.parts or date.literal or date.season or read.faults
    return read if known else ReadDate(date, ("it has no year",))


def _season(given: str) -> str:
    """A season by number in the one form we have for it; any other text as it is."""
    return season_of(int(given) if given.isdecimal() and len(given) < 3 else 0) or given


def _text(value: Mapping[object, object], keys: Sequence[str], faults: list[str]) -> str:
    for key in keys:
        given = value.get(key)
        text = text_of(given)
        if text:
            return text
        if given is not None and text is None:
            faults.append(f"its {key} is {kind(given)}")
    return ""


def _from_parts(value: object) -> ReadDate:
    """``[[2001, 5], [2001, 6]]``, or ``[2001, 5]`` as some write it.

    A range is open where it has no year, or the year 0.
    """
    if not isinstance(value, list | tuple):
        return ReadDate(Date(literal=_as_written(value)), ("its date-parts are no list",))
    nested = any(isinstance(part, list | tuple) for part in value)
    faults: list[str] = []
    ends = [_end(part, faults) for part in (value if nested else [value])]
    if len(ends) > 2:
        faults.append("it has more than two ends")
    date = date_of(ends[:2])
    return ReadDate(date if date.parts else Date(literal=_as_written(value) if faults else ""), tuple(faults))


def _end(value: object, faults: list[str]) -> End:
    """Year, month and day as far as they can be read, and the season; nothing without a year.

    What follows a part that cannot be read is left out with it.
    """
    listed = value if isinstance(value, list | tuple) else [value]
    if not listed or listed[0] is None or listed[0] == "":
        return _OPEN
    if len(listed) > len(_PARTS):
        faults.append("it has more than year, month and day")
    out: list[int] = []
    season = ""
    for name, item in zip(_PARTS, listed, strict=False):
        number = item if item.__class__ is int else _number_of(name, item)
        if number is None or not (name == "year" or 0 <= number <= _LAST[name]) or abs(number) >= 10**9:
            faults.append(_not_understood(name, item))
            break
        if name == "month" and number > 12:
            season = season_of(number)
            break
        if number == 0 and name != "year":
            if name == "month" and any(listed[2:3]):
                faults.append("the day has no month")
            break
        out.append(number)
    return End(tuple(out), season) if out else _OPEN


def _number_of(name: str, item: object) -> int | None:
    """A part as a number; a month may be a name. 0 for what is empty, None for what is not understood."""
    text = text_of(item)
    if text is None:
        return 0 if item is None else None
    text = text.strip()
    if match := _NUMBER.match(text):
        return int(match[1])
    if not text:
        return 0
    return month_or_season(text.rstrip(".")) if name == "month" else None


def _not_understood(name: str, item: object) -> str:
    text = text_of(item)
    return f"the {name}{'' if text is None else f' {shortened(text)!r}'} is not understood"


def _as_written(parts: object) -> str:
    """What stands in date-parts that have no year, so that it can be printed."""
    if isinstance(parts, list | tuple):
        return "-".join(filter(None, map(_as_written, parts)))
    text = text_of(parts) or ""
    return "" if text == "0" else text
