"""What holds for every string: spans, determinism, no exception, linear time; what records add."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.model import Name, Outlet, Person, Publisher
from anora_bib.parser import entries, parse, pieces
from anora_bib.records.record_set import RecordSet

NOTE = (
    "See Mark Fisher, Capitalist Realism (Winchester: Zero Books, 2009), 2; "
    "Nick Srnicek, *Platform Capitalism* (2017), 48."
)

PIECES = st.sampled_from(
    [
        "Roe, Jane",
        "Jane Roe",
        "“A Title,”",
        "*Title*",
        "(2001)",
        "2001",
        ". ",
        ", ",
        "; ",
        " and ",
        "in ",
        "ed. ",
        "vol. 3",
        "pp. 1–9",
        "London: Verso",
        "https://example.org/a",
        "Retrieved 3 May 2020",
        "42 U.S.C. § 1",
        "‘",
        "’",
        "“",
        '"',
        "(",
        ")",
        "[",
        "]",
        "*",
        "_",
        "dir. ",
        "Film",
        "at 44",
        "n.d.",
        "\n",
        "\0",
        "é",
        "Ibid.",
        "See also ",
        "10.1/x",
        "33.1 ",
        "Gift of Jane Roe",
        "oil on canvas",
        "&",
        "et al.",
        "Jr.",
        "van ",
        "A. ",
    ]
)
STRINGS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=25).map("".join))


@given(STRINGS, st.integers(0, 1000))
@settings(max_examples=100)
def test_spans_cut_out_what_is_printed(text: str, offset: int) -> None:
    for entry in parse(text, offset=offset):
        assert entry.span is not None
        assert entry.span.shift(-offset).of(text) == entry.text
        assert 0 < entry.confidence <= 1
        for field in entry.fields.values():
            assert field.span is not None
            assert entry.span.contains(field.span)
            assert len(field.span)
            assert 0 < field.confidence <= 1


@given(STRINGS)
@settings(max_examples=100)
def test_same_text_same_pieces(text: str) -> None:
    assert pieces(text) == pieces(text)
    assert parse(text) == entries(pieces(text))


@given(STRINGS, st.integers(0, 1000))
@settings(max_examples=200)
def test_pieces_cover_the_text(text: str, offset: int) -> None:
    found = pieces(text, offset=offset)
    edges = [offset, *(piece.span.end for piece in found)]
    assert [piece.span.start for piece in found] == edges[:-1]
    assert edges[-1] == offset + len(text)
    assert all(piece.span.contains(piece.words) for piece in found)
    assert len([piece for piece in found if not len(piece.words)]) <= 1


def test_values_are_the_printed_words() -> None:
    text = "x" * 7 + "Fisher, Mark. Capitalist Realism. Zero Books, 2009, p. 12."
    (entry,) = parse(text[7:], offset=7)
    printed = {name: field.span.of(text) for name, field in entry.fields.items() if field.span}
    assert printed == {
        "author": "Fisher, Mark",
        "title": "Capitalist Realism",
        "publisher": "Zero Books",
        "issued": "2009",
        "locator": "12",
    }


def test_each_of_several_references_has_its_own_text() -> None:
    assert [entry.text for entry in parse(NOTE)] == [
        "See Mark Fisher, Capitalist Realism (Winchester: Zero Books, 2009), 2",
        "Nick Srnicek, *Platform Capitalism* (2017), 48.",
    ]


HOSTILE = [
    "(",
    ")",
    ", ",
    "“",
    '"',
    "'",
    "‘a ",
    '"a',
    "*a ",
    "_a_",
    "A. ",
    "Aa, ",
    "Aa ",
    "and Aa Bb ",
    "(a ",
    "1. ",
    "Jan ",
    "2001 ",
    "; Aa",
    "[a",
    "[a](",
    "http://",
    "§ 1 ",
    " v. 1 U.S. ",
    "1 U.S.C. § ",
    "42 U.S.C.                                                                                                ",
    "x",
    " ",
    "\n",
    "See ",
    "10.1234/",
    "1-",
    "in Aa ",
    "—",
    "’ ",
    "ed. ",
    "vol. ",
    "Gift of ",
    "Aa of ",
    "ibid ",
    "\0",
    "www.",
    "@a ",
    "1.1 (",
    "ISBN 1 ",
    "\ufffd",
    "\ufffda ",
    "\nRoe, J. ",
    "A v. B, 1 U.S. 1, ",
    ", 2001. Roe, Jane. ",
    "(a: b, 2001). ",
]


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_hostile_text_is_read_to_its_end(piece: str) -> None:
    # A fraction of a second each; a quadratic rule would run into the time limit that every test has.
    parse(piece * (100_000 // len(piece)))
    parse(piece * (3_900 // len(piece)))  # Below the length at which a stretch is given up as no reference.


BYLINE = "Jane Roe, A Day at the Fair, Lantern, 2011."
RECORDS = RecordSet(
    people=(Person("person/x", Name(family="Abe Kobo", given="Xu")),),
    outlets=(Outlet("outlet/lantern", "Lantern", "magazine"),),
    publishers=(Publisher("publisher/lamp", "Lamp & Wick", ("Lamp",)),),
)


def test_known_outlet_decides_container_and_type() -> None:
    (without,) = parse(BYLINE)
    (known,) = parse(BYLINE, records=RECORDS)
    assert (without.type, without.string("publisher")) == ("book", "Lantern")
    assert (known.type, known.string("container-title")) == ("article-magazine", "Lantern")
    assert known.fields["container-title"].confidence > without.fields["publisher"].confidence


def test_known_publisher_is_one_behind_a_quoted_title() -> None:
    (entry,) = parse("Roe, Jane. “A Day.” Lamp, 2011.", records=RECORDS)
    assert (entry.string("publisher"), entry.string("container-title")) == ("Lamp", "")


def test_known_person_keeps_their_own_order_of_names() -> None:
    (entry,) = parse("Xu Abe Kobo, *A Day* (London: Verso, 1999).", records=RECORDS)
    assert entry.names("author") == (Name(family="Abe Kobo", given="Xu"),)
