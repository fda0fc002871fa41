"""Numbers and their labels as the specification has them printed ("Number", "Label", "Page Ranges")."""

from __future__ import annotations

import pytest

from tests.csl.snippets import Around, Item, cite


def number(form: str, value: object, *, variable: str = "volume") -> str:
    return cite(f'<number variable="{variable}" form="{form}"/>', {variable: value})


EXTRACTED = [
    ("2", "2"),
    (2, "2"),
    ("2-4", "2–4"),
    ("2 - 4", "2–4"),
    ("2, 3", "2, 3"),
    ("2 , 3", "2, 3"),
    ("2&3", "2 & 3"),
    ("2 &  3", "2 & 3"),
    ("2E", "2E"),
    ("D2", "D2"),
    ("L2d", "L2d"),
    ("Special edition", "Special edition"),
    ("second", "second"),
]


@pytest.mark.parametrize(("value", "printed"), EXTRACTED)
def test_the_numbers_of_a_variable(value: object, printed: str) -> None:
    # Which dash joins two numbers, the specification leaves open.
    assert number("numeric", value).replace("-", "–") == printed


FORMS = [
    # value, ordinal, long ordinal, roman
    ("1", "1st", "first", "i"),
    ("2", "2nd", "second", "ii"),
    ("3", "3rd", "third", "iii"),
    ("4", "4th", "fourth", "iv"),
    ("9", "9th", "ninth", "ix"),
    ("10", "10th", "tenth", "x"),
    ("11", "11th", "11th", "xi"),
    ("12", "12th", "12th", "xii"),
    ("13", "13th", "13th", "xiii"),
    ("21", "21st", "21st", "xxi"),
    ("40", "40th", "40th", "xl"),
    ("101", "101st", "101st", "ci"),
    ("111", "111th", "111th", "cxi"),
    ("1994", "1994th", "1994th", "mcmxciv"),
    ("2, 3", "2nd, 3rd", "second, third", "ii, iii"),
    ("2 & 3", "2nd & 3rd", "second & third", "ii & iii"),
    ("2E", "2E", "2E", "2E"),
    ("D2", "D2", "D2", "D2"),
    ("Special", "Special", "Special", "Special"),
]


@pytest.mark.parametrize(("value", "ordinal", "long", "roman"), FORMS)
def test_the_forms_of_a_number(value: str, ordinal: str, long: str, roman: str) -> None:
    assert [number(form, value) for form in ("ordinal", "long-ordinal", "roman")] == [ordinal, long, roman]


GENDERS = [
    # The edition is feminine in French, the volume and the issue are masculine.
    ("edition", "1", "1ʳᵉ", "première"),
    ("edition", "2", "2ᵉ", "deuxième"),
    ("edition", "11", "11ᵉ", "11ᵉ"),
    ("volume", "1", "1ᵉʳ", "premier"),
    ("volume", "2", "2ᵉ", "deuxième"),
    ("issue", "1", "1ᵉʳ", "premier"),
]


@pytest.mark.parametrize(("variable", "value", "ordinal", "long"), GENDERS)
def test_ordinals_have_the_gender_of_what_they_count(variable: str, value: str, ordinal: str, long: str) -> None:
    # The locale file has but the masculine "premier".
    terms = '<term name="long-ordinal-01" gender-form="feminine">première</term>'
    around = Around(language="fr-FR", locales=f"<locale><terms>{terms}</terms></locale>")
    inside = '<number variable="{}" form="{}"/>'
    made = [cite(inside.format(variable, form), {variable: value}, around) for form in ("ordinal", "long-ordinal")]
    assert made == [ordinal, long]


LABELLED = [
    # variable, value, label in the long form
    ("page", "3", "page"),
    ("page", "5-7", "pages"),
    ("page", "5, 7", "pages"),
    ("page", "5 & 7", "pages"),
    ("volume", "2", "volume"),
    ("volume", "2 & 4", "volumes"),
    ("volume", "10", "volume"),
    ("issue", "4-5", "issues"),
    ("chapter-number", "3", "chapter"),
    ("number-of-pages", "1", "page"),
    ("number-of-pages", "300", "pages"),
    ("number-of-volumes", "1", "volume"),
    ("number-of-volumes", "3", "volumes"),
    ("edition", "2", "edition"),
]


@pytest.mark.parametrize(("variable", "value", "label"), LABELLED)
def test_a_label_is_plural_by_what_it_labels(variable: str, value: str, label: str) -> None:
    assert cite(f'<label variable="{variable}"/>', {variable: value}) == label


