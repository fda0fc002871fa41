"""Citations as they are typed in pandoc's syntax."""

from __future__ import annotations

from typing import Any

import pytest

from anora_bib.csl.locators import Locator, leading_locator
from anora_bib.integrations.shared.groups import read_cites

LOCATORS: list[tuple[str, Locator | None, str]] = [
    (", pp. 33-35 and more", Locator("page", "33-35"), " and more"),
    ("{ii}, so", Locator("page", "ii"), ", so"),
    ("{}, 99 years later", None, ", 99 years later"),
    (", {pp. iv, (xv)-(xvii)} so", Locator("page", "iv, (xv)-(xvii)"), " so"),
    (" chaps. iv-v", Locator("chapter", "iv-v"), ""),
    (", 12, 15 & 18, note 4", Locator("page", "12, 15 & 18"), ", note 4"),
    (", 12f.", Locator("page", "12f."), ""),
    (", p. 12.", Locator("page", "12"), "."),
    (", 19th-century views", None, ", 19th-century views"),
    (" page layout", None, " page layout"),
    ("{unclosed", None, "{unclosed"),
    ("", None, ""),
]


@pytest.mark.parametrize(("text", "locator", "rest"), LOCATORS, ids=[text for text, _, _ in LOCATORS])
def test_a_locator_is_what_a_suffix_begins_with(text: str, locator: Locator | None, rest: str) -> None:
    assert leading_locator(text) == (locator, rest)


def test_a_locator_in_another_language() -> None:
    assert leading_locator(", Kap. 3 dort", "de") == (Locator("chapter", "3"), " dort")


def said(cite: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in cite.items() if value}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("doe2001", [{"id": "doe2001"}]),
        ("doe2001, roe2002", [{"id": "doe2001"}, {"id": "roe2002"}]),
        ("@doe2001", [{"id": "doe2001"}]),
        (
            "see @doe2001, p. 3; -@roe2002",
            [
                {"id": "doe2001", "prefix": "see", "label": "page", "locator": "3"},
                {"id": "roe2002", "suppress-author": True},
            ],
        ),
        ("@{doe:2001}, {a; b}", [{"id": "doe:2001", "label": "page", "locator": "a; b"}]),
        ("@doe2001 and so on", [{"id": "doe2001", "suffix": " and so on"}]),
        ("", []),
    ],
)
def test_cites_are_read(text: str, expected: list[dict[str, Any]]) -> None:
    assert [said(cite) for cite in read_cites(text)] == expected
