"""The words of a date: whole or in part, a range, a season, about, or none ("n.d.")."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from anora_bib import language
from anora_bib.model import Date
from anora_bib.model.values.date_words import read_words
from anora_bib.parser.rules.numbers.dates import Dated, find_dates
from anora_bib.text.characters import collapse

_CIRCA: Final = re.compile(
    rf"[\[(]?(?:{language.pattern(language.phrases('circa'))})(?!\w)|[~≈]|[^?]{{0,40}}\?[\])]?\Z", re.IGNORECASE
)
_UNDATED: Final = re.compile(rf"(?:{language.pattern(language.phrases('undated'))})\.?\Z", re.IGNORECASE)
_TO: Final = re.compile(r"\s?(?:[-–—/]|to|bis|à|a)\s?\Z")
_AROUND: Final = " ,;:()[]"
LONGEST: Final = 200
"""Characters of the longest date."""


def date(text: str) -> Date | None:
    """The date that words name; None if they name none.

    A date that is only said to be unknown or to come is kept as its literal. Of two dates that no dash joins, the first
    counts: "1968, 1972".
    """
    return _date(collapse(text[:LONGEST]).strip(_AROUND))


@lru_cache(maxsize=4096)
def _date(words: str) -> Date | None:
    """The date of words without what stands around them: the years of references are few."""
    if not words:
        return None
    if _UNDATED.match(words):
        return Date(literal=words)
    dates = find_dates(words)
    read = _joined(words, dates) if dates else _from_words(words)
    return replace(read, circa=True) if read and read.parts and _CIRCA.match(words) else read


def _joined(words: str, dates: list[Dated]) -> Date:
    first = max(dates, key=lambda dated: dated.precision) if dates[0].precision == 0 else dates[0]
    if len(dates) == 2 and _TO.match(words[dates[0].span.end : dates[1].span.start]):
        start, end = dates[0].date, dates[1].date
        if len(start.parts) == len(end.parts) == 1 and start.parts < end.parts and not start.season:
            return replace(start, parts=(*start.parts, *end.parts))
    return first.date


def _from_words(words: str) -> Date | None:
    """Years that no reference of ours has looked for: "AD 79", "44 BC", "1309"."""
    read = read_words(words)
    return read.date if read.date.parts and not read.faults else None