@pytest.mark.parametrize(
    ("attributes", "one", "many"),
    [
        ("", "page", "pages"),
        ('plural="contextual"', "page", "pages"),
        ('plural="always"', "pages", "pages"),
        ('plural="never"', "page", "page"),
        ('form="short"', "p.", "pp."),
        ('form="short" strip-periods="true"', "p", "pp"),
        ('form="short" strip-periods="false"', "p.", "pp."),
        ('text-case="capitalize-first"', "Page", "Pages"),
        ('text-case="uppercase"', "PAGE", "PAGES"),
        ('prefix="[" suffix="]"', "[page]", "[pages]"),
    ],
)
def test_the_attributes_of_a_label(attributes: str, one: str, many: str) -> None:
    assert [cite(f'<label variable="page" {attributes}/>', {"page": page}) for page in ("3", "3-5")] == [one, many]


def test_the_symbol_of_a_label() -> None:
    inside = '<label variable="locator" form="symbol"/>'
    made = [cite(inside, {}, at={"locator": locator, "label": "section"}) for locator in ("3", "3-5")]
    assert made == ["§", "§§"]


def test_a_label_without_its_variable_is_not_printed() -> None:
    assert cite('<label variable="page"/>', {"volume": "3"}) == ""
    inside = '<group delimiter=" "><label variable="page"/><text variable="page"/></group>'
    assert cite(inside, {"page": "5-7"}, Around(style='page-range-format="expanded"')) == "pages 5–7"
    assert cite(inside, {"volume": "3"}) == ""


LOCATORS = [
    ("page", "3", "p. 3"),
    ("", "3", "p. 3"),
    ("page", "3-5", "pp. 3–5"),
    ("chapter", "3", "chap. 3"),
    ("section", "3-5", "secs. 3–5"),
    ("verse", "3", "v. 3"),
    ("sub verbo", "Film", "s.v. Film"),
    ("sub-verbo", "Film", "s.v. Film"),
    ("note", "4", "n. 4"),
]


@pytest.mark.parametrize(("label", "locator", "printed"), LOCATORS)
def test_the_label_of_a_locator_is_its_kind(label: str, locator: str, printed: str) -> None:
    inside = (
        '<group delimiter=" "><text variable="title"/><group delimiter=" "><label variable="locator" form="short"/>'
        '<text variable="locator"/></group></group>'
    )
    made = cite(inside, {"title": "T"}, at={"label": label, "locator": locator})
    # The abbreviations are those of the locale file, which has had other ones in its time.
    known = {"chap.": "chap.", "sec.": "sec.", "secs.": "secs.", "§": "sec.", "§§": "secs.", "sv": "s.v."}
    assert " ".join(known.get(word, word) for word in made.split()) == f"T {printed}"


def test_no_locator_no_label() -> None:
    inside = (
        '<group delimiter=" "><text variable="title"/><label variable="locator"/><text variable="locator"/></group>'
    )
    assert cite(inside, {"title": "T"}) == "T"
    assert cite(inside, {"title": "T"}, at={"label": "chapter", "locator": ""}) == "T"


def test_a_locator_always_has_an_en_dash() -> None:
    assert cite('<text variable="locator"/>', {}, at={"locator": "33-5"}) == "33–5"


PAGES = {
    # The examples of appendix V, and others. Pages: chicago, expanded, minimal, minimal-two
    "321-328": ("321–28", "321–328", "321–8", "321–28"),
    "42-45": ("42–45", "42–45", "42–5", "42–45"),
    "3-10": ("3–10", "3–10", "3–10", "3–10"),
    "71-72": ("71–72", "71–72", "71–2", "71–72"),
    "100-104": ("100–104", "100–104", "100–4", "100–04"),
    "107-108": ("107–8", "107–108", "107–8", "107–08"),
    "42-5": ("42–45", "42–45", "42–5", "42–45"),
    "17": ("17",) * 4,
    "e101": ("e101",) * 4,
    "4, 7": ("4, 7",) * 4,
}


@pytest.mark.parametrize("pages", PAGES)
def test_the_format_of_page_ranges(pages: str) -> None:
    formats = ("chicago", "expanded", "minimal", "minimal-two")
    arounds = [Around(style=f'page-range-format="{format}"') for format in formats]
    assert tuple(cite('<text variable="page"/>', {"page": pages}, around) for around in arounds) == PAGES[pages]


def test_the_delimiter_of_page_ranges_is_a_term() -> None:
    term = '<locale><terms><term name="page-range-delimiter">&#8202;to&#8202;</term></terms></locale>'
    around = Around(style='page-range-format="expanded"', locales=term)
    assert cite('<text variable="page"/>', {"page": "321-8"}, around) == "321\u200ato\u200a328"


def test_the_first_page() -> None:
    assert cite('<text variable="page-first"/>', {"page": "321-328"}) == "321"
    assert cite('<number variable="page-first"/>', {"page": "iv-x"}) == "iv"


def test_affixes_formatting_and_case() -> None:
    inside = '<number variable="edition" form="ordinal" prefix="(" suffix=" ed.)" font-style="italic"/>'
    assert cite(inside, {"edition": "2"}, to="html") == "(<i>2nd</i> ed.)"
    inside = '<number variable="edition" form="long-ordinal" text-case="capitalize-first"/>'
    assert cite(inside, {"edition": "2"}) == "Second"
    assert cite('<number variable="edition" form="roman" text-case="uppercase"/>', {"edition": "14"}) == "XIV"


