from __future__ import annotations

import pytest

from tests.lint.essays import line_of_note, with_notes
from tests.lint.pipeline import diagnose, only

ROE = (
    "Jane Roe, *A Book of Lamps* (Hull: Tide Press, 2009), 12.",
    *(f"Roe, *Book of Lamps*, {page}." for page in (1, 2, 3)),
)


@pytest.mark.parametrize("reader", ["markdown", "plain"])
def test_nowhere_given_in_full(reader: str) -> None:
    found = only(
        with_notes(reader, *ROE, "Doe, *Wicks and Oil*, 201.", "Doe, *Wicks and Oil*, 202."), "N021", reader=reader
    )
    assert found.start.line == line_of_note(reader, 5)
    assert found.message.startswith("“Doe, *Wicks and Oil*, 201")


@pytest.mark.parametrize(
    "notes",
    [
        (*ROE, "John Doe, *Wicks and Oil* (Hull: Tide Press, 2012), 5.", "Doe, *Wicks and Oil*, 201."),
        (*ROE, "On this see the book *Wicks and Oil* of 2012.", "Doe, *Wicks and Oil*, 201."),
        (*ROE[:2], "Doe, *Wicks and Oil*, 201.", "Poe, *The Old Glass*, 7."),
    ],
    ids=["given in full", "named with its year", "an essay of short titles"],
)
def test_what_leads_back(notes: tuple[str, ...]) -> None:
    assert diagnose(with_notes("markdown", *notes), "N021") == []
