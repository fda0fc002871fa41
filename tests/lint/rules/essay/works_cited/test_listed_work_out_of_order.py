from __future__ import annotations

import pytest

from tests.lint.pipeline import diagnose, only

ORDERED = ["Cole, Al", "Doe, John", "Gale, Bo", "Loe, Di", "Noe, Bo", "Poe, Ann", "Roe, Jane", "Woe, Al"]


def listing(names: list[str]) -> str:
    items = "\n\n".join(f"{name}. *On Lamps, {n}*. Hull: Tide Press, {2001 + n}." for n, name in enumerate(names))
    return f"# On Lamps\n\nThe lamp is old (Roe 12).\n\n## Works Cited\n\n{items}\n"


@pytest.mark.parametrize(
    ("name", "place", "behind"),
    [
        ("Hale, Bo", 6, "behind “Gale, Bo"),
        ("Zoe, Bo", 2, "behind “Woe, Al"),
        ("Abel, Bo", 5, "at the head of the list"),
        ("HALE, Bo", 6, "behind “Gale, Bo"),
    ],
)
def test_one_is_astray(name: str, place: int, behind: str) -> None:
    found = only(listing([*ORDERED[:place], name, *ORDERED[place:]]), "W013")
    assert found.message.startswith(f"“{name}")
    assert behind in found.message


@pytest.mark.parametrize(
    "names",
    [
        ORDERED,
        [*ORDERED[:4], "de Roe, Al", *ORDERED[4:]],
        [*ORDERED[:7], "Émond, Al", ORDERED[7]],
        [*ORDERED[:4], "McRoe, Al", *ORDERED[4:]],
        [*ORDERED[:2], "DeGale, Al", *ORDERED[2:]],
        [*ORDERED[4:], *ORDERED[:4]],
        ["Woe, Al", *ORDERED[:6]],
    ],
    ids=[
        "in order",
        "a particle",
        "an accent",
        "Mc",
        "a particle written with the name",
        "two lists",
        "a short list",
    ],
)
def test_no_one_is(names: list[str]) -> None:
    assert diagnose(listing(names), "W013") == []
