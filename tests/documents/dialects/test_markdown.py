from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from anora_bib.documents.dialects import html, markdown

HOSTILE = st.lists(
    st.sampled_from(
        ["*", "_", "`", "[", "](x)", "<b>", "&amp;", "&#60;", "#", "1. ", "- ", "+", ">", "~~", "^", "$", "|", "a", " ",
         "\\", "---", "...", "(c)", "1/2", "![", "=", ":"]
    )
).map("".join)  # fmt: skip


@settings(derandomize=True, deadline=None)
@given(HOSTILE)
def test_no_text_is_markup(text: str) -> None:
    written = markdown.line(markdown.text(f"{text}x"))
    assert (
        MarkdownIt("commonmark").render(written)
        == f"<p>{html.attribute(f'{text}x'.lstrip()).replace(chr(39), '&#x27;')}</p>\n"
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("1. Fisher", "1\\. Fisher"),
        ("- a dash", "\\- a dash"),
        ("# no heading", "\\# no heading"),
        ("A. Fisher", "A. Fisher"),
        ("3 - 1", "3 - 1"),
    ],
)
def test_a_line_begins_no_block(text: str, line: str) -> None:
    assert markdown.line(markdown.text(text)) == line


@settings(derandomize=True, deadline=None)
@given(HOSTILE)
def test_what_was_escaped_is_read_back(text: str) -> None:
    assert markdown.unescape(markdown.text(text)) == text


def test_a_backslash_before_a_letter_is_a_backslash() -> None:
    assert markdown.unescape(r"C:\temp \* \\") == r"C:\temp * \\"[:-1]
