"""What a shelf calls people and works in several ways."""

from __future__ import annotations

import pytest

from anora_bib.graph.shelf_names import ShelfPeople, short_titles
from anora_bib.model import Apparatus, Attribution, Essay
from anora_bib.text.spans import Span


def people(*names: str) -> ShelfPeople:
    """Those to whom an essay attributes something, by the names it gives."""
    said = tuple(Attribution(name, Span(0, 1), name, speaker=name) for name in names)
    essay = Essay.of("e.txt", "", "text")
    return ShelfPeople([Apparatus(essay, attributions=said[:1]), Apparatus(essay, attributions=said[1:])])


@pytest.mark.parametrize(
    ("names", "name", "full"),
    [
        (("Theodor Adorno", "Adorno"), "Adorno", "Theodor Adorno"),
        (("Roe", "Jane Roe"), "Roe", "Roe"),
        (("Theodor Adorno", "Max Adorno"), "Adorno", "Adorno"),
        (("Jane A. Roe", "Jane Roe", "Jane Roe"), "Jane A. Roe", "Jane Roe"),
        (("Jane A. Roe", "Jane Ann Roe"), "Jane Ann Roe", "Jane A. Roe"),
        (("Jane A. Roe", "Jane B. Roe"), "Jane B. Roe", "Jane B. Roe"),
        (("Jane Roe", "Jane Doe"), "Jane Doe", "Jane Doe"),
    ],
    ids=["mononym", "no mononym", "two of it", "initial", "initial and name", "two initials", "two families"],
)
def test_people_by_one_name(names: tuple[str, ...], name: str, full: str) -> None:
    assert people(*names).full(name) == full


def test_who_is_one_of_them() -> None:
    assert "jane roe" in people("Jane Roe")
    assert "Roe" not in people("Jane Roe")


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        ([["Main Tides", "Main Tides of the North"]], {"main tides": "Main Tides of the North"}),
        ([["Main Tides", "Main Tides of the North: A Reader"]], {"main tides": "Main Tides of the North: A Reader"}),
        ([["History of the Quay", "A History of the Quay"]], {"history of the quay": "A History of the Quay"}),
        ([["The Quay", "The Quay Returns"]], {}),
        ([["Tides", "Tides of the North"]], {}),
        ([["Main Tides", "Main Tides of the North", "Main Tides in Fog"]], {}),
        ([["Main Tides", "Main Tides of the North"], ["Main Tides"]], {}),
        ([["Main Tides"], ["Main Tides of the North"]], {}),
        ([["Main Tide", "Main Tides of the North"]], {}),
    ],
    ids=[
        "short",
        "subtitle",
        "article",
        "a sequel",
        "one word",
        "two",
        "alone elsewhere",
        "other essay",
        "within a word",
    ],
)
def test_short_titles(titles: list[list[str]], expected: dict[str, str]) -> None:
    assert short_titles(titles) == expected
