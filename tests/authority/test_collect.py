"""Many references, few sources: which become one, and what is kept of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.authority.collect import collect
from anora_bib.authority.match import match
from anora_bib.authority.merge import merge
from anora_bib.model import Apparatus, Date, Entry, Essay, Field, Mention, Name, Place, Provenance, Records, Reference
from anora_bib.records.record_set import RecordSet
from anora_bib.text.spans import Span

of = Entry.of
ROE = Name("Roe", "Jane")
ARTICLE = of("article-magazine", title="Glass Hours", author=(ROE,), container_title="Variety", issued=Date.of(2024))


def essay(path: str, entries: Sequence[Entry], records: Records) -> Apparatus:
    """An essay whose n-th line is the n-th entry's title, each line a note."""
    lines = [entry.string("title") or "-" for entry in entries]
    references, start = [], 0
    for number, (entry, line) in enumerate(zip(entries, lines, strict=True), 1):
        found = match(entry, records)
        span = Span(start, start + len(line))
        references.append(Reference(entry, Place.NOTE, span, str(number), found.match, found.candidates))
        start += len(line) + 1
    text = "\n".join(lines)
    return Apparatus(Essay.of(path, text, "text"), references=tuple(references))


def test_each_source_once_with_every_place(records: Records) -> None:
    klute = of("motion_picture", title="Klute")
    library = collect([essay("a.txt", [ARTICLE, klute, ARTICLE], records), essay("b.txt", [klute], records)], records)
    assert [entry.key for entry in library] == ["roe2024glass", "pakula1971klute"]
    assert [entry.provenance for entry in library] == [
        (Provenance("a.txt", "note", "1", 1, "Glass Hours"), Provenance("a.txt", "note", "3", 3, "Glass Hours")),
        (Provenance("a.txt", "note", "2", 2, "Klute"), Provenance("b.txt", "note", "1", 1, "Klute")),
    ]


def test_one_record_is_one_source_however_it_is_printed(records: Records) -> None:
    printed = [
        of("book", title="Platoform Capitalism", author=(Name("Srnieck", "Nick"),)),
        of("document", title="Platform Capitalism"),
        of("book", title="PLATFORM CAPITALISM", author=(Name("Srnicek", "N."),), publisher="Polity Press"),
    ]
    [entry] = collect([essay("a.txt", printed, records)], records)
    assert (entry.string("title"), entry.string("author")) == ("Platform Capitalism", "Srnicek, Nick")
    assert len(entry.provenance) == 3


def test_two_records_are_never_one(records: Records) -> None:
    printed = [
        of("book", title="Modern Whore", author=(Name("Werhun", "Andrea"),)),
        of("motion_picture", title="Modern Whore", director=(Name("Bazuin", "Nicole"),)),
        of("document", title="Modern Whore"),
    ]
    assert len(collect([essay("a.txt", printed, records)], records)) == 3


def test_the_fuller_value_wins_and_the_first_stays_where_they_contradict(records: Records) -> None:
    later = ARTICLE.with_values(issued=Date.of(2024, 5, 22), page="7", author=(ROE, Name("Doe", "Al")))
    [entry] = collect([essay("a.txt", [ARTICLE.with_values(page="5"), later], records)], records)
    assert entry.string("issued") == "2024-05-22"
    assert entry.string("author") == "Roe, Jane; Doe, Al"
    assert entry.string("page") == "5"


def test_a_value_from_another_text_has_no_place_in_the_first() -> None:
    other = replace(ARTICLE, fields={**ARTICLE.fields, "page": Field("7", Span(90, 91), 0.5)})
    assert merge(ARTICLE, other).fields["page"] == Field("7", None, 0.5)


