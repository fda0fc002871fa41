from __future__ import annotations

import pytest

from anora_bib.csl.values.ordinals import Term, long_ordinal, ordinal_suffix, roman, year_suffix

_Table = dict[tuple[str, str | None], tuple[str, str]]

_ENGLISH: _Table = {
    ("ordinal", None): ("th", ""),
    ("ordinal-01", None): ("st", ""),
    ("ordinal-02", None): ("nd", ""),
    ("ordinal-03", None): ("rd", ""),
    ("ordinal-11", None): ("th", ""),
    ("ordinal-12", None): ("th", ""),
    ("ordinal-13", None): ("th", ""),
    ("long-ordinal-03", None): ("third", ""),
}
_FRENCH: _Table = {
    ("ordinal", None): ("e", ""),
    ("ordinal-01", "feminine"): ("re", "whole-number"),
    ("ordinal-01", "masculine"): ("er", "whole-number"),
}
_OLD: _Table = {("ordinal-01", None): ("st", ""), ("ordinal-02", None): ("nd", ""), ("ordinal-04", None): ("th", "")}


def _terms(table: _Table) -> Term:
    return lambda name, gender: table.get((name, gender)) or table.get((name, None))


@pytest.mark.parametrize(
    ("number", "suffix"),
    [
        (1, "st"),
        (2, "nd"),
        (3, "rd"),
        (4, "th"),
        (11, "th"),
        (12, "th"),
        (13, "th"),
        (21, "st"),
        (111, "th"),
        (122, "nd"),
    ],
)
def test_english(number: int, suffix: str) -> None:
    assert ordinal_suffix(number, _terms(_ENGLISH)) == suffix


@pytest.mark.parametrize(
    ("number", "gender", "suffix"),
    [(1, "feminine", "re"), (1, "masculine", "er"), (1, None, "e"), (21, "feminine", "e"), (101, "masculine", "e")],
)
def test_gender_and_whole_numbers(number: int, gender: str | None, suffix: str) -> None:
    assert ordinal_suffix(number, _terms(_FRENCH), gender) == suffix


@pytest.mark.parametrize(("number", "suffix"), [(1, "st"), (11, "th"), (21, "st"), (112, "th"), (7, "th"), (3, "")])
def test_a_locale_of_csl_1_0(number: int, suffix: str) -> None:
    assert ordinal_suffix(number, _terms(_OLD)) == suffix


def test_long_ordinals_end_at_ten() -> None:
    assert long_ordinal(3, _terms(_ENGLISH)) == "third"
    assert long_ordinal(4, _terms(_ENGLISH)) == "4th"
    assert long_ordinal(42, _terms(_ENGLISH)) == "42nd"


@pytest.mark.parametrize(
    ("number", "numerals"), [(1, "i"), (4, "iv"), (42, "xlii"), (1999, "mcmxcix"), (0, ""), (-3, ""), (9000, "")]
)
def test_roman(number: int, numerals: str) -> None:
    assert roman(number) == numerals


@pytest.mark.parametrize(("number", "letters"), [(0, "a"), (25, "z"), (26, "aa"), (51, "az"), (52, "ba"), (702, "aaa")])
def test_year_suffix(number: int, letters: str) -> None:
    assert year_suffix(number) == letters
