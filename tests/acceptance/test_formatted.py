"""The bibliographies read as a reader expects: every source with its makers, its title once, and its year."""

from __future__ import annotations

import pytest

import anora_bib as ab
from anora_bib.model import Library
from anora_bib.text.characters import fold

MAKERS = {
    "The Hollywood Version, John Q": "Kluger",
    "Rights to Health Care": "Childress",
    "Sean Baker Makes Movies": "Ritman Shafer",
    "Swept Off Her Feet": "Macaulay",
    "Sean Baker Didn’t Pick Up": "Perella",
    "Anora": "Baker",
    "Capitalist Realism": "Fisher",
    "Playing the Whore": "Grant",
    "Revolting Prostitutes": "Mac Smith",
    "Platform Capitalism": "Srnicek",
    "Greatest Day": "Take That",
    "Shoe": "Pleaser",
}
"""By the beginning of the title: whom every style should name."""


STYLES = ("mla", "chicago", "apa", "film-essay")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("title", MAKERS)
def test_a_source_is_formatted_with_its_makers_title_and_year(title: str, style: str, library: Library) -> None:
    (entry,) = [entry for entry in library if fold(entry.string("title")).startswith(fold(title))]
    issued = entry.date("issued")
    text = ab.format([entry], style=style)
    for name in MAKERS[title].split():
        assert name in text
    assert fold(text).count(fold(title)) == 1, text
    assert issued is not None
    assert str(issued.year) in text


@pytest.mark.parametrize("style", STYLES)
def test_a_law_is_given_once(style: str, library: Library) -> None:
    laws = [entry for entry in library if entry.type in {"regulation", "legislation"}]
    assert len(laws) == 2
    for law in laws:
        text = ab.format([law], style=style)
        assert text.count(law.string("section")) == 1, text
        assert law.string("container-title") in text
