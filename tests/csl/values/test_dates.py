from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.csl.values.dates import Date, Point, from_csl, from_string, sort_key


@pytest.mark.parametrize(
    ("value", "expected", "reason"),
    [
        ({"date-parts": [[2024, 5, 22]]}, Date(Point(2024, 5, 22)), "numbers"),
        ({"date-parts": [["2024", "5"]]}, Date(Point(2024, 5)), "strings"),
        ({"date-parts": [[2024, 0, 0]]}, Date(Point(2024)), "zeros are unknown"),
        ({"date-parts": [[-44, 3, 15]]}, Date(Point(-44, 3, 15)), "before the common era"),
        ({"date-parts": [[2000], [2004]]}, Date(Point(2000), Point(2004)), "a range"),
        ({"date-parts": [[2004], [0]]}, Date(Point(2004), Point()), "an open range"),
        ({"date-parts": [[2004, 21]]}, Date(Point(2004, 13)), "a season as EDTF counts it"),
        ({"date-parts": [[2004, 99]]}, Date(Point(2004)), "no such month"),
        ({"date-parts": [[2004]], "season": "2"}, Date(Point(2004, 14)), "a season by number"),
        ({"date-parts": [[2004]], "season": "Trinity"}, Date(Point(2004), season="Trinity"), "a season by name"),
        ({"date-parts": [[2004]], "circa": "1"}, Date(Point(2004), circa=True), "about"),
        ({"date-parts": [[2004]], "circa": 0}, Date(Point(2004)), "not about"),
        ({"literal": "forthcoming"}, Date(literal="forthcoming"), "words"),
        ({"raw": "2 June 1984"}, Date(Point(1984, 6, 2)), "raw"),
        ({"date-parts": [["soon"]]}, Date(literal="soon"), "malformed, kept"),
        ({"date-parts": []}, Date(), "nothing"),
        ("2024-05", Date(Point(2024, 5)), "a string"),
        (None, Date(), "null"),
        ({"year": "2001", "month": 3}, Date(Point(2001, 3)), "loose parts"),
    ],
)
def test_from_csl(value: object, expected: Date, reason: str) -> None:
    assert from_csl(value) == expected, reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # EDTF
        ("2004-06-11", Date(Point(2004, 6, 11))),
        ("2004-06~", Date(Point(2004, 6), circa=True)),
        ("1984?", Date(Point(1984), circa=True)),
        ("2004-22", Date(Point(2004, 14))),
        ("../2000", Date(Point(), Point(2000))),
        ("2000/..", Date(Point(2000), Point())),
        ("2000-01/2001-02-03", Date(Point(2000, 1), Point(2001, 2, 3))),
        ("-0044", Date(Point(-44))),
        ("199X", Date(Point(1990))),
        ("2004-XX", Date(Point(2004))),
        # running words
        ("2 June 1984", Date(Point(1984, 6, 2))),
        ("June 1 2000", Date(Point(2000, 6, 1))),
        ("Monday, 5 March 2012", Date(Point(2012, 3, 5))),
        ("6/12/2000", Date(Point(2000, 6, 12))),
        ("13/12/2000", Date(Point(2000, 12, 13))),
        ("1999-06-31/2000", Date(Point(1999, 6, 31), Point(2000))),
        ("May 2001 - June 2002", Date(Point(2001, 5), Point(2002, 6))),
        ("June 14-16, 2001", Date(Point(2001, 6, 14), Point(2001, 6, 16))),
        ("Spring 2000", Date(Point(2000, 13))),
        ("44 BC", Date(Point(-44))),
        ("AD 44", Date(literal="AD 44")),
        ("44 AD", Date(Point(44))),
        ("c. 1950", Date(Point(1950), circa=True)),
        ("79", Date(Point(79))),
        # kept as they are
        ("n.d.", Date(literal="n.d.")),
        ("13 2000", Date(literal="13 2000")),
        ('"mid June"', Date(literal="mid June")),
    ],
)
def test_from_string(text: str, expected: Date) -> None:
    assert from_string(text) == expected


def test_order() -> None:
    dates = [
        Date(Point(-100)),
        Date(Point(-44)),
        Date(Point(-44, 3)),
        Date(Point(33)),
        Date(Point(1999, 12)),
        Date(Point(2000)),
    ]
    dates += [Date(Point(2000), Point(2001)), Date(Point(2000, 1)), Date(Point(2000, 1, 1))]
    keys = [sort_key(date) for date in dates]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_only_the_parts_asked_for_count() -> None:
    assert sort_key(Date(Point(2000, 5, 1)), 2) == sort_key(Date(Point(2000, 5, 9)), 2)
    assert sort_key(Date(literal="soon")) == ""


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.text(alphabet="0123456789-/?~. XJunebcMay", max_size=24))
def test_any_text_is_read_or_kept(text: str) -> None:
    date = from_string(text)
    assert date.understood or date.literal == text or (text[:1] == '"') or not text.strip()


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=5) | st.floats(), lambda inner: st.lists(inner, max_size=3)
    )
)
def test_no_value_is_refused(parts: object) -> None:
    assert isinstance(from_csl({"date-parts": parts}), Date)


@pytest.mark.parametrize("unit", ["1", "a", "-", " ", "1-", "12:12", "T1"])
def test_a_long_value_is_done_within_the_limit_of_a_test(unit: str) -> None:
    assert isinstance(from_string("2" + unit * 250_000), Date)
