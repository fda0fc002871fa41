from __future__ import annotations

import pytest

from tests.lint.pipeline import diagnose, only

NAMES = ("Cole", "Doe", "Gale", "Loe", "Noe", "Poe")
DATED = "\n\n".join(f"{name}, Al. *{name} on Lamps*. Hull: Tide Press, {2001 + n}." for n, name in enumerate(NAMES))


def listing(*items: str) -> str:
    return f"# On Lamps\n\nThe lamp is old (Roe 12).\n\n## Works Cited\n\n{DATED}\n\n" + "\n\n".join(items) + "\n"


def test_a_book_without_its_year() -> None:
    found = only(listing("Roe, Jane. *Borrowed Light*. Hull: Tide Press."), "W012")
    assert found.message == "“Borrowed Light” has no year, as the other listed works have"


@pytest.mark.parametrize(
    "items",
    [
        ("Roe, Jane. *Borrowed Light*. Hull: Tide Press, 2009.",),
        ("Roe, Jane. *Borrowed Light*. Hull: Tide Press, n.d.",),
        ("Roe, Jane. *Borrowed Light*. Hull: Tide Press, forthcoming.",),
        ("Roe, Jane. *Borrowed Light*. <https://example.org/light>.",),
        ("Roe Family Papers. Library of Hull.",),
        ("Roe, Jane. *Borrowed Light*. Hull: Tide Press.", "Woe, Jane. *Lent Light*. Hull: Tide Press."),
    ],
    ids=["dated", "no date", "forthcoming", "a page", "papers", "several"],
)
def test_what_is_dated_or_has_a_reason(items: tuple[str, ...]) -> None:
    assert diagnose(listing(*items), "W012") == []
