"""Quoted passages: where they begin and end, paragraph by paragraph."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.find.prose.paragraphs import paragraphs, read_prose
from anora_bib.model import Essay
from anora_bib.text.spans import Span


def quotations(text: str, *passages: Span) -> tuple[Span, ...]:
    return read_prose(Essay.of("", text, "plain"), passages or [Span(0, len(text))], ()).quotations


def read(text: str) -> list[str]:
    return [span.of(text) for span in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("She said “yes” and “no”.", ["yes", "no"], "two"),
        ("She said “call it ‘art’ or not”.", ["call it ‘art’ or not"], "one inside another"),
        ("Roe’s view: 'a dance'.", ["a dance"], "an apostrophe is no quotation"),
        ("“Open here.\n\nNothing closes.", [], "never over a paragraph's end"),
        ("“One.\n\n“Two.”\n\nThree “four”.", ["One.\n\n“Two.", "four"], "continued over paragraphs"),
        ("“One.\n\n“Two.\n\n“Three.” End", ["One.\n\n“Two.\n\n“Three."], "continued twice"),
        ("A “b\nc” d", ["b\nc"], "a line end is no paragraph end"),
        ("Lost \ufffdmarks\ufffd here", ["marks"], "marks lost in conversion"),
    ],
)
def test_quotations(text: str, expected: list[str], reason: str) -> None:
    assert read(text) == expected, reason


def test_passages_are_read_apart() -> None:
    text = "one “two\nthree” four"
    assert quotations(text, Span(0, 8), Span(9, len(text))) == ()


def test_paragraphs_are_cut_at_blank_lines_and_trimmed() -> None:
    text = " One \n \n Two\nmore \n"
    assert [span.of(text) for span in paragraphs(text, [Span(0, len(text))])] == ["One", "Two\nmore"]


@given(st.text(alphabet="ab .\n“”‘’\"'", max_size=60))
@settings(max_examples=100)
def test_quotations_are_in_order_and_apart(text: str) -> None:
    spans = quotations(text)
    assert all(one.end <= other.start for one, other in pairwise(spans))
