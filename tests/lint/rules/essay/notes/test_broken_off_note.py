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


SPLIT = "Lamps were dear.[^1] Oil was not.[^2]\n\n[^1]: Jane Roe, *Lamps and{}\n\n{}\n\n[^2]: John Doe, *Oil*.\n"


@pytest.mark.parametrize("rest", ["other lights* (Hull: Tide Press, 2009), 12.", "(Hull: Tide Press, 2009), 12."])
def test_the_rest_stands_below(rest: str) -> None:
    found = only(SPLIT.format(" Oil", rest), "N013")
    assert found.message.startswith(f"note 1 goes on in the paragraph below, at “{rest[:24]}")


@pytest.mark.parametrize(
    ("end", "below"),
    [
        (" Oil*.", "other lights are dear, she says."),
        (" Oil*", "Other lights are dear, she says."),
        (" Oil* https://example.org/oil", "other lights are dear, she says."),
        (" Oil* 2009", "a) other lights are dear, she says."),
    ],
)
def test_another_paragraph_below(end: str, below: str) -> None:
    assert diagnose(SPLIT.format(end, below), "N013") == []
