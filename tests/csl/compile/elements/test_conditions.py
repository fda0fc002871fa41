"""The conditions of ``choose``, each with what meets it and what does not, under all, any and none ("Choose")."""

from __future__ import annotations

import pytest

from tests.csl.snippets import Around, Item, citations, cite, entry

DOE = [{"family": "Doe", "given": "Jane"}]


def taken(attributes: str, item: Item, *, at: Item | None = None, to_bibliography: bool = False) -> bool:
    """Whether a branch with these conditions is taken."""
    inside = f'<choose><if {attributes}><text value="yes"/></if><else><text value="no"/></else></choose>'
    if to_bibliography:
        return {"yes": True, "no": False}[entry(inside, item)]
    return {"yes": True, "no": False}[cite(inside, item, at=at)]


BOOK: Item = {"type": "book", "title": "T", "volume": "2", "issue": "spring", "author": DOE}

ONE = {
    # attributes with one value, whether they hold for BOOK
    "its type": ('type="book"', True),
    "another type": ('type="chapter"', False),
    "a type nobody knows": ('type="scroll"', False),
    "text it has": ('variable="title"', True),
    "text it has not": ('variable="DOI"', False),
    "names it has": ('variable="author"', True),
    "names it has not": ('variable="editor"', False),
    "a date it has not": ('variable="issued"', False),
    "a number": ('is-numeric="volume"', True),
    "a number in words": ('is-numeric="issue"', False),
    "no number": ('is-numeric="edition"', False),
    "no locator": ('variable="locator"', False),
    "no kind of locator": ('locator="page"', False),
    "no uncertain date": ('is-uncertain-date="issued"', False),
    "the first cite": ('position="first"', True),
    "no later cite": ('position="subsequent"', False),
    "nothing to tell apart": ('disambiguate="true"', False),
}


@pytest.mark.parametrize(("attributes", "holds"), ONE.values(), ids=ONE)
def test_one_condition(attributes: str, holds: bool) -> None:
    assert taken(attributes, BOOK) is holds
    assert taken(f'{attributes} match="all"', BOOK) is holds
    assert taken(f'{attributes} match="any"', BOOK) is holds
    assert taken(f'{attributes} match="none"', BOOK) is not holds


EMPTY_NAMES: dict[str, object] = {"no names": [], "a name of no parts": [{}], "an empty name": [{"family": ""}]}


@pytest.mark.parametrize("author", EMPTY_NAMES.values(), ids=EMPTY_NAMES)
def test_names_that_are_empty_are_none(author: object) -> None:
    assert not taken('variable="author"', {"author": author})
    assert taken('variable="title"', {"title": "T", "author": author})


MATCHES = {
    # attributes, then whether all, any and none of them hold for BOOK
    "both variables": ('variable="title author"', (True, True, False)),
    "one of the variables": ('variable="title DOI"', (False, True, False)),
    "neither variable": ('variable="editor DOI"', (False, False, True)),
    "one of the numbers": ('is-numeric="volume issue"', (False, True, False)),
    "two tests that hold": ('type="book" variable="title"', (True, True, False)),
    "one of two tests": ('type="book" variable="DOI"', (False, True, False)),
    "neither test": ('type="chapter" variable="DOI"', (False, False, True)),
    "three tests": ('type="book" variable="title" is-numeric="volume"', (True, True, False)),
    "one of three tests": ('type="chapter" variable="DOI" is-numeric="volume"', (False, True, False)),
    "a test and some of the values of another": ('type="book" variable="title DOI"', (False, True, False)),
    "a test of the cite and one of the item": ('position="first" variable="DOI"', (False, True, False)),
}


@pytest.mark.parametrize(("attributes", "all_any_none"), MATCHES.values(), ids=MATCHES)
def test_all_any_and_none(attributes: str, all_any_none: tuple[bool, bool, bool]) -> None:
    found = tuple(taken(f'{attributes} match="{match}"', BOOK) for match in ("all", "any", "none"))
    assert found == all_any_none
    assert taken(attributes, BOOK) is all_any_none[0]


@pytest.mark.parametrize(
    "type", ["article-journal", "motion_picture", "webpage", "legal_case", "personal_communication"]
)
def test_types(type: str) -> None:
    assert taken(f'type="book {type}" match="any"', {"type": type})
    assert taken(f'type="{type}"', {"type": type})
    assert not taken('type="book chapter" match="any"', {"type": type})
    assert taken('type="book chapter" match="none"', {"type": type})


