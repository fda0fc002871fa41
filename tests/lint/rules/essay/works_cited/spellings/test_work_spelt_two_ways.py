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
