"""Groups that suppress themselves, and delimiters ("Group", "Delimiter")."""

from __future__ import annotations

import pytest

from tests.csl.snippets import Around, Item, cite, entry

MACROS = (
    '<macro name="title"><text variable="title"/></macro>'
    '<macro name="word"><text term="in"/></macro>'
    '<macro name="value"><text value="v"/></macro>'
    '<macro name="both"><text term="in" suffix=" "/><text variable="title"/></macro>'
    '<macro name="deep"><text macro="both"/></macro>'
    '<macro name="choice"><choose><if type="book"><text variable="title"/></if>'
    '<else><text term="in"/></else></choose></macro>'
    '<macro name="year"><date variable="issued"><date-part name="year"/></date></macro>'
    '<macro name="who"><names variable="author"><name form="short"/></names></macro>'
)
ALL: Item = {
    "title": "T",
    "author": [{"family": "Doe"}],
    "issued": {"date-parts": [[2001]]},
    "volume": "2",
    "URL": "https://e.org",
}
NONE: Item = {"type": "map"}
IN = '<text term="in"/>'

# what a group holds: its output for an item with all variables, and for one with none
GROUPS = {
    # terms and values only: nothing that could be empty is called
    "a term": (IN, "in", "in"),
    "a value": ('<text value="v"/>', "v", "v"),
    "terms only": (IN + '<text value="v"/>', "in|v", "in|v"),
    "a macro of a term": ('<text macro="word"/>', "in", "in"),
    "macros of terms and values": ('<text macro="word"/><text macro="value"/>', "in|v", "in|v"),
    "a group of terms": (f"<group>{IN}</group>", "in", "in"),
    # a variable, alone and beside terms
    "a variable": ('<text variable="title"/>', "T", ""),
    "a term and a variable": (IN + '<text variable="title"/>', "in|T", ""),
    "a variable and a term": ('<text variable="title"/>' + IN, "T|in", ""),
    "a value and a variable": ('<text value="v"/><text variable="title"/>', "v|T", ""),
    "a term and a number": (IN + '<number variable="volume"/>', "in|2", ""),
    "a term and a date": (IN + '<date variable="issued"><date-part name="year"/></date>', "in|2001", ""),
    "a term and names": (IN + '<names variable="author"><name form="short"/></names>', "in|Doe", ""),
    "a label and its variable": ('<label variable="volume"/><number variable="volume"/>', "volume|2", ""),
    "a label of one, and another": ('<label variable="volume"/><text variable="title"/>', "volume|T", ""),
    # through macros
    "a term and a macro of a variable": (IN + '<text macro="title"/>', "in|T", ""),
    "a macro of both": ('<text macro="both"/>', "in T", ""),
    "a macro of a macro of both": ('<text macro="deep"/>', "in T", ""),
    "a value and a macro of both": ('<text value="v"/><text macro="deep"/>', "v|in T", ""),
    "a value and a macro of a date": ('<text value="v"/><text macro="year"/>', "v|2001", ""),
    "a value and a macro of names": ('<text value="v"/><text macro="who"/>', "v|Doe", ""),
    # through choices
    "a choice of a variable": (IN + '<choose><if type="book"><text variable="title"/></if></choose>', "in|T", "in"),
    "a choice of empty variables": (
        IN + '<choose><if type="book"><text variable="title"/></if><else><text variable="DOI"/></else></choose>',
        "in|T",
        "",
    ),
    "a choice whose test is of a variable": (
        '<choose><if variable="title"><text value="has"/></if><else><text value="has not"/></else></choose>',
        "has",
        "has not",
    ),
    # groups in groups
    "a term and a group of a variable": (IN + '<group><text variable="title"/></group>', "in|T", ""),
    "a group of both in a group": (
        '<text value="v"/><group prefix="(" suffix=")"><text term="in"/><text variable="title"/></group>',
        "v|(inT)",
        "",
    ),
    "a group that is empty beside a variable that is not": (
        '<text variable="title"/><group prefix="("><text value="v"/><text variable="DOI"/></group>',
        "T",
        "",
    ),
    "two groups of variables": (
        '<group><text value="a"/><text variable="title"/></group>'
        '<group><text value="b"/><text variable="DOI"/></group>',
        "aT",
        "",
    ),
    "three groups deep": (
        f'{IN}<group>{IN}<group>{IN}<text variable="title"/></group></group>',
        "in|ininT",
        "",
    ),
}


@pytest.mark.parametrize("area", [cite, entry])
@pytest.mark.parametrize(("inside", "with_all", "with_none"), GROUPS.values(), ids=GROUPS)
def test_a_group_is_suppressed_if_all_it_calls_is_empty(
    area: object, inside: str, with_all: str, with_none: str
) -> None:
    # What comes before the group keeps a term from standing at the beginning, where a bibliography capitalizes it.
    xml = f'<text value=":"/><group delimiter="|" prefix="&lt;" suffix="&gt;">{inside}</group>'
    around = Around(macros=MACROS)
    assert callable(area)
    for item, printed in ((ALL, with_all), (NONE, with_none)):
        assert area(xml, item, around) == (f":<{printed}>" if printed else ":")


