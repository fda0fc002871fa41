from __future__ import annotations

import pytest

from tests.lint.essays import DOE, READERS, line_of_note, with_notes
from tests.lint.pipeline import diagnose, only


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("A survey of other lamps is given by", "A survey of other lamps is given by"),
        ("Doe, Wicks and Oil, 12; Roe, Jane, and", "Doe, Wicks and Oil, 12; Roe, Jane, and"),
        ("See Doe, “Wicks”, a talk given in London in 1980,", "Doe, “Wicks”, a talk given in London in 1980,"),
        ("See Doe, “Wicks and Oil,”", "See Doe, “Wicks and Oil,”"),
        ("Siehe dazu den Aufsatz über Lampen und das", "Siehe dazu den Aufsatz über Lampen und das"),
        ("On cherchera tout cela dans les", "On cherchera tout cela dans les"),
    ],
)
def test_it_breaks_off(note: str, words: str, reader: str) -> None:
    found = only(with_notes(reader, DOE, note), "N013", reader=reader)
    assert found.message == f"note 2 breaks off behind “{words}”"
    assert found.start.line == line_of_note(reader, 2)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "note",
    [
        DOE,
        "Doe, Wicks and Oil",
        "That is the lamp she was looking for",
        "That is the year that it went out in.",
        "Roe, and",
        "Doe, Wicks, vol. A",
        "It begins with an a, she says.",
    ],
)
def test_it_ends(note: str, reader: str) -> None:
    assert diagnose(with_notes(reader, DOE, note), "N013", reader=reader) == []


def test_a_line_that_begins_with_a_page_goes_on() -> None:
    text = "The lamp burns.[^1]\n\n[^1]: Roe, *A Book of Lamps* (Hull: Tide, 2009), quoted by\n\n644. On oil see Doe.\n"
    assert diagnose(text, "N013") == []
