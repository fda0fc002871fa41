"""The tags inside values."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.model.values.richtext import (
    TAG_PATTERN,
    TAGS,
    Closing,
    Opening,
    Piece,
    Tag,
    normal_tags,
    pieces,
    plain,
)

ITALIC, BOLD = Tag.ITALIC, Tag.BOLD

CASES: list[tuple[str, list[Piece], str]] = [
    ("plain", ["plain"], "no tag"),
    ("on <i>Anora</i>.", ["on ", Opening(ITALIC), "Anora", Closing(ITALIC), "."], "italics"),
    ("<i>a <b>b</b></i>", [Opening(ITALIC), "a ", Opening(BOLD), "b", Closing(BOLD), Closing(ITALIC)], "nested"),
    ("1 <i 2 </b>", ["1 <i 2 ", "</b>"], "not tags, not pairs"),
    ("<i>never closed", ["<i>", "never closed"], "no closing"),
    ('<span class="nocase">iPhone</span>', [Opening(Tag.NO_CASE), "iPhone", Closing(Tag.NO_CASE)], "no case change"),
    (
        '<span style="font-variant:small-caps;">x</span>',
        [Opening(Tag.SMALL_CAPS), "x", Closing(Tag.SMALL_CAPS)],
        "small capitals",
    ),
    (
        '<span  style="font-variant: small-caps">x</span>',
        [Opening(Tag.SMALL_CAPS), "x", Closing(Tag.SMALL_CAPS)],
        "small capitals in another spelling",
    ),
    (
        '<span class="nocase" id="1">x</span>',
        [Opening(Tag.NO_CASE), "x", Closing(Tag.NO_CASE)],
        "a span with another attribute",
    ),
    ("<i>a <b>c</i>", [Opening(ITALIC), "a ", "<b>", "c", Closing(ITALIC)], "never closed inside another"),
    ("<i>a</b> c</i>", [Opening(ITALIC), "a", "</b>", " c", Closing(ITALIC)], "never opened"),
    ('<span class="nodecor">v</span>', ['<span class="nodecor">', "v", "</span>"], "a tag of the CSL engine alone"),
    ("<script>x</script>", ["<script>x</script>"], "not one of ours"),
    ("", [], "nothing"),
]


@pytest.mark.parametrize(("value", "expected", "reason"), CASES, ids=[case[2] for case in CASES])
def test_pieces(value: str, expected: list[Piece], reason: str) -> None:
    assert list(pieces(value)) == expected, reason


def test_plain() -> None:
    assert plain("H<sub>2</sub>O & <i>Anora</i>") == "H2O & Anora"


@settings(max_examples=100)
@given(st.lists(st.sampled_from(["<i>", "</i>", "<b>", "</b>", "</span>", '<span class="nocase">', "x", "<"])))
def test_always_in_pairs(tokens: list[str]) -> None:
    stack = []
    for piece in pieces("".join(tokens)):
        if isinstance(piece, Opening):
            stack.append(piece.tag)
        elif isinstance(piece, Closing):
            assert stack.pop() == piece.tag
    assert not stack


def test_a_tag_has_one_spelling() -> None:
    assert {normal_tags(opening) for opening in TAGS} == set(TAGS)
    given = '<span  class="nocase" id="1">a</span> <span style="font-variant: small-caps">b</span>'
    assert normal_tags(given) == '<span class="nocase">a</span> <span style="font-variant:small-caps;">b</span>'
    assert re.fullmatch(TAG_PATTERN, "<span>") is None
