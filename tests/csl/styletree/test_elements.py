"""Each element of a style becomes the value that the specification describes."""

from __future__ import annotations

from typing import Any

import pytest

from anora_bib.csl import Processor, Style
from anora_bib.csl.styletree.nodes import (
    PLAIN,
    Choose,
    Date,
    DatePart,
    Element,
    EtAl,
    Group,
    Label,
    Look,
    Name,
    NameOptions,
    Names,
    Number,
    Text,
)
from tests.csl.snippets import Around, element, style, tree

ELEMENTS: dict[str, tuple[str, Element]] = {
    "variable": ('<text variable="title"/>', Text("variable", "title")),
    "short form": ('<text variable="title" form="short"/>', Text("variable", "title", form="short")),
    "macro": ('<text macro="m"/>', Text("macro", "m")),
    "term": ('<text term="page" form="symbol" plural="true"/>', Text("term", "page", form="symbol", plural=True)),
    "singular": ('<text term="page" plural="false"/>', Text("term", "page")),
    "value": ('<text value=" — "/>', Text("value", " — ")),
    "an empty value": ('<text value=""/>', Text("value", "")),
    "number": ('<number variable="edition"/>', Number("edition")),
    "ordinal": ('<number variable="edition" form="ordinal"/>', Number("edition", form="ordinal")),
    "label": ('<label variable="page"/>', Label("page")),
    "label in a form": (
        '<label variable="page" form="short" plural="never"/>',
        Label("page", form="short", plural="never"),
    ),
    "localized date": ('<date variable="issued" form="text"/>', Date("issued", form="text")),
    "fewer parts": (
        '<date variable="issued" form="numeric" date-parts="year-month"/>',
        Date("issued", form="numeric", date_parts="year-month"),
    ),
    "date of parts": (
        '<date variable="issued" delimiter="/"><date-part name="day" form="ordinal"/>'
        '<date-part name="year" range-delimiter="-" prefix=" "/></date>',
        Date(
            "issued",
            delimiter="/",
            parts=(
                DatePart("day", form="ordinal", given=(("form", "ordinal"),)),
                DatePart("year", Look(prefix=" "), "", "-", (("range-delimiter", "-"), ("prefix", " "))),
            ),
        ),
    ),
    "group": (
        '<group delimiter=", "><text value="a"/><group><text value="b"/></group></group>',
        Group((Text("value", "a"), Group((Text("value", "b"),))), delimiter=", "),
    ),
    "names": ('<names variable="author"/>', Names(("author",), bare=True)),
    "two variables": (
        '<names variable="editor translator" delimiter="; "/>',
        Names(("editor", "translator"), delimiter="; ", bare=True),
    ),
    "et al.": (
        '<names variable="author"><et-al term="and others" font-style="italic"/></names>',
        Names(("author",), et_al=EtAl("and others", Look(marks=(("font-style", "italic"),)))),
    ),
    "name parts": (
        '<names variable="author"><name form="short"><name-part name="family" text-case="uppercase"/>'
        '<name-part name="given" prefix="("/></name></names>',
        Names(
            ("author",),
            name=Name(NameOptions(form="short"), PLAIN, Look(text_case="uppercase"), Look(prefix="(")),
        ),
    ),
    "label after the name": (
        '<names variable="author"><name/><label form="verb"/></names>',
        Names(("author",), name=Name(), label=Label("", form="verb")),
    ),
    "label before the name": (
        '<names variable="author"><label/><name/></names>',
        Names(("author",), name=Name(), label=Label(""), label_first=True),
    ),
    "substitute": (
        '<names variable="author"><substitute><names variable="editor"/><text variable="title"/></substitute></names>',
        Names(("author",), substitute=(Names(("editor",), bare=True), Text("variable", "title"))),
    ),
}


@pytest.mark.parametrize(("xml", "expected"), ELEMENTS.values(), ids=ELEMENTS)
def test_an_element_is_read(xml: str, expected: Element) -> None:
    assert element(xml) == expected


LOOKS: dict[str, tuple[str, Look]] = {
    "none": ("", PLAIN),
    "affixes": ('prefix="(" suffix="), "', Look("(", "), ")),
    "quotes": ('quotes="true"', Look(quotes=True)),
    "no quotes": ('quotes="false"', Look()),
    "case": ('text-case="capitalize-all"', Look(text_case="capitalize-all")),
    "periods": ('strip-periods="true"', Look(strip_periods=True)),
    "display": ('display="left-margin"', Look(display="left-margin")),
}