def test_the_example_of_the_specification() -> None:
    around = Around(
        locales='<locale><terms><term name="retrieved">retrieved</term><term name="from">from</term></terms></locale>'
    )
    inside = '<group delimiter=" "><text term="retrieved"/><text term="from"/><text variable="URL"/></group>'
    item: Item = {"URL": "https://doi.org/10.1128/AEM.02591-07"}
    assert cite(inside, item, around) == "retrieved from https://doi.org/10.1128/AEM.02591-07"
    assert cite(inside, {}, around) == ""


def test_a_delimiter_stands_among_the_pieces_that_have_output() -> None:
    inside = (
        '<group delimiter=", "><text variable="title"/><text variable="DOI"/><number variable="volume"/>'
        '<text value=""/><names variable="editor"/><text variable="URL"/></group>'
    )
    assert cite(inside, ALL) == "T, 2, https://e.org"
    assert cite(inside, {"title": "T"}) == "T"


def test_a_delimiter_does_not_reach_into_a_group() -> None:
    inside = (
        '<group delimiter=": "><text value="retrieved"/><group><text value="&lt;"/><text variable="URL"/>'
        '<text value="&gt;"/></group></group>'
    )
    assert cite(inside, ALL) == "retrieved: <https://e.org>"


def test_a_delimiter_reaches_into_a_choice_but_not_into_a_macro() -> None:
    around = Around(macros='<macro name="m"><text value="c"/><text value="d"/></macro>')
    inside = (
        '<group delimiter="-"><choose><if type="book"><text value="a"/><text value="b"/></if></choose>'
        '<text macro="m"/></group>'
    )
    assert cite(inside, {}, around) == "a-b-cd"


def test_affixes_and_formatting_of_a_group_are_for_all_of_it() -> None:
    inside = (
        '<group delimiter=" " prefix="(" suffix=")" font-style="italic"><text variable="title"/>'
        '<number variable="volume"/></group>'
    )
    assert cite(inside, ALL, to="html") == "(<i>T 2</i>)"
    assert cite(inside, NONE, to="html") == ""


def test_a_macro_keeps_its_group_to_itself_wherever_it_is_called() -> None:
    around = Around(macros=MACROS)
    inside = '<text macro="both"/><text value="; "/><group delimiter=" "><text macro="both"/><text value="x"/></group>'
    assert cite(inside, ALL, around) == "in T; in T x"
    assert cite(inside, NONE, around) == "; "


def test_substituted_variables_count_as_empty_for_a_group() -> None:
    inside = (
        '<names variable="author"><substitute><text variable="title"/></substitute></names>'
        '<group prefix=" (" suffix=")"><text value="titled "/><text variable="title"/></group>'
    )
    assert cite(inside, {"title": "T"}) == "T"
    assert cite(inside, ALL) == "Doe (titled T)"


AUTHOR = '<names variable="author"><name form="short"/><substitute>{}</substitute></names>'
TITLE = f'<group delimiter="|">{IN}<text variable="title"/></group>'
YEAR = f'<group delimiter="|">{IN}<date variable="issued"><date-part name="{{}}"/></date></group>'
EDITOR = '<names variable="editor"><name form="short"/><substitute><names variable="author"/></substitute></names>'
MAY_COME_TO_NOTHING: list[tuple[str, Item, str, str]] = [
    # what an item has, and yet is not printed: as if it were not there
    (YEAR.format("year"), {"issued": {"date-parts": [[0, 5]]}}, "", "a date without a year"),
    (YEAR.format("month"), {"issued": {"date-parts": [[2001]]}}, "", "a date without the part that is asked for"),
    (f'<group delimiter="|">{IN}{AUTHOR.format("")}</group>', {"author": [{"given": "Prince"}]}, "", "a given name"),
    (
        f'<group delimiter="|">{IN}<names variable="author"><name et-al-min="1" et-al-use-first="0"/></names></group>',
        {"author": [{"family": "Doe"}]},
        "",
        "names of which none is to be shown",
    ),
    (AUTHOR.format('<text variable="title"/>') + TITLE, {"title": "T"}, "T", "a title in the place of the author"),
    (
        AUTHOR.format('<text variable="title"/>') + TITLE,
        {"title": "T", "author": [{"family": "Doe"}]},
        "Doein|T",
        "a title that no substitute took",
    ),
    (
        f'{EDITOR}<group delimiter="|">{IN}<names variable="author"/></group>',
        {"author": [{"family": "Doe"}]},
        "Doe",
        "authors in the place of editors",
    ),
    (
        f'{EDITOR}<group delimiter="|">{IN}<names variable="author"/></group>',
        {"author": [{"family": "Doe"}], "editor": [{"family": "Roe"}]},
        "Roein|Doe",
        "authors beside editors",
    ),
]


@pytest.mark.parametrize(
    ("inside", "item", "expected", "reason"), MAY_COME_TO_NOTHING, ids=[row[3] for row in MAY_COME_TO_NOTHING]
)
def test_a_group_whose_variables_come_to_nothing(inside: str, item: Item, expected: str, reason: str) -> None:
    assert cite(inside, item) == expected, reason