def test_text_prints_a_number_as_number_does() -> None:
    values = ("2", "2 - 4", "2 , 3", "2&3", "Special edition")
    made = [cite('<text variable="issue"/>', {"issue": value}) for value in values]
    assert made == [number("numeric", value, variable="issue") for value in values]


ISSUE = '<label variable="issue" form="short"/>'
LOCATOR = '<label variable="locator" form="short"/>'
NUMBER = '<label variable="number" form="short"/>'
BY_TYPE = (
    '<choose><if type="report"><label variable="issue" form="short"/></if>'
    '<else><label variable="volume" form="short"/></else></choose>'
)
REPORT: Item = {"type": "report", "title": "T", "number": "45"}
CHAPTER: Item = {"type": "chapter", "title": "T", "page": "12-18"}
AT: Item = {"label": "page", "locator": "33"}

# The specification prints no label of an empty variable; that one printed beside it is meant, citeproc-js knows.
BESIDE: dict[str, tuple[str, Item, Item, str]] = {
    # elements of a group, item, what the cite says, printed
    "the issue of a number": (f'{ISSUE}<text variable="number"/>', REPORT, {}, "no. 45"),
    "behind the number": (f'<number variable="number"/>{ISSUE}', REPORT, {}, "45 no."),
    "the locator of pages": (f'{LOCATOR}<text variable="page"/>', CHAPTER, {}, "p. 12–18"),
    "the number of a locator": (f'{NUMBER}<text variable="locator"/>', CHAPTER, AT, "no. 33"),
    "one chosen by the type": (f'{BY_TYPE}<text variable="number"/>', REPORT, {}, "no. 45"),
    "another by another type": (f'{BY_TYPE}<text variable="page"/>', CHAPTER, {}, "vol. 12–18"),
    "no issue and no number": (f'<text variable="title"/>{ISSUE}<text variable="number"/>', CHAPTER, {}, "T"),
    "no locator and no pages": (
        f'<text variable="title"/>{LOCATOR}<text variable="page"/>',
        REPORT,
        {**AT, "locator": ""},
        "T",
    ),
    "no number and no locator": (f'<text variable="title"/>{NUMBER}<text variable="locator"/>', CHAPTER, {}, "T"),
    "nothing for one chosen": (f'<text variable="title"/>{BY_TYPE}<text variable="number"/>', CHAPTER, {}, "T"),
    "its own number stands there too": (f'<text variable="issue"/>{ISSUE}<text variable="number"/>', REPORT, {}, "45"),
    "words between them": (f'{ISSUE}<text value="/"/><text variable="number"/>', REPORT, {}, "/ 45"),
    "one chosen along with words": (
        f'<choose><if type="report"><text value="/"/>{ISSUE}</if></choose><text variable="number"/>',
        REPORT,
        {},
        "/ 45",
    ),
}


@pytest.mark.parametrize(("elements", "item", "at", "printed"), BESIDE.values(), ids=BESIDE)
def test_a_label_speaks_of_the_number_beside_it(elements: str, item: Item, at: Item, printed: str) -> None:
    assert cite(f'<group delimiter=" ">{elements}</group>', item, at=at) == printed


# A colon behind a number or a text, and a full stop that an element further out, or a neighbour, sets behind it.
COLONS = {
    "a suffix in a group": '<group suffix=". "><text variable="{}" suffix=":"/></group><text value="P"/>',
    "a group in a group": '<group suffix=". "><group suffix=":"><text variable="{}"/></group></group><text value="P"/>',
    "a number": '<group suffix=". "><group suffix=":"><number variable="{}"/></group></group><text value="P"/>',
    "a neighbour": '<group><text variable="{}" suffix=":"/></group><text value="P" prefix=". "/>',
}
IN_DIGITS = [("volume", "45", "45"), ("page", "12-18", "12–18"), ("issue", "4, 5", "4, 5"), ("edition", "2", "2")]


@pytest.mark.parametrize("inside", COLONS.values(), ids=COLONS)
@pytest.mark.parametrize(("variable", "value", "digits"), IN_DIGITS)
def test_no_mark_merges_with_one_behind_digits(variable: str, value: str, digits: str, inside: str) -> None:
    assert cite(inside.format(variable), {variable: value}) == f"{digits}:. P"
    assert cite(inside.format(variable), {variable: "Special"}) == "Special: P"


def test_no_mark_merges_with_one_behind_the_number_of_a_citation() -> None:
    inside = (
        '<group suffix="."><text variable="citation-number" suffix=":"/></group><text variable="title" prefix=" "/>'
    )
    assert cite(inside, {"title": "T"}) == "1:. T"
