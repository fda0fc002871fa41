"""Layouts for the items of some languages (CSL-M): each item in its own, with its terms and quotation marks."""

from __future__ import annotations

import pytest

from anora_bib.csl import Document, Processor, Style

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="{kind}" version="1.1mlz1" default-locale="fr-FR">
<info><title>L</title></info>
<macro name="m"><group delimiter=", "><names variable="author"><name form="short"/></names>
<text variable="title" quotes="true"/><text variable="edition"/></group></macro>
<citation><layout locale="en-GB" suffix="!"><text macro="m"/></layout>
<layout locale="en de" delimiter=" | " suffix="."><text macro="m"/><text term="and" prefix=" "/></layout>
<layout delimiter=" / " prefix="(" suffix=")"><text macro="m"/><text term="and" prefix=" "/></layout></citation>
<bibliography><layout locale="de" prefix="[" suffix="]"><text macro="m"/><text term="and" prefix=" "/></layout>
<layout suffix=" #"><text macro="m"/><text variable="number"/></layout></bibliography></style>"""


def _item(language: str, title: str, **more: object) -> dict[str, object]:
    return {"id": title, "type": "book", "title": title, "language": language, **more}


ITEMS = [
    _item("en-US", "Rivers"),
    _item("de-AT", "Flüsse"),
    _item("en-GB", "Becks"),
    _item("fr", "Fleuves"),
    _item("", "Nullus"),
    _item("ja", "Kawa", number="7"),
]
CITES = {
    ("Rivers",): "“Rivers” and.",
    ("Flüsse",): "„Flüsse“ und.",
    ("Becks",): "‘Becks’!",
    ("Fleuves",): "(«\u00a0Fleuves\u00a0» et)",
    ("Nullus",): "(«\u00a0Nullus\u00a0» et)",
    # the delimiter is that of the cite before it, the affixes those of the first and the last
    ("Rivers", "Flüsse"): "“Rivers” and | „Flüsse“ und.",
    ("Fleuves", "Rivers"): "(«\u00a0Fleuves\u00a0» et / “Rivers” and.",
    ("Rivers", "Fleuves"): "“Rivers” and | «\u00a0Fleuves\u00a0» et)",
}


@pytest.mark.parametrize("ids", CITES)
@pytest.mark.parametrize("kind", ["note", "in-text"])
def test_a_cite_is_in_the_layout_of_its_language(ids: tuple[str, ...], kind: str) -> None:
    processor = Processor(Style.load(STYLE.format(kind=kind)), ITEMS, to="text")
    assert processor.citations([{"citationItems": [{"id": id} for id in ids]}]) == [CITES[ids]]


def test_an_entry_is_in_the_layout_of_its_language() -> None:
    entries = Processor(Style.load(STYLE.format(kind="note")), ITEMS, to="text").bibliography()
    texts = {entry.id: entry.text for entry in entries}
    assert texts["Flüsse"] == "[„Flüsse“ und]"
    assert texts["Rivers"] == "«\u00a0Rivers\u00a0» #"
    assert texts["Kawa"] == "«\u00a0Kawa\u00a0»7 #", "a variable of one layout alone"


def test_a_document_follows_a_change_of_language() -> None:
    document = Document(Style.load(STYLE.format(kind="note")), ITEMS, to="text")
    document.insert("c", "Rivers")
    assert document.update([_item("de", "Rivers")]).citations == {"c": "„Rivers“ und."}


def test_a_style_whose_layouts_all_have_languages_takes_the_last_for_the_rest() -> None:
    only = STYLE.format(kind="note").replace('<layout delimiter=" / "', '<layout locale="fr" delimiter=" / "')
    processor = Processor(Style.load(only), ITEMS, to="text")
    assert processor.citations([{"citationItems": [{"id": "Kawa"}]}]) == ["(«\u00a0Kawa\u00a0» et)"]
