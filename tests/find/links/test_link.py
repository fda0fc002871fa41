"""Who cites what: one citation for each place, with its relation and its evidence, or none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import anora_bib as ab
from anora_bib.find.links.link import link
from anora_bib.find.links.listed import Sources
from anora_bib.find.prose.mentions import find_mentions
from anora_bib.find.sources.attributions import find_attributions
from anora_bib.model import (
    Apparatus,
    Citation,
    Entry,
    Essay,
    Match,
    Metadata,
    Name,
    Note,
    Outlet,
    Person,
    Place,
    Reference,
    Relation,
    Work,
)
from anora_bib.records.record_set import RecordSet
from anora_bib.text.spans import Span
from tests.find.support import bracketed, paragraphs, with_prose

RECORDS = RecordSet(
    people=(Person("person/jane-roe", Name("Roe", "Jane")), Person("person/sean-baker", Name("Baker", "Sean"))),
    outlets=(Outlet("outlet/variety", "Variety", "magazine"),),
    works=(
        Work("work/anora", "Anora", "motion_picture"),
        Work("work/ports", "Of Ports: A Reader", "book"),
        Work("work/long-quay", "The Long Quay", "book"),
    ),
)
PORTS = Entry.of("book", title="Of Prots: A Reader", author=(Name("Roe", "Jane"),))
QUAY = Entry.of("book", title="The Long Quay", author=(Name("Doe", "Al"),))
ANORA = Entry.of("motion_picture", title="Anora", director=(Name("Baker", "Sean"),))
PIECE = Entry.of("article-magazine", title="Docks", container_title="Variety", locator="7")
PIECE_2 = Entry.of("article-magazine", title="Fog", container_title="Variety")


def read(
    text: str, *, notes: tuple[tuple[Entry, ...], ...] = (), listed: tuple[Entry, ...] = (), title: str = ""
) -> tuple[Citation, ...]:
    """The citations of a text whose markers are [1], [2], ..., with one note per tuple of entries."""
    end = Span(len(text), len(text))
    found = [Note(str(number), "", end, end) for number in range(1, len(notes) + 1)]
    references = [
        Reference(entry, Place.NOTE, end, str(number)) for number, entries in enumerate(notes, 1) for entry in entries
    ]
    matches = {"Of Prots: A Reader": Match("work/ports", 0.9)}
    references += [Reference(one, Place.WORKS_CITED, end, match=matches.get(one.string("title"))) for one in listed]
    essay = Essay.of("e.txt", text, "text", metadata=Metadata(title=title))
    bare = with_prose(
        Apparatus(essay, tuple(found), bracketed(text), references=tuple(references), body=paragraphs(text)),
        RECORDS,
    )
    full = replace(bare, attributions=find_attributions(bare, RECORDS), mentions=find_mentions(bare, RECORDS))
    return link(full, RECORDS, Sources(full, RECORDS))


def rows(citations: tuple[Citation, ...]) -> list[tuple[str, Relation, list[int]]]:
    return [(one.place.value, one.relation, [cite.reference for cite in one.cites]) for one in citations]


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("It rains.[1]", [("note", Relation.CITES, [0])], "a bare marker"),
        ("It is “wet”.[1]", [("note", Relation.INCLUDES_QUOTATION_FROM, [0])], "quoted words end at it"),
        (
            "As reported by Variety[1] it rains.",
            [("note", Relation.CITES_AS_AUTHORITY, [0])],
            "a phrase names the source; the marker's citation says it all",
        ),
        ("It rains.[3]", [], "no such note"),
        (
            "According to Variety it rains.",
            [("attribution", Relation.CITES_AS_AUTHORITY, [0])],
            "the one piece of that outlet",
        ),
    ],
)
def test_notes(text: str, expected: list[tuple[str, Relation, list[int]]], reason: str) -> None:
    assert rows(read(text, notes=((PIECE,), (QUAY,)))) == expected, reason


def test_each_chapter_cites_by_its_own_notes() -> None:
    chapter = (
        "CHAPTER {0}.\n\nIt rained all that winter.[1]\n\nFOOTNOTES:\n\n[1] Jane Roe, The {0} Quay (Hull, 1999), 4.\n\n"
    )
    found = ab.apparatus(ab.read_text(chapter.format("First") + chapter.format("Second"), reader="plain"))
    titles = [found.references[cite.reference].entry.string("title") for one in found.citations for cite in one.cites]
    assert titles == ["The First Quay", "The Second Quay"]


def test_a_note_with_two_sources_is_one_citation_of_two() -> None:
    assert rows(read("It rains.[1]", notes=((PIECE, QUAY),))) == [("note", Relation.CITES, [0, 1])]


def test_two_pieces_of_one_outlet_leave_an_attribution_open() -> None:
    assert read("According to Variety it rains.", notes=((PIECE,), (PIECE_2,))) == ()


def test_one_piece_printed_twice_is_one_source() -> None:
    assert rows(read("According to Variety it rains.", notes=((PIECE,), (PIECE,))))[0][2] == [0]


@pytest.mark.parametrize(
    ("text", "locator"), [("So.[1]", "7"), ("So.[2]: 119 And.", "119"), ("So.[2] At 12:30 it rained.", "")]
)
def test_locators(text: str, locator: str) -> None:
    (citation,) = read(text, notes=((PIECE,), (QUAY,)))
    assert citation.cites[0].locator == locator


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (
            "(See Jane Roe’s Of Ports: A Reader.)",
            [("parenthesis", Relation.CITES_FOR_INFORMATION, [0])],
            "sent on to it",
        ),
        ("She read Of Ports.", [("mention", Relation.DISCUSSES, [0])], "named by its true title, listed with a slip"),
        ("Down the long quay they go.", [("mention", Relation.CITES, [1])], "the words of a listed title"),
        ("Anora opens.", [("mention", Relation.DISCUSSES, [2])], "named"),
        ("Sean Baker lives.", [], "a person alone"),
    ],
)
def test_works_cited(text: str, expected: list[tuple[str, Relation, list[int]]], reason: str) -> None:
    assert rows(read(text, listed=(PORTS, QUAY, ANORA))) == expected, reason


def test_the_work_an_essay_is_about_is_reviewed() -> None:
    citations = read("Anora opens. Anora runs. Anora ends.", listed=(ANORA,), title="Work in Anora")
    assert {one.relation for one in citations} == {Relation.REVIEWS}


def test_a_phrase_is_no_citation_of_a_work_cited_elsewhere() -> None:
    citations = read("She read The Long Quay.\nDown the long quay they go.", listed=(QUAY,))
    assert [one.text for one in citations] == ["The Long Quay"]


def test_evidence_names_the_lines() -> None:
    (citation,) = read("One.\nTwo on the long quay.", listed=(QUAY,))
    assert citation.evidence == (
        "Line 2 has the words “the long quay”, the title of the source on line 2 (works cited).",
    )


@given(
    st.lists(
        st.sampled_from(["Anora", "[1]", "“", "”", " told Variety", "the long quay", ". ", "\n", "(See ", "Jane Roe"])
    )
)
@settings(max_examples=100)
def test_spans_slice_to_their_text_and_cites_exist(parts: list[str]) -> None:
    text = "".join(parts)
    citations = read(text, notes=((PIECE,),), listed=(QUAY, ANORA))
    assert all(one.span.of(text) == one.text for one in citations)
    assert all(0 <= cite.reference < 3 for one in citations for cite in one.cites)
    assert list(citations) == sorted(citations, key=lambda one: (one.span, one.place))
