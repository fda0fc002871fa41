from __future__ import annotations

import pytest

from tests.lint.essays import READERS, line_of_note, with_notes
from tests.lint.pipeline import diagnose, only

LAMPS = "Roe, Jane. The Phenomenology of Lamps. London: Lantern House, 2009."


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("notes", "line", "message"),
    [
        (
            [LAMPS.replace("menology", "menolgy"), LAMPS],
            1,
            "“Phenomenolgy” is spelt “Phenomenology” in line {}, of the same work",
        ),
        (
            ["Richetti, Al. Lamps and Oil. Hull: Tide, 1990.", "Richertti, Al. Lamps and Oil. Hull: Tide, 1990, 7."],
            1,
            "“Richetti” is spelt “Richertti” in line {}, of the same work",
        ),
    ],
    ids=["a title", "a name"],
)
def test_the_rarer_is_told(notes: list[str], line: int, message: str, reader: str) -> None:
    found = only(with_notes(reader, *notes), "W004", reader=reader)
    assert found.start.line == line_of_note(reader, line)
    assert found.message == message.format(line_of_note(reader, 3 - line))


@pytest.mark.parametrize(
    "other",
    [
        LAMPS,
        LAMPS.replace("Phenomenology", "Anatomy"),
        LAMPS.replace("Lamps", "Lamp"),
        LAMPS.replace("Roe, Jane", "Doe, Ann").replace("menology", "menolgy"),
        "Roe, Jane. The Phenomenologies of Lamps. London: Lantern House, 2009.",
    ],
)
def test_other_works_and_other_forms(other: str) -> None:
    assert diagnose(with_notes("markdown", LAMPS, other), "W004") == []


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("full", "short", "message"),
    [
        (
            "Rosa Delmaire, Les Marais salants, Nantes, Étier, 1971, p. 8.",
            "Delmair, Les Marais salants, p. 30.",
            "“Delmair” is spelt “Delmaire” in line {}, of the same work",
        ),
        (
            "Konrad Weidinger, „Das Schweigen der Boote“, in: Küste 7 (1996), S. 45–72.",
            "Weidlinger, „Schweigen der Boote“, S. 50.",
            "",
        ),
    ],
)
def test_the_name_before_a_short_title(full: str, short: str, message: str, reader: str) -> None:
    notes = with_notes(reader, full, short)
    if message:
        assert only(notes, "W004", reader=reader).message == message.format(line_of_note(reader, 1))
    else:
        assert diagnose(notes, "W004", reader=reader) == []  # the title does not begin like the full one


@pytest.mark.parametrize(
    "others",
    [
        "Konrad Weidlinger, „Das Schweigen der Moote“, in: Hafen 3 (2001), S. 1–9.",
        "Konrad Weidinger, „Das Schweigen der Bootes“, S. 50.",
        "Weidingers, „Das Schweigen der Boote“, S. 50.",
    ],
)
def test_works_that_came_out_elsewhere(others: str) -> None:
    full = "Konrad Weidinger, „Das Schweigen der Boote“, in: Küste 7 (1996), S. 45–72."
    assert diagnose(with_notes("markdown", full, others), "W004") == []
