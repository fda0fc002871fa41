"""Positions of the protocol count UTF-16 code units, and lines end where it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("lsprotocol", reason="an extra")

from lsprotocol.types import Position

from anora_bib.server.lines import Lines


@pytest.mark.parametrize(
    ("text", "offset", "line", "character"),
    [
        ("one\ntwo", 5, 1, 1),
        ("one\r\ntwo", 5, 1, 0),
        ("one\rtwo", 4, 1, 0),
        ("a\u2028b", 2, 0, 2),
        ("😀 é", 2, 0, 3),
        ("", 0, 0, 0),
        ("end\n", 4, 1, 0),
        ("end", 9, 0, 3),
    ],
)
def test_positions(text: str, offset: int, line: int, character: int) -> None:
    assert Lines(text).position(offset) == Position(line, character)


@pytest.mark.parametrize(
    ("text", "line", "character", "offset"),
    [("one\ntwo", 0, 99, 3), ("one\r\ntwo", 0, 99, 3), ("one", 7, 0, 3), ("😀 é", 0, 3, 2), ("", 0, 0, 0)],
)
def test_offsets(text: str, line: int, character: int, offset: int) -> None:
    assert Lines(text).offset(Position(line, character)) == offset


@given(st.text(alphabet="a é😀\n\r\t", max_size=40), st.integers(0, 40))
def test_a_position_leads_back(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    if text[offset - 1 : offset + 1] != "\r\n":  # there is no position within the end of a line
        assert Lines(text).offset(Lines(text).position(offset)) == offset
