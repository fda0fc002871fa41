"""The sources that the five essays cite formally, each with the fields that must come out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from anora_bib.model import Apparatus, Entry, Essay, Library
from anora_bib.text.characters import fold

PERIODICAL = {"article-magazine", "article-newspaper", "article", "webpage", "post-weblog"}
"""What a piece in a magazine that also stands on the web may be called."""


@dataclass(frozen=True)
class Source:
    """What must come out of one reference. ``fields`` are whole values, ``within`` words that some field holds."""

    id: str
    part: str
    how: str
    labels: tuple[str, ...]
    types: set[str]
    title: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    within: tuple[str, ...] = ()


SOURCES = [
    Source(
        "Kluger in Time",
        "notes",
        "note",
        ("1",),
        {"article-magazine"},
        "How Real Is This Horror Story?",
        {
            "author": "Kluger, Jeffrey",
            "contributor": "Bjerklie, David",
            "container-title": "Time",
            "issued": "2002-03-11",
            "page": "44",
        },
    ),
    Source(
        "a regulation in the same note",
        "notes",
        "note",
        ("1",),
        {"regulation", "legislation"},
        within=("42", "C.F.R.", "121.4(a)(3)"),
    ),
    Source(
        "Childress, a chapter",
        "notes",
        "note",
        ("2",),
        {"chapter"},
        "Rights to Health Care in a Democratic Society",
        {
            "author": "Childress, James F.",
            "container-title": "Practical Reasoning in Bioethics",
            "issued": "1997",
            "page": "237",
        },
    ),
    Source("a statute", "notes", "note", ("3",), {"legislation"}, within=("42", "U.S.C.", "426-1")),
    Source(
        "Ritman and Shafer, noted twice",
        "notes",
        "note",
        ("4", "7"),
        PERIODICAL,
        "Sean Baker Makes Movies",
        {
            "author": "Ritman, Alex; Shafer, Ellise",
            "container-title": "Variety",
            "issued": "2024-05-22",
            "archived": "2024-09-21",
            "accessed": "2025-04-03",
        },
    ),
    Source(
        "Macaulay in Filmmaker",
        "notes",
        "note",
        ("5",),
        PERIODICAL,
        "Swept Off Her Feet",
        {
            "author": "Macaulay, Scott",
            "container-title": "Filmmaker",
            "volume": "33",
            "issue": "1",
            "issued": "2024",
            "accessed": "2025-04-03",
        },
    ),
    Source(
        "Perella in IndieWire",
        "notes",
        "note",
        ("6",),
        PERIODICAL,
        "Sean Baker Didn’t Pick Up",
        {
            "author": "Perella, Vincent",
            "container-title": "IndieWire",
            "issued": "2024-09-08",
            "archived": "2024-09-21",
            "accessed": "2024-04-03",
        },
    ),
    Source(
        "the film",
        "works cited",
        "works cited",
        ("",),
        {"motion_picture"},
        "Anora",
        {"director": "Baker, Sean", "publisher": "Neon", "issued": "2024"},
    ),
    Source(
        "Fisher",
        "works cited",
        "works cited",
        ("",),
        {"book"},
        "Capitalist Realism",
        {"author": "Fisher, Mark", "publisher": "Zero Books", "issued": "2009"},
    ),
    Source(
        "Grant, of two given names",
        "works cited",
        "works cited",
        ("",),
        {"book"},
        "Playing the Whore",
        {"author": "Grant, Melissa Gira", "publisher": "Verso", "issued": "2014-03"},
    ),
    Source(
        "Mac and Smith, one of them lost in print",
        "works cited",
        "works cited",
        ("",),
        {"book"},
        "Revolting Prostitutes",
        {"author": "Mac, Juno; Smith, Molly", "publisher": "Verso"},
    ),
    Source(
        "Srnicek, misspelt twice in print",
        "works cited",
        "works cited",
        ("",),
        {"book"},
        "Platform Capitalism",
        {"author": "Srnicek, Nick", "publisher": "Polity Press", "issued": "2016-12"},
    ),
    Source(
        "a band, one literal name",
        "works cited",
        "works cited",
        ("",),
        {"song"},
        "Greatest Day",
        {"issued": "2008-11-24"},
        within=("Take That",),
    ),
    Source(
        "the shoe of the image credit",
        "credit",
        "credit",
        ("",),
        {"graphic", "figure", "document"},
        "Shoe",
        {"issued": "2001"},
        within=("Pleaser", "Metropolitan Museum of Art"),
    ),
]


def describe(entry: Entry) -> str:
    values = {name: entry.string(name) for name in entry.fields}
    places = [(Path(met.path).name, met.how, met.label) for met in entry.provenance]
    return f"{entry.type} {values} {places}"


def met_in(entry: Entry, path: str) -> list[tuple[str, str]]:
    return [(met.how, met.label) for met in entry.provenance if met.path == path]


def the_entry(source: Source, library: Library, essays: Mapping[str, Essay]) -> Entry:
    path = essays[source.part].path
    here = [entry for entry in library if any((source.how, label) in met_in(entry, path) for label in source.labels)]
    found = [e for e in here if e.type in source.types and fold(source.title) in fold(e.string("title"))]
    assert len(found) == 1, f"{source.id}: {len(found)} of\n" + "\n".join(map(describe, here))
    return found[0]


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.id)
def test_a_formal_source_comes_out_with_its_fields(
    source: Source, library: Library, essays: Mapping[str, Essay]
) -> None:
    entry = the_entry(source, library, essays)
    assert {name: entry.string(name) for name in source.fields} == source.fields
    everything = " ".join(entry.string(name) for name in entry.fields)
    for words in source.within:
        assert words in everything


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.id)
def test_a_source_knows_each_place_it_was_met(source: Source, library: Library, essays: Mapping[str, Essay]) -> None:
    entry = the_entry(source, library, essays)
    assert sorted(met_in(entry, essays[source.part].path)) == [(source.how, label) for label in source.labels]


def test_a_band_is_one_literal_name(library: Library) -> None:
    (song,) = [entry for entry in library if entry.type == "song"]
    (band,) = song.creators()
    assert (band.literal, band.family) == ("Take That", "")


def test_the_library_holds_one_entry_for_each_distinct_source(library: Library) -> None:
    assert len(library) == len(SOURCES), "\n".join(map(describe, library))
    assert len({entry.key for entry in library}) == len(library)
    assert all(entry.key for entry in library)


def test_what_was_understood_points_at_what_was_printed(apparatuses: Mapping[str, Apparatus]) -> None:
    for apparatus in apparatuses.values():
        text = apparatus.essay.text
        for note in apparatus.notes:
            assert note.span.of(text) == note.text
        for marker in apparatus.markers:
            assert marker.span.of(text) == marker.text
        for reference in apparatus.references:
            assert reference.entry.text.split() == reference.span.of(text).split()


BYLINES = {"real": "Cruz, Marla", "ours": "Quillfeather, Wanda"}


def test_the_dated_essay_has_its_byline_and_date(kind: str, essays: Mapping[str, Essay]) -> None:
    metadata = essays["credit"].metadata
    assert [name.inverted for name in metadata.authors] == [BYLINES[kind]]
    assert metadata.date is not None
    assert metadata.date.iso == "2025-01-05"
