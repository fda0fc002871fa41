"""Numbers in words and letters: ordinals, roman numerals, year suffixes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

Term = Callable[[str, str | None], tuple[str, str] | None]
"""A term by its name and gender form (None for neuter): its text and its ``match`` attribute ("" if it has none)."""

_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
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

    By https://docs.citationstyles.org/en/stable/specification.html#ordinal-suffixes: ordinal-10 to ordinal-99 match the
    last two digits, ordinal-00 to ordinal-09 the last one, unless ``match`` says otherwise; else ``ordinal`` holds. A
    locale without ``ordinal`` is one of CSL 1.0, which knows ordinal-01 to ordinal-04 only.
    """
    whole = term("ordinal", gender) or term("ordinal", None)
    if not whole:
        return _suffix_of_csl_1_0(number, term, gender)
    two_digits, one_digit = f"ordinal-{number % 100:02d}", f"ordinal-{number % 10:02d}"
    candidates = [("last-two-digits", two_digits), ("last-digit", one_digit)]
    if number < 100:
        candidates.insert(0, ("whole-number", two_digits))
    for rule, name in candidates:
        suffix = term(name, gender)
        if suffix and rule == (suffix[1] or ("last-digit" if name[-2] == "0" else "last-two-digits")):
            return suffix[0]
    return whole[0]


def _suffix_of_csl_1_0(number: int, term: Term, gender: str | None) -> str:
    teens = 10 < number % 100 < 20
    name = f"ordinal-0{number % 10 if 0 < number % 10 < 4 and not teens else 4}"
    suffix = term(name, gender) or term(name, None)
    return suffix[0] if suffix else ""


def long_ordinal(number: int, term: Term, gender: str | None = None) -> str:
    """``number`` as a word where the locale has one (1 to 10), else with its ordinal suffix."""
    name = f"long-ordinal-{number:02d}"
    if 1 <= number <= 10 and (printed := term(name, gender) or term(name, None)):
        return printed[0]
    return f"{number}{ordinal_suffix(number, term, gender)}"
