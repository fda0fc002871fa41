"""Values of BibTeX: strings in braces or quotation marks, numbers and macros, joined by ``#``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from anora_bib.formats.bibtex.dates import MONTHS

LONGEST: Final = 1_000_000
"""The greatest length of a value. Macros that double each other a few dozen times would exceed the memory."""

_PART = re.compile(r"(?P<between>[\s#]+)|(?P<brace>\{)|(?P<quote>\")|(?P<word>[^\s#{}\"]+)")
_MARK = re.compile(r"\\.|[{}\"]", re.DOTALL)

MONTH_MACROS: Final[Mapping[str, str]] = {month: month for month in MONTHS}


class TooLongError(ValueError):
    """A value whose macros stand for more than :data:`LONGEST` characters."""


def expand(raw: str, macros: Mapping[str, str], unknown: Callable[[str], None]) -> str:
    """The value, still in LaTeX, without its outermost delimiters. ``unknown`` hears of a macro that is not defined.

    Raises:
        TooLongError: see there.
    """
    out: list[str] = []
    length = at = 0
    while match := _PART.match(raw, at):
        at = match.end()
        if match["between"]:
            continue
        if match["brace"] or match["quote"]:
            end = _closing(raw, at, quoted=bool(match["quote"]))
            out.append(raw[at:end])
            at = end + 1
        elif word := match["word"]:
            if not word.isdecimal() and word.lower() not in macros:
                unknown(word)
            out.append(macros.get(word.lower(), word))
        length += len(out[-1])
        if length > LONGEST:
            raise TooLongError
    return "".join(out)


def _closing(raw: str, start: int, *, quoted: bool) -> int:
    """Where the string that begins at ``start`` ends; the end of ``raw`` if it does not."""
    depth = 0
    for match in _MARK.finditer(raw, start):
        sign = match[0]
        if sign == "{":
            depth += 1
        elif sign == '"' and quoted and depth == 0:
            return match.start()
        elif sign == "}":
            if depth == 0 and not quoted:
                return match.start()
            depth = max(0, depth - 1)
    return len(raw)


def enclosed(raw: str) -> str:
    """A value as one string in braces where it is one; joined parts and names of strings stay as they are."""
    if raw.startswith("{"):
        return raw
    if raw.isdecimal() or not raw:
        return f"{{{raw}}}"
    if raw.startswith('"') and _closing(raw, 1, quoted=True) == len(raw) - 1:
        return f"{{{raw[1:-1]}}}"
    return raw


def words(raw: str) -> list[str]:
    """The names of strings that a value uses, in small letters."""
    if raw.startswith("{") and "#" not in raw:
        return []
    found: list[str] = []
    at = 0
    while match := _PART.match(raw, at):
        at = match.end()
        if match["brace"] or match["quote"]:
            at = _closing(raw, at, quoted=bool(match["quote"])) + 1
        elif (word := match["word"]) and not word.isdecimal():
            found.append(word.lower())
    return found
