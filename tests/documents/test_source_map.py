"""The way back, from places of the file to places of the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import anora_bib as ab
from anora_bib.text.spans import SourceSpan, TextSpan

PAGE = (
    "<h1>A &amp; B</h1>\n<p>It is <b>so</b>,&nbsp;as <i>Th&eacute;r&egrave;se</i> says:<br>yes &hellip; no.</p>\n"
    "<p><img alt='a lamp &lt;lit&gt;'> And more.</p>"
)
DOCUMENT = ab.read_text(PAGE, reader="html").document
BEFORE = DOCUMENT.text.index("And")
"""What follows holds a picture, whose description stands elsewhere in the file."""
SPANS = st.tuples(*[st.integers(0, BEFORE)] * 2).map(lambda ends: TextSpan(*sorted(ends)))


@given(SPANS)
def test_there_and_back(span: TextSpan) -> None:
    back = DOCUMENT.text_span(DOCUMENT.source_span(span))
    if len(span) and span.of(DOCUMENT.text).strip() == span.of(DOCUMENT.text):
        assert back.contains(span)
        assert back.of(DOCUMENT.text).strip() == span.of(DOCUMENT.text)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("so", "so"),
        ("&eacute;r", "ér"),
        ("&hellip;", "…"),
        ("Th&eacute;r&egrave;se", "Thérèse"),
        ("<b>", ""),
        ("lit", "lit"),
    ],
)
def test_words_of_the_file_as_they_are_read(source: str, text: str) -> None:
    start = PAGE.index(source)
    assert DOCUMENT.text_span(SourceSpan(start, start + len(source))).of(DOCUMENT.text) == text


def test_a_text_that_is_its_file() -> None:
    document = ab.read_text("It is *so*.", reader="markdown").document
    assert document.text_span(SourceSpan(6, 10)) == TextSpan(6, 10)
