"""TEI: what is written is valid by the content models of the Guidelines (P5)."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring

from anora_bib.formats.losses import unwritten
from anora_bib.formats.xml.tei import Tei
from anora_bib.model import Date, Entry, Library, Name
from tests.formats.web.material import ALL, CLEAN, HOSTILE

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"

_PEOPLE = "(author |editor |meeting |respStmt )"
MODELS = {
    "TEI": "teiHeader text ",
    "listBibl": "(biblStruct )+",
    "biblStruct": "(analytic )*(monogr (series )*)+(note |ptr )*",
    "analytic": "(author |editor |respStmt |title |ptr |textLang |idno )*",
    "monogr": f"(({_PEOPLE}+(title )+(ptr |idno |textLang |editor |respStmt )*)"
    f"|((title |ptr |idno )+(textLang |{_PEOPLE})*))?(note )*(edition )*imprint (imprint |extent |biblScope )*",
    "imprint": "((biblScope |pubPlace |publisher |date ))+",
    "series": "(title |editor |biblScope )*",
    "respStmt": "(resp )+(persName |name )+",
    "persName": "(forename |nameLink |surname |genName )+",
}  # fmt: skip
"""The children that an element may have, each with a space behind it."""
TEXT = set(
    """title note publisher pubPlace edition date biblScope extent idno resp name forename surname nameLink genName hi
    meeting p textLang placeName""".split()
)
DATES = re.compile(r"-?\d{4,}(-\d\d(-\d\d)?)?")


def elements(*entries: Entry) -> Element:
    root: Element = fromstring(Tei().dump(Library(entries)))
    for element in root.iter():
        element.tag = element.tag.removeprefix(TEI)
    return root


def assert_valid(root: Element) -> None:
    ids = [element.get(ID) for element in root.iter() if element.get(ID)]
    assert len(ids) == len({*ids})
    for element in root.iter():
        model = MODELS.get(element.tag)
        children = "".join(f"{child.tag} " for child in element)
        assert model is None or re.fullmatch(model, children), f"{element.tag}: {children}"
        assert element.tag in TEXT or not (element.text or "").strip(), f"{element.tag} holds no text"
        for name in ("when", "from", "to", "when-iso"):
            assert element.tag != "date" or DATES.fullmatch(element.get(name, "2000"))
        assert " " not in element.get("type", "") and " " not in element.get("target", "")


def test_items_of_every_type_are_valid() -> None:
    root = elements(*ALL)
    assert_valid(root)
    assert len([*root.iter("biblStruct")]) == len(ALL)


@pytest.mark.parametrize("names", [["title"], ["author"], ["editor", "event-title"], ["publisher"], ["edition"], []])
@pytest.mark.parametrize("type", ["book", "chapter", "article-journal"])
def test_items_that_say_little_are_valid(type: str, names: list[str]) -> None:
    whole = ALL[f"{type}-1"]
    assert_valid(elements(Entry(type, {name: whole.fields[name] for name in names})))


def test_an_empty_library_is_a_document() -> None:
    root = elements()
    assert_valid(root)
    assert [child.tag for child in root.find("text/body") or ()] == ["p"]


def test_an_article() -> None:
    entry = Entry.of(
        "article-journal", key="roe2001", title="On <i>Doors</i> & <b>more</b>", container_title="Film", volume="3",
        page="10-20", author=(Name("Gogh", "Vincent", non_dropping_particle="van", suffix="Jr."),),
        issued=Date.of(2001, 5),
    )  # fmt: skip
    [bibl] = elements(entry).iter("biblStruct")
    assert bibl.get(ID) == "roe2001"
    title = bibl.find("analytic/title")
    assert title is not None
    assert (title.get("level"), title.text, [(hi.get("rend"), hi.text, hi.tail) for hi in title]) == (
        "a", "On ", [("italic", "Doors", " & "), ("bold", "more", None)]
    )  # fmt: skip
    name = bibl.find("analytic/author/persName")
    assert name is not None
    assert [(part.tag, part.text) for part in name] == [
        ("forename", "Vincent"), ("nameLink", "van"), ("surname", "Gogh"), ("genName", "Jr.")
    ]  # fmt: skip
    imprint = bibl.find("monogr/imprint")
    assert imprint is not None
    assert [(part.tag, part.attrib, part.text) for part in imprint] == [
        ("date", {"when": "2001-05"}, "2001-05"),
        ("biblScope", {"unit": "volume"}, "3"),
        ("biblScope", {"unit": "page", "from": "10", "to": "20"}, "10-20"),
    ]


DATED = [
    (Date.of(2024, 5, 22), {"when": "2024-05-22"}, "2024-05-22"),
    (Date(((2001,), (2003, 4))), {"from": "2001", "to": "2003-04"}, "2001/2003-04"),
    (Date(((2001,),), open_end=True), {"from": "2001"}, "2001/.."),
    (Date(((2001,),), open_start=True), {"to": "2001"}, "../2001"),
    (Date(((1900,),), circa=True), {"when": "1900", "cert": "low"}, "c. 1900"),
    (Date(((1900,),), season="1"), {"when": "1900"}, "spring 1900"),
    (Date(((-44, 3, 15),)), {"when-iso": "-0043-03-15"}, "-0043-03-15"),
    (Date(((2001, 2, 31),)), {}, "2001-02-31"),
    (Date(literal="n.d."), {}, "n.d."),
]  # fmt: skip


@pytest.mark.parametrize(("date", "attributes", "text"), DATED)
def test_a_date(date: Date, attributes: dict[str, str], text: str) -> None:
    root = elements(Entry.of("book", title="Doors", issued=date))
    assert_valid(root)
    [found] = root.iter("date")
    assert (found.attrib, (found.text or "").lower()) == (attributes, text)


def test_a_key_that_is_no_name_of_xml_stands_beside() -> None:
    keys = ["roe:2001", "2001roe", "roe", "roe", "m\u00fcller.1"]
    found = [*elements(*[Entry.of("book", key=key) for key in keys]).iter("biblStruct")]
    assert [(one.get(ID), one.get("n")) for one in found] == [
        (None, "roe:2001"), (None, "2001roe"), ("roe", None), (None, "roe"), ("m\u00fcller.1", None)
    ]  # fmt: skip


def test_what_tei_has_no_element_for_is_a_note() -> None:
    entry = Entry.of("book", title="Doors", archive="BFI", **{"my-field": "x < y"})
    root = elements(entry)
    assert_valid(root)
    assert [(note.get("type"), note.text) for note in root.iter("note")] == [("archive", "BFI"), ("my-field", "x < y")]


def test_nothing_is_lost_but_that_a_list_of_names_goes_on() -> None:
    assert unwritten(ALL, Tei()) == []
    goes_on = Entry.of("book", key="a", author=(Name("Roe", "Ann"), Name(literal="others")))
    assert [found.message for found in unwritten(Library((goes_on,)), Tei())] == [
        "a: tei has no place for author (and others); it is not written"
    ]


def test_signs_that_xml_cannot_hold_are_left_out() -> None:
    titles = elements(Entry.of("book", title=HOSTILE)).iter("title")
    [title] = [found for found in titles if found.get("level")]
    assert title.text == CLEAN
