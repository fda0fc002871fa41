"""Name options set on the style, an area and the element: the lowest level decides (specification, "Inheritable")."""

from __future__ import annotations

import pytest

from tests.csl.snippets import Around, cite, entry

PEOPLE = {
    "author": [
        {"family": "Doe", "given": "Jane"},
        {"family": "Roe", "given": "Richard"},
        {"family": "Poe", "given": "Edgar"},
    ],
    "editor": [{"family": "Lee", "given": "Ann"}],
}

# attribute on the areas, attribute on cs:name, what one and another value of it print
OPTIONS: dict[str, tuple[str, str, tuple[str, str], tuple[str, str]]] = {
    "and": ("and", "and", ("text", "symbol"), ("J Doe, R Roe, and E Poe", "J Doe, R Roe, & E Poe")),
    "form": ("name-form", "form", ("short", "count"), ("Doe, Roe, Poe", "3")),
    "delimiter": ("name-delimiter", "delimiter", ("; ", " · "), ("J Doe; R Roe; E Poe", "J Doe · R Roe · E Poe")),
    "initials": (
        "initialize-with",
        "initialize-with",
        (".", "!"),
        ("J. Doe, R. Roe, E. Poe", "J! Doe, R! Roe, E! Poe"),
    ),
    "order": (
        "name-as-sort-order",
        "name-as-sort-order",
        ("first", "all"),
        ("Doe, J, R Roe, E Poe", "Doe, J, Roe, R, Poe, E"),
    ),
}
LEVELS = {
    "on the style": ((0, None, None), 0),
    "on the area": ((None, 0, None), 0),
    "on the name": ((None, None, 0), 0),
    "the area over the style": ((0, 1, None), 1),
    "the name over the area": ((None, 0, 1), 1),
    "the name over the style": ((0, None, 1), 1),
    "the name over both": ((0, 0, 1), 1),
}


def _set(name: str, values: tuple[str, str], which: int | None) -> str:
    return "" if which is None else f'{name}="{values[which]}"'


@pytest.mark.parametrize(("levels", "wins"), LEVELS.values(), ids=LEVELS)
@pytest.mark.parametrize(("outer", "inner", "values", "printed"), OPTIONS.values(), ids=OPTIONS)
def test_the_lowest_level_decides(
    outer: str,
    inner: str,
    values: tuple[str, str],
    printed: tuple[str, str],
    levels: tuple[int | None, int | None, int | None],
    wins: int,
) -> None:
    style, area, name = levels
    initials = "" if inner == "initialize-with" else 'initialize-with=""'
    inside = f'<names variable="author"><name {initials} {_set(inner, values, name)}/></names>'
    around = Around(
        style=_set(outer, values, style), citation=_set(outer, values, area), bibliography=_set(outer, values, area)
    )
    assert cite(inside, PEOPLE, around) == printed[wins]
    assert entry(inside, PEOPLE, around) == printed[wins]


NAMES = '<names variable="author"/>'


def test_an_area_says_nothing_to_the_other() -> None:
    around = Around(citation='name-form="short"', bibliography='et-al-min="2" et-al-use-first="1"')
    assert cite(NAMES, PEOPLE, around) == "Doe, Roe, Poe"
    assert entry(NAMES, PEOPLE, around) == "Jane Doe et al."


def test_options_of_one_kind_may_come_from_several_levels() -> None:
    around = Around(style='et-al-min="2"', citation='et-al-use-first="1" and="text"')
    assert cite('<names variable="author"><name form="short"/></names>', PEOPLE, around) == "Doe et al."


def test_an_option_can_be_taken_back() -> None:
    inside = '<names variable="author"><name initialize="false" form="long" et-al-min="9"/></names>'
    around = Around(style='initialize-with="." name-form="short" et-al-min="1" et-al-use-first="1"')
    assert cite(inside, PEOPLE, around) == "Jane Doe, Richard Roe, Edgar Poe"


@pytest.mark.parametrize(
    ("own", "printed"),
    [
        ("", "Jane Doe, Richard Roe, Edgar Poe / Ann Lee"),
        ('delimiter="; "', "Jane Doe, Richard Roe, Edgar Poe; Ann Lee"),
    ],
)
def test_what_stands_between_variables_is_inherited(own: str, printed: str) -> None:
    assert cite(f'<names variable="author editor" {own}/>', PEOPLE, Around(style='names-delimiter=" / "')) == printed


def test_a_macro_takes_the_options_of_the_area_that_calls_it() -> None:
    around = Around(
        macros=f'<macro name="who">{NAMES}</macro>',
        citation='name-form="short"',
        bibliography='name-as-sort-order="first"',
    )
    assert cite('<text macro="who"/>', PEOPLE, around) == "Doe, Roe, Poe"
    assert entry('<text macro="who"/>', PEOPLE, around) == "Doe, Jane, Richard Roe, Edgar Poe"
