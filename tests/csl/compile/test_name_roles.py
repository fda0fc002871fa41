"""Whole ``names`` elements: counts, labels, and what stands in for names that are missing ("Names", "Substitute")."""

from __future__ import annotations

import pytest

from tests.csl.snippets import Around, cite, entries

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


STANDING_IN = (
    '<names variable="author" delimiter=" / "><name name-as-sort-order="all">'
    '<name-part name="family" font-weight="bold"/></name><substitute>{}</substitute></names>'
)
TWO_ROLES: dict[str, object] = {"editor": [DOE], "translator": [ROE]}
INHERITED: dict[str, tuple[str, str]] = {
    # what stands in for the author, printed
    "all of it": ('<names variable="editor translator"/>', "<b>Doe</b>, Jane / <b>Roe</b>, Richard"),
    "through a macro": ('<text macro="team"/>', "<b>Doe</b>, Jane / <b>Roe</b>, Richard"),
    "but for the delimiter": (
        '<names variable="editor translator" delimiter="; "/>',
        "<b>Doe</b>, Jane; <b>Roe</b>, Richard",
    ),
    "the delimiter and the looks of the parts": (
        '<names variable="editor translator"><name form="short"/></names>',
        "<b>Doe</b> / <b>Roe</b>",
    ),
    "the look of one part": (
        '<names variable="editor"><name><name-part name="given" font-style="italic"/></name></names>',
        "<i>Jane</i> <b>Doe</b>",
    ),
    "no look of a part that has one": (
        '<names variable="editor"><name><name-part name="family" font-style="italic"/></name></names>',
        "Jane <i>Doe</i>",
    ),
}


@pytest.mark.parametrize(("instead", "printed"), INHERITED.values(), ids=INHERITED)
def test_what_names_that_stand_in_inherit(instead: str, printed: str) -> None:
    around = Around(macros='<macro name="team"><names variable="editor translator"/></macro>')
    assert cite(STANDING_IN.format(instead), TWO_ROLES, around, to="html") == printed


def test_a_macro_inherits_nothing_where_it_stands_in_for_nothing() -> None:
    around = Around(macros='<macro name="team"><names variable="editor translator" delimiter=" &amp; "/></macro>')
    inside = STANDING_IN.format('<text macro="team"/>') + '<text macro="team" prefix="; "/>'
    made = cite(inside, {"author": [POE], **TWO_ROLES}, around, to="html")
    assert made == "<b>Poe</b>, Edgar; Jane Doe &#38; Richard Roe"


def test_a_macro_inherits_from_each_of_the_names_that_it_stands_in_for() -> None:
    around = Around(macros='<macro name="team"><names variable="editor"/></macro>')
    whole = '<names variable="author">{}<substitute><text macro="team"/></substitute></names>'
    inverted, short = whole.format('<name name-as-sort-order="all"/>'), whole.format('<name form="short"/>')
    inside = f'<choose><if type="book">{inverted}</if><else>{short}</else></choose>'
    items = [{"type": type, "editor": [DOE]} for type in ("book", "map")]
    assert entries(inside, items, around) == ["Doe, Jane", "Doe"]


CHOICE = (
    '<names variable="author"><substitute><choose><if type="book"><names variable="editor"/>'
    '<choose><if is-numeric="title"><text value="Untitled"/></if></choose><text variable="title"/>'
    '<text variable="publisher"/></if><else><text variable="publisher"/></else></choose><text value="Anonymous"/>'
    '</substitute></names><text variable="title" prefix=" | "/><text variable="publisher" prefix=" | "/>'
)
CHOSEN: dict[str, tuple[dict[str, object], str]] = {
    "the first of a branch": ({"editor": [DOE], "title": "T", "publisher": "P"}, "Jane Doe | T | P"),
    "the second": ({"title": "T", "publisher": "P"}, "T | P"),
    "a choice in the branch": ({"title": "42", "publisher": "P"}, "Untitled | 42 | P"),
    "the last": ({"publisher": "P"}, "P"),
    "one of another branch": ({"type": "map", "title": "T", "publisher": "P"}, "P | T"),
    "nothing of the branch, but what follows": ({"type": "map", "title": "T"}, "Anonymous | T"),
}


@pytest.mark.parametrize(("item", "printed"), CHOSEN.values(), ids=CHOSEN)
def test_the_elements_of_a_branch_stand_in_one_by_one(item: dict[str, object], printed: str) -> None:
    assert cite(CHOICE, item) == printed


FLORIDA: dict[str, object] = {"title": "The Florida Project", "title-short": "Florida"}
IN_SHORT = [
    ('<text variable="title" form="short" prefix=", "/>', ""),
    ('<text variable="title" prefix=", "/>', ""),
    ('<text variable="title-short" prefix=", "/>', ", Florida"),
]


@pytest.mark.parametrize(("again", "printed"), IN_SHORT)
def test_the_short_form_of_what_stood_in_is_not_printed_again(again: str, printed: str) -> None:
    inside = f'<names variable="author"><substitute><text variable="title"/></substitute></names>{again}'
    assert cite(inside, FLORIDA) == f"The Florida Project{printed}"
    long = ", The Florida Project" if "short" not in again else ", Florida"
    assert cite(inside, {"author": [DOE], **FLORIDA}) == f"Jane Doe{long}"


EDITION = (
    '<macro name="edition"><group delimiter=" "><number variable="edition" form="ordinal"/>'
    '<label variable="edition" form="short"/></group></macro>'
)


@pytest.mark.parametrize(
    ("item", "printed"),
    [
        ({"edition": "3", "publisher": "P"}, "3rd ed.; P"),
        ({"author": [DOE], "edition": "3", "publisher": "P"}, "Jane Doe; 3rd ed.; P"),
        ({"title": "T", "publisher": "P"}, "T; P"),
    ],
)
def test_a_label_speaks_of_the_number_that_stands_in(item: dict[str, object], printed: str) -> None:
    inside = (
        '<group delimiter="; "><names variable="author"><substitute><text macro="edition"/><text variable="title"/>'
        '</substitute></names><text macro="edition"/><text variable="publisher"/></group>'
    )
    assert cite(inside, item, Around(macros=EDITION)) == printed


def test_a_label_is_silent_of_a_number_that_stood_in_elsewhere() -> None:
    inside = (
        '<names variable="author"><substitute><text macro="edition"/></substitute></names>'
        '<label variable="edition" prefix=", "/>'
    )
    assert cite(inside, {"edition": "3"}, Around(macros=EDITION)) == "3rd ed."
    assert cite(inside, {"edition": "3", "author": [DOE]}, Around(macros=EDITION)) == "Jane Doe, edition"


NAMED = '<names variable="editor"><name initialize-with=". "/><label form="short" prefix=", "/></names>'


@pytest.mark.parametrize(
    ("inside", "printed"),
    [
        ('<text macro="who" suffix=";"/>', "J. E. Doe Jr., ed.;"),
        ('<text macro="who" strip-periods="true" suffix="."/>', "J E Doe Jr, ed."),
        ('<group suffix="!"><text macro="who" strip-periods="true"/></group>', "J E Doe Jr, ed!"),
    ],
)
def test_a_call_strips_the_periods_of_names(inside: str, printed: str) -> None:
    around = Around(macros=f'<macro name="who">{NAMED}</macro>')
    person = {"family": "Doe", "given": "Jane E.", "suffix": "Jr."}
    assert cite(inside, {"editor": [person]}, around) == printed
