from __future__ import annotations

import pytest

from tests.lint.essays import READERS, with_notes
from tests.lint.pipeline import diagnose, fixed


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("2009, 12).", "2009), 12."),
        ("2009, pp. 12–15).", "2009), pp. 12–15."),
        ("2009, 3); Doe, 7.", "2009), 3; Doe, 7."),
    ],
)
def test_the_bracket_goes_behind_the_year(wrong: str, right: str, reader: str) -> None:
    roe = "Jane Roe, *A Book of Lamps* (Hull: Tide Press, "
    assert fixed(with_notes(reader, roe + wrong), "N019", reader=reader, unsafe=True) == with_notes(reader, roe + right)


@pytest.mark.parametrize(
    "note",
    [
        "Jane Roe, *A Book of Lamps* (Hull: Tide Press, 2009), 12.",
        "It burned twice (once in Hull: in the Tide Press, 2009).",
        "Jane Roe, *A Book of Lamps* (Hull: Tide Press, 2009, 2012), 3.",
        "Roe (2009, 12).",
    ],
)
def test_what_belongs_there(note: str) -> None:
    assert diagnose(with_notes("markdown", note), "N019") == []
