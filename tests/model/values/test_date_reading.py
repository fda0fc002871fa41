"""Dates as programs spell them: read once, the same way for files, entries and the engine."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.model import Date, Entry
from anora_bib.model.values.date_reading import read_date
from anora_bib.model.values.date_words import read_text


def day(*parts: int) -> Date:
    return Date((parts,))


VALUES: list[tuple[object, Date, str]] = [
    ({"date-parts": [[2024, 5, 22]]}, day(2024, 5, 22), "numbers"),
    ({"date-parts": [["2024", "5"]]}, day(2024, 5), "strings"),
    ({"date-parts": ((2024.0, "5.0"),)}, day(2024, 5), "numbers with a point, in tuples"),
    ({"date-parts": [[2024, 0, 0]]}, day(2024), "zeros are unknown"),
    ({"date-parts": [[-44, 3, 15]]}, day(-44, 3, 15), "before the common era"),
    ({"date-parts": [[2000], [2004]]}, Date(((2000,), (2004,))), "a range"),
    ({"date-parts": [[2004], [0]]}, Date(((2004,),), open_end=True), "an open range"),
    ({"date-parts": [[2004, 5], []]}, Date(((2004, 5),), open_end=True), "an open range, its end empty"),
    ({"date-parts": [[""], [2004]]}, Date(((2004,),), open_start=True), "a range without a start"),
    ({"date-parts": [[2004, 21]]}, Date(((2004,),), "1"), "a season as EDTF counts it"),
    ({"date-parts": [[2004, 13], [2005, 16]]}, Date(((2004,), (2005,)), "1", end_season="4"), "a range of seasons"),
    ({"date-parts": [[2004]], "season": 2}, Date(((2004,),), "2"), "a season by number"),
    ({"date-parts": [[2004]], "season": "14"}, Date(((2004,),), "2"), "a season by the number of a month"),
    ({"date-parts": [[2004]], "season": "Trinity"}, Date(((2004,),), "Trinity"), "a season by name"),
    ({"date-parts": [[2004]], "circa": "1"}, Date(((2004,),), circa=True), "about"),
    ({"date-parts": [[2004]], "circa": "false"}, day(2004), "not about"),
    ({"literal": "forthcoming"}, Date(literal="forthcoming"), "words"),
    ({"literal": "2004-05"}, day(2004, 5), "a literal that is exactly a date"),
    ({"literal": "May 2004?"}, Date(literal="May 2004?"), "a literal that only reads like one"),
    ({"date-parts": [["soon"]], "literal": "very soon"}, Date(literal="very soon"), "malformed, and in words"),
    ({"date-parts": [[2004]], "literal": "MMIV"}, Date(((2004,),), literal="MMIV"), "both"),
    ({"raw": "2 June 1984"}, day(1984, 6, 2), "raw"),
    ({"edtf": "1984~"}, Date(((1984,),), circa=True), "EDTF"),
    ("2024-05", day(2024, 5), "a string"),
    (1999, day(1999), "a number"),
    ({"year": "2001", "month": "Mar."}, day(2001, 3), "loose parts"),
]


@pytest.mark.parametrize(("value", "expected", "reason"), VALUES, ids=[reason for _, _, reason in VALUES])
def test_one_reading_for_entries_and_their_way_back(value: object, expected: Date, reason: str) -> None:
    assert read_date(value).date == expected
    entry = Entry.from_csl({"id": "a", "issued": value})
    assert entry.date("issued") == expected
    assert Entry.from_csl(entry.to_csl()).date("issued") == expected


FAULTS: list[tuple[object, Date, str]] = [
    ({"date-parts": [[2004, 99]]}, day(2004), "the month '99' is not understood"),
    ({"date-parts": [["soon"]]}, Date(literal="soon"), "the year 'soon' is not understood"),
    ({"date-parts": [[2004, None, 5]]}, day(2004), "the day has no month"),
    ({"date-parts": [[2004, 1, 2, 3]]}, day(2004, 1, 2), "it has more than year, month and day"),
    ({"date-parts": [[True]]}, Date(), "the year is not understood"),
    ({"date-parts": [[10**30]]}, Date(literal=str(10**30)), f"the year '{10**30}' is not understood"),
    ({"date-parts": []}, Date(), "it has no year"),
    ({}, Date(), "it has no year"),
    (None, Date(), "it is no date"),
    ("2004-06-11T10:00", day(2004, 6, 11), "the time '10:00' is left out"),
    ("published 3 May 2004", day(2004, 5, 3), "the word 'published' is not understood"),
]


@pytest.mark.parametrize(("value", "expected", "fault"), FAULTS, ids=[fault for _, _, fault in FAULTS])
def test_what_is_not_understood_is_told(value: object, expected: Date, fault: str) -> None:
    assert read_date(value) == (expected, (fault,))
    if value is not None:
        assert "issued-raw" in Entry.from_csl({"id": "a", "issued": value}).fields


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # EDTF
        ("2004-06-11", day(2004, 6, 11)),
        ("2004-06~", Date(((2004, 6),), circa=True)),
        ("1984?", Date(((1984,),), circa=True)),
        ("2004-22", Date(((2004,),), "2")),
        ("2004-21/2005-23", Date(((2004,), (2005,)), "1", end_season="3")),
        ("../2000", Date(((2000,),), open_start=True)),
        ("2000/..", Date(((2000,),), open_end=True)),
        ("2000-01/2001-02-03", Date(((2000, 1), (2001, 2, 3)))),
        # EDTF counts as astronomers do: its year 0 is 1 BC.
        ("-0043", day(-44)),
        ("-0043-03-15", day(-44, 3, 15)),
        ("0000", day(-1)),
        ("0001", day(1)),
        ("Y-0043", day(-44)),
        ("-0099/-0049", Date(((-100,), (-50,)))),
        ("-0001/0001", Date(((-2,), (1,)))),
        ("199X", day(1990)),
        ("2004-XX", day(2004)),
        # running words
        ("2 June 1984", day(1984, 6, 2)),
        ("2 de junio de 1984", day(1984, 6, 2)),
        ("2 juin 1984", day(1984, 6, 2)),
        ("2. Juni 1984", day(1984, 6, 2)),
        ("2.6.1984", day(1984, 6, 2)),
        ("1984.06.02", day(1984, 6, 2)),
        ("1984/06/02/", day(1984, 6, 2)),
        ("06 1984", day(1984, 6)),
        ("Jun./1984", day(1984, 6)),
        ("June 1st, 2000", day(2000, 6, 1)),
        ("Monday, 5 March 2012", day(2012, 3, 5)),
        ("6/12/2000", day(2000, 6, 12)),
        ("13/12/2000", day(2000, 12, 13)),
        ("1999-06-31/2000", Date(((1999, 6, 31), (2000, 6, 31)))),
        ("May 2001 - June 2002", Date(((2001, 5), (2002, 6)))),
        ("June 14-16, 2001", Date(((2001, 6, 14), (2001, 6, 16)))),
        ("Spring 2000", Date(((2000,),), "1")),
        ("Michaelmas 2000", Date(((2000,),), "Michaelmas")),
        ("44 BC", day(-44)),
        ("AD 44", Date(literal="AD 44")),
        ("44 AD", day(44)),
        ("c. 1950", Date(((1950,),), circa=True)),
        ("79", day(79)),
        # kept as they are
        ("n.d.", Date(literal="n.d.")),
        ("13 2000", Date(literal="13 2000")),
        ('"mid June"', Date(literal="mid June")),
    ],
)
def test_text(text: str, expected: Date) -> None:
    assert read_text(text).date == expected


@settings(max_examples=100)
@given(st.text(alphabet="0123456789-/?~. XJunebcMay", max_size=24))
def test_any_text_is_read_or_kept(text: str) -> None:
    date = read_text(text).date
    assert date.parts or date.literal == text or text[:1] == '"' or not text.strip()


@settings(max_examples=100)
@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=5) | st.floats(), lambda inner: st.lists(inner, max_size=3)
    )
)
def test_no_value_is_refused_and_none_is_lost(parts: object) -> None:
    date, faults = read_date({"date-parts": parts})
    assert faults or date.parts
    assert not date.parts or read_date(date.to_csl()).date == date


@pytest.mark.parametrize("unit", ["1", "a", "-", " ", "1-", "12:12", "T1"])
def test_a_long_value_is_done_within_the_limit_of_a_test(unit: str) -> None:
    assert isinstance(read_text("2" + unit * 250_000).date, Date)
