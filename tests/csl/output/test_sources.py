"""Which variable of which item each run of an entry or a citation comes from."""

from __future__ import annotations

import pickle

import pytest

from anora_bib.csl import FormattedEntry, FormattedText, Processor, Run, Style, runs
from tests.csl.snippets import Around, Item, style

FILM: Item = {
    "id": "anora",
    "title": "Anora <i>again</i>",
    "author": [{"family": "Baker", "given": "Sean"}, {"family": "Chou", "given": "Samantha"}],
    "editor": [{"family": "Quan", "given": "Samantha"}],
    "issued": {"date-parts": [[2024, 5, 21]]},
    "volume": "3",
    "page": "12-15",
    "DOI": "10.1/x",
    "language": "en-US",
}

Told = list[tuple[str, str]]
"""Text and variable of each run."""

ELEMENTS: dict[str, tuple[str, Told]] = {
    "text": ('<text variable="title" suffix="."/>', [("Anora ", "title"), ("again", "title"), (".", "")]),
    "names": (
        '<names variable="author"><name and="text"/></names>',
        [("Sean Baker and Samantha Chou", "author")],
    ),
    "a label": (
        '<names variable="editor"><name/><label prefix=" (" suffix=")"/></names>',
        [("Samantha Quan", "editor"), (" (editor)", "")],
    ),
    "two roles": (
        '<names variable="author editor" delimiter="; "><name/></names>',
        [("Sean Baker, Samantha Chou", "author"), ("; ", ""), ("Samantha Quan", "editor")],
    ),
    "a substitute": (
        '<names variable="translator"><substitute><names variable="editor"/></substitute></names>',
        [("Samantha Quan", "editor")],
    ),
    "a date": ('<date variable="issued" form="text" prefix="(" suffix=")"/>', [("(", ""), ("May 21, 2024", "issued")]),
    "a year": ('<date variable="issued"><date-part name="year"/></date>', [("2024", "issued")]),
    "a number": ('<number variable="volume" prefix="vol. "/>', [("vol. ", ""), ("3", "volume")]),
    "pages": ('<label variable="page" form="short"/><text variable="page"/>', [("pp.", ""), ("12–15", "page")]),
    "a term and a value": ('<text term="in"/><text value="x"/>', [("Inx", "")]),
    "an address": ('<text variable="DOI" prefix="https://doi.org/"/>', [("https://doi.org/", ""), ("10.1/x", "DOI")]),
    "quotation marks": (
        '<text variable="title" quotes="true" suffix=","/>',
        [("“Anora ", "title"), ("again", "title"), (",", ""), ("”", "title")],
    ),
}


def told(made: list[Run]) -> Told:
    return [(run.text, run.variable) for run in made]


@pytest.mark.parametrize("to", ["html", "markdown", "text"])
@pytest.mark.parametrize(("inside", "expected"), ELEMENTS.values(), ids=ELEMENTS)
def test_the_variable_of_each_run_of_an_entry(inside: str, expected: Told, to: str) -> None:
    (entry,) = Processor(Style.load(style(inside)), [FILM], to=to).bibliography()
    assert told(entry.runs)[: len(expected)] == expected
    assert {run.item for run in entry.runs} == {"anora"}


def test_the_items_of_a_citation() -> None:
    items = [{"id": name, "title": name.upper(), "issued": {"date-parts": [[2001]]}} for name in ("a", "b")]
    inside = '<text variable="title"/><date variable="issued" prefix=" "><date-part name="year"/></date>'
    processor = Processor(Style.load(style(inside, Around(layout='prefix="(" suffix=")" delimiter="; "'))), items)
    cites = [{"id": "a", "prefix": "see", "locator": "3"}, {"id": "b"}]
    (text,) = processor.citations([{"citationItems": cites}])
    assert isinstance(text, FormattedText)
    assert [(run.text, run.item, run.variable) for run in text.runs] == [
        ("(see ", "a", ""),
        ("A", "a", "title"),
        (" ", "a", ""),
        ("2001", "a", "issued"),
        ("; ", "", ""),
        ("B", "b", "title"),
        (" ", "b", ""),
        ("2001", "b", "issued"),
        (")", "b", ""),
    ]


def test_a_range_of_numbers_keeps_the_items_at_its_ends() -> None:
    items = [{"id": name, "title": name} for name in "abc"]
    around = Around(citation='collapse="citation-number"', layout='delimiter=", " vertical-align="sup"')
    processor = Processor(Style.load(style('<text variable="citation-number"/>', around)), items, to="html")
    (text,) = processor.citations([{"citationItems": [{"id": name} for name in "abc"]}])
    assert text == "<sup>1–3</sup>"
    assert isinstance(text, FormattedText)
    assert text.runs == [Run("1", superscript=True), Run("–", superscript=True), Run("3", superscript=True)]
    assert [(run.item, run.variable) for run in text.runs] == [
        ("a", "citation-number"),
        ("", ""),
        ("c", "citation-number"),
    ]


def test_runs_of_one_formatting_are_one_where_sources_do_not_count() -> None:
    (entry,) = Processor(
        Style.load(style('<text variable="title" suffix="."/>')), [{"id": "a", "title": "T"}]
    ).bibliography()
    assert told(entry.runs) == [("T", "title"), (".", "")]
    assert runs(entry.text) == [Run("T.")]
    assert [(run.item, run.variable) for run in runs(entry.text)] == [("a", "")]


def test_runs_of_text_from_an_engine_that_tells_none() -> None:
    assert FormattedEntry("a", "T").runs == [Run("T")]
    assert FormattedEntry("a", "").runs == []


def test_runs_come_through_a_pickle() -> None:
    (entry,) = Processor(Style.load(style('<text variable="title" font-weight="bold"/>')), [FILM]).bibliography()
    copied = pickle.loads(pickle.dumps(entry))
    assert copied == entry
    assert told(copied.runs) == told(entry.runs)
    assert copied.runs == entry.runs


def test_no_white_space_at_the_ends_of_an_entry() -> None:
    (entry,) = Processor(
        Style.load(style('<text variable="title" prefix=" " suffix=" "/>')), [{"id": "a", "title": "T"}]
    ).bibliography()
    assert told(entry.runs) == [("T", "title")]
