from __future__ import annotations

import pytest

from tests.lint.essays import READERS, line_of_note, with_notes
from tests.lint.pipeline import diagnose, only

FORGE = "Jane Roe, *The Forge and the Crucible* (Hull: Tide Press, 2009), 12."


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("short", "title", "word", "meant"),
    [
        ("Roe, *Forge and Crucibles*, 14.", "Forge and Crucibles", "crucibles", "crucible"),
        ("Roe, *The Forg and the Crucible*, 14.", "The Forg and the Crucible", "forg", "forge"),
        ("Roe, *The Forge and the Cruzible*, 14.", "The Forge and the Cruzible", "cruzible", "crucible"),
    ],
)
def test_one_word_is_altered(short: str, title: str, word: str, meant: str, reader: str) -> None:
    found = only(with_notes(reader, FORGE, short), "W007", reader=reader)
    assert found.message == f"“{title}” has “{word}” where the full title has “{meant}”"
    assert found.evidence == ("The full title is “The Forge and the Crucible”.",)
    assert found.start.line == line_of_note(reader, 2)


@pytest.mark.parametrize(
    "short",
    [
        "Roe, *Forge and Crucible*, 14.",
        "Roe, *The Crucible*, 14.",
        "Doe, *The Forge and the Crucibles*, 14.",
        "Roe, *A History of Crucibles and Lamps*, 14.",
        "Roe, *Crucibles*, 14.",
        "Roe, *Wicks and Oil*, 14.",
    ],
    ids=["words left out", "the end", "another author", "other words too", "one word", "another work"],
)
def test_titles_that_fit_or_are_others(short: str) -> None:
    assert diagnose(with_notes("markdown", FORGE, short), "W007") == []


def test_it_is_told_once() -> None:
    assert only(
        with_notes("markdown", FORGE, "Roe, *Forge and Crucibles*, 14.", "Roe, *Forge and Crucibles*, 15."), "W007"
    )


def test_a_slip_in_another_note_does_not_count() -> None:
    full = "Jane Roe, *The Glass {}* (Hull: Tide Press, 2009), 12."
    notes = full.format("Harbour"), "Roe, *The Glass Harbor*, 14.", full.format("Harbuor")
    assert diagnose(with_notes("markdown", *notes), "W007") == []