NUMERIC = [
    # Content is numeric if it solely consists of numbers, with affixes, a comma, hyphen or ampersand among them.
    ("2", True),
    (2, True),
    ("2nd", True),
    ("D2", True),
    ("2b", True),
    ("L2d", True),
    ("2, 3", True),
    ("2-4", True),
    ("2 & 4", True),
    ("2-4, 7", True),
    ("second", False),
    ("2nd edition", False),
    ("vol. 2 of the series", False),
    ("", False),
]


@pytest.mark.parametrize(("value", "numeric"), NUMERIC)
def test_what_is_numeric(value: object, numeric: bool) -> None:
    assert taken('is-numeric="volume"', {"volume": value}) is numeric


def test_a_locator_can_be_numeric() -> None:
    assert taken('is-numeric="locator"', {}, at={"locator": "3-5"})
    assert not taken('is-numeric="locator"', {}, at={"locator": "foreword"})
    assert not taken('is-numeric="locator"', {})


UNCERTAIN: list[tuple[object, bool]] = [
    ({"date-parts": [[2003]], "circa": True}, True),
    ({"date-parts": [[2003]]}, False),
    ({"edtf": "2003~"}, True),
    ({"literal": "n.d."}, False),
    (None, False),
]


@pytest.mark.parametrize(("issued", "uncertain"), UNCERTAIN)
def test_what_is_an_uncertain_date(issued: object, uncertain: bool) -> None:
    assert taken('is-uncertain-date="issued"', {"issued": issued}) is uncertain
    assert not taken('is-uncertain-date="accessed"', {"issued": issued})


@pytest.mark.parametrize("value", ["", None])
def test_an_empty_value_is_no_value(value: object) -> None:
    assert not taken('variable="title"', {"title": value})
    assert not taken('variable="author"', {"author": value})
    assert not taken('variable="issued"', {"issued": value})


LOCATORS = [
    ({"locator": "3", "label": "page"}, "page", True),
    ({"locator": "3"}, "page", True),
    ({"locator": "3", "label": "chapter"}, "page", False),
    ({"locator": "3", "label": "chapter"}, "chapter", True),
    ({"locator": "Film", "label": "sub verbo"}, "sub-verbo", True),
    ({"locator": "Film", "label": "sub-verbo"}, "sub-verbo", True),
    ({"label": "page"}, "page", False),
    ({}, "page", False),
]


@pytest.mark.parametrize(("at", "kind", "holds"), LOCATORS)
def test_the_kind_of_a_locator(at: Item, kind: str, holds: bool) -> None:
    assert taken(f'locator="{kind}"', {}, at=at) is holds
    assert taken('variable="locator"', {}, at=at) is ("locator" in at)


def test_one_of_several_kinds_of_locator() -> None:
    for kind in ("page", "chapter"):
        assert taken('locator="page chapter" match="any"', {}, at={"locator": "3", "label": kind})
        assert taken('locator="note verse" match="none"', {}, at={"locator": "3", "label": kind})


POSITIONS = {
    # a document of citations, each of cites (item, locator); the positions that the last cite has
    "first": ([[("1", "")]], {"first"}),
    "another item": ([[("1", "")], [("2", "")]], {"first"}),
    "ibid": ([[("1", "")], [("1", "")]], {"subsequent", "ibid", "near-note"}),
    "ibid within a citation": ([[("1", ""), ("1", "")]], {"subsequent", "ibid", "near-note"}),
    "a locator where there was none": (
        [[("1", "")], [("1", "3")]],
        {"subsequent", "ibid", "ibid-with-locator", "near-note"},
    ),
    "the same locator": ([[("1", "3")], [("1", "3")]], {"subsequent", "ibid", "near-note"}),
    "another locator": ([[("1", "3")], [("1", "4")]], {"subsequent", "ibid", "ibid-with-locator", "near-note"}),
    "the locator gone": ([[("1", "3")], [("1", "")]], {"subsequent", "near-note"}),
    "after another item": ([[("1", "")], [("2", "")], [("1", "")]], {"subsequent", "near-note"}),
    "after two items at once": ([[("1", ""), ("2", "")], [("2", "")]], {"subsequent", "near-note"}),
    "after another in the citation": ([[("1", "")], [("2", ""), ("1", "")]], {"subsequent", "near-note"}),
    "far away": ([[("1", "")], *([[("2", "")]] * 5), [("1", "")]], {"subsequent"}),
    "just near": ([[("1", "")], *([[("2", "")]] * 4), [("1", "")]], {"subsequent", "near-note"}),
}
ALL_POSITIONS = ("first", "subsequent", "ibid", "ibid-with-locator", "near-note")


