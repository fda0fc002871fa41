"""Notes and listed works are read with labels as well, wherever the rules hold them for references."""

from __future__ import annotations

import pytest

from anora_bib.model import Place
from anora_bib.parser import entries
from anora_bib.parser.learned.parser import LearnedParser

PARSER = LearnedParser()
NOTES = [
    (
        "Robert Chambers, *Vestiges of Creation* (John Churchill, 1844).",
        "book",
        "John Churchill",
    ),
    ("Vivian Sobchack, *The Address of the Eye* (Peter Lang, 1992), 12.", "book", "Peter Lang"),
    ("Mechtild Rössler, ‘Editorial’, *World Heritage*, 86 (2018), p. 5.", "article-journal", ""),
    ("*Rear Window* (Alfred Hitchcock, 1954).", "motion_picture", ""),
]


@pytest.mark.parametrize(("note", "type", "publisher"), NOTES)
def test_a_note(note: str, type: str, publisher: str) -> None:
    [entry] = entries(PARSER.pieces(note, hint=Place.NOTE))
    assert (entry.type, entry.string("publisher")) == (type, publisher)


@pytest.mark.parametrize("words", ["The lamps burn until the oil is gone.", "My thanks to Ann Poe, who read it all."])
def test_what_the_rules_hold_for_no_reference_is_none(words: str) -> None:
    assert not entries(PARSER.pieces(words, hint=Place.NOTE))
