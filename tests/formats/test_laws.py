"""What holds for every format, whatever the entries say."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.formats.base import ReadAndWritten
from anora_bib.formats.builtin import BUILTIN
from anora_bib.formats.losses import Telling
from anora_bib.model import Date, Entry, Library, Name
from anora_bib.model.bibliography.entries import Field, Value
from anora_bib.model.values.csl import ARCHIVED, DATE_VARIABLES, NAME_VARIABLES, TYPES, VARIABLES

HOSTILE = ["\\", "{", "}", "%", "$", "#", "&", "_", "^", "~", '"', "'", "--", "\n", "@", "=", ",", "é", "\u0301", "花",
           "<i>", "</i>", "</span>", '<span class="nocase">', " and ", "and", "van ", "others", "HBO ", "2024",
           r"\input{x}", "}, title = {", "\nER  - \n", "key: value"]  # fmt: skip
TEXT = st.one_of(st.text(max_size=6), st.lists(st.sampled_from(HOSTILE), max_size=6).map("".join))
NAMES = st.lists(st.one_of(st.builds(Name, TEXT, TEXT, TEXT, TEXT, TEXT), TEXT.map(lambda text: Name(literal=text))),
                 max_size=2).map(tuple)  # fmt: skip
DAYS = st.dates().flatmap(
    lambda day: st.sampled_from([(day.year,), (day.year, day.month), (day.year, day.month, day.day)])
)
DATES = st.builds(Date, st.lists(st.one_of(DAYS, st.just((20240, 13))), max_size=2).map(tuple),
                  st.sampled_from(["", "1", "Spring", "x"]), st.booleans(), TEXT)  # fmt: skip
KEYS = st.one_of(st.sampled_from(sorted(VARIABLES | {ARCHIVED, "journal", "year", "csl-x", "entrysubtype"})), TEXT)


def entry(type: str, key: str, values: dict[str, tuple[Value, Value, Value]]) -> Entry:
    fields = {}
    for name, (names, date, text) in values.items():
        dated = name in DATE_VARIABLES or name == ARCHIVED
        if name not in ("", "id", "type", "custom"):
            fields[name] = Field(names if name in NAME_VARIABLES else date if dated else text)
    return Entry(type, fields, key)


ENTRIES = st.builds(
    entry, st.sampled_from(sorted(TYPES)), TEXT, st.dictionaries(KEYS, st.tuples(NAMES, DATES, TEXT), max_size=4)
)


WRITTEN = [format for format in BUILTIN if isinstance(format, ReadAndWritten)]
WHOLE = [format for format in WRITTEN if not isinstance(format, Telling)]
"""The formats that have a place for everything."""


@pytest.mark.parametrize("format", WRITTEN, ids=lambda it: it.name)
@settings(max_examples=15)
@given(entries=st.lists(ENTRIES, min_size=1, max_size=2))
def test_what_was_written_is_read_and_written_alike(format: ReadAndWritten, entries: list[Entry]) -> None:
    text = format.dump(Library(tuple(entries)))
    loaded = format.load(text, "refs")
    assert not loaded.diagnostics
    assert len(loaded.entries) == len(entries), "nothing in a value may end an entry or begin one"
    assert format.dump(Library(loaded.entries)) == text
    assert text.endswith("\n")


@pytest.mark.parametrize("format", WHOLE, ids=lambda it: it.name)
@pytest.mark.parametrize("type", sorted(TYPES))
def test_every_type_comes_back(format: ReadAndWritten, type: str) -> None:
    text = format.dump(Library((Entry.of(type, key="k", title="Tangerine"),)))
    assert [entry.type for entry in format.load(text, "refs").entries] == [type]


@pytest.mark.parametrize("format", WHOLE, ids=lambda it: it.name)
@pytest.mark.parametrize("variable", sorted(VARIABLES - {"citation-key"}))
def test_every_variable_comes_back(format: ReadAndWritten, variable: str) -> None:
    value: Value = "7"
    if variable in NAME_VARIABLES:
        value = (Name("Baker", "Sean"), Name(literal="Take That"))
    elif variable in DATE_VARIABLES:
        value = Date.of(2024, 5, 22)
    one = Entry(
        "article-magazine", {"title": Field("x"), "author": Field((Name("A", "B"),)), variable: Field(value)}, "k"
    )
    (back,) = format.load(format.dump(Library((one,))), "refs").entries
    assert back.to_csl() == one.to_csl()


@pytest.mark.parametrize("format", WRITTEN, ids=lambda it: it.name)
def test_where_an_entry_was_met(format: ReadAndWritten) -> None:
    library = Library((Entry.of("book", key="a", title="x"), Entry.of("book", key="b", title="y")))
    found = [entry.provenance[0] for entry in format.load(format.dump(library), "refs.x").entries]
    assert [(place.path, place.how, place.label) for place in found] == [
        ("refs.x", "file", "a"),
        ("refs.x", "file", "b"),
    ]
    lines = [place.line or 0 for place in found]
    assert 1 <= lines[0] < lines[1]
