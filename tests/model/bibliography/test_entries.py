"""Entries and names as CSL-JSON and back: nothing is lost."""

from __future__ import annotations

import pytest

from anora_bib.model import Date, Entry, Name

ITEM = {
    "id": "ritman2024sean",
    "type": "article-magazine",
    "author": [{"family": "Ritman", "given": "Alex"}, {"family": "Shafer", "given": "Ellise"}],
    "container-title": "Variety",
    "issued": {"date-parts": [[2024, 5, 22]]},
    "title": "Sean Baker Makes Movies",
    "custom": {"archived": {"date-parts": [[2024, 9, 21]]}},
}


def test_csl_round_trip() -> None:
    entry = Entry.from_csl(ITEM)
    assert entry.names("author")[1] == Name(family="Shafer", given="Ellise")
    assert entry.date("archived") == Date.of(2024, 9, 21)
    assert entry.to_csl() == ITEM


def test_unknown_keys_are_kept_under_custom() -> None:
    entry = Entry.from_csl({"id": "a", "type": "book", "shelf": "B2"})
    assert entry.to_csl() == {"id": "a", "type": "book", "custom": {"shelf": "B2"}}


def test_with_values_changes_a_copy() -> None:
    book = Entry.of("book", title="Platoform Capitalism", publisher="Polity Press")
    mended = book.with_values(title="Platform Capitalism", publisher=None, publisher_place="Cambridge")
    assert (mended.string("title"), mended.get("publisher"), mended.string("publisher-place")) == (
        "Platform Capitalism",
        None,
        "Cambridge",
    )
    assert book.string("title") == "Platoform Capitalism"


@pytest.mark.parametrize(
    ("entry", "creators"),
    [
        (Entry.of("book", author=(Name("Fisher", "Mark"),), editor=(Name("Roe", "Jane"),)), "Fisher, Mark"),
        (Entry.of("motion_picture", director=(Name("Baker", "Sean"),)), "Baker, Sean"),
        (Entry.of("song", performer=(Name(literal="Take That"),)), "Take That"),
        (Entry.of("webpage", title="Backpage"), ""),
    ],
)
def test_creators(entry: Entry, creators: str) -> None:
    assert "; ".join(name.inverted for name in entry.creators()) == creators


@pytest.mark.parametrize(
    ("name", "display", "inverted"),
    [
        (Name("Grant", "Melissa Gira"), "Melissa Gira Grant", "Grant, Melissa Gira"),
        (Name("Gogh", "Vincent", non_dropping_particle="van"), "Vincent van Gogh", "van Gogh, Vincent"),
        (Name("Humboldt", "Alexander", dropping_particle="von"), "Alexander von Humboldt", "Humboldt, Alexander von"),
        (Name("King", "Martin Luther", suffix="Jr."), "Martin Luther King, Jr.", "King, Martin Luther, Jr."),
        (Name(literal="Take That"), "Take That", "Take That"),
    ],
)
def test_names(name: Name, display: str, inverted: str) -> None:
    assert (name.display, name.inverted) == (display, inverted)
    assert Name.from_csl(name.to_csl()) == name
