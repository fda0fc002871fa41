"""A document whose citations change: what each change reports, and that the texts are those of one made afresh."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.csl import Document, Processor, Style
from anora_bib.errors import InputError, UnknownNameError

ITEMS: list[dict[str, Any]] = [
    {
        "id": id,
        "type": "book",
        "title": title,
        "author": [{"family": family, "given": given} for family, given in authors],
        "issued": {"date-parts": [[year]]},
    }
    for id, title, authors, year in (
        ("alpha", "Alpha", [("Poe", "Ann")], 2000),
        ("beta", "Beta", [("Poe", "Ann")], 2000),
        ("gamma", "Gamma", [("Poe", "Ann")], 2000),
        ("delta", "Delta", [("Poe", "Bea")], 2000),
        ("epsilon", "Epsilon", [("Roe", "Cy"), ("Doe", "Di"), ("Low", "Eli"), ("Fay", "Flo")], 1999),
        ("zeta", "Zeta", [("Roe", "Cy"), ("Doe", "Di"), ("Kay", "Gus"), ("Fay", "Flo")], 1999),
        ("eta", "Eta", [("Roe", "Cy")], 1998),
        ("theta", "Theta", [], 1997),
    )
]
# Names that only entries show, and one family of several people with the same initials.
ITEMS += [
    ITEMS[4] | {"id": id, "title": title, "author": [{"family": "Poe", "given": given}], "editor": editor}
    for id, title, given, editor in (
        ("iota", "Iota", "Abe", [{"family": "Roe", "given": "Cy"}, {"family": "Poe", "given": "Ann"}]),
        ("kappa", "Kappa", "A.", [{"family": "Doe", "given": "Di"}, {"family": "Roe", "given": "Che"}]),
    )
]
IDS = [item["id"] for item in ITEMS]

NOTES = """<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><info><title>N</title></info>
<macro name="who"><names variable="author"><name form="short" and="text"/></names></macro>
<citation et-al-min="3" et-al-use-first="1" disambiguate-add-names="true" disambiguate-add-givenname="true">
<layout delimiter="; " suffix="."><choose><if position="ibid-with-locator"><text value="Ibid., "/>
<text variable="locator"/></if><else-if position="ibid"><text value="Ibid"/></else-if><else-if position="near-note">
<text macro="who"/><text value=", near"/></else-if><else-if position="subsequent"><text macro="who"/>
<text variable="first-reference-note-number" prefix=" (n. " suffix=")"/></else-if><else><text macro="who"/>
<text variable="title" prefix=", "/></else></choose></layout></citation>
<bibliography subsequent-author-substitute="---"><sort><key macro="who"/><key variable="title"/></sort><layout>
<text macro="who" suffix=", "/><text variable="title"/></layout></bibliography></style>"""

RULES = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>R</title></info>
<macro name="names"><names variable="author editor"><name form="long" initialize-with="."/></names></macro>
<citation et-al-min="3" et-al-use-first="1" disambiguate-add-givenname="true" givenname-disambiguation-rule="{rule}">
<layout delimiter="; "><names variable="author"><name form="short" initialize-with="."/></names>
<date variable="issued" prefix=" "><date-part name="year"/></date></layout></citation>
<bibliography><sort><key macro="names"/><key variable="title"/></sort><layout><text macro="names" suffix=", "/>
<text variable="title"/></layout></bibliography></style>"""

STYLES = {name: Style.load(name) for name in ("apa", "ieee", "mla")} | {
    "chicago": Style.load("chicago-notes"),
    "own": Style.load(NOTES),
}
for rule in ("all-names", "all-names-with-initials", "primary-name", "primary-name-with-initials", "by-cite"):
    STYLES[rule] = Style.load(RULES.format(rule=rule))


def letters() -> Document:
    return Document(STYLES["apa"], ITEMS, to="text")


