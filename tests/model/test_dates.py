"""Dates: what is known, and nothing more."""

from __future__ import annotations

import pytest

from anora_bib.model import Date


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2024", ((2024,),)),
        ("2014-03", ((2014, 3),)),
        ("2024-05-22", ((2024, 5, 22),)),
        ("2023-11/2024-01", ((2023, 11), (2024, 1))),
        ("-0044-03-15", ((-44, 3, 15),)),
    ],
)
def test_iso_round_trip(text: str, parts: tuple[tuple[int, ...], ...]) -> None:
    date = Date.parse_iso(text)
    assert date is not None
    assert date.parts == parts
    assert date.iso == text or text.startswith("-")
    assert Date.from_csl(date.to_csl()) == date


@pytest.mark.parametrize("text", ["", "May 2024", "2024-13", "2024-02-30", "24", "2024/2025/2026"])
def test_not_iso(text: str) -> None:
    assert Date.parse_iso(text) is None


@pytest.mark.parametrize(
    ("data", "iso"),
    [
        ({"date-parts": [["2024", "5"]]}, "2024-05"),  # numbers as strings
        ({"date-parts": [[2024, 5, 22], []]}, "2024-05-22"),
        ({"raw": "2024-05-22"}, "2024-05-22"),
        ({"literal": "n.d."}, "n.d."),
        ({"date-parts": [["soon"]], "literal": "soon"}, "soon"),  # nothing is lost
        ("forthcoming", "forthcoming"),
    ],
)
def test_from_csl(data: dict[str, object] | str, iso: str) -> None:
    assert Date.from_csl(data).iso == iso


def test_what_a_date_can_mean() -> None:
    assert Date.of(2024).earliest == (2024, 1, 1)
    assert Date.of(2024).latest == (2024, 12, 31)
    assert Date.of(2014, 3).latest == (2014, 3, 31)
    assert Date(literal="n.d.").earliest == ()


def test_no_such_day() -> None:
    with pytest.raises(ValueError, match="day"):
        Date.of(2024, 2, 30)