@pytest.mark.parametrize(("attributes", "look"), LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize(
    "xml",
    [
        '<text variable="title" {}/>',
        '<number variable="volume" {}/>',
        '<label variable="volume" {}/>',
        '<date variable="issued" {}/>',
        '<names variable="author" {}/>',
        '<group {}><text value="x"/></group>',
    ],
)
def test_every_element_carries_the_common_attributes(xml: str, attributes: str, look: Look) -> None:
    node = element(xml.format(attributes))
    assert not isinstance(node, Choose)
    assert node.look == look


@pytest.mark.parametrize(
    "mark",
    [
        ("font-style", "italic"),
        ("font-variant", "small-caps"),
        ("font-weight", "bold"),
        ("text-decoration", "underline"),
        ("vertical-align", "sup"),
    ],
)
def test_every_formatting_attribute_is_a_mark(mark: tuple[str, str]) -> None:
    node = element(f'<text value="x" {mark[0]}="{mark[1]}"/>')
    assert isinstance(node, Text)
    assert node.look.marks == (mark,)


def test_marks_nest_in_one_order_however_they_are_written() -> None:
    one = element('<text value="x" font-weight="bold" font-style="italic"/>')
    assert one == element('<text value="x" font-style="italic" font-weight="bold"/>')


NAME_ATTRIBUTES: dict[str, tuple[str, dict[str, Any]]] = {
    "and": ('and="symbol"', {"and_": "symbol"}),
    "delimiter": ('delimiter="; "', {"delimiter": "; "}),
    "an empty delimiter": ('delimiter=""', {"delimiter": ""}),
    "before et al.": ('delimiter-precedes-et-al="always"', {"delimiter_precedes_et_al": "always"}),
    "before the last": ('delimiter-precedes-last="never"', {"delimiter_precedes_last": "never"}),
    "et al.": ('et-al-min="4" et-al-use-first="2"', {"et_al_min": 4, "et_al_use_first": 2}),
    "later et al.": (
        'et-al-subsequent-min="3" et-al-subsequent-use-first="1"',
        {"et_al_subsequent_min": 3, "et_al_subsequent_use_first": 1},
    ),
    "the last": ('et-al-use-last="true"', {"et_al_use_last": True}),
    "not the last": ('et-al-use-last="false"', {"et_al_use_last": False}),
    "form": ('form="count"', {"form": "count"}),
    "initials": ('initialize-with=". " initialize="false"', {"initialize_with": ". ", "initialize": False}),
    "initials without a sign": ('initialize-with=""', {"initialize_with": ""}),
    "order": ('name-as-sort-order="all" sort-separator=" "', {"name_as_sort_order": "all", "sort_separator": " "}),
}


@pytest.mark.parametrize(("attributes", "options"), NAME_ATTRIBUTES.values(), ids=NAME_ATTRIBUTES)
def test_every_attribute_of_a_name_is_read(attributes: str, options: dict[str, Any]) -> None:
    node = element(f'<names variable="author"><name {attributes}/></names>')
    assert isinstance(node, Names)
    assert node.name is not None
    assert node.name.options == NameOptions(**options)


INHERITED = {
    "and": ('and="text"', {"and_": "text"}),
    "form": ('name-form="short"', {"form": "short"}),
    "delimiter": ('name-delimiter="; "', {"delimiter": "; "}),
    "between variables": ('names-delimiter=" / "', {"names_delimiter": " / "}),
    "et al.": ('et-al-min="4" et-al-use-first="2"', {"et_al_min": 4, "et_al_use_first": 2}),
}


@pytest.mark.parametrize("area", ["style", "citation", "bibliography"])
@pytest.mark.parametrize(("attributes", "options"), INHERITED.values(), ids=INHERITED)
def test_name_options_are_inherited_under_their_own_names(
    area: str, attributes: str, options: dict[str, object]
) -> None:
    read = tree('<text value="x"/>', Around(**{area: attributes}))
    assert read.bibliography is not None
    found = {"style": read.options, "citation": read.citation.options, "bibliography": read.bibliography.options}
    expected = NameOptions(**options)  # type: ignore[arg-type]
    assert {name: value for name, value in found.items() if value != NameOptions()} == {area: expected}


def test_what_an_element_leaves_open_comes_from_the_one_around_it() -> None:
    inner, outer = NameOptions(and_="text", initialize_with=""), NameOptions(and_="symbol", et_al_min=3)
    assert inner.under(outer) == NameOptions(and_="text", initialize_with="", et_al_min=3)


CONDITIONS = {
    "one": ('type="book"', [("all", [("type", ("book",))])]),
    "several values": ('type="book  thesis" match="any"', [("any", [("type", ("book", "thesis"))])]),
    "several tests": (
        'variable="DOI" is-numeric="volume" match="none"',
        [("none", [("is-numeric", ("volume",)), ("variable", ("DOI",))])],
    ),
    "the other tests": (
        'disambiguate="true" is-uncertain-date="issued" locator="page" position="ibid first"',
        [
            (
                "all",
                [
                    ("disambiguate", ("true",)),
                    ("is-uncertain-date", ("issued",)),
                    ("locator", ("page",)),
                    ("position", ("ibid", "first")),
                ],
            )
        ],
    ),
    "a locator of two words": ('locator="sub verbo"', [("all", [("locator", ("sub-verbo",))])]),
}


@pytest.mark.parametrize(("attributes", "expected"), CONDITIONS.values(), ids=CONDITIONS)
def test_conditions_are_read(attributes: str, expected: list[object]) -> None:
    node = element(f'<choose><if {attributes}><text value="a"/></if><else><text value="b"/></else></choose>')
    assert isinstance(node, Choose)
    first, other = node.branches
    read = [(one.match, [(test.kind, test.values) for test in one.tests]) for one in first.conditions]
    assert (read, first.children) == (expected, (Text("value", "a"),))
    assert (other.conditions, other.children) == ((), (Text("value", "b"),))


def test_the_branches_keep_their_order() -> None:
    node = element(
        '<choose><if type="book"/><else-if type="thesis"><text value="t"/></else-if>'
        '<else-if type="map"/><else><text value="e"/></else></choose>'
    )
    assert isinstance(node, Choose)
    kinds = [branch.conditions[0].tests[0].values if branch.conditions else () for branch in node.branches]
    assert kinds == [("book",), ("thesis",), ("map",), ()]
    assert [len(branch.children) for branch in node.branches] == [0, 1, 0, 1]


def test_a_style_and_its_areas() -> None:
    read = tree(
        '<text variable="title"/>',
        Around(
            kind="note",
            language="de-AT",
            style='page-range-format="chicago" demote-non-dropping-particle="never" initialize-with-hyphen="false"',
            citation='collapse="year-suffix" cite-group-delimiter=", " year-suffix-delimiter="," '
            'near-note-distance="3" '
            'after-collapse-delimiter="; " disambiguate-add-names="true" disambiguate-add-givenname="true" '
            'disambiguate-add-year-suffix="true" givenname-disambiguation-rule="primary-name"',
            bibliography='hanging-indent="true" second-field-align="flush" line-spacing="2" entry-spacing="0" '
            'subsequent-author-substitute="---" subsequent-author-substitute-rule="partial-each"',
            layout='prefix="(" suffix=")" delimiter="; " font-style="italic"',
        ),
    )
    assert (read.kind, read.default_locale, read.page_range_format) == ("note", "de-AT", "chicago")
    assert (read.demote_particle, read.initialize_with_hyphen) == ("never", False)
    citation, bibliography = read.citation, read.bibliography
    assert (citation.collapse, citation.cite_group_delimiter, citation.year_suffix_delimiter) == (
        "year-suffix",
        ", ",
        ",",
    )
    assert (citation.after_collapse_delimiter, citation.near_note_distance) == ("; ", 3)
    assert (citation.add_names, citation.add_givenname, citation.add_year_suffix) == (True, True, True)
    assert citation.givenname_rule == "primary-name"
    assert citation.layout.look == Look("(", ")", (("font-style", "italic"),))
    assert citation.layout.delimiter == "; "
    assert bibliography is not None
    assert (bibliography.hanging_indent, bibliography.second_field_align) == (True, "flush")
    assert (bibliography.line_spacing, bibliography.entry_spacing) == (2, 0)
    assert (bibliography.substitute, bibliography.substitute_rule) == ("---", "partial-each")


def test_what_holds_where_a_style_says_nothing() -> None:
    read = tree('<text variable="title"/>')
    citation, bibliography = read.citation, read.bibliography
    assert (read.page_range_format, read.demote_particle, read.initialize_with_hyphen) == ("", "display-and-sort", True)
    assert (citation.collapse, citation.cite_group_delimiter, citation.near_note_distance) == ("", None, 5)
    assert (citation.add_names, citation.add_givenname, citation.add_year_suffix) == (False, False, False)
    assert citation.givenname_rule == "by-cite"
    assert bibliography is not None
    assert (bibliography.hanging_indent, bibliography.second_field_align) == (False, "")
    assert (bibliography.line_spacing, bibliography.entry_spacing) == (1, 1)
    assert (bibliography.substitute, bibliography.substitute_rule) == (None, "complete-all")


def test_sort_keys() -> None:
    read = tree(
        '<text variable="title"/>',
        Around(
            macros='<macro name="who"><names variable="author"/></macro>',
            sort='<sort><key macro="who" names-min="3" names-use-first="1" names-use-last="true"/>'
            '<key variable="issued" sort="descending"/><key variable="title" sort="ascending"/></sort>',
        ),
    )
    who, when, title = read.citation.sort
    assert (who.macro, who.variable, who.descending) == ("who", "", False)
    assert who.options == NameOptions(et_al_min=3, et_al_use_first=1, et_al_use_last=True)
    assert (when.variable, when.descending) == ("issued", True)
    assert (title.variable, title.descending) == ("title", False)


def test_what_a_style_is_seen_to_use() -> None:
    assert not tree('<text variable="title"/>').uses_disambiguate
    assert tree('<choose><if disambiguate="true"><text value="x"/></if></choose>').uses_disambiguate
    assert tree('<text variable="year-suffix"/>').uses_year_suffix
    assert tree('<text value="x" display="block"/>').uses_display


def test_comments_and_processing_instructions_are_no_elements() -> None:
    xml = style('<!-- a --><group><?x y?><text value="a"/><!-- b --></group>')
    (text,) = Processor(Style.load(xml), [{"id": "1"}], to="text").bibliography()
    assert text.text == "a"