def test_a_change_tells_the_texts_that_changed_and_no_others() -> None:
    document = letters()
    first = document.insert("1", {"id": "beta", "locator": "12"})
    assert first.citations == {"1": "(Poe, 2000, p. 12)"}
    assert first.entries == {"beta": "Poe, A. (2000). Beta."}
    assert first.order == ("beta",)
    document.insert("2", "eta")
    third = document.insert("3", "alpha", before="1")
    assert third.citations == {"3": "(Poe, 2000a)", "1": "(Poe, 2000b, p. 12)"}
    assert third.entries == {"alpha": "Poe, A. (2000a). Alpha.", "beta": "Poe, A. (2000b). Beta."}
    assert third.order == ("alpha", "beta", "eta")
    gone = document.delete("3")
    assert gone.citations == {"1": "(Poe, 2000, p. 12)"}
    assert (gone.removed, gone.order) == (("alpha",), None)
    assert list(document.citations) == ["1", "2"]


def test_a_moved_citation_numbers_anew() -> None:
    document = Document(STYLES["ieee"], ITEMS, to="text")
    for id in ("alpha", "eta", "zeta"):
        document.insert(id, id)
    change = document.move("zeta", before="alpha")
    assert change.citations == {"zeta": "[1]", "alpha": "[2]", "eta": "[3]"}
    assert change.order == ("zeta", "alpha", "eta")
    assert document.move("zeta", before="zeta").citations == {}


def test_items_are_updated() -> None:
    document = letters()
    document.insert("1", "eta")
    document.insert("2", "alpha")
    change = document.update([{**ITEMS[6], "title": "Eta, Revised"}])
    assert change.citations == {}
    assert change.entries == {"eta": "Roe, C. (1998). Eta, Revised."}


def test_a_preview_changes_nothing() -> None:
    document = letters()
    document.insert("1", "beta")
    before = document.citations, document.bibliography()
    assert document.preview("alpha", before="1") == "(Poe, 2000a)"
    assert document.preview({"id": "alpha", "locator": "3"}, instead_of="1") == "(Poe, 2000, p. 3)"
    assert (document.citations, document.bibliography()) == before
    assert document.insert("2", "eta").citations == {"2": "(Roe, 1998)"}


def test_uncited_items_are_told_apart_from_the_cited() -> None:
    document = letters()
    document.insert("1", "beta")
    assert document.nocite(["alpha"]).citations == {"1": "(Poe, 2000b)"}
    assert [entry.id for entry in document.bibliography()] == ["alpha", "beta"]
    document.nocite("*")
    assert len(document.bibliography()) == len(ITEMS)
    assert document.nocite(()).removed


def test_what_is_refused_changes_nothing() -> None:
    document = letters()
    document.insert("1", "beta")
    before = document.citations
    refused: tuple[Callable[[], object], ...] = (
        lambda: document.insert("1", "alpha"),
        lambda: document.load([{"citationItems": [{"id": "alpha"}]}]),
    )
    for change in refused:
        with pytest.raises(InputError):
            change()
    unknown: tuple[Callable[[], object], ...] = (
        lambda: document.insert("2", "omega"),
        lambda: document.insert("2", "alpha", before="9"),
        lambda: document.insert("2", "alpha", mode="loud"),
        lambda: document.change("9", "alpha"),
        lambda: document.delete("9"),
        lambda: document.move("1", before="9"),
        lambda: document.nocite(["omega"]),
    )
    for change in unknown:
        with pytest.raises(UnknownNameError):
            change()
    assert document.citations == before


# -- the law: any series of changes ends in the document that is made afresh

CITES = st.lists(
    st.fixed_dictionaries(
        {"id": st.sampled_from(IDS)},
        optional={
            "locator": st.sampled_from(["3", "4-5"]),
            "prefix": st.just("see"),
            "suffix": st.just("passim"),
            "suppress-author": st.booleans(),
        },
    ),
    min_size=1,
    max_size=3,
)
OPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "note": st.integers(0, 9),
        "mode": st.sampled_from(["composite", "author-only", "suppress-author"]),
        "infix": st.just("says"),
        "prefix": st.just("cf."),
    },
)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["insert", "insert", "change", "move", "delete", "update", "nocite", "preview"]),
        st.integers(0, 9),
        st.integers(0, 9),
        CITES,
        OPTIONS,
    ),
    min_size=2,
    max_size=12,
)


