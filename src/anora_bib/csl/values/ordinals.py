"""Numbers in words and letters: ordinals, roman numerals, year suffixes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

Term = Callable[[str, str | None], tuple[str, str] | None]
"""A term by its name and gender form (None for neuter): its text and its ``match`` attribute ("" if it has none)."""

_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
    (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def roman(number: int) -> str:
    """``number`` in small roman numerals; empty for what has none (0, and 6000 and more)."""
    if not 0 < number < 6000:
        return ""
    out: list[str] = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        out.append(letters * count)
    return "".join(out)


def year_suffix(number: int) -> str:
    """The letters for the ``number``-th of the works of one year, from 0: a, b, ... z, aa, ab, ..."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def ordinal_suffix(number: int, term: Term, gender: str | None = None) -> str:
    """The suffix that makes ``number`` an ordinal in the locale whose terms ``term`` looks up.

    By https://docs.citationstyles.org/en/stable/specification.html#ordinal-suffixes: ordinal-10 to ordinal-99 match the last
    two digits, ordinal-00 to ordinal-09 the last one, unless ``match`` says otherwise; else ``ordinal`` holds.
    """
    digits = f"{number % 100:02d}"
    names = (f"ordinal-{digits}", f"ordinal-{digits[1]:0>2}")
    for form in (gender, None) if gender else (None,):
        for name, by_default in zip(names, ("last-two-digits", "last-digit"), strict=True):
            found = term(name, form)
            if found and _matches(number, int(name[-2:]), found[1] or _default_match(name)) and by_default:
                return found[0]
    found = term("ordinal", gender) or term("ordinal", None)
    return found[0] if found else ""


def _default_match(name: str) -> str:
    return "last-digit" if name[-2] == "0" else "last-two-digits"


def _matches(number: int, wanted: int, rule: str) -> bool:
    if rule == "whole-number":
        return number == wanted
    return number % (100 if rule == "last-two-digits" else 10) == wanted


def long_ordinal(number: int, term: Term, gender: str | None = None) -> str:
    """``number`` as a word where the locale has one (1 to 10), else with its ordinal suffix."""
    if 1 <= number <= 10 and (found := term(f"long-ordinal-{number:02d}", gender) or term(f"long-ordinal-{number:02d}", None)):
        return found[0]
    return f"{number}{ordinal_suffix(number, term, gender)}"
