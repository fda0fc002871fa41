from __future__ import annotations

import pytest

from tests.lint.essays import READERS, line_of_note, with_notes
from tests.lint.pipeline import diagnose, only

LAMPS = "Jane Roe, *A Long Book of Lamps* (London: Lantern House, {}), 9."


@pytest.mark.parametrize("reader", READERS)
def test_the_later_is_told(reader: str) -> None:
    notes = [LAMPS.format(2003), LAMPS.format(2003), LAMPS.format(2004)]
    found = only(with_notes(reader, *(note.replace("*", "") for note in notes)), "W005", reader=reader)
    assert found.start.line == line_of_note(reader, 3)
    assert found.message.startswith("“A Long Book of Lamps” is dated 2004, and 2003 in line ")


def test_a_slip_in_the_title_does_not_hide_it() -> None:
    text = with_notes("markdown", LAMPS.format(2003).replace("Lamps", "Lmaps"), LAMPS.format(2004))
    assert only(text, "W005").message == "“A Long Book of Lamps” is dated 2004, and 2003 in line 5"


@pytest.mark.parametrize(
    "other",
    [
        LAMPS.format(2003),
        LAMPS.format("2nd ed., 2009"),
        LAMPS.format(2009).replace("Lantern House", "Tide Press"),
        LAMPS.format(2009).replace("Lamps", "Lamps, vol. 2"),
        "Roe, *A Long Book*, 12.",
    ],
)
def test_editions_and_other_books(other: str) -> None:
    assert diagnose(with_notes("markdown", LAMPS.format(2003), other), "W005") == []
