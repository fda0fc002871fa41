"""How a list is printed: names in bold letters, quotation marks made of two signs, a body that publishes itself."""

from __future__ import annotations

import pytest

from anora_bib.model import Entry
from anora_bib.model.essay.pieces import Reference
from anora_bib.model.values.names import Name
from anora_bib.parser import parse
from anora_bib.parser.learned.parser import LearnedParser

_PARSER = LearnedParser()


def _entry(string: str) -> Entry:
    [piece] = _PARSER.pieces(string)
    assert isinstance(piece, Reference)
    return piece.entry


@pytest.mark.parametrize("conjunction", [", &", " and", " und", " et"])
def test_names_in_bold_letters_are_names(conjunction: str) -> None:
    [piece] = _PARSER.pieces(f"**Roe, A., Doe, B.{conjunction} Moss, C.** (2020). Small tides. *J. Tides* 4: 11–19.")
    assert isinstance(piece, Reference)
    assert [name.family for name in piece.entry.names("author")] == ["Roe", "Doe", "Moss"]
    assert (piece.entry.string("title"), piece.entry.string("container-title")) == ("Small tides", "J. Tides")


def test_two_signs_for_each_quotation_mark() -> None:
    [piece] = _PARSER.pieces("Ann Roe, <<Le maree di Wick>>, in Rivista dei Porti, 12 (2001), pp. 3-9.")
    assert isinstance(piece, Reference)
    assert (piece.entry.string("title"), piece.entry.string("container-title")) == (
        "Le maree di Wick",
        "Rivista dei Porti",
    )


def test_who_publishes_himself_is_a_body() -> None:
    [piece] = _PARSER.pieces("Wick Harbour Board. Annual Report of the Tides. Hull: Wick Harbour Board, 2004.")
    assert isinstance(piece, Reference)
    assert piece.entry.names("author") == (Name(literal="Wick Harbour Board"),)


@pytest.mark.parametrize(
    "string",
    [
        "Roe, A. (1998) The lamps of Wick. The New York Review of Books, 8 October, pp. 48–52.",
        "Roe, A. (1998) ‘The lamps of Wick’, *The Guardian*, 8 October.",
        "Roe, Ann. 1998. “The Lamps of Wick.” *The Guardian*, October 8, p. 3.",
    ],
)
def test_the_day_behind_a_newspaper_is_of_the_year_behind_the_author(string: str) -> None:
    for entry in (_entry(string), *parse(string)):
        issued = entry.date("issued")
        assert issued is not None
        assert issued.iso == "1998-10-08"


def test_two_years_of_a_journal_are_one_date() -> None:
    entry = _entry("Roe, A. (2003/2004). Lamps of Wick. *Journal of Tides*, 4, 3–9.")
    assert entry.date("original-date") is None
