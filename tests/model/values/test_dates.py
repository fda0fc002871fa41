"""Dates: what is known, and nothing more."""

from __future__ import annotations

import pytest

from anora_bib.model import Date
from anora_bib.model.values.date_reading import read_date


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2024", ((2024,),)),
        ("2014-03", ((2014, 3),)),
        ("2024-05-22", ((2024, 5, 22),)),
        ("2023-11/2024-01", ((2023, 11), (2024, 1))),
        ("-0043-03-15", ((-44, 3, 15),)),  # ISO 8601 has a year 0, which is 1 BC
        ("0000", ((-1,),)),
        ("-0099/0001", ((-100,), (1,))),
        ("2024-05/..", ((2024, 5),)),
        ("../2024", ((2024,),)),
    ],
)
def test_iso_round_trip(text: str, parts: tuple[tuple[int, ...], ...]) -> None:
    date = Date.parse_iso(text)
    assert date is not None
    assert date.parts == parts
    assert date.iso == text or text.startswith("-")
    assert read_date(date.to_csl()) == (date, ())


@pytest.mark.parametrize(
    "text", ["", "May 2024", "2024-13", "2024-02-30", "24", "2024/2025/2026", "..", "../..", "2024/x"]
)
def test_not_iso(text: str) -> None:
    assert Date.parse_iso(text) is None


def test_what_an_open_range_can_mean() -> None:
    begun, ended = Date(((2001, 5),), open_end=True), Date(((2001, 5),), open_start=True)
    assert begun.earliest == (2001, 5, 1)
    assert begun.latest > Date.of(9998).latest
    assert ended.latest == (2001, 5, 31)
    assert ended.earliest < Date.of(-9998).earliest


def test_what_a_date_can_mean() -> None:
    assert Date.of(2024).earliest == (2024, 1, 1)
    assert Date.of(2024).latest == (2024, 12, 31)
    assert Date.of(2014, 3).latest == (2014, 3, 31)
    assert Date(literal="n.d.").earliest == ()


def test_no_such_day() -> None:
    with pytest.raises(ValueError, match="day"):
        Date.of(2024, 2, 30)
