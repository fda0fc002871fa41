"""Names as the specification has them printed ("Names", "Name", "Name-part Order")."""

from __future__ import annotations

import pytest

from tests.csl.snippets import Around, citations, cite, entries, entry

DOE = {"family": "Doe", "given": "Jane"}
ROE = {"family": "Roe", "given": "Richard"}
POE = {"family": "Poe", "given": "Edgar"}
LEE = {"family": "Lee", "given": "Ann"}
FOUR = [DOE, ROE, POE, LEE]
GOGH = {"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van", "suffix": "III"}
HUMBOLDT = {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von", "suffix": "Jr."}
HAKIM = {"family": "Hakim", "given": "Tawfiq", "non-dropping-particle": "al-"}
MAO = {"family": "毛", "given": "泽东"}
UN = {"literal": "United Nations"}


def names(attributes: str, people: list[dict[str, str]], around: Around | None = None, *, inside: str = "") -> str:
    xml = f'<names variable="author"><name {attributes}>{inside}</name></names>'
    return cite(xml, {"author": people}, around or Around())


LISTS = {
    # what is set, the names of one, two, three and four people
    "nothing": ("", "J. Doe", "J. Doe, R. Roe", "J. Doe, R. Roe, E. Poe"),
    "and": ('and="text"', "J. Doe", "J. Doe and R. Roe", "J. Doe, R. Roe, and E. Poe"),
    "ampersand": ('and="symbol"', "J. Doe", "J. Doe & R. Roe", "J. Doe, R. Roe, & E. Poe"),
    "delimiter": ('delimiter="; "', "J. Doe", "J. Doe; R. Roe", "J. Doe; R. Roe; E. Poe"),
    "delimiter and and": (
        'delimiter="; " and="text"',
        "J. Doe",
        "J. Doe and R. Roe",
        "J. Doe; R. Roe; and E. Poe",
    ),
    "contextual": (
        'and="text" delimiter-precedes-last="contextual"',
        "J. Doe",
        "J. Doe and R. Roe",
        "J. Doe, R. Roe, and E. Poe",
    ),
    "always": (
        'and="text" delimiter-precedes-last="always"',
        "J. Doe",
        "J. Doe, and R. Roe",
        "J. Doe, R. Roe, and E. Poe",
    ),
    "never": (
        'and="text" delimiter-precedes-last="never"',
        "J. Doe",
        "J. Doe and R. Roe",
        "J. Doe, R. Roe and E. Poe",
    ),
    "never, without and": (
        'delimiter-precedes-last="never"',
        "J. Doe",
        "J. Doe, R. Roe",
        "J. Doe, R. Roe, E. Poe",
    ),
    "after an inverted name": (
        'and="text" delimiter-precedes-last="after-inverted-name" name-as-sort-order="first"',
        "Doe, J.",
        "Doe, J., and R. Roe",
        "Doe, J., R. Roe and E. Poe",
    ),
    "after inverted names": (
        'and="text" delimiter-precedes-last="after-inverted-name" name-as-sort-order="all"',
        "Doe, J.",
        "Doe, J., and Roe, R.",
        "Doe, J., Roe, R., and Poe, E.",
    ),
    "after an inverted name, none inverted": (
        'and="text" delimiter-precedes-last="after-inverted-name"',
        "J. Doe",
        "J. Doe and R. Roe",
        "J. Doe, R. Roe and E. Poe",
    ),
}


@pytest.mark.parametrize(("attributes", "one", "two", "three"), LISTS.values(), ids=LISTS)
def test_a_list_of_names(attributes: str, one: str, two: str, three: str) -> None:
    made = [names(f'initialize-with="." {attributes}', FOUR[:count]) for count in (1, 2, 3)]
    assert made == [one, two, three]


FIRST_OF_TWO = 'et-al-min="2" et-al-use-first="1"'
TWO_OF_THREE = 'et-al-min="3" et-al-use-first="2"'
TWO_OF_FOUR = 'et-al-min="4" et-al-use-first="2"'
ET_AL = {
    "one": (FIRST_OF_TWO, FOUR, "J. Doe et al."),
    "two": (TWO_OF_THREE, FOUR, "J. Doe, R. Roe, et al."),
    "not enough for it": ('et-al-min="5" et-al-use-first="1"', FOUR, "J. Doe, R. Roe, E. Poe, A. Lee"),
    "just enough": ('et-al-min="4" et-al-use-first="1"', FOUR, "J. Doe et al."),
    "one person": (FIRST_OF_TWO, FOUR[:1], "J. Doe"),
    "contextual, one": (f'delimiter-precedes-et-al="contextual" {FIRST_OF_TWO}', FOUR, "J. Doe et al."),
    "contextual, two": (f'delimiter-precedes-et-al="contextual" {TWO_OF_THREE}', FOUR, "J. Doe, R. Roe, et al."),
    "always, one": (f'delimiter-precedes-et-al="always" {FIRST_OF_TWO}', FOUR, "J. Doe, et al."),
    "always, two": (f'delimiter-precedes-et-al="always" {TWO_OF_THREE}', FOUR, "J. Doe, R. Roe, et al."),
    "never, one": (f'delimiter-precedes-et-al="never" {FIRST_OF_TWO}', FOUR, "J. Doe et al."),
    "never, two": (f'delimiter-precedes-et-al="never" {TWO_OF_THREE}', FOUR, "J. Doe, R. Roe et al."),
    "inverted, one": (
        f'name-as-sort-order="first" delimiter-precedes-et-al="after-inverted-name" {FIRST_OF_TWO}',
        FOUR,
        "Doe, J., et al.",
    ),
    "inverted, two": (
        f'name-as-sort-order="first" delimiter-precedes-et-al="after-inverted-name" {TWO_OF_THREE}',
        FOUR,
        "Doe, J., R. Roe et al.",
    ),
    "the last": (f'et-al-use-last="true" {TWO_OF_FOUR}', FOUR, "J. Doe, R. Roe, … A. Lee"),
    "the last after one": ('et-al-use-last="true" et-al-min="3" et-al-use-first="1"', FOUR, "J. Doe, … A. Lee"),
    "not the last": (f'et-al-use-last="false" {TWO_OF_FOUR}', FOUR, "J. Doe, R. Roe, et al."),
    "the last of a list that is whole": (f'et-al-use-last="true" {TWO_OF_FOUR}', FOUR[:3], "J. Doe, R. Roe, E. Poe"),
    "and is for whole lists": (f'and="text" {TWO_OF_THREE}', FOUR, "J. Doe, R. Roe, et al."),
}


@pytest.mark.parametrize(("attributes", "people", "printed"), ET_AL.values(), ids=ET_AL)
def test_et_al(attributes: str, people: list[dict[str, str]], printed: str) -> None:
    assert names(f'initialize-with="." {attributes}', people) == printed


def test_the_last_of_a_long_list() -> None:
    people = "Goffeau, Barrell, Bussey, Davis, Dujon, Feldmann, Galibert, Hoheisel, Oliver".split(", ")
    attributes = 'et-al-min="8" et-al-use-first="6" et-al-use-last="true"'
    made = names(attributes, [{"family": family} for family in people])
    assert made == "Goffeau, Barrell, Bussey, Davis, Dujon, Feldmann, … Oliver"


@pytest.mark.parametrize(
    ("element", "printed"),
    [
        ("<et-al/>", "J. Doe et al."),
        ('<et-al term="and others"/>', "J. Doe and others"),
        ('<et-al font-style="italic"/>', "J. Doe <i>et al.</i>"),
        ('<et-al term="and others" font-weight="bold"/>', "J. Doe <b>and others</b>"),
    ],
)
def test_the_element_et_al(element: str, printed: str) -> None:
    inside = f'<names variable="author"><name initialize-with="." {FIRST_OF_TWO}/>{element}</names>'
    assert cite(inside, {"author": FOUR}, to="html") == printed


def test_later_cites_have_limits_of_their_own() -> None:
    inside = (
        '<names variable="author"><name form="short" et-al-min="4" et-al-use-first="3" et-al-subsequent-min="2" '
        'et-al-subsequent-use-first="1"/></names>'
    )
    items = [{"author": FOUR[:3]}, {"author": FOUR}]
    made = citations(inside, items, [[{"id": "1"}], [{"id": "2"}], [{"id": "1"}], [{"id": "2"}]])
    assert made == ["Doe, Roe, Poe", "Doe, Roe, Poe, et al.", "Doe et al.", "Doe et al."]


INITIALS = {
    # initialize-with and others, given name, printed
    "a period": ('initialize-with="."', "Jane Ellen", "J.E. Doe"),
    "a period and a space": ('initialize-with=". "', "Jane Ellen", "J. E. Doe"),
    "nothing": ('initialize-with=""', "Jane Ellen", "JE Doe"),
    "a space": ('initialize-with=" "', "Jane Ellen", "J E Doe"),
    "not asked for": ("", "Jane Ellen", "Jane Ellen Doe"),
    "given as initials": ('initialize-with=". "', "J.E.", "J. E. Doe"),
    "given as letters": ('initialize-with=". "', "J E", "J. E. Doe"),
    "a compound": ('initialize-with="."', "Jean-Luc", "J.-L. Doe"),
    "only initials": ('initialize-with=". " initialize="false"', "James T", "James T. Doe"),
    "all whole": ('initialize-with=". " initialize="false"', "James Tiberius", "James Tiberius Doe"),
    "accents": ('initialize-with=". "', "Émile Östen", "É. Ö. Doe"),
    "short": ('initialize-with=". " form="short"', "Jane", "Doe"),
}


@pytest.mark.parametrize(("attributes", "given", "printed"), INITIALS.values(), ids=INITIALS)
def test_initials(attributes: str, given: str, printed: str) -> None:
    assert names(attributes, [{"family": "Doe", "given": given}]) == printed


@pytest.mark.parametrize(("hyphen", "printed"), [("true", "J.-L. Doe"), ("false", "J. L. Doe")])
def test_the_hyphen_of_initials(hyphen: str, printed: str) -> None:
    around = Around(style=f'initialize-with-hyphen="{hyphen}"')
    people = [{"family": "Doe", "given": "Jean-Luc"}]
    assert names('initialize-with=". "', people, around) == printed


# The orders of "Name-part Order": the example persons of the specification and others of each kind.
LONG: dict[str, tuple[dict[str, str], str, str, str]] = {
    # person: in order, inverted with the particle kept, inverted with the particle demoted
    "a non-dropping particle": (
        GOGH,
        "Vincent van Gogh III",
        "van Gogh, Vincent, III",
        "Gogh, Vincent van, III",
    ),
    "a dropping particle": (
        HUMBOLDT,
        "Alexander von Humboldt Jr.",
        "Humboldt, Alexander von, Jr.",
        "Humboldt, Alexander von, Jr.",
    ),
    "a particle with a hyphen": (HAKIM, "Tawfiq al-Hakim", "al-Hakim, Tawfiq", "Hakim, Tawfiq al-"),
    "no particle": (DOE, "Jane Doe", "Doe, Jane", "Doe, Jane"),
    "a family name only": ({"family": "Madonna"}, "Madonna", "Madonna", "Madonna"),
    "an institution": (UN, "United Nations", "United Nations", "United Nations"),
    "an Asian name": (MAO, "毛泽东", "毛泽东", "毛泽东"),
}


@pytest.mark.parametrize(("person", "plain", "kept", "demoted"), LONG.values(), ids=LONG)
def test_the_order_of_the_parts(person: dict[str, str], plain: str, kept: str, demoted: str) -> None:
    inverted = 'name-as-sort-order="all"'
    assert names("", [person]) == plain
    for demote, printed in (("never", kept), ("sort-only", kept), ("display-and-sort", demoted)):
        assert names(inverted, [person], Around(style=f'demote-non-dropping-particle="{demote}"')) == printed
    assert names(inverted, [person]) == demoted


@pytest.mark.parametrize(
    ("person", "printed"),
    [
        (GOGH, "van Gogh"),
        (HUMBOLDT, "Humboldt"),
        (HAKIM, "al-Hakim"),
        (DOE, "Doe"),
        (MAO, "毛"),
        (UN, "United Nations"),
    ],
)
def test_short_names(person: dict[str, str], printed: str) -> None:
    assert names('form="short"', [person]) == printed


@pytest.mark.parametrize(
    ("attributes", "printed"),
    [
        ('name-as-sort-order="first"', "Doe, Jane, Richard Roe, Edgar Poe"),
        ('name-as-sort-order="all"', "Doe, Jane, Roe, Richard, Poe, Edgar"),
        ('name-as-sort-order="all" sort-separator=" " initialize-with=""', "Doe J, Roe R, Poe E"),
        ('name-as-sort-order="first" sort-separator=" / "', "Doe / Jane, Richard Roe, Edgar Poe"),
        ('sort-separator=" / "', "Jane Doe, Richard Roe, Edgar Poe"),
    ],
)
def test_names_in_sorting_order(attributes: str, printed: str) -> None:
    assert names(attributes, FOUR[:3]) == printed


def test_the_first_of_each_variable_is_inverted() -> None:
    inside = '<names variable="author editor" delimiter=" / "><name name-as-sort-order="first"/></names>'
    assert cite(inside, {"author": [DOE, ROE], "editor": [POE, LEE]}) == "Doe, Jane, Richard Roe / Poe, Edgar, Ann Lee"


PARTS = {
    "family": ('<name-part name="family" text-case="uppercase"/>', DOE, "", "Jane DOE", "DOE, Jane"),
    "given": ('<name-part name="given" font-style="italic"/>', DOE, "", "<i>Jane</i> Doe", "Doe, <i>Jane</i>"),
    "family with its particle": (
        '<name-part name="family" text-case="uppercase"/>',
        GOGH,
        "",
        "Vincent VAN GOGH III",
        "VAN GOGH, Vincent, III",
    ),
    "given with its particle": (
        '<name-part name="given" font-style="italic"/>',
        HUMBOLDT,
        "",
        "<i>Alexander von</i> Humboldt Jr.",
        "Humboldt, <i>Alexander von</i>, Jr.",
    ),
    "both": (
        '<name-part name="family" font-variant="small-caps"/><name-part name="given" font-weight="bold"/>',
        DOE,
        "",
        '<b>Jane</b> <span style="font-variant:small-caps;">Doe</span>',
        '<span style="font-variant:small-caps;">Doe</span>, <b>Jane</b>',
    ),
    "affixes of the given name": (
        '<name-part name="given" prefix="(" suffix=")"/>',
        DOE,
        "",
        "(Jane) Doe",
        "Doe, (Jane)",
    ),
    "affixes of the family name": (
        '<name-part name="family" prefix="[" suffix="]"/>',
        DOE,
        "",
        "Jane [Doe]",
        "[Doe], Jane",
    ),
    "affixes around a particle": (
        '<name-part name="family" prefix="[" suffix="]"/>',
        {"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"},
        "",
        "Vincent [van Gogh]",
        "[van Gogh], Vincent",
    ),
    "the whole name": ("", DOE, 'font-weight="bold" prefix="(" suffix=")"', "(<b>Jane Doe</b>)", "(<b>Doe, Jane</b>)"),
}


@pytest.mark.parametrize(("parts", "person", "attributes", "plain", "inverted"), PARTS.values(), ids=PARTS)
def test_the_formatting_of_the_parts(
    parts: str, person: dict[str, str], attributes: str, plain: str, inverted: str
) -> None:
    around = Around(style='demote-non-dropping-particle="never"')
    for order, printed in (("", plain), ('name-as-sort-order="all"', inverted)):
        inside = f'<names variable="author"><name {attributes} {order}>{parts}</name></names>'
        made = cite(inside, {"author": [person]}, around, to="html")
        assert made.replace("</i> <i>", " ") == printed  # one mark or two side by side look the same


def test_the_suffix_takes_no_part_in_the_formatting_of_parts() -> None:
    inside = '<names variable="author"><name><name-part name="family" font-style="italic"/></name></names>'
    person = {"family": "Gates", "given": "Bill", "suffix": "III"}
    assert cite(inside, {"author": [person]}, to="html") == "Bill <i>Gates</i> III"


INSTITUTIONS: dict[str, tuple[list[dict[str, str]], str]] = {
    "alone": ([UN], "United Nations"),
    "beside a person": ([UN, DOE], "United Nations and J. Doe"),
    "after a person": ([DOE, UN], "Doe, J. and United Nations"),
    "three": ([UN, DOE, {"literal": "van Abbemuseum"}], "United Nations, J. Doe, and van Abbemuseum"),
}


@pytest.mark.parametrize(("people", "printed"), INSTITUTIONS.values(), ids=INSTITUTIONS)
def test_institutions_are_in_one_piece(people: list[dict[str, str]], printed: str) -> None:
    assert names('and="text" name-as-sort-order="first" initialize-with="."', people) == printed


JOINED = [
    # delimiter-precedes-last of the style and of the name: two persons, two with an institution last, and three
    ("always", "never", "J. Doe and R. Roe", "J. Doe and United Nations", "J. Doe, R. Roe and United Nations"),
    ("never", "always", "J. Doe, and R. Roe", "J. Doe, and United Nations", "J. Doe, R. Roe, and United Nations"),
    ("never", "contextual", "J. Doe and R. Roe", "J. Doe and United Nations", "J. Doe, R. Roe, and United Nations"),
]


@pytest.mark.parametrize(("around", "own", "persons", "two", "three"), JOINED)
def test_an_institution_is_joined_as_a_person_is(around: str, own: str, persons: str, two: str, three: str) -> None:
    attributes = f'and="text" initialize-with="." delimiter-precedes-last="{own}"'
    style = Around(style=f'delimiter-precedes-last="{around}"')
    assert [names(attributes, people, style) for people in ([DOE, ROE], [DOE, UN], [DOE, ROE, UN])] == [
        persons,
        two,
        three,
    ]


AFTER_INVERTED: list[tuple[str, list[dict[str, str]], str]] = [
    ("", [DOE, UN], "J. Doe and United Nations"),
    ('name-as-sort-order="first"', [DOE, UN], "Doe, J., and United Nations"),
    ('name-as-sort-order="first"', [UN, DOE], "United Nations, and J. Doe"),
    ('name-as-sort-order="all"', [DOE, UN, ROE], "Doe, J., United Nations and Roe, R."),
]


@pytest.mark.parametrize(("order", "people", "printed"), AFTER_INVERTED)
def test_institutions_among_inverted_names(order: str, people: list[dict[str, str]], printed: str) -> None:
    attributes = f'and="text" initialize-with="." delimiter-precedes-last="after-inverted-name" {order}'
    assert names(attributes, people) == printed


def test_affixes_and_formatting_of_names() -> None:
    inside = '<names variable="author" prefix="by " suffix="!" font-style="italic"><name and="symbol"/></names>'
    assert cite(inside, {"author": [DOE, ROE]}, to="html") == "by <i>Jane Doe &#38; Richard Roe</i>!"
    assert cite(inside, {"editor": [DOE]}) == ""


def test_the_word_for_and_is_the_locale_s() -> None:
    made = [cite('<names variable="author"><name and="text"/></names>', {"author": [DOE, ROE]}, locale=language)
            for language in ("de-DE", "fr-FR", "es-ES", "pl-PL")]  # fmt: skip
    assert made == [f"Jane Doe {word} Richard Roe" for word in ("und", "et", "y", "i")]


SORTED = {
    "never": ["Alexander von Humboldt", "Max Mustermann", "Vincent van Gogh"],
    "sort-only": ["Vincent van Gogh", "Alexander von Humboldt", "Max Mustermann"],
    "display-and-sort": ["Vincent van Gogh", "Alexander von Humboldt", "Max Mustermann"],
}


@pytest.mark.parametrize("demote", SORTED)
def test_the_order_in_which_particles_sort(demote: str) -> None:
    around = Around(style=f'demote-non-dropping-particle="{demote}"', sort='<sort><key variable="author"/></sort>')
    people = [
        {"family": "Mustermann", "given": "Max"},
        {"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"},
        {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"},
    ]
    inside = '<names variable="author"/>'
    assert entries(inside, [{"author": [person]} for person in people], around) == SORTED[demote]


def test_a_bibliography_and_a_citation_print_names_alike() -> None:
    inside = f'<names variable="author"><name and="text" {TWO_OF_THREE} name-as-sort-order="first"/></names>'
    item = {"author": FOUR}
    assert entry(inside, item) == cite(inside, item) == "Doe, Jane, Richard Roe, et al."
