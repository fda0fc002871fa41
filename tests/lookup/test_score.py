"""Scores and their sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.lookup.score import ENOUGH, candidate, rank
from anora_bib.model import Date, Entry, Name

SRNICEK = Name("Srnicek", "Nick")


def book(title: str, *names: Name, year: int | None = None) -> Entry:
    entry = Entry.of("book", title=title)
    return entry.with_values(author=names or None, issued=Date.of(year) if year else None)


WANTED = book("Platform Capitalism", SRNICEK, year=2016)


@pytest.mark.parametrize(
    ("found", "low", "high", "reason"),
    [
        (book("Platform Capitalism", SRNICEK, year=2016), 1.0, 1.0, "everything agrees"),
        (book("Platform capitalism.", Name(literal="Nick Srnicek"), year=2016), 1.0, 1.0, "written otherwise"),
        (book("Platform Capitalism", SRNICEK), 0.9, 0.95, "no year to compare"),
        (book("Platform Capitalism"), 0.75, 0.85, "the title alone"),
        (book("Platform Capitalism", SRNICEK, year=2017), 0.9, 0.99, "one year off"),
        (book("Platform Capitalism", SRNICEK, year=2021), 0.8, 0.9, "another printing"),
        (book("Platform Capitalism: A Short Course", SRNICEK, year=2016), 0.95, 0.99, "a subtitle more"),
        (book("Platoform Capitalism", Name("Srnieck", "Nick"), year=2016), 0.95, 0.99, "misspelt"),
        (book("Platform Capitalism", Name("Other", "Ann"), year=2016), 0.7, 0.8, "another author"),
        (book("Inventing the Future", SRNICEK, year=2016), 0.3, 0.45, "another book by the same author"),
        (book(""), 0.0, 0.3, "nothing at all"),
    ],
)
def test_scores(found: Entry, low: float, high: float, reason: str) -> None:
    assert low <= candidate(WANTED, found, "x").score <= high, reason


def test_evidence_is_a_sentence_a_fact() -> None:
    wanted = book("Platoform Capitalism", SRNICEK, Name("Ghost", "A."), year=2016)
    assert candidate(wanted, WANTED, "x").evidence == (
        'The titles are 97% alike: "Platoform Capitalism" as printed, "Platform Capitalism" there.',
        "Of Nick Srnicek and A. Ghost as printed, it names only Nick Srnicek.",
        "Both give 2016.",
    )


def test_what_one_side_does_not_tell_gives_no_sentence() -> None:
    assert candidate(WANTED, book("Platform Capitalism"), "x").evidence == ('The titles agree: "Platform Capitalism".',)


def test_rank_is_best_first_without_the_noise() -> None:
    entries = [book("Inventing the Future", SRNICEK), book("Platform Capitalism"), WANTED]
    found = rank(WANTED, entries, "x", 5)
    assert [item.entry for item in found] == [WANTED, entries[1]]
    assert rank(WANTED, entries, "x", 1) == found[:1]


NAMES = st.builds(Name, family=st.text(max_size=8), given=st.text(max_size=8))
BOOKS = st.builds(
    lambda title, names, year: book(title, *names, year=year),
    st.text(max_size=30),
    st.lists(NAMES, max_size=3),
    st.none() | st.integers(1, 2100),
)


@given(BOOKS, BOOKS)
@settings(max_examples=100)
def test_a_score_runs_from_nought_to_one_and_nothing_beats_the_thing_itself(wanted: Entry, found: Entry) -> None:
    score = candidate(wanted, found, "x").score
    assert 0.0 <= score <= 1.0
    assert all(item.score >= ENOUGH for item in rank(wanted, [found], "x", 3))


@pytest.mark.parametrize(
    ("wanted", "found", "sentence"),
    [
        (Entry.of(ISBN="0-306-40615-2"), Entry.of(ISBN="9780306406157"), "The ISBN is the same: 9780306406157."),
        (Entry.of(DOI="10.1000/A"), Entry.of(DOI="10.1000/a"), "The DOI is the same: 10.1000/a."),
        (
            Entry.of(URL="http://www.a.org/b"),
            Entry.of(URL="https://a.org/b"),
            "The address is the same: https://a.org/b.",
        ),
        (Entry.of(DOI="10.1000/a"), Entry.of(DOI="10.1000/b"), ""),
        (Entry.of(), Entry.of(), ""),
        (Entry.of(ISBN="9780306406157"), Entry.of(), ""),
    ],
)
def test_a_shared_identifier_is_evidence(wanted: Entry, found: Entry, sentence: str) -> None:
    evidence = candidate(wanted, found, "x").evidence
    assert evidence[:1] == ((sentence,) if sentence else ())
