"""Whole ``names`` elements: counts, labels, and what stands in for names that are missing ("Names", "Substitute")."""

from __future__ import annotations

import pytest
from csl_snippets import Around, cite

DOE = {"family": "Doe", "given": "Jane"}
ROE = {"family": "Roe", "given": "Richard"}
POE = {"family": "Poe", "given": "Edgar"}
LEE = {"family": "Lee", "given": "Ann"}
FOUR = [DOE, ROE, POE, LEE]
FIRST_OF_TWO = 'et-al-min="2" et-al-use-first="1"'
TWO_OF_THREE = 'et-al-min="3" et-al-use-first="2"'
COUNTS = [
    ("author", "", "4"),
    ("author", FIRST_OF_TWO, "1"),
    ("author", TWO_OF_THREE, "2"),
    ("author editor", "", "6"),
    ("author editor", FIRST_OF_TWO, "2"),
    ("translator", "", ""),
]


@pytest.mark.parametrize(("variables", "attributes", "printed"), COUNTS)
def test_the_count_of_names(variables: str, attributes: str, printed: str) -> None:
    inside = f'<names variable="{variables}"><name form="count" {attributes}/></names>'
    assert cite(inside, {"author": FOUR, "editor": [DOE, ROE]}) == printed


BOTH = '<names variable="editor translator" delimiter="; "><name form="short"/><label prefix=" (" suffix=")"/></names>'
LABELS: dict[str, tuple[str, dict[str, object], str]] = {
    "after": (
        '<names variable="editor"><name/><label form="short" prefix=", "/></names>',
        {"editor": [DOE]},
        "Jane Doe, ed.",
    ),
    "plural": (
        '<names variable="editor"><name/><label form="short" prefix=", "/></names>',
        {"editor": [DOE, ROE]},
        "Jane Doe, Richard Roe, eds.",
    ),
    "plural of those not shown": (
        f'<names variable="editor"><name {FIRST_OF_TWO}/><label prefix=" (" suffix=")"/></names>',
        {"editor": [DOE, ROE]},
        "Jane Doe et al. (editors)",
    ),
    "before": (
        '<names variable="editor"><label form="verb" suffix=" "/><name/></names>',
        {"editor": [DOE]},
        "edited by Jane Doe",
    ),
    "verb-short": (
        '<names variable="translator"><label form="verb-short" suffix=" "/><name/></names>',
        {"translator": [DOE]},
        "trans. by Jane Doe",
    ),
    "never plural": (
        '<names variable="editor"><name/><label plural="never" prefix=", "/></names>',
        {"editor": [DOE, ROE]},
        "Jane Doe, Richard Roe, editor",
    ),
    "always plural": (
        '<names variable="editor"><name/><label plural="always" prefix=", "/></names>',
        {"editor": [DOE]},
        "Jane Doe, editors",
    ),
    "without periods": (
        '<names variable="editor"><name/><label form="short" strip-periods="true" prefix=" "/></names>',
        {"editor": [DOE]},
        "Jane Doe ed",
    ),
    "in another case": (
        '<names variable="editor"><label form="verb" text-case="capitalize-first" suffix=" "/><name/></names>',
        {"editor": [DOE]},
        "Edited by Jane Doe",
    ),
    "each variable its own": (
        '<names variable="editor translator" delimiter="; "><name/><label prefix=" (" suffix=")"/></names>',
        {"editor": [DOE, ROE], "translator": [POE]},
        "Jane Doe, Richard Roe (editors); Edgar Poe (translator)",
    ),
    "one of two variables": (
        '<names variable="editor translator" delimiter="; "><name/><label prefix=" (" suffix=")"/></names>',
        {"translator": [POE]},
        "Edgar Poe (translator)",
    ),
    "one person in both": (
        BOTH,
        {"editor": [DOE], "translator": [DOE]},
        "Doe (editor & translator)",
    ),
    "two persons in both": (
        BOTH,
        {"editor": [DOE, ROE], "translator": [DOE, ROE]},
        "Doe, Roe (editors & translators)",
    ),
}


@pytest.mark.parametrize(("inside", "item", "printed"), LABELS.values(), ids=LABELS)
def test_labels(inside: str, item: dict[str, object], printed: str) -> None:
    assert cite(inside, item) == printed


SUBSTITUTE = (
    '<names variable="author"><name name-as-sort-order="all"/><label prefix=", "/><substitute>'
    '<names variable="editor"/><text macro="title"/></substitute></names>'
)
TITLE = '<macro name="title"><text variable="title" font-style="italic"/></macro>'
SUBSTITUTES: dict[str, tuple[dict[str, object], str]] = {
    "not needed": ({"author": [DOE], "editor": [ROE], "title": "T"}, "Doe, Jane, author"),
    "other names, set alike": ({"editor": [ROE], "title": "T"}, "Roe, Richard, editor"),
    "something else": ({"title": "T"}, "<i>T</i>"),
    "nothing": ({}, ""),
}


@pytest.mark.parametrize(("item", "printed"), SUBSTITUTES.values(), ids=SUBSTITUTES)
def test_what_stands_in_for_names(item: dict[str, object], printed: str) -> None:
    author = '<term name="author"><single>author</single><multiple>authors</multiple></term>'
    around = Around(macros=TITLE, locales=f"<locale><terms>{author}</terms></locale>")
    assert cite(SUBSTITUTE, item, around, to="html") == printed


AFTERWARDS: dict[str, tuple[str, dict[str, object], str]] = {
    "a title": ('<text variable="title"/>', {"title": "T", "publisher": "P"}, "T. P"),
    "names": ('<names variable="editor"/>', {"editor": [DOE], "publisher": "P"}, "Jane Doe. P"),
    "names are not touched where there is an author": (
        '<names variable="editor"/>',
        {"author": [ROE], "editor": [DOE], "publisher": "P"},
        "Richard Roe. Jane Doe. P",
    ),
    "a group of what was printed": (
        '<group prefix="In: "><names variable="editor"/></group>',
        {"editor": [DOE], "publisher": "P"},
        "Jane Doe. P",
    ),
    "a date": (
        '<date variable="issued"><date-part name="year"/></date>',
        {"issued": {"date-parts": [[2001]]}, "publisher": "P"},
        "2001. P",
    ),
}


@pytest.mark.parametrize(("again", "item", "printed"), AFTERWARDS.values(), ids=AFTERWARDS)
def test_what_stood_in_is_not_printed_again(again: str, item: dict[str, object], printed: str) -> None:
    inside = (
        '<group delimiter=". "><names variable="author"><substitute><names variable="editor"/><text variable="title"/>'
        f'<date variable="issued"><date-part name="year"/></date></substitute></names>{again}'
        '<text variable="publisher"/></group>'
    )
    assert cite(inside, item) == printed


def test_what_was_printed_before_it_stood_in_stays() -> None:
    inside = (
        '<group delimiter=". "><text variable="title"/><names variable="author"><substitute><text variable="title"/>'
        "</substitute></names></group>"
    )
    assert cite(inside, {"title": "T"}) == "T. T"
