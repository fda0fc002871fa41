from __future__ import annotations

import pytest

from tests.lint.pipeline import diagnose, only

LISTED = """\
# On Lamps

The lamp is old (Roe 12).

## Works Cited

{first}

{second}

Woe, Al. *Soot*. Tide Press, 2014.
"""
DOE = "Doe, John, ed. *A Companion to Lamps*. Tide Press, 2002, 99–118."


@pytest.mark.parametrize(
    "first",
    [
        'Roe, Jane. "The Foundations of Lamps." In',
        "ROE, Jane, « Les lampes », dans",
        "Roe, Jane, and",
        "Roe, Jane. *Oil*. Hull,",
    ],
)
def test_it_goes_on(first: str) -> None:
    assert "goes on in the next one, “Doe, John, ed." in only(LISTED.format(first=first, second=DOE), "W011").message


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('Roe, Jane. "The Foundations of Lamps." *Light*, 2002.', DOE),
        ("Roe, Jane. *What Lamps Are For*", DOE),
        ('Roe, Jane. "Lamps,"', "<https://example.org/lamps>"),
        (
            "The lamps were lit. In the year that followed, the keepers say, nobody went up to the tower at all. And",
            "Nobody knows who lit them.",
        ),
    ],
)
def test_it_ends(first: str, second: str) -> None:
    assert diagnose(LISTED.format(first=first, second=second), "W011") == []


@pytest.mark.parametrize("second", ["other lights*. Tide Press, 2002.", "(Hull: Tide Press, 2009)."])
def test_the_rest_begins_no_item(second: str) -> None:
    found = only(LISTED.format(first="Roe, Jane. *Lamps and", second=second), "W011")
    assert found.message.startswith("the item goes on in the next one, “")


@pytest.mark.parametrize("second", ["von Roe, Ada. *Oil*. 2002.", "bell, ada. *Oil*. 2002.", "example.org/oil, 2002."])
def test_small_letters_that_begin_an_item(second: str) -> None:
    assert diagnose(LISTED.format(first="Roe, Jane. *Lamps* 2009", second=second), "W011") == []


def test_a_list_of_titles_with_what_is_said_of_them() -> None:
    items = "\n\n".join(f"The {name} Lamp\n\nby Jane Roe, Tide Press, 2002." for name in ("Old", "New", "Blue", "Low"))
    assert diagnose(LISTED.format(first=items, second=DOE), "W011") == []
