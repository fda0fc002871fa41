"""Text elements and what dresses them: forms, terms, values, quotes, periods, case, affixes and formatting."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

import pytest

from tests.csl.snippets import Around, cite, entries, entry

SHORT: dict[str, tuple[str, dict[str, object], str]] = {
    "the long form": ("title", {"title": "A Long Title", "title-short": "Title"}, "A Long Title|Title"),
    "only the long form": ("title", {"title": "A Long Title"}, "A Long Title|A Long Title"),
    "only the short form": ("title", {"title-short": "Title"}, "|Title"),
    "by another name": ("title", {"title": "A Long Title", "shortTitle": "Title"}, "A Long Title|Title"),
    "a journal": (
        "container-title",
        {"container-title": "Screen Studies", "container-title-short": "SS"},
        "Screen Studies|SS",
    ),
    "a journal by another name": (
        "container-title",
        {"container-title": "Screen Studies", "journalAbbreviation": "SS"},
        "Screen Studies|SS",
    ),
    "a variable that has no short form": ("publisher", {"publisher": "P"}, "P|P"),
}


@pytest.mark.parametrize(("variable", "item", "printed"), SHORT.values(), ids=SHORT)
def test_the_short_form_falls_back_to_the_long_one(variable: str, item: dict[str, object], printed: str) -> None:
    made = [cite(f'<text variable="{variable}" form="{form}"/>', item) for form in ("long", "short")]
    assert "|".join(made) == printed


TERMS = [
    ('term="edition"', "edition"),
    ('term="edition" plural="true"', "editions"),
    ('term="edition" plural="false"', "edition"),
    ('term="edition" form="short"', "ed."),
    ('term="page" form="short" plural="true"', "pp."),
    ('term="section" form="symbol"', "§"),
    ('term="section" form="symbol" plural="true"', "§§"),
    ('term="editor" form="verb"', "edited by"),
    ('term="et-al"', "et al."),
    ('term="no date" form="short"', "n.d."),
    ('term="accessed"', "accessed"),
    ('term="and" form="symbol"', "&"),
    ('term="and" form="short"', "and"),
    ('term="open-quote"', "“"),
    ('term="no such term"', ""),
    ('term="edition" form="short" strip-periods="true"', "ed"),
    ('term="edition" text-case="capitalize-first"', "Edition"),
]


@pytest.mark.parametrize(("attributes", "printed"), TERMS)
def test_a_term(attributes: str, printed: str) -> None:
    assert cite(f"<text {attributes}/>", {}) == printed


@pytest.mark.parametrize("value", ["x", " ", "— & —", "“quoted”", "a: b", "<b>"])
def test_a_value_is_printed_as_it_is(value: str) -> None:
    made = cite(f'<group><text value="["/><text value={quoteattr(value)}/><text value="]"/></group>', {})
    assert made == f"[{value}]"


def test_a_macro_is_printed_at_each_call_as_the_call_says() -> None:
    around = Around(macros='<macro name="t"><text variable="title"/><text value="!"/></macro>')
    inside = (
        '<group delimiter=" / "><text macro="t"/><text macro="t" prefix="(" suffix=")"/>'
        '<text macro="t" font-style="italic"/></group>'
    )
    assert cite(inside, {"title": "Tangerine"}, around, to="html") == "Tangerine! / (Tangerine!) / <i>Tangerine!</i>"


def test_a_macro_without_output_takes_its_affixes_with_it() -> None:
    around = Around(macros='<macro name="t"><text variable="title"/></macro>')
    assert cite('<text value="a"/><text macro="t" prefix="(" suffix=")"/>', {}, around) == "a"


QUOTED: list[tuple[str, str, str, str]] = [
    # locale, title, printed by the first, printed with a quotation in it
    ("en-US", "Tangerine", "“Tangerine”", "“On ‘Anora’ Again”"),
    ("en-GB", "Tangerine", "‘Tangerine’", "‘On “Anora” Again’"),
    ("de-DE", "Tangerine", "„Tangerine“", "„On ‚Anora‘ Again“"),
    ("ja-JP", "Tangerine", "「Tangerine」", "「On 『Anora』 Again」"),
]


@pytest.mark.parametrize(("locale", "title", "outer", "nested"), QUOTED)
def test_quotes_are_those_of_the_locale(locale: str, title: str, outer: str, nested: str) -> None:
    inside = '<text variable="title" quotes="true"/>'
    assert cite(inside, {"title": title}, locale=locale) == outer
    assert cite(inside, {"title": 'On "Anora" Again'}, locale=locale) == nested
    opening, closing = outer[0], outer[-1]
    assert cite(inside, {"title": f"On {opening}Anora{closing} Again"}, locale=locale) == nested


def test_quotes_false_and_quotes_of_nothing() -> None:
    assert cite('<text variable="title" quotes="false"/>', {"title": "T"}) == "T"
    assert cite('<text value="x"/><text variable="title" quotes="true"/>', {}) == "x"


def test_quotes_stand_around_the_text_and_inside_the_affixes() -> None:
    inside = '<text variable="title" quotes="true" prefix="see " suffix=" (1999)"/>'
    assert cite(inside, {"title": "T"}) == "see “T” (1999)"


PERIODS = [
    ("<text value='J. Film. Stud.' strip-periods='true'/>", "J Film Stud"),
    ("<text variable='container-title-short' strip-periods='true'/>", "J Film Stud"),
    ("<text variable='container-title-short' strip-periods='false'/>", "J. Film. Stud."),
    ("<text variable='container-title-short' strip-periods='true' suffix='.'/>", "J Film Stud."),
    ("<text term='edition' form='short' strip-periods='true' suffix='.'/>", "ed."),
    ("<text macro='abbr' strip-periods='true'/>", "J Film Stud"),
]


@pytest.mark.parametrize(("inside", "printed"), PERIODS)
def test_periods_are_stripped_from_the_text_and_not_from_affixes(inside: str, printed: str) -> None:
    around = Around(macros='<macro name="abbr"><text variable="container-title-short"/></macro>')
    assert cite(inside, {"container-title-short": "J. Film. Stud."}, around) == printed


ADDRESSED = '<macro name="where"><text variable="{0}"/><text variable="title" prefix="; "/></macro>'


@pytest.mark.parametrize(("variable", "address"), [("DOI", "10.1000/AB.CD.1"), ("URL", "https://E.org/A.B/C.1")])
def test_an_address_keeps_its_periods(variable: str, address: str) -> None:
    item = {variable: address, "title": "Film. Stud."}
    assert cite(f'<text variable="{variable}" strip-periods="true"/>', item) == address
    around = Around(macros=ADDRESSED.format(variable))
    assert cite('<text macro="where" strip-periods="true"/>', item, around) == f"{address}; Film Stud"


@pytest.mark.parametrize(
    ("case", "title", "printed"),
    [
        ("title", "NHS.uk", "NHSUk"),
        ("uppercase", "nhs.uk", "NHSUK"),
        ("lowercase", "NHS.UK", "nhs.uk"),
        ("none", "NHS.uk vol. 2", "NHS.uk vol 2"),
    ],
)
def test_the_case_changes_before_periods_are_stripped(case: str, title: str, printed: str) -> None:
    # The period within an address is none of an abbreviation.
    inside = f'<text variable="title" text-case="{case}" strip-periods="true"/>'
    assert cite(inside, {"title": title}) == printed


CASES = [
    # text-case, value, printed
    ("lowercase", "The Florida Project", "the florida project"),
    ("uppercase", "The Florida Project", "THE FLORIDA PROJECT"),
    ("uppercase", "straße", "STRASSE"),
    ("capitalize-first", "the florida Project", "The florida Project"),
    ("capitalize-first", "iPhone films", "iPhone films"),
    ("capitalize-all", "the florida project", "The Florida Project"),
    ("capitalize-all", "an eBay story", "An eBay Story"),
    ("sentence", "the florida project", "The florida project"),
    ("title", "the prince of broadway and the rest", "The Prince of Broadway and the Rest"),
    ("title", "four letter words: a film", "Four Letter Words: A Film"),
    ("title", "two-thirds of it", "Two-Thirds of It"),
    ("title", "the eBay story", "The eBay Story"),
    ("title", "the NASA tapes", "The NASA Tapes"),
]


@pytest.mark.parametrize(("case", "value", "printed"), CASES)
def test_text_case(case: str, value: str, printed: str) -> None:
    assert cite(f'<text variable="title" text-case="{case}"/>', {"title": value}) == printed


TITLE_CASE = [
    # default locale of the style, language of the item, whether the title is changed
    ("en-US", None, True),
    ("en-GB", None, True),
    ("en-US", "en", True),
    ("en-US", "en-GB", True),
    ("en-US", "de", False),
    ("en-US", "fr-FR", False),
    ("de-DE", None, False),
    ("de-DE", "de", False),
    ("de-DE", "en", True),
    ("de-DE", "en-US", True),
]


@pytest.mark.parametrize(("default", "language", "changed"), TITLE_CASE)
def test_title_case_is_for_english_items(default: str, language: str | None, changed: bool) -> None:
    item = {"title": "the florida project", "language": language}
    made = cite('<text variable="title" text-case="title"/>', item, Around(language=default))
    assert made == ("The Florida Project" if changed else "the florida project")


TITLES = ("title", "title-short", "container-title", "collection-title", "volume-title", "part-title", "original-title",
          "reviewed-title")  # fmt: skip


@pytest.mark.parametrize("variable", TITLES)
def test_every_title_of_an_item_that_is_not_english_stays(variable: str) -> None:
    inside = f'<text variable="{variable}" text-case="title"/>'
    made = [cite(inside, {variable: "un chien andalou", "language": language}) for language in ("fr", "en")]
    assert made == ["un chien andalou", "Un Chien Andalou"]


NO_CASE = 'films by <span class="nocase">iXi</span> today'


@pytest.mark.parametrize(
    ("case", "printed"),
    [
        ("uppercase", "FILMS BY iXi TODAY"),
        ("title", "Films by iXi Today"),
        ("capitalize-all", "Films By iXi Today"),
        ("lowercase", "films by iXi today"),
    ],
)
def test_what_an_item_keeps_from_changing(case: str, printed: str) -> None:
    assert cite(f'<text variable="title" text-case="{case}"/>', {"title": NO_CASE}) == printed


def test_case_goes_through_markup() -> None:
    inside = '<text variable="title" text-case="uppercase"/>'
    assert cite(inside, {"title": "on <i>anora</i> again"}, to="html") == "ON <i>ANORA</i> AGAIN"


FORMATTING = {
    "italic": ('font-style="italic"', "<i>T</i>"),
    "oblique": ('font-style="oblique"', "<em>T</em>"),
    "upright": ('font-style="normal"', "T"),
    "bold": ('font-weight="bold"', "<b>T</b>"),
    "light": ('font-weight="light"', "T"),
    "small capitals": ('font-variant="small-caps"', '<span style="font-variant:small-caps;">T</span>'),
    "raised": ('vertical-align="sup"', "<sup>T</sup>"),
    "lowered": ('vertical-align="sub"', "<sub>T</sub>"),
    "underlined": ('text-decoration="underline"', '<span style="text-decoration:underline;">T</span>'),
    "italic and bold": ('font-style="italic" font-weight="bold"', "<b><i>T</i></b>"),
    "with affixes": ('font-style="italic" prefix="(" suffix=")"', "(<i>T</i>)"),
    "with quotes": ('font-style="italic" quotes="true"', "“<i>T</i>”"),
}


@pytest.mark.parametrize("element", ['<text variable="title" {}/>', '<text value="T" {}/>', '<text macro="t" {}/>'])
@pytest.mark.parametrize(("attributes", "printed"), FORMATTING.values(), ids=FORMATTING)
def test_formatting(element: str, attributes: str, printed: str) -> None:
    around = Around(macros='<macro name="t"><text variable="title"/></macro>')
    assert cite(element.format(attributes), {"title": "T"}, around, to="html") == printed


def test_a_group_formats_the_affixes_of_what_is_in_it() -> None:
    inside = '<group font-style="italic" prefix="[" suffix="]"><text variable="title" prefix="(" suffix=")"/></group>'
    assert cite(inside, {"title": "T"}, to="html") == "[<i>(T)</i>]"


MARKUP = {
    "italic in italic": (
        'font-style="italic"',
        "On <i>Anora</i>",
        '<i>On <span style="font-style:normal;">Anora</span></i>',
    ),
    "italic": ("", "On <i>Anora</i>", "On <i>Anora</i>"),
    "bold in italic": ('font-style="italic"', "On <b>Anora</b>", "<i>On <b>Anora</b></i>"),
    "raised and lowered": ("", "H<sub>2</sub>O<sup>+</sup>", "H<sub>2</sub>O<sup>+</sup>"),
    "small capitals": (
        "",
        '<span style="font-variant:small-caps;">bce</span>',
        '<span style="font-variant:small-caps;">bce</span>',
    ),
    "short small capitals": ("", "<sc>bce</sc>", '<span style="font-variant:small-caps;">bce</span>'),
    "a tag never closed": ("", "a <i>b", "a &#60;i&#62;b"),
    "a tag that is none": ("", "a < b > c", "a &#60; b &#62; c"),
    "a tag of another kind": ("", "<u>a</u>", "&#60;u&#62;a&#60;/u&#62;"),
}


@pytest.mark.parametrize(("attributes", "title", "printed"), MARKUP.values(), ids=MARKUP)
def test_the_markup_of_a_field(attributes: str, title: str, printed: str) -> None:
    assert cite(f'<text variable="title" {attributes}/>', {"title": title}, to="html") == printed


def test_affixes_are_printed_with_output_only() -> None:
    inside = '<text value="a"/><text variable="title" prefix=" (" suffix=")"/><text term="no such term" prefix="!"/>'
    assert cite(inside, {"title": "T"}) == "a (T)"
    assert cite(inside, {}) == "a"
    assert cite(inside, {"title": ""}) == "a"


def test_the_affixes_of_a_layout() -> None:
    around = Around(layout='prefix="(" suffix=")" delimiter="; "')
    assert cite('<text variable="title"/>', {"title": "T"}, around) == "(T)"
    assert entry('<text variable="title"/>', {"title": "T"}, Around(layout='suffix="."')) == "T."
    assert entry('<text variable="title"/>', {}, Around(layout='suffix="."')) == ""


def test_the_formatting_of_a_layout_takes_in_its_affixes() -> None:
    # "With the exception of affixes set on cs:layout, affixes are outside the scope of formatting".
    around = Around(layout='prefix="(" suffix=")" font-style="italic"')
    assert cite('<text variable="title"/>', {"title": "T"}, around, to="html") == "<i>(T)</i>"


DISPLAY = {
    "block": '<div class="csl-block">T</div>',
    "left-margin": '<div class="csl-left-margin">T</div>',
    "right-inline": '<div class="csl-right-inline">T</div>',
    "indent": '<div class="csl-indent">T</div>',
}


@pytest.mark.parametrize("display", DISPLAY)
def test_display_makes_blocks_in_the_bibliography(display: str) -> None:
    inside = f'<text variable="title" display="{display}"/>'
    made = entry(inside, {"title": "T"}, to="html")
    assert "".join(line.strip() for line in made.split("\n")) == f'<div class="csl-entry">{DISPLAY[display]}</div>'
    assert cite(inside, {"title": "T"}, to="html") == "T"


def test_the_second_field_is_aligned() -> None:
    inside = '<text variable="citation-number" suffix=". "/><text variable="title"/>'
    made = entry(inside, {"title": "T"}, Around(bibliography='second-field-align="flush"'), to="html")
    blocks = '<div class="csl-left-margin">1. </div><div class="csl-right-inline">T</div>'
    assert "".join(line.strip() for line in made.split("\n")) == f'<div class="csl-entry">{blocks}</div>'


NUMBERS = [("1", 0), ("2", 1), ("3", 2)]


@pytest.mark.parametrize(("printed", "position"), NUMBERS)
def test_items_are_numbered_in_their_order(printed: str, position: int) -> None:
    items = [{"title": title} for title in ("b", "c", "a")]
    assert entries('<text variable="citation-number"/>', items)[position] == printed


@pytest.mark.parametrize("own", ["Own99", ""])
def test_a_citation_label(own: str) -> None:
    item = {"author": [{"family": "Baker"}], "issued": {"date-parts": [[2017]]}, "citation-label": own}
    assert cite('<text variable="citation-label"/>', item) == (own or "Bake17")


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ({"author": [{"family": "van der Berg"}]}, "Berg00"),
        ({"title": "The anonymous letters"}, "Anon00"),
        ({"title": "of mice"}, "Ofmi00"),
    ],
)
def test_a_label_leaves_particles_of_names_out_and_articles(item: dict[str, object], expected: str) -> None:
    assert cite('<text variable="citation-label"/>', item) == expected


IN_TITLE = '<text term="in" suffix=" "/><text variable="title"/>'
BEGINNINGS: dict[str, tuple[str, dict[str, object], str]] = {
    "nothing before it": ("", {"title": "Reels"}, "In Reels"),
    "a number of the citation": ('<text variable="citation-number" suffix=". "/>', {"title": "Reels"}, "1. In Reels"),
    "text that is not there": ('<text variable="publisher" suffix=". "/>', {"title": "Reels"}, "In Reels"),
    "names": (
        '<names variable="author" suffix=". "/>',
        {"title": "Reels", "author": [{"family": "Doe"}]},
        "Doe. in Reels",
    ),
    "names that are not there": ('<names variable="author" suffix=". "/>', {"title": "Reels"}, "in Reels"),
    "nor what could stand in": (
        '<names variable="author" suffix=". "><substitute><names variable="editor"/></substitute></names>',
        {"title": "Reels"},
        "in Reels",
    ),
}


@pytest.mark.parametrize(("before", "item", "printed"), BEGINNINGS.values(), ids=BEGINNINGS)
def test_a_term_at_the_beginning_of_an_entry_has_a_capital(before: str, item: dict[str, object], printed: str) -> None:
    assert entry(before + IN_TITLE, item) == printed


@pytest.mark.parametrize(("kind", "printed"), [("note", "In Reels"), ("in-text", "in Reels")])
def test_a_term_at_the_beginning_of_a_note_has_a_capital(kind: str, printed: str) -> None:
    assert cite(IN_TITLE, {"title": "Reels"}, Around(kind=kind)) == printed


APOSTROPHE = [
    # title, set in italics with a full stop behind it
    ("Ocean's Eleven!", "<i>Ocean’s Eleven!</i> P"),
    ("Ocean’s Eleven!", "<i>Ocean’s Eleven!</i> P"),
    ("Oceans Eleven!", "<i>Oceans Eleven!</i>. P"),
]


@pytest.mark.parametrize(("title", "printed"), APOSTROPHE)
def test_marks_meet_inside_the_formatting_of_text_with_an_apostrophe(title: str, printed: str) -> None:
    # As in citeproc-js, to which an apostrophe is markup.
    inside = '<text variable="title" font-style="italic" suffix=". "/><text variable="publisher"/>'
    assert cite(inside, {"title": title, "publisher": "P"}, to="html") == printed
