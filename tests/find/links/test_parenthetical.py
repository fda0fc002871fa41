"""Author-date and page citations in the text, and the parentheses that are none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.find.links.listed import Sources
from anora_bib.find.links.parenthetical import find_parenthetical
from anora_bib.model import (
    Apparatus,
    Citation,
    Date,
    Entry,
    Essay,
    Match,
    Name,
    Person,
    Place,
    Reference,
    Relation,
    Work,
)
from anora_bib.records.record_set import RecordSet
from anora_bib.text.spans import Span
from tests.find.support import with_prose

LISTED = (
    Entry.of("book", title="Of Ports: A Reader", author=(Name("Roe", "Jane"),), issued=Date.of(2005)),
    Entry.of("book", title="The Long Quay", author=(Name("Roe", "Jane"),), issued=Date.of(2009)),
    Entry.of("book", title="Docks", author=(Name("Doe", "Al"), Name("Poe", "Bo")), issued=Date.of(1890)),
    Entry.of("book", title="Fog", author=(Name("Beauvoir", "Ann", non_dropping_particle="de"),), issued=Date.of(1999)),
    Entry.of("book", title="Tides", author=(Name("One"), Name("Two"), Name("Three")), issued=Date.of(2001)),
    Entry.of("book", title="Looks", author=(Name("hooks", "bell"),), issued=Date.of(1992)),
)


def read(text: str, entries: tuple[Entry, ...] = LISTED) -> tuple[Citation, ...]:
    references = tuple(Reference(entry, Place.WORKS_CITED, Span(0, 0)) for entry in entries)
    essay = Essay.of("e.txt", text, "text")
    apparatus = with_prose(Apparatus(essay, references=references, body=(Span(0, len(text)),)))
    return find_parenthetical(apparatus, Sources(apparatus, RecordSet()))


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("It is so (Roe 2005, 301).", [(0, "301", "page")], "author, date, page"),
        ("C'est ainsi (Roe 2005 : 301).", [(0, "301", "page")], "a French colon has a space before it"),
        ("C'est ainsi (Roe, 2009\u00a0: 3).", [(1, "3", "page")], "one that does not break"),
        ("It is so (Roe, 2009, p. 3).", [(1, "3", "page")], "the year tells which"),
        ("It is so (Roe 2005).", [(0, "", "")], "no page"),
        ("It is so (Roe 12).", [], "two works by her"),
        ("It is so (Roe 1950).", [], "none of that year"),
        ("It is so (Doe and Poe 12–14).", [(2, "12–14", "page")], "two authors"),
        ("It is so (Doe & Poe, 1890).", [(2, "", "")], "ampersand"),
        ("It is so (Doe 12).", [], "one of two authors is another work"),
        ("It is so (One et al. 2001, 9).", [(4, "9", "page")], "first of three"),
        ("It is so (de Beauvoir 7).", [(3, "7", "page")], "particle"),
        ("It is so (see Roe 2005, ch. 2).", [(0, "2", "chapter")], "prefix and chapter"),
        ("It is so (Roe 2005, 3; Doe and Poe 12).", [(0, "3", "page"), (2, "12", "page")], "two items"),
        ("It is so (Roe 2005, 3; Someone 12).", [], "an item that fits nothing"),
        ("It is so (Roe 2005, 3; Someone 2001).", [(0, "3", "page")], "beside one that the list lacks"),
        ("It is so (hooks 116).", [(5, "116", "page")], "a name in small letters"),
        ("It is so (about 116).", [], "a word and a number"),
        ("Roe’s account (2005) has it.", [(0, "", "")], "whose account"),
        ("Roe calls it “all fog” (2005).", [(0, "", "")], "a year behind quoted words"),
        ("Roe saw Pretty Woman (2005).", [], "a film and its year"),
        ("It is so (Roe 2005, 4n1).", [(0, "4n1", "page")], "a note on a page"),
        ("It is so (*Docks*, 64).", [(2, "64", "page")], "title and page"),
        ("Roe (2009, 4) has it.", [(1, "4", "page")], "author in the sentence"),
        ("As Roe (2009, 4) has it, so it is.", [(1, "4", "page")], "a word with a capital before the author"),
        ("Doe and Poe (1890) have it.", [(2, "", "")], "authors in the sentence"),
        ("As de Beauvoir has it, “all is fog” (23).", [(3, "23", "page")], "page alone after a quotation"),
        ("As de Beauvoir has it, all is fog (xiii).", [(3, "xiii", "page")], "Roman page"),
        ("As de Beauvoir has it, (1) fog and (2) mist.", [], "numbered parts of a sentence"),
        ("It ends in fog (23).", [], "no author named"),
        ("Pretty Woman (1990) ends.", [], "a film and its year"),
        ("It is so (mostly).", [], "an aside"),
        ("It is so (Al Doe).", [], "a name, no citation"),
    ],
)
def test_parentheses(text: str, expected: list[tuple[int, str, str]], reason: str) -> None:
    found = [(cite.reference, cite.locator, cite.label) for citation in read(text) for cite in citation.cites]
    assert found == expected, reason


@pytest.mark.parametrize(("letter", "expected"), [("a", [0]), ("b", [1]), ("", []), ("c", [])])
def test_letters_tell_apart_works_of_one_year(letter: str, expected: list[int]) -> None:
    printed = ("Roe, Jane. 2005a. Of Ports.", "Roe, Jane. 2005b. Of Quays.")
    made_of = [
        Entry.of("book", title=text[17:], author=(Name("Roe", "Jane"),), issued=Date.of(2005)) for text in printed
    ]
    entries = tuple(replace(entry, text=text) for entry, text in zip(made_of, printed, strict=True))
    made = read(f"It is so (Roe 2005{letter}, 3).", entries)
    assert [cite.reference for citation in made for cite in citation.cites] == expected


def test_ibid_in_parentheses_means_the_citation_before() -> None:
    first, second = read("It is so (Roe 2005, 301). And so (ibid., p. 9).")
    assert (second.cites[0].reference, second.cites[0].locator) == (first.cites[0].reference, "9")


def test_quoted_words_before_it() -> None:
    assert [one.relation for one in read("It is “fog” (Roe 2005, 3). It is (Roe 2009, 3).")] == [
        Relation.INCLUDES_QUOTATION_FROM,
        Relation.CITES,
    ]


@given(st.lists(st.sampled_from(["(", ")", "Roe", " 2005", ", 3", ";", "ibid.", "“", "”", " and ", ". ", "\n"])))
@settings(max_examples=100)
def test_spans_slice_to_their_text(parts: list[str]) -> None:
    text = "".join(parts)
    assert all(citation.span.of(text) == citation.text for citation in read(text))


def test_a_work_is_found_by_the_name_of_its_record() -> None:
    records = RecordSet(
        people=(Person("person/roe", Name("Roe", "Jane")),),
        works=(Work("work/ports", "Of Ports", "book", {"author": ("person/roe",)}),),
    )
    entry = Entry.of("book", title="Of Ports", author=(Name("Reo", "J."),), issued=Date.of(2005))
    listed = (Reference(entry, Place.WORKS_CITED, Span(0, 0), match=Match("work/ports", 0.9)),)
    text = "Roe (2005, p. 48) has it."
    apparatus = Apparatus(Essay.of("e.txt", text, "text"), references=listed, body=(Span(0, len(text)),))
    (found,) = find_parenthetical(with_prose(apparatus), Sources(apparatus, records))
    assert [(cite.reference, cite.locator) for cite in found.cites] == [(0, "48")]
