from __future__ import annotations

import pytest

from tests.lint.essays import READERS, line_of_note, with_notes
from tests.lint.pipeline import diagnose, only

TIDES = "Olga Stern, Tides and Tolls (London: Lantern House, 1988), 9."


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("full", "house", "other"),
    [
        (TIDES, "Lantern House", "Tide Press"),
        ("Léon Maugis, Les Quais de la ville, Paris, Gallimard, 1978, p. 3.", "Gallimard", "Flammarion"),
        ("Anke Rohde, Die Schrift am Hafen, Frankfurt: Suhrkamp 1987, S. 9.", "Suhrkamp", "Hanser"),
        ("Pía Luna, La tinta y el muelle (Madrid: Alianza, 1980), 31.", "Alianza", "Taurus"),
    ],
)
def test_the_later_is_told(full: str, house: str, other: str, reader: str) -> None:
    found = only(with_notes(reader, full, full, full.replace(house, other)), "W015", reader=reader)
    assert found.start.line == line_of_note(reader, 3)
    assert f"is “{other}”, and “{house}” in line {line_of_note(reader, 1)}" in found.message


@pytest.mark.parametrize(
    "other",
    [
        TIDES.replace("Lantern House", "Lantern House Press"),
        TIDES.replace("London: Lantern House", "London: Lantern"),
        TIDES.replace("Lantern House, 1988", "Tide Press, 1999"),
        TIDES.replace("(London", "2nd ed. (London").replace("Lantern House", "Tide Press"),
        TIDES.replace("Tides and Tolls", "Tides and Tales").replace("Lantern House", "Tide Press"),
        "Stern, Tides and Tolls, 12.",
    ],
    ids=["a longer name", "a shorter one", "another year", "another edition", "another book", "a short form"],
)
def test_what_may_be_right(other: str) -> None:
    assert diagnose(with_notes("plain", TIDES, other), "W015") == []


def test_two_editions_in_a_breath() -> None:
    both = f"{TIDES[:-1]}; {TIDES.replace('Lantern House', 'Tide Press')}"
    assert diagnose(with_notes("plain", both), "W015") == []
