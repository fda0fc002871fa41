"""Books as the Romance languages print them: who directs one edits it, and "pp." may tell how many pages it has."""

from __future__ import annotations

import pytest

from anora_bib.model import Entry
from anora_bib.model.essay.pieces import Reference
from anora_bib.parser.learned.parser import LearnedParser


def read(text: str) -> Entry:
    [entry] = (piece.entry for piece in LearnedParser().pieces(text) if isinstance(piece, Reference))
    return entry


@pytest.mark.parametrize(
    ("text", "type", "editors", "directors"),
    [
        ("Jeanne Roe, dir., Essais de lampes, Paris, Gallimard, 1987.", "book", ["Roe"], []),
        (
            "Orme Pérez, F. (Dir.), & Doe, B. (Dir.). (2010). *La luz de los puertos*. Faro Ediciones Jurídicas.",
            "book",
            ["Orme Pérez", "Doe"],
            [],
        ),
        ("Roe, Jane, dir. *Harbour Lamps*. 1936; Los Angeles: Wick Pictures.", "motion_picture", [], ["Roe"]),
    ],
)
def test_which_it_is(text: str, type: str, editors: list[str], directors: list[str]) -> None:
    entry = read(text)
    told = [[name.family for name in entry.names(part)] for part in ("editor", "director")]
    assert (entry.type, *told) == (type, editors, directors)


@pytest.mark.parametrize(
    ("text", "variable"),
    [
        ("Anna Roe, *Le lampade*, Il Faro, Bologna 1996, pp. 504.", "number-of-pages"),
        ("Anna Roe, *Le lampade*, Il Faro, Bologna 1996, pp. 50-54.", "locator"),
        ("Anna Roe, *Le lampade*, Il Faro, Bologna 1996, p. 504.", "locator"),
    ],
)
def test_one_number_behind_a_plural_is_that_of_all_pages(text: str, variable: str) -> None:
    entry = read(text)
    assert entry.string(variable)
