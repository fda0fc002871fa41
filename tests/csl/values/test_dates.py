"""Dates as the engine orders them."""

from __future__ import annotations

import pytest

from anora_bib.csl.values.dates import Point, ends, is_given, sort_key
from anora_bib.model import Date


def day(*parts: int) -> Date:
    return Date((parts,))


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (day(2004, 5, 3), (Point(2004, 5, 3), None)),
        (Date(((2004,),), "2"), (Point(2004, 14), None)),
        (Date(((2004,),), "Trinity"), (Point(2004, season="Trinity"), None)),
        (Date(((2004, 5),), "2"), (Point(2004, 5), None)),
        (Date(((2004,), (2005,)), "2", end_season="4"), (Point(2004, 14), Point(2005, 16))),
        (Date(((2004,),), open_end=True), (Point(2004), Point())),
        (Date(((2004,),), open_start=True, end_season="1"), (Point(), Point(2004, 13))),
        (Date(literal="soon"), (Point(), None)),
    ],
)
def test_ends(date: Date, expected: tuple[Point, Point | None]) -> None:
    assert ends(date) == expected


def test_order() -> None:
    dates = [day(-100), day(-44), day(-44, 3), day(33), day(1999, 12), day(2000)]
    dates += [Date(((2000,), (2001,))), day(2000, 1), day(2000, 1, 1)]
    keys = [sort_key(date) for date in dates]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_only_the_parts_asked_for_count() -> None:
    assert sort_key(day(2000, 5, 1), 2) == sort_key(day(2000, 5, 9), 2)
    assert sort_key(Date(((2000,),), "3")) == sort_key(day(2000))
    assert sort_key(Date(literal="soon")) == ""


@pytest.mark.parametrize(
    ("date", "given"),
    [
        (Date(), False),
        (day(0), False),
        (Date(season="2"), False),
        (day(2000), True),
        (Date(literal="soon"), True),
        (Date(((2000,),), open_start=True), True),
    ],
)
def test_what_a_style_takes_to_be_there(date: Date, given: bool) -> None:
    assert is_given(date) is given
