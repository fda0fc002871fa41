"""Many names looked for at once."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.find.gazetteer import Gazetteer
from anora_bib.text.spans import Span

NAMES = Gazetteer(
    (name, name)
    for name in (
        "Pretty Woman",
        "Pretty",
        "L.A. Times",
        "The Harlot’s Shelf: A Reader",
        "Spider-Man",
        "Workers' Rights",
    )
)


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("in Pretty Woman and Pretty", ["Pretty Woman", "Pretty"], "the longest at one place"),
        ("in pretty woman", [], "case counts"),
        ("Pretty\nWoman", ["Pretty\nWoman"], "over a line end"),
        ("the L.A. Times’s", ["L.A. Times"], "a possessive"),
        ("The Harlot's Shelf—A Reader", ["The Harlot's Shelf—A Reader"], "other signs for the same title"),
        ("Spider‑Man", ["Spider‑Man"], "a non-breaking hyphen"),
        ("Workers’ Rights", ["Workers’ Rights"], "a curly apostrophe"),
        ("Pretty, Woman", ["Pretty"], "a comma is not nothing"),
        ("Prettying", [], "whole words only"),
    ],
)
def test_scan(text: str, expected: list[str], reason: str) -> None:
    assert [hit.span.of(text) for hit in NAMES.scan(text, Span(0, len(text)))] == expected, reason


def test_all_that_share_a_name_come_out() -> None:
    names = Gazetteer([("Whore", 1), ("Whore", 2), ("", 3)])
    assert [hit.items for hit in names.scan("Whore", Span(0, 5))] == [(1, 2)]


@given(st.text(max_size=60))
@settings(max_examples=100)
def test_hits_lie_apart_and_in_order(text: str) -> None:
    done = 0
    for hit in NAMES.scan(text, Span(0, len(text))):
        assert hit.span.start >= done
        done = hit.span.end