@pytest.mark.parametrize(("document", "expected"), POSITIONS.values(), ids=POSITIONS)
def test_positions(document: list[list[tuple[str, str]]], expected: set[str]) -> None:
    inside = "".join(
        f'<choose><if position="{position}"><text value="+{position}"/></if></choose>' for position in ALL_POSITIONS
    )
    clusters = [[{"id": id, "locator": locator, "label": "page"} for id, locator in cites] for cites in document]
    around = Around(kind="note", layout='delimiter=";"')
    *_, last = citations(f'{inside}<text value="+"/>', [{}, {}], clusters, around)
    assert set(last.split(";")[-1].strip("+").split("+")) == expected


@pytest.mark.parametrize(("distance", "near"), [("1", False), ("2", False), ("3", True), ("9", True)])
def test_how_near_a_note_is(distance: str, near: bool) -> None:
    inside = '<choose><if position="near-note"><text value="near"/></if><else><text value="far"/></else></choose>'
    clusters = [[{"id": "1"}], [{"id": "2"}], [{"id": "2"}], [{"id": "1"}]]
    around = Around(kind="note", citation=f'near-note-distance="{distance}"')
    assert citations(inside, [{}, {}], clusters, around)[-1] == ("near" if near else "far")


def test_one_of_several_positions() -> None:
    inside = (
        '<choose><if position="ibid-with-locator ibid" match="any"><text value="ibid"/></if>'
        '<else><text value="x"/></else></choose>'
    )
    assert citations(inside, [{}, {}], [[{"id": "1"}], [{"id": "1"}], [{"id": "2"}]]) == ["x", "ibid", "x"]


@pytest.mark.parametrize("position", ALL_POSITIONS)
def test_a_bibliography_has_no_positions(position: str) -> None:
    assert not taken(f'position="{position}"', {}, to_bibliography=True)
    assert taken(f'position="{position}" match="none"', {}, to_bibliography=True)


def test_a_bibliography_has_no_locator() -> None:
    assert not taken('locator="page"', {}, to_bibliography=True)
    assert not taken('variable="locator"', {}, to_bibliography=True)


def test_what_is_printed_to_tell_items_apart() -> None:
    inside = (
        '<group delimiter=" "><names variable="author"><name form="short"/></names>'
        '<choose><if disambiguate="true"><text variable="title"/></if></choose></group>'
    )
    items = [
        {"author": DOE, "title": "One"},
        {"author": DOE, "title": "Two"},
        {"author": [{"family": "Roe"}], "title": "Three"},
    ]
    clusters = [[{"id": id}] for id in ("1", "2", "3")]
    assert citations(inside, items, clusters) == ["Doe One", "Doe Two", "Roe"]
    assert citations(inside, items[1:], clusters[:2]) == ["Doe", "Roe"]


def test_the_first_branch_that_holds_is_taken() -> None:
    inside = (
        '<choose><if type="map"><text value="1"/></if><else-if variable="title"><text value="2"/></else-if>'
        '<else-if variable="author"><text value="3"/></else-if><else><text value="4"/></else></choose>'
    )
    made = [cite(inside, item) for item in ({"type": "map"}, BOOK, {"author": DOE}, {"publisher": "P"})]
    assert made == ["1", "2", "3", "4"]


def test_no_branch_prints_nothing() -> None:
    assert cite('<choose><if type="map"><text value="1"/></if></choose>', BOOK) == ""
    assert cite('<text value="a"/><choose><if type="book"/><else><text value="b"/></else></choose>', BOOK) == "a"


def test_branches_in_branches() -> None:
    inside = (
        '<choose><if type="book"><choose><if variable="volume"><text value="volume"/></if><else><text value="one"/>'
        '</else></choose></if><else><choose><if variable="volume" match="none"><text value="whole"/></if></choose>'
        "</else></choose>"
    )
    made = [cite(inside, item) for item in (BOOK, {"type": "book"}, {"type": "map"}, {"type": "map", "volume": "1"})]
    assert made == ["volume", "one", "whole", ""]


def test_the_delimiter_around_a_choice_stands_among_what_it_prints() -> None:
    inside = (
        '<group delimiter=", "><text value="a"/>'
        '<choose><if type="book"><text value="b"/><text value="c"/></if></choose>'
        '<choose><if type="map"><text value="x"/></if></choose><text value="d"/></group>'
    )
    assert cite(inside, BOOK) == "a, b, c, d"