def test_loaded_entries_keep_their_words_and_keys(records: Records) -> None:
    loaded = replace(
        of("book", title="Platoform Capitalism", key="mine", author=(Name("Srnieck", "Nick"),)),
        provenance=(Provenance("refs.bib", "file"),),
    )
    [alone] = collect([], records, [loaded])
    assert (alone.key, alone.string("title")) == ("mine", "Platoform Capitalism")
    cited = of("book", title="Platform Capitalism", author=(Name("Srnicek", "Nick"),))
    [both] = collect([essay("a.txt", [cited], records)], records, [loaded])
    assert (both.key, both.string("title")) == ("mine", "Platoform Capitalism"), "what was loaded stays as it is"
    assert [where.path for where in both.provenance] == ["a.txt", "refs.bib"]


def test_references_that_nobody_could_read_stay_apart(records: Records) -> None:
    raw = [replace(of(), text="see above"), replace(of(), text="see above")]
    assert len(collect([essay("a.txt", raw, records)], records)) == 2


def test_nothing_gives_nothing(records: Records) -> None:
    assert len(collect([], records)) == 0


def test_four_thousand_prints_of_one_source_are_collected_quickly() -> None:
    nothing = RecordSet()
    [only] = collect([essay("a.txt", [ARTICLE] * 4000, nothing)], nothing)
    assert only.key == "roe2024glass"
    pieces = [ARTICLE.with_values(title="Letters", container_title=f"Gazette {number}") for number in range(400)]
    assert len(collect([essay("a.txt", pieces, nothing)], nothing)) == 400


TITLES = st.sampled_from(["Glass Hours", "Salt and Light", "Salt and Light: A Memoir", ""])
AUTHORS = st.sampled_from([(), (ROE,), (Name("Roe", "J."),), (Name("Doe", "Al"),), (ROE, Name("Doe", "Al"))])
DATES = st.sampled_from([None, Date.of(2009), Date.of(2009, 5), Date.of(2012)])
ENTRIES = st.builds(
    lambda title, author, issued: of("book").with_values(
        title=title or None, author=author or None, issued=issued, publisher="House"
    ),
    TITLES,
    AUTHORS,
    DATES,
)


@settings(max_examples=60)
@given(st.lists(ENTRIES, max_size=12))
def test_no_place_is_lost_and_keys_differ(entries: list[Entry]) -> None:
    nothing = RecordSet()
    library = collect([essay("a.txt", entries, nothing)], nothing)
    labels = [where.label for entry in library for where in entry.provenance]
    assert sorted(labels, key=int) == [str(number) for number in range(1, len(entries) + 1)]
    assert len({entry.key for entry in library}) == len(library)


@pytest.mark.parametrize(
    ("first", "other", "count", "why"),
    [
        (2018, 2020, 2, "two editions that the record tells apart"),
        (2018, 2018, 1, "one edition"),
        (2018, 2019, 1, "the record knows no edition of that year"),
        (2020, None, 1, "no year printed"),
    ],
)
def test_two_printed_editions_are_two_sources(
    first: int, other: int | None, count: int, why: str, records: Records
) -> None:
    def book(year: int | None) -> Entry:
        found = of("book", title="Revolting Prostitutes", author=(Name("Mac", "Juno"), Name("Smith", "Molly")))
        return replace(found, fields={**found.fields, "issued": Field(Date.of(year), Span(0, 4))}) if year else found

    library = collect([essay("a.txt", [book(first), book(other)], records)], records)
    assert len(library) == count, why


def test_works_named_in_prose_come_in_when_asked_for(records: Records) -> None:
    text = "She compares Tangerine with Pretty Woman, and Tangerine wins."
    named = {"Tangerine": "work/tangerine", "Pretty Woman": "work/pretty-woman", "wins": ""}
    mentions = tuple(
        Mention(word, Span(found.start(), found.end()), record)
        for word, record in named.items()
        for found in re.finditer(word, text)
    )
    apparatus = Apparatus(Essay.of("a.txt", text, "plain"), mentions=mentions)
    assert not collect([apparatus], records).entries
    tangerine, pretty_woman = collect([apparatus], records, mentions=True)
    assert tangerine.string("director") == "Baker, Sean"
    assert [where.how for where in tangerine.provenance] == ["mention", "mention"]
    assert pretty_woman.string("issued") == "1990"
