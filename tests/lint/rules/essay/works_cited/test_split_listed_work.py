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
