"""Dates in text: EDTF, and running words such as ``2 June 1984``.

EDTF: https://www.loc.gov/standards/datetime/ (levels 0 and 1, as CSL 1.0.2 allows).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from anora_bib import language
from anora_bib.model.values.dates import FIRST_SEASON, OPEN, Date, DateParts, from_astronomical, is_day
from anora_bib.system.memory import remembered
from anora_bib.text.patterns import lazy


class ReadDate(NamedTuple):
    """A date, and a phrase for each part of the value that it leaves out or has guessed."""

    date: Date
    faults: tuple[str, ...] = ()


class End(NamedTuple):
    """One side of a range, or a single date; without parts, or with the year 0 in a range, it is open."""

    parts: DateParts = ()
    season: str = ""


def date_of(ends: Sequence[End], *, circa: bool = False) -> Date:
    """The date of one end or two."""
    if len(ends) == 1:
        [one] = ends
        return Date((one.parts,) if one.parts else (), one.season, circa)
    start, end = ends
    known = [one for one in ends if one.parts and one.parts[0]]
    return Date(
        tuple(one.parts for one in known),
        start.season if start in known else "",
        circa,
        end_season=end.season if end in known else "",
        open_start=bool(known) and known[0] is not start,
        open_end=bool(known) and known[-1] is not end,
    )


def season_of(number: int) -> str:
    """A season, "1" to "4", by its own number or as a month from 13 to 16 or from 21 to 24; "" for any other."""
    if 1 <= number <= 4:
        return str(number)
    return str((number - 1) % 4 + 1) if FIRST_SEASON <= number <= _LAST_SEASON else ""


def month_or_season(name: str) -> int | None:
    """The month of a name or number, in any of our languages; 13 to 16 for seasons; None for what is neither."""
    if season := season_number(name):
        return FIRST_SEASON - 1 + season
    return month_number(name)


def season_number(name: str) -> int:
    """1 for spring to 4 for winter; 0 for what is no season."""
    return _SEASON_OF.get(name.strip().lower(), 0)


def month_number(text: str) -> int | None:
    """From a number, a name in any of our languages, or the first letters of an English one; None if it is none."""
    if text.isdecimal():
        return int(text) if len(text) <= LONGEST_NUMBER else None
    low = text.lower()
    # "Sept" and "June" are abbreviations as well; three letters tell all months apart.
    number = next((i for i, full in enumerate(_MONTH_NAMES, 1) if len(low) >= 3 and full.startswith(low)), None)
    return number or language.months().get(language.bare(text))


def read_text(text: str, *, words: bool = True) -> ReadDate:
    """A date from EDTF, or else from running words; text that is neither becomes the literal."""
    return read_edtf(text) or (read_words(text) if words else ReadDate(Date(literal=text)))


LONGEST_NUMBER: Final = 4
"""Digits of a number that may be a month or a day; Python refuses to read some thousands of them."""

_LAST_SEASON: Final = 24
_MONTH_NAMES: Final = [name.lower() for name in language.month_names("en")]
_SEASON_OF: Final = dict(language.seasons())

_EDTF = lazy(
    r"(?P<year>-?\d{4}|Y-?\d{4,9}|-?\d{2}XX|-?\d{3}X)(?:-(?P<month>\d\d?|XX)(?:-(?P<day>\d\d?|XX))?)?"
    r"(?P<time>T[0-9:.Z+-]{0,40})?(?P<doubt>[?~%]?)",
    re.ASCII,
)


@remembered(1 << 19)
def read_edtf(text: str) -> ReadDate | None:
    """A date or interval of EDTF level 0 or 1; None if it is neither. What CSL cannot hold is a fault."""
    halves = text.strip().split("/")
    if len(halves) > 2:
        return None
    ends: list[End] = []
    faults: list[str] = []
    circa = False
    for half in halves:
        if half in ("", OPEN) and len(halves) == 2:
            ends.append(End())
            continue
        match = _EDTF.fullmatch(half)
        end = _edtf_end(match) if match else None
        if match is None or end is None:
            return None
        circa = circa or bool(match["doubt"])
        faults += _edtf_faults(match)
        ends.append(end)
    return ReadDate(date_of(ends, circa=circa), tuple(faults)) if any(end.parts for end in ends) else None


def _edtf_end(match: re.Match[str]) -> End | None:
    """The parts that have numbers: of a year with ``X`` for a digit the first year it can be."""
    unknown = "9" if "-" in match["year"] else "0"
    year = from_astronomical(int(match["year"].removeprefix("Y").replace("X", unknown)))
    month, day = match["month"], match["day"]
    if month in (None, "XX"):
        return End((year,))
    if season := season_of(int(month)) if int(month) > 20 else "":
        return None if day else End((year,), season)
    parts = (year, int(month)) if day in (None, "XX") else (year, int(month), int(day))
    return End(parts) if is_day(parts) else None


def _edtf_faults(match: re.Match[str]) -> list[str]:
    faults = []
    if "X" in match["year"] or (match["month"] == "XX" and match["day"] not in (None, "XX")):
        faults.append(f"{match[0]!r} has digits that are not known")
    if match["time"]:
        faults.append(f"the time {match['time'][1:]!r} is left out")
    return faults


_MONTHS: Final = {word[:3]: number for word, number in language.months("en").items()} | {
    word[:3]: FIRST_SEASON - 1 + number for word, number in language.seasons("en").items()
}
"""By the first three letters; seasons follow the months."""

_DAYS_OF_THE_WEEK: Final = frozenset(word[:3] for word in language.weekdays("en"))
_NO_FAULT: Final = frozenset(("", "st", "nd", "rd", "th", "er"))
_ONE_DASH: Final = str.maketrans("/_\u2013", "---", ".")
_TERMS: Final = ("mic", "tri", "hil", "eas")
"""Michaelmas, Trinity, Hilary, Easter: terms of English universities and courts."""

_DOTTED = lazy(r"(?<![\d.])(?:(\d{1,2})\.(\d{1,2})\.(\d{4})|(\d{4})\.(\d{1,2})(?:\.(\d{1,2}))?)(?![\d.])")
"""Numbers with full stops: the day comes before the month where the year comes last."""
_MONTH_AND_YEAR = lazy(r"(?:0[1-9]|1[0-2]) \d{4}")
_TIME = lazy(r"(?<=\d)T\d.*|\s?\d\d:\d\d(?::\d{1,9})?", re.DOTALL)
_TOKEN = lazy(r"\d{4}(?:-\d{1,2}){0,2}(?!\d)|(?:\d{1,2}-){0,2}\d{4}(?!\d)|\d{1,3}|[-~?]|[^\W\d_]+")


@remembered(1 << 19)
def read_words(text: str) -> ReadDate:
    """A date from running words: ``2 June 1984``, ``6/12/2000``, ``May 2001 - June 2002``, ``44 BC``, ``1968?``.

    Numbers go month before day where both could be either. What has no year, or a day without a month, is kept as
    ``literal``; so is what stands in double quotation marks.
    """
    bare = text.strip().rstrip("/")
    if len(bare) > 1 and bare[0] == bare[-1] == '"':
        return ReadDate(Date(literal=bare[1:-1]))
    negative = bare.startswith("-")
    bare = _TIME.sub("", bare.removeprefix("-"))
    bare = _DOTTED.sub(_iso, bare)
    bare = bare.translate(_ONE_DASH)
    if bare.isascii() and bare.isdigit() and len(bare) < 4:
        year = -int(bare) if negative else int(bare)
        return ReadDate(Date(((year,),)) if year else Date(literal=text))
    tokens = _TOKEN.findall(bare)
    split = tokens.index("-") if "-" in tokens else len(tokens)
    start = _Side(tokens[:split])
    end = _Side(tokens[split + 1 :]) if split < len(tokens) else None
    if _MONTH_AND_YEAR.fullmatch(bare):
        start.month, start.day = start.day, 0
    if end:
        start.fill_from(end)
        end.fill_from(start)
    if not start.year or (start.day and not start.month):
        return ReadDate(Date(literal=text))
    if negative:
        start.year = -start.year
    if end and start.given + end.given in ("my", "ym"):
        end = None  # "Jan./1992" is a month of a year
    sides = [start, end] if end else [start]
    date = date_of([side.end() for side in sides], circa=any(side.circa for side in sides))
    return ReadDate(date, tuple(dict.fromkeys(fault for side in sides for fault in side.faults)))


def _iso(match: re.Match[str]) -> str:
    day, month, year, first, second, third = match.groups()
    return f"{year}-{month}-{day}" if year else "-".join(filter(None, (first, second, third)))


class _Side:
    """What the words on one side of a range say."""

    def __init__(self, tokens: list[str]) -> None:
        self.year = self.month = self.day = 0
        self.circa = False
        self.term = ""
        self.faults: list[str] = []
        number = 0
        for token in tokens:
            if "-" in token and len(token) > 1:
                self._read_numeric(token)
            elif token.isdecimal():
                number = self._read_number(token, number)
            elif number and token[:2].lower() in ("bc", "ad"):
                self.year = -number if token[:2].lower() == "bc" else number
                number = 0
            else:
                self._read_word(token)
        self.day = number or self.day
        self.given = "m" * (not self.day and 0 < self.month < 13) + "y" * bool(self.year)

    def _read_number(self, token: str, number: int) -> int:
        if len(token) < 4:
            return int(token)
        self.year = int(token)
        return number

    def _read_word(self, word: str) -> None:
        low = word.lower()
        stem = low[:3]
        if low in ("~", "?", "c", "ca") or stem == "cir":
            self.circa = True
        elif stem in _MONTHS:
            self.month = _MONTHS[stem]
        elif stem in _TERMS and not self.term:
            self.term = word
        elif number := language.months().get(language.bare(word)):
            self.month = number
        elif stem not in _DAYS_OF_THE_WEEK and low not in _NO_FAULT and low not in language.particles():
            self.faults.append(f"the word {word!r} is not understood")

    def _read_numeric(self, token: str) -> None:
        parts = token.split("-")
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

    def end(self) -> End:
        """What is known of it; a day is not asked to be one of the calendar."""
        if not self.month:
            return End((self.year,), self.term)
        if self.month > 12:
            return End((self.year,), season_of(self.month))
        return End((self.year, self.month, self.day) if self.day else (self.year, self.month))
