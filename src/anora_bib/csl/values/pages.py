"""Page ranges in the formats of ``page-range-format``.

https://docs.citationstyles.org/en/stable/specification.html#appendix-v-page-range-formats
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

_RANGE = re.compile(
    r"(\d*[a-zA-Z]+0*)?(\d+[a-z]*)\s*(?<!\\)[-\u2013]\s*(\d*[a-zA-Z]+0*)?(\d+[a-z]*)"
)
_HYPHEN = re.compile(r"(?<!\\)\s*[-\u2013]\s*")
_START = re.compile(r"\d+")


@lru_cache(maxsize=1 << 15)
def format_range(text: str, style: str | None = None, delimiter: str = "\u2013") -> str:
    """Every range of ``text``, which may list several, in one of the formats, joined by ``delimiter``.

    ``style`` is a value of ``page-range-format``, None where the style sets none. A hyphen after a backslash is no range.
    """
    if "-" not in text and "\u2013" not in text and delimiter not in text:
        return text
    shorten = _FORMATS[style or "expanded"]
    out: list[str] = []
    done = 0
    for match in _RANGE.finditer(text):
        out += _HYPHEN.sub(delimiter, text[done : match.start()]), _one(match, shorten, delimiter)
        done = match.end()
    out.append(_HYPHEN.sub(delimiter, text[done:]))
    return "".join(out).replace("\\-", "-")


def _one(match: re.Match[str], shorten: Callable[[str, str], str], delimiter: str) -> str:
    prefix, begin, end_prefix, end = match[1] or "", match[2], match[3] or "", match[4]
    if end_prefix in ("", prefix):
        if len(end) < len(begin):
            end = begin[: len(begin) - len(end)] + end
        if _number(begin) < _number(end):
            short = shorten(begin, end)
            return f"{prefix}{begin}{delimiter}{prefix if short == end and end_prefix_kept(shorten) else ''}{short}"
    return f"{match[1] or ''}{match[2]}{delimiter}{match[3] or ''}{match[4]}"


def end_prefix_kept(shorten: Callable[[str, str], str]) -> bool:
    return shorten is _expanded


def _number(page: str) -> int:
    match = _START.match(page)
    return int(match[0][:18]) if match else 0


def _expanded(_begin: str, end: str) -> str:
    return end


def _minimal(begin: str, end: str, least: int = 0) -> str:
    if len(begin) != len(end):
        return end
    same = next((i for i, (b, e) in enumerate(zip(begin, end, strict=True)) if b != e), len(end))
    return end[min(same, max(len(end) - least, 0)) :]


def _minimal_two(begin: str, end: str) -> str:
    return _minimal(begin, end, 2)


def _chicago_15(begin: str, end: str) -> str:
    first, last = _number(begin), _number(end)
    if first > 100 and first % 100 and first // 100 == last // 100:
        return str(last % 100)
    if first >= 10_000:
        return str(last % 1000)
    return end


def _chicago_16(begin: str, end: str) -> str:
    first, last = _number(begin), _number(end)
    if first > 100 and first % 100:
        for digits in range(2, len(str(last))):
            if first // 10**digits == last // 10**digits:
                return str(last % 10**digits)
    return end


_FORMATS: Final[dict[str, Callable[[str, str], str]]] = {
    "expanded": _expanded,
    "minimal": _minimal,
    "minimal-two": _minimal_two,
    "chicago": _chicago_15,
    "chicago-15": _chicago_15,
    "chicago-16": _chicago_16,
}
