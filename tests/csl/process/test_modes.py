"""The modes of a citation, sections of a bibliography, and lists of abbreviations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from anora_bib.csl import Abbreviations, Processor, Selection, Style
from anora_bib.errors import InputError, UnknownNameError

DOE: dict[str, Any] = {
    "id": "doe",
    "type": "book",
    "title": "Night Trains",
    "author": [{"family": "Doe", "given": "Ann"}],
    "issued": {"date-parts": [[2001]]},
    "keyword": "film; rail",
    "language": "de-AT",
}
ROE: dict[str, Any] = {
    "id": "roe",
    "type": "article-journal",
    "title": "Day Trains",
    "container-title": "The Journal of Rail History",
    "author": [{"family": "Roe", "given": "Bo"}],
    "issued": {"date-parts": [[2002]]},
}
UNSIGNED: dict[str, Any] = {"id": "it", "type": "webpage", "title": "Timetable", "issued": {"date-parts": [[2003]]}}
LETTER: dict[str, Any] = {
    "id": "letter",
    "type": "personal_communication",
    "recipient": [{"family": "Low", "given": "Cy"}],
    "issued": {"date-parts": [[1950]]},
}
ITEMS = [DOE, ROE, UNSIGNED, LETTER]

INTEXT = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>N</title></info>
<citation><layout prefix="[" suffix="]" delimiter=", "><text variable="citation-number"/></layout></citation>
<bibliography><layout><text variable="citation-number" suffix=" "/>
<text variable="container-title" form="short"/></layout></bibliography>
<intext><layout prefix="*"><names variable="author"><name initialize-with=". "/></names></layout></intext></style>"""
RECIPIENT = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>R</title></info><citation><layout><group delimiter=", "><names variable="author"/>
<names variable="recipient" prefix="to "/><date variable="issued"><date-part name="year"/></date></group></layout>
</citation></style>"""

MODES: tuple[tuple[str, dict[str, Any], list[object], str], ...] = (
    ("apa", {"mode": "author-only"}, ["doe"], "Doe"),
    ("apa", {"mode": "suppress-author"}, ["doe"], "(2001)"),
    ("apa", {"mode": "composite"}, ["doe"], "Doe (2001)"),
    ("apa", {"mode": "composite"}, [{"id": "doe", "locator": "5"}, "roe"], "Doe (2001, p. 5; Roe, 2002)"),
    ("apa", {"mode": "composite", "infix": "in her book"}, ["doe"], "Doe in her book (2001)"),
    ("apa", {"mode": "composite", "infix": "\u2019s book"}, ["doe"], "Doe\u2019s book (2001)"),
    ("apa", {"mode": "suppress-author"}, ["it"], "(2003)"),
    ("chicago-notes", {"mode": "suppress-author"}, ["doe"], "Ann Doe, Night Trains (2001)."),
    (INTEXT, {"mode": "composite"}, ["roe"], "*B. Roe [1]"),
    (INTEXT, {"mode": "suppress-author"}, ["roe"], "[1]"),
    (RECIPIENT, {"mode": "suppress-author"}, ["letter"], "to Cy Low, 1950"),
)


@pytest.mark.parametrize(("style", "properties", "cites", "expected"), MODES)
def test_modes(style: str, properties: dict[str, Any], cites: list[object], expected: str) -> None:
    processor = Processor(Style.load(style), ITEMS, to="text", nocite=())
    asked = [{"id": cite} if isinstance(cite, str) else cite for cite in cites]
    assert processor.citations([{"citationItems": asked, "properties": properties}]) == [expected]


@pytest.mark.parametrize(
    ("on_style", "on_citation", "on_intext", "expected"),
    [
        ("", "", 'et-al-min="3" et-al-use-first="1"', "Abe et al. [1]"),
        ('et-al-min="3" et-al-use-first="1"', "", "", "Abe et al. [1]"),
        ('et-al-min="3" et-al-use-first="1"', "", 'et-al-min="9"', "Abe, Bly, Coe [1]"),
        ("", 'et-al-min="3" et-al-use-first="1"', "", "Abe, Bly, Coe [1]"),
        ("", "", 'and="symbol" name-delimiter="; " delimiter-precedes-last="never"', "Abe; Bly & Coe [1]"),
        ("", "", 'name-form="long" initialize-with="."', "A. Abe, B. Bly, C. Coe [1]"),
    ],
)
def test_names_in_the_text_have_options_of_their_own(
    on_style: str, on_citation: str, on_intext: str, expected: str
) -> None:
    name = "" if "name-form" in on_intext else '<name form="short"/>'
    xml = f"""<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" {on_style}>
    <info><title>N</title></info>
    <citation {on_citation}><layout prefix="[" suffix="]"><text variable="citation-number"/></layout></citation>
    <intext {on_intext}><layout><names variable="author">{name}</names></layout></intext></style>"""
    authors = [{"family": family, "given": given} for family, given in (("Abe", "Ann"), ("Bly", "Bo"), ("Coe", "Cy"))]
    processor = Processor(Style.load(xml), [{"id": "one", "type": "book", "author": authors}], to="text")
    cluster = {"citationItems": [{"id": "one"}], "properties": {"mode": "composite"}}
    assert processor.citations([cluster]) == [expected]


def test_another_mode_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'composite'"):
        Processor(Style.load("apa"), ITEMS).citations([{"citationItems": [], "properties": {"mode": "composit"}}])


SECTIONS: tuple[tuple[dict[str, Any] | Selection, list[str]], ...] = (
    ({"include": [{"field": "type", "value": "book"}, {"field": "type", "value": "webpage"}]}, ["doe", "it"]),
    ({"exclude": [{"field": "keyword", "value": "rail"}]}, ["roe", "it", "letter"]),
    ({"select": [{"field": "type", "value": "book"}, {"field": "keyword", "value": "noir"}]}, []),
    ({"include": [{"field": "language", "value": "de"}]}, ["doe"]),
    ({"quash": [{"field": "type", "value": "webpage"}, {"field": "author", "value": ""}]}, ["doe", "roe", "letter"]),
    (Selection(ids=frozenset({"roe"})), ["roe"]),
    (Selection(select=(("author", True),)), ["doe", "roe"]),
)


@pytest.mark.parametrize(("section", "expected"), SECTIONS)
def test_sections_share_one_numbering(section: dict[str, Any] | Selection, expected: list[str]) -> None:
    processor = Processor(Style.load("ieee"), ITEMS, to="text")
    whole = {entry.id: entry.text for entry in processor.bibliography()}
    assert list(whole) == ["doe", "roe", "it", "letter"]
    assert [(entry.id, entry.text) for entry in processor.bibliography(section)] == [(id, whole[id]) for id in expected]


def test_an_order_of_its_own() -> None:
    processor = Processor(Style.load("apa"), ITEMS, to="text")
    assert [entry.id for entry in processor.bibliography(order=["roe", "it"])][:2] == ["roe", "it"]
    with pytest.raises(UnknownNameError, match="no item 'ro'"):
        processor.bibliography(order=["ro"])


@pytest.mark.parametrize("section", [{"includes": []}, {"include": ["book"]}, {"include": 7}])
def test_a_section_that_is_none_is_refused(section: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        Processor(Style.load("apa"), ITEMS).bibliography(section)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Journal of Rail History", "1 J. Rail Hist."),
        ("journal of rail history", "1 J. Rail Hist."),
        ("Journal of Road History", "1 Journal of Road History"),
    ],
)
def test_abbreviations(text: str, expected: str, tmp_path: Path) -> None:
    path = tmp_path / "short.json"
    path.write_text(json.dumps({"default": {"container-title": {"journal of rail history": "J. Rail Hist."}}}), "utf-8")
    abbreviations = Abbreviations.load(path)
    item = {**ROE, "container-title": text}
    (entry,) = Processor(Style.load(INTEXT), [item], to="text", abbreviations=abbreviations).bibliography()
    assert entry.text == expected


@pytest.mark.parametrize("content", ["{", "[]", '{"default": 7}', '{"default": {"title": []}}'])
def test_a_file_without_abbreviations_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_text(content, "utf-8")
    with pytest.raises(InputError):
        Abbreviations.load(path)
