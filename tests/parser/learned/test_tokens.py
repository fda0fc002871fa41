"""Tokens: nothing but white space is lost, and what belongs together stays so."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anora_bib.parser.learned.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Roe, J.-L., 2001a.", ["Roe", ",", "J", ".", "-", "L", ".", ",", "2001", "a", "."]),
        ("see https://lamps.example/a_(b)?c=1, p. 3", ["see", "https://lamps.example/a_(b)?c=1", ",", "p", ".", "3"]),
        ("doi:10.1000/lamp.12(3).", ["doi", ":", "10.1000/lamp.12(3", ")", "."]),
        ("l’Été d'Ann", ["l’Été", "d'Ann"]),
        ("黒澤明", ["黒澤明"]),
    ],
)
def test_what_is_one_token(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == expected


@given(st.text(max_size=200))
def test_only_white_space_lies_between(text: str) -> None:
    tokens = tokenize(text)
    done = 0
    for token in tokens:
        assert not text[done : token.start].strip()
        assert text[token.start : token.end] == token.text
        assert token.spaced == (token.start > done)
        done = token.end
    assert not text[done:].strip()


@pytest.mark.parametrize("unit", ["a", "1", ".", "https://", "10.1000/", "’", "é’", " ", "\u202e"])
def test_a_million_characters_take_time_that_is_linear(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    start = time.process_time()
    tokenize(text)
    assert time.process_time() - start < 10
