"""Citations: how cites are ordered, grouped, collapsed and told apart, and what is printed of an author alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from anora_bib.csl import Processor, Style

NS = "http://purl.org/net/xbiblio/csl"
YEAR = '<date variable="issued"><date-part name="year"/></date>'
SHORT = '<names variable="author"><name form="short" initialize-with=". "/></names>'
AUTHOR_DATE = f'<group delimiter=" ">{SHORT}{YEAR}</group>'

Item = dict[str, object]


def style(
    layout: str, *, options: str = "", sort: str = "", kind: str = "in-text", bibliography: str = "", order: str = ""
) -> Style:
    """A style with cites of this layout; ``order`` are the keys of its bibliography."""
    keys = f"<sort>{sort}</sort>" if sort else ""
    entries = f"<sort>{order}</sort>" if order else ""
    return Style.load(
        f'<style xmlns="{NS}" class="{kind}" version="1.0" default-locale="en-US"><info><title>S</title></info>'
        f'<macro name="year">{YEAR}</macro><macro name="short">{SHORT}</macro>'
        f'<macro name="long"><names variable="author"><name initialize-with="."/></names></macro>'
        f'<citation {options}>{keys}<layout prefix="(" suffix=")" delimiter="; ">{layout}</layout></citation>'
        f"<bibliography>{entries}<layout>{bibliography or layout}</layout></bibliography></style>"
    )


def item(id: str, family: str, given: str, year: int, **more: object) -> Item:
    return {
        "id": id,
        "type": "book",
        "author": [{"family": family, "given": given}],
        "issued": {"date-parts": [[year]]},
        **more,
    }


def cited(made: Style, items: Sequence[Item], *clusters: Sequence[str | Mapping[str, object]]) -> list[str]:
    asked = [
        {"citationItems": [{"id": cite} if isinstance(cite, str) else cite for cite in cluster]} for cluster in clusters
    ]
    return Processor(made, items, to="html").citations(asked)


MARTENS = [item(letter, "Marten", "Una", 2001) for letter in "abcdef"]
BY_YEAR = 'disambiguate-add-year-suffix="true" collapse="year-suffix"'
LETTERS = {
    "in a row": ("ab", "(Marten 2001a; b)"),
    "with a gap": ("ac", "(Marten 2001a; c)"),
    "backwards": ("ba", "(Marten 2001b; a)"),
    "with two gaps": ("ace", "(Marten 2001a; c; e)"),
    "with gaps and rows": ("bcae", "(Marten 2001b; c; a; e)"),
}


@pytest.mark.parametrize(("cites", "expected"), LETTERS.values(), ids=LETTERS)
def test_what_joins_letters_of_one_year(cites: str, expected: str) -> None:
    made = cited(style(AUTHOR_DATE, options=BY_YEAR), MARTENS, "abcdef", cites)
    assert made[1] == expected


PAGE = '<text variable="locator" prefix=":"/>'
LOCATED_YEARS = {
    "at the second": ("year-suffix", ({"id": "a"}, {"id": "b", "locator": "4"}), "(Marten 2001a, 2001b:4)"),
    "at the first": ("year-suffix", ({"id": "a", "locator": "4"}, {"id": "b"}), "(Marten 2001a:4, 2001b)"),
    "at both": ("year-suffix", ({"id": "a", "locator": "4"}, {"id": "a", "locator": "5"}), "(Marten 2001a:4, 2001a:5)"),
    "between": (
        "year-suffix-ranged", ("a", "b", "c", {"id": "d", "locator": "4"}, "e", "f"),
        "(Marten 2001a–c, 2001d:4, 2001e; f)",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("collapse", "cites", "expected"), LOCATED_YEARS.values(), ids=LOCATED_YEARS)
def test_years_are_printed_beside_locators(
    collapse: str, cites: Sequence[str | Mapping[str, object]], expected: str
) -> None:
    made = style(AUTHOR_DATE + PAGE, options=f'disambiguate-add-year-suffix="true" collapse="{collapse}"')
    assert cited(made, MARTENS, "abcdef", cites)[1] == expected


NUMBER = '<text variable="citation-number" prefix="[" suffix="]"/>'
NUMBERS = {
    "in a row": ("abc", "([1]–[3])"),
    "in a row after words": (({"id": "a", "prefix": "e.g. "}, "b", "c"), "(e.g. [1]–[3])"),
    "after a number": (({"id": "a", "locator": "4"}, "c"), "([1]:4; [3])"),
    "after no number": (({"id": "a", "locator": "xi"}, "c"), "([1]:xi / [3])"),
    "after words": (({"id": "a", "locator": "4", "suffix": " ff."}, "c"), "([1]:4 ff. / [3])"),
}


@pytest.mark.parametrize(("cites", "expected"), NUMBERS.values(), ids=NUMBERS)
def test_what_joins_numbers(cites: Sequence[str | Mapping[str, object]], expected: str) -> None:
    made = style(f"<group>{NUMBER}</group>" + PAGE, options='collapse="citation-number" after-collapse-delimiter=" / "')
    assert cited(made, MARTENS, "abcdef", cites)[1] == expected


def test_letters_where_a_namesake_makes_given_names_appear() -> None:
    items = [item("a", "Smith", "Jane", 2019), item("b", "Smith", "John", 2019), item("c", "Smith", "John", 2019)]
    options = 'disambiguate-add-givenname="true" givenname-disambiguation-rule="primary-name"'
    layout = AUTHOR_DATE.replace(' initialize-with=". "', "")
    made = style(layout, options=f'{options} disambiguate-add-year-suffix="true"')
    assert cited(made, items, "abc") == ["(Jane Smith 2019; John Smith 2019a; John Smith 2019b)"]


SMITHS = [
    item("jane", "Smith", "Jane", 2019, title="B"),
    item("john", "Smith", "John", 2019, title="A"),
    item("jb", "Smith", "J. B.", 2019),
    item("two", "Smith", "Zoe", 2019) | {"author": [{"family": "Smith"}, {"family": "Jones"}]},
    item("all", "Smith", "Zoe", 2019) | {"author": [{"family": "Smith"}, {"family": "Adler"}, {"family": "Ek"}]},
]
YEAR_KEY = '<key macro="year"/>'
BY_NAME = 'disambiguate-add-givenname="true" givenname-disambiguation-rule="all-names" collapse="year"'
AMPERSAND = AUTHOR_DATE.replace('form="short"', 'form="short" and="symbol" et-al-min="3" et-al-use-first="1"')
ORDERS = {
    # Under equal keys the names decide; spaces and full stops count for nothing, an ampersand comes before letters.
    "by names": (
        AUTHOR_DATE, BY_NAME, YEAR_KEY, ("jb", "john", "jane"),
        "(Jane Smith 2019; J. B. Smith 2019; John Smith 2019)",
    ),
    "by ampersand": (
        AMPERSAND, 'collapse="year"', YEAR_KEY, ("all", "two"),
        "(Smith &#38; Jones 2019; Smith et al. 2019)",
    ),
    # A key has as much of a given name as the whole document asks for.
    "by a key of names": (
        AUTHOR_DATE, BY_NAME, '<key macro="short"/>', ("john", "jane", "jb"),
        "(J. B. Smith 2019; Jane Smith 2019; John Smith 2019)",
    ),
    # Groups stay where the keys of the style have put them, whatever a namesake adds to their names.
    "by the second key": (
        AUTHOR_DATE, BY_NAME, YEAR_KEY + '<key variable="title"/>', ("john", "jane"),
        "(John Smith 2019; Jane Smith 2019)",
    ),
    "by nothing": (AUTHOR_DATE, BY_NAME, "", ("john", "jane"), "(John Smith 2019; Jane Smith 2019)"),
}  # fmt: skip


@pytest.mark.parametrize(("layout", "options", "sort", "cites", "expected"), ORDERS.values(), ids=ORDERS)
def test_the_order_of_cites(layout: str, options: str, sort: str, cites: Sequence[str], expected: str) -> None:
    made = style(layout, options=options, sort=sort)
    assert cited(made, [one for one in SMITHS if one["id"] in cites], cites) == [expected]


def test_groups_are_for_citations_in_the_text() -> None:
    items = [item("a", "Ek", "P", 2001), item("b", "Oja", "P", 2002), item("c", "Ek", "P", 2003)]
    layout = f'<group delimiter=" ">{YEAR}{SHORT}</group>'
    found = [
        cited(style(layout, options='collapse="year"', sort=YEAR_KEY, kind=kind), items, "abc")
        for kind in ("in-text", "note")
    ]
    assert found == [["(2001 Ek, 2003; 2002 Oja)"], ["(2001 Ek; 2002 Oja; 2003 Ek)"]]


def test_entries_are_ordered_by_names_as_they_are_told_apart() -> None:
    items = [item("a", "Wu", "Lian", 2001), item("b", "Wu", "L.", 2003)]
    made = style(AUTHOR_DATE, options=BY_NAME, order='<key macro="long"/><key macro="year"/>')
    assert [entry.id for entry in Processor(made, items).bibliography()] == ["b", "a"]


def test_groups_are_ordered_by_names_as_later_cites_have_them() -> None:
    items = [item("a", "Oja", "Ada", 2001), item("b", "Ek", "Pia", 2001)]
    full = '<names variable="author"><name/></names>'
    layout = f'<choose><if position="first">{full}</if><else>{SHORT}</else></choose>'
    assert cited(style(layout, options='collapse="year"', sort=YEAR_KEY), items, "ab") == ["(Pia Ek; Ada Oja)"]


BACK = '<text variable="first-reference-note-number" prefix="n. "/>'
NAMESAKES = [item("a", "Ek", "Pia", 2001), item("b", "Ek", "Una", 2002), item("c", "Ek", "Ina", 2003)]
IN_NOTES = {
    "by what is printed": ("by-cite", "ab", ("(Ek)", "(Ek)", "(Ek n. 1)", "(Ek n. 2)")),
    "not in one note": ("by-cite", ("ab", "c"), ("(P. Ek; U. Ek)", "(Ek)", "(P. Ek n. 1; U. Ek n. 1)", "(Ek n. 2)")),
    "all names": ("all-names", "ab", ("(P. Ek)", "(U. Ek)", "(P. Ek n. 1)", "(U. Ek n. 2)")),
}


@pytest.mark.parametrize(("rule", "cites", "expected"), IN_NOTES.values(), ids=IN_NOTES)
def test_works_that_the_notes_of_their_first_cites_tell_apart(
    rule: str, cites: Sequence[str], expected: Sequence[str]
) -> None:
    options = f'disambiguate-add-givenname="true" givenname-disambiguation-rule="{rule}"'
    made = style(f'<group delimiter=" ">{SHORT}{BACK}</group>', options=options, kind="note")
    assert cited(made, NAMESAKES, *cites, *cites) == list(expected)


ANONYMOUS: Item = {"id": "x", "type": "book", "title": "Tide", "issued": {"date-parts": [[2024]]}}


def names_or(instead: str) -> str:
    return f'<names variable="author"><name/><substitute>{instead}</substitute></names>'


TERM, TITLE = '<text term="anonymous" form="short"/>', '<text variable="title" quotes="true" font-style="italic"/>'
ALONE = {
    "names": (item("x", "Ek", "P. O.", 2024), f'<group suffix=".">{names_or(TITLE)}</group>{YEAR}', "P. O. Ek."),
    "names that end in a full stop": (item("x", "Ek.", "P.", 2024), f'<group suffix=".">{SHORT}</group>', "Ek."),
    "a title instead": (ANONYMOUS, f"{names_or(TITLE)} {YEAR}", "Tide"),
    "a word instead": (ANONYMOUS, f'<group delimiter=", ">{names_or(TERM)}{YEAR}</group>', "anon., 2024"),
    "nothing instead": (ANONYMOUS, f'<group delimiter=", ">{SHORT}{YEAR}</group>', "2024"),
    "a title before the date": (ANONYMOUS, f'<group delimiter=", ">{SHORT}{TITLE}{YEAR}</group>', "[NO_PRINTED_FORM]"),
    "nothing at all": ({"id": "x", "type": "book", "title": "Tide"}, TITLE, "[NO_PRINTED_FORM]"),
}


@pytest.mark.parametrize(("one", "layout", "expected"), ALONE.values(), ids=ALONE)
def test_the_author_of_a_cite_alone(one: Item, layout: str, expected: str) -> None:
    assert cited(style(layout), [one], [{"id": "x", "author-only": True}]) == [expected]


SUFFIXED = {
    "plain": ('<date-part name="year"/>', "(2001a)"),
    "in parentheses": ('<date-part name="year" prefix="(" suffix=")"/>', "((2001)(a))"),
    "in italics": ('<date-part name="year" font-style="italic"/>', "(<i>2001</i><i>a</i>)"),
}


@pytest.mark.parametrize(("part", "expected"), SUFFIXED.values(), ids=SUFFIXED)
def test_the_letter_after_a_year_is_set_as_the_year_is(part: str, expected: str) -> None:
    made = style(f'<date variable="issued">{part}</date>', options='disambiguate-add-year-suffix="true"')
    assert cited(made, MARTENS[:2], "a", "b")[0] == expected


def test_items_whose_later_cites_print_nothing_are_told_apart() -> None:
    layout = f'<choose><if position="first">{AUTHOR_DATE}</if><else>{SHORT}</else></choose>'
    items = [ANONYMOUS | {"id": "a"}, ANONYMOUS | {"id": "b"}, item("c", "Ek", "P", 2024)]
    made = cited(style(layout, options='disambiguate-add-year-suffix="true"'), items, "a", "b", "c")
    assert made == ["(2024a)", "(2024b)", "(Ek 2024)"]


SORTED_NUMBERS = {
    "entries in no order": ("", "([1]; [2])", ["1 Ek", "2 Oja"]),
    "entries by years": (YEAR_KEY, "([2]; [1])", ["1 Oja", "2 Ek"]),
}


@pytest.mark.parametrize(("order", "citation", "entries"), SORTED_NUMBERS.values(), ids=SORTED_NUMBERS)
def test_numbers_of_cites_that_are_sorted_by_names(order: str, citation: str, entries: list[str]) -> None:
    items = [item("a", "Oja", "P", 2001), item("b", "Ek", "P", 2002)]
    entry = f'<text variable="citation-number" suffix=" "/>{SHORT}'
    processor = Processor(style(NUMBER, sort='<key macro="short"/>', bibliography=entry, order=order), items, to="text")
    assert processor.citations([{"citationItems": [{"id": "a"}, {"id": "b"}]}]) == [citation]
    assert [one.text for one in processor.bibliography()] == entries


GIVEN = {
    "without initials": ('<name form="short"/>', "(Una Marten 2001)", "Marten Una 2001"),
    "with initials": ('<name form="short" initialize-with="."/>', "(U. Marten 2001)", "Marten U. 2001"),
}


@pytest.mark.parametrize(("name", "citation", "entry"), GIVEN.values(), ids=GIVEN)
def test_how_much_of_a_given_name_is_added(name: str, citation: str, entry: str) -> None:
    items = [item("a", "Marten", "Una", 2001), item("b", "Marten", "Ole", 2001)]
    sorted_name = '<name name-as-sort-order="all" sort-separator=" " initialize-with="."/>'
    made = style(
        f'<group delimiter=" "><names variable="author">{name}</names>{YEAR}</group>',
        options='disambiguate-add-givenname="true"',
        bibliography=f'<group delimiter=" "><names variable="author">{sorted_name}</names>{YEAR}</group>',
    )
    assert cited(made, items, "a", "b")[0] == citation
    assert Processor(made, items, to="text").bibliography()[0].text == entry


LOCATED = {"page": "(p 3)", "timestamp": "(t 3)", "section": "(- 3)", "": "(p 3)"}


@pytest.mark.parametrize(("label", "expected"), LOCATED.items())
def test_a_condition_on_the_label_of_a_locator(label: str, expected: str) -> None:
    kinds = '<if locator="page"><text value="p "/></if><else-if locator="timestamp"><text value="t "/></else-if>'
    made = style(f'<choose>{kinds}<else><text value="- "/></else></choose><text variable="locator"/>')
    assert cited(made, MARTENS[:1], [{"id": "a", "locator": "3", "label": label}]) == [expected]


def test_what_stands_around_a_cite_without_a_printed_form() -> None:
    made = style('<text variable="note"/>')
    assert cited(made, MARTENS[:1], [{"id": "a", "prefix": "see", "suffix": "and passim"}]) == ["(see and passim)"]


NUMBERED = {"as text": ("text", "(No. 7 2001; No. 9 2001)"), "as a number": ("number", "(No. 7 2001, No. 9 2001)")}


@pytest.mark.parametrize(("element", "expected"), NUMBERED.values(), ids=NUMBERED)
def test_cites_with_a_number_as_text_do_not_collapse(element: str, expected: str) -> None:
    items: list[Item] = [
        {"id": number, "type": "patent", "number": number, "issued": {"date-parts": [[2001]]}} for number in "79"
    ]
    layout = f'<group delimiter=" "><{element} variable="number" prefix="No. "/>{YEAR}</group>'
    assert cited(style(layout, options='collapse="year"'), items, "79") == [expected]


def test_an_empty_delimiter_of_groups_is_none() -> None:
    items = [item("a", "Ek", "P", 2001), item("b", "Ek", "P", 2002)]
    made = style(AUTHOR_DATE, options='collapse="year" cite-group-delimiter=""')
    assert cited(made, items, "ab") == ["(Ek 2001, 2002)"]


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        (AUTHOR_DATE, "Ek (2024)"),
        (SHORT, "Ek"),
        ('<text variable="title"/>', "(Tide)"),
    ],
    ids=["both parts", "nothing but the author", "no author"],
)
def test_a_citation_with_its_author_in_the_text_has_the_parts_that_the_style_prints(layout: str, expected: str) -> None:
    processor = Processor(style(layout), [item("x", "Ek", "Pia", 2024, title="Tide")])
    assert processor.citations([{"citationItems": [{"id": "x"}], "properties": {"mode": "composite"}}]) == [expected]
    assert processor.problems == []
