"""A text with one kind of line end, and its file with any."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anora_bib.documents.dialects import MARKDOWN
from anora_bib.documents.document import Document
from anora_bib.documents.line_ends import LineEnds, unified
from anora_bib.text.spans import SourceSpan, TextEdit, TextSpan

SOURCES = st.lists(st.sampled_from(["a", "é", " ", "\n", "\r\n", "\r"]), max_size=20)
"""In pieces, each of which is one character of the text."""


@given(SOURCES)
def test_each_character_of_the_text_has_its_place_in_the_file(pieces: list[str]) -> None:
    source = "".join(pieces)
    merged = source.replace("\r\n", "\x00")  # a piece "\r" may have met a piece "\n"
    text = merged.replace("\x00", "\n").replace("\r", "\n")
    places = [0, *accumulate(2 if char == "\x00" else 1 for char in merged)]
    ends = LineEnds(source)
    assert unified(source) == text
    assert [ends.offset(offset) for offset in range(len(text) + 1)] == places
    for offset, place in enumerate(places):
        assert ends.text_span(SourceSpan(place, len(source))) == TextSpan(offset, len(text))


@pytest.mark.parametrize(
    ("source", "replacement", "written"),
    [
        ("one\r\ntwo\r\n", "1\n2", "one\r\n1\r\n2\r\n"),
        ("one\r\ntwo\r\n", "1\r\n2", "one\r\n1\r\n2\r\n"),
        ("one\rtwo\r", "1\n2", "one\r1\r2\r"),
        ("one\ntwo\n", "1\n2", "one\n1\n2\n"),
        ("one\r\ntwo\n", "1\n2", "one\r\n1\r\n2\n"),
    ],
)
def test_an_edit_is_written_with_the_line_ends_of_the_file(source: str, replacement: str, written: str) -> None:
    document = Document("e.md", unified(source), MARKDOWN, source)
    edit = TextEdit(TextSpan(4, 7), replacement, as_written=True)
    made = document.source_edit(edit)
    assert source[: made.span.start] + made.replacement + source[made.span.end :] == written
    assert document.edited([edit]) == written
    assert document.position(4) == (2, 1)