def step(document: Document, made: list[dict[str, Any]], items: dict[str, dict[str, Any]], drawn: Any) -> object:
    """One change of the document, and of the list of clusters that says the same."""
    kind, number, other, cites, options = drawn
    ids = [cluster["citationID"] for cluster in made]
    note = options.get("note")
    rest = {key: value for key, value in options.items() if key != "note"}
    cluster = {"citationItems": cites, "properties": {"noteIndex": note, **rest}}
    if kind == "insert" or not made:
        id = f"c{max([int(id[1:]) for id in ids], default=0) + 1}"
        at = other % (len(ids) + 1)
        made.insert(at, {**cluster, "citationID": id})
        return document.insert(id, cites, before=ids[at] if at < len(ids) else None, **options)
    at, id = number % len(ids), ids[number % len(ids)]
    if kind == "change":
        made[at] = {**cluster, "citationID": id}
        return document.change(id, cites, **options)
    if kind == "delete":
        del made[at]
        return document.delete(id)
    if kind == "move":
        moved = made.pop(at)
        made.insert(other % (len(made) + 1), moved)
        after = [one["citationID"] for one in made]
        place = after.index(id) + 1
        return document.move(id, before=after[place] if place < len(after) else None)
    if kind == "update":
        old = items[IDS[number % len(IDS)]]
        items[old["id"]] = {**old, "title": f"{old['title']}*", "author": ITEMS[other % len(IDS)]["author"]}
        return document.update([items[old["id"]]])
    if kind == "nocite":
        items["*uncited"] = {"ids": IDS[number % 4 : other % 8]}
        return document.nocite(items["*uncited"]["ids"])
    return document.preview(cites, before=id, **options)


@settings(max_examples=60)
@given(st.sampled_from(sorted(STYLES)), STEPS)
def test_changes_end_in_the_document_that_is_made_afresh(name: str, steps: list[Any]) -> None:
    document = Document(STYLES[name], ITEMS)
    made: list[dict[str, Any]] = []
    items: dict[str, dict[str, Any]] = {item["id"]: item for item in ITEMS}
    texts: Mapping[str, str] = {}
    entries: dict[str, str] = {}
    for drawn in steps:
        change = step(document, made, items, drawn)
        if drawn[0] != "preview" or not isinstance(change, str):
            told = {**texts, **change.citations}  # type: ignore[attr-defined]
            texts = {id: told[id] for id in document.citations}
            entries = {id: text for id, text in entries.items() if id not in change.removed}  # type: ignore[attr-defined]
            entries |= change.entries  # type: ignore[attr-defined]
            if change.order is not None:  # type: ignore[attr-defined]
                entries = {id: entries[id] for id in change.order}  # type: ignore[attr-defined]
    uncited = items.pop("*uncited", {"ids": []})["ids"]
    clusters = [
        {
            **cluster,
            "properties": {
                **cluster["properties"],
                "noteIndex": place if (note := cluster["properties"]["noteIndex"]) is None else note,
            },
        }
        for place, cluster in enumerate(made, 1)
    ]
    afresh = Processor(STYLES[name], items.values(), nocite=uncited)
    assert list(document.citations.values()) == afresh.citations(clusters)
    # Without any citation a processor's items are a list.
    expected = [(entry.id, entry.text) for entry in afresh.bibliography()] if made else None
    assert [(entry.id, entry.text) for entry in document.bibliography()] == (expected or list(entries.items()))
    assert dict(document.citations) == dict(texts)
    assert {entry.id: entry.text for entry in document.bibliography()} == entries
    assert [entry.id for entry in document.bibliography()] == list(entries)
