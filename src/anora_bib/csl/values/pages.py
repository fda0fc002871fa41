"""The second number of a page range, in the formats of ``page-range-format``.

https://docs.citationstyles.org/en/stable/specification.html#appendix-v-page-range-formats
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_LEADING_DIGITS = re.compile(r"\d{1,18}")


def second_page(begin: str, end: str, style: str) -> str | None:
    """``end`` as ``style``, a value of ``page-range-format``, writes it after ``begin``.

    Both are digits, letters at most behind them. None where ``end`` does not come after ``begin``: then it is no range.

    Raises:
        KeyError: there is no such format.
    """
    if len(end) < len(begin):
        end = begin[: len(begin) - len(end)] + end
    first, last = _number(begin), _number(end)
    return _FORMATS[style](begin, end, first, last) if first < last else None


def _number(page: str) -> int:
    match = _LEADING_DIGITS.match(page)
    return int(match[0]) if match else 0


def _expanded(_begin: str, end: str, _first: int, _last: int) -> str:
    return end


def _minimal(begin: str, end: str, _first: int, _last: int, least: int = 1) -> str:
    if len(begin) != len(end):
        return end
    same = next((index for index, char in enumerate(begin) if char != end[index]), len(end))
    return end[min(same, max(len(end) - least, 0)) :]


def _minimal_two(begin: str, end: str, first: int, last: int) -> str:
    return _minimal(begin, end, first, last, 2)


def _chicago_15(_begin: str, end: str, first: int, last: int) -> str:
    if first > 100 and first % 100 and first // 100 == last // 100:
        return str(last % 100)
    if first >= 10_000 and first // 1000 == last // 1000:
        return str(last % 1000)
    return end


def _chicago_16(_begin: str, end: str, first: int, last: int) -> str:
    if first > 100 and first % 100:
        for digits in range(2, len(str(last))):
            if first // 10**digits == last // 10**digits:
                return str(last % 10**digits)
    return end


_FORMATS: Final[dict[str, Callable[[str, str, int, int], str]]] = {
    "expanded": _expanded,
    "minimal": _minimal,
    "minimal-two": _minimal_two,
    "chicago": _chicago_15,
    "chicago-15": _chicago_15,
    "chicago-16": _chicago_16,
}
FORMATS: Final = frozenset(_FORMATS)
