from __future__ import annotations

import pytest

from tests.lint.essays import READERS, line_of_note, with_notes
from tests.lint.pipeline import diagnose, only

FULL = "Grete Halm, The Drowned Bell: Fishing and Faith (Bergen: Fjord Press, 1994), 31."


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("full", "short", "title"),
    [
        (FULL, "Halm, The Sunken Bell, 40.", "The Drowned Bell: Fishing and Faith"),
        (
            "Émile Vautrin, Le Marin et son ombre, Paris, Plon, 1961, p. 9.",
            "Vautrin, Le Marin et son chien, p. 12.",
            "",
        ),
        ("Karl Ohm, Das Netz am Kai, Kiel: Mole 1980, S. 4.", "Vgl. Ohm, Das Boot am Kai, S. 19.", "Das Netz am Kai"),
        ("Inés Arce, La sal y el faro (Vigo: Ría, 1999), 3.", "Arce, La sal y el mar, 7.", "La sal y el faro"),
    ],
)
def test_a_word_that_the_full_title_does_not_have(full: str, short: str, title: str, reader: str) -> None:
    found = only(with_notes(reader, full, short), "W014", reader=reader)
    assert found.start.line == line_of_note(reader, 2)
    assert title in found.message


@pytest.mark.parametrize(
    "short",
    [
        "Halm, Drowned Bell, 40.",
        "Halm, Fishing and Faith, 40.",
        "Halm, The Bell, 40.",
        "Halm, Nets of Norway, 40.",
        "Halm, The Drowned Man, 40.",
        "Halm, The Drowned Bell, 40; Halm, The Sunken Bell (Oslo: Fjord Press, 1999), 3.",
        "Lie, The Sunken Bell, 40.",
    ],
    ids=[
        "an article less",
        "the subtitle",
        "a word less",
        "another work",
        "another last word",
        "both in full",
        "another author",
    ],
)
def test_other_ways_to_shorten(short: str) -> None:
    assert diagnose(with_notes("plain", FULL, short), "W014") == []


def test_a_slip_is_told_once() -> None:
    notes = with_notes("plain", FULL, "Halm, The Drowned Bill, 40.")
    assert diagnose(notes, "W014") == []
    assert only(notes, "W007")
