"""Documents that are known by their number: standards, memoranda, patents, papers of bodies of states."""

from __future__ import annotations

import pytest

from anora_bib.parser import parse


@pytest.mark.parametrize(
    ("text", "type", "number"),
    [
        (
            "Security Council, “Letter of the Chair,” UN Doc. S/4417 (7 July 1954).",
            "report",
            "UN Doc. S/4417",
        ),
        ("Council of the Tides, “Conclusions on Lamps,” doc. no. 9837/21, 21 June 2021.", "report", "doc. no. 9837/21"),
        ("European Commission, ‘Green Paper on Lamps’ COM(2019) 77 final.", "report", "COM(2019) 77 final"),
        ("Roe, Jane. *Lamp numbers*. ISO 3297:2022. Geneva: Tide Press, 2022.", "standard", "ISO 3297:2022"),
    ],
)
def test_the_number(text: str, type: str, number: str) -> None:
    [entry] = parse(text)
    assert (entry.type, entry.string("number")) == (type, number)


def test_the_year_of_a_paper_of_the_commission_is_its_date_where_no_other_is() -> None:
    [alone] = parse("European Commission, ‘Green Paper on Lamps’ COM(2019) 77.")
    [dated] = parse("“Report on Lamps,” European Commission, COM(2019) 77 final, 3 February 2020.")
    assert [date and date.year for date in (alone.date("issued"), dated.date("issued"))] == [2019, 2020]


def test_two_names_of_a_work_with_a_stroke_are_no_number() -> None:
    [entry] = parse("Roe, Jane. *The Doc: Lamps and/or Wicks*. Hull: Tide Press, 2001.")
    assert not entry.string("number")
