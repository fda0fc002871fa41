"""Identifiers in the forms they are printed in."""

from __future__ import annotations

import pytest

from anora_bib.lookup.identifiers import book_number, doi, shared
from anora_bib.model import Entry


@pytest.mark.parametrize(
    "text",
    [
        "10.1000/AbC",
        "https://doi.org/10.1000/abc",
        "http://dx.doi.org/10.1000/ABC",
        "doi:10.1000/abc",
        "DOI: 10.1000/abc ",
    ],
)
def test_one_doi(text: str) -> None:
    assert doi(text) == "10.1000/abc"


@pytest.mark.parametrize("text", ["0-306-40615-2", "978-0-306-40615-7", "9780306406157", "978 0 306 40615 7"])
def test_one_book(text: str) -> None:
    assert book_number(text) == "030640615"


@pytest.mark.parametrize(
    ("wanted", "found", "sentence"),
    [
        (Entry.of(ISBN="0-306-40615-2"), Entry.of(ISBN="9780306406157"), "The ISBN is the same: 9780306406157."),
        (Entry.of(DOI="10.1000/A"), Entry.of(DOI="10.1000/a"), "The DOI is the same: 10.1000/a."),
        (Entry.of(DOI="10.1000/a"), Entry.of(DOI="10.1000/b"), ""),
        (Entry.of(), Entry.of(), ""),
        (Entry.of(ISBN="9780306406157"), Entry.of(), ""),
    ],
)
def test_shared(wanted: Entry, found: Entry, sentence: str) -> None:
    assert shared(wanted, found) == sentence
