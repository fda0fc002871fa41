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
        ("Roe, Jane. *Lamp numbers*. ISO 3297:2022. Geneva: Tide Press, 2022.", "standard", "ISO 3297:2022"),
    ],
)
def test_the_number(text: str, type: str, number: str) -> None:
    [entry] = parse(text)
    assert (entry.type, entry.string("number")) == (type, number)


def test_two_names_of_a_work_with_a_stroke_are_no_number() -> None:
    [entry] = parse("Roe, Jane. *The Doc: Lamps and/or Wicks*. Hull: Tide Press, 2001.")
    assert not entry.string("number")
