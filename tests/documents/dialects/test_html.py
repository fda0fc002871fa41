from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anora_bib.documents.dialects import html


class _Page(HTMLParser):
    """The text and the attribute values that Python's own parser sees."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words = ""
        self.values: list[str | None] = []
        self.tags: list[str] = []
        self.feed(source)
        self.close()

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.values += [value for _, value in attrs]


HOSTILE = st.lists(
    st.sampled_from(["<", ">", "&", '"', "'", "&amp;", "<b>", "</p>", "a", " ", "&#60;", "ł", "-->"])
).map("".join)


@given(HOSTILE)
def test_no_text_is_markup(text: str) -> None:
    page = _Page(f'<p title="{html.attribute(text)}">{html.text(text)}</p>')
    assert (page.tags, page.words, page.values) == (["p"], text, [text])
    assert html.unescape(html.text(text)) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("caf&eacute; &#233;&#xE9;", "café éé"),
        ("R&D, AT&T and &nosuchname;", "R&D, AT&T and &nosuchname;"),
        ("a&#11;b", "ab"),
        ("&#0;&#xD800;&#x110000;", "\ufffd" * 3),
        (f"&#{'9' * 5000}; &#x{'f' * 5000}; &#{'0' * 5000}65;", "\ufffd \ufffd A"),
        (html.reference("ł") + html.reference("😀"), "ł😀"),
    ],
    ids=["names and numbers", "no reference", "a control character", "no characters", "endless numbers", "our own"],
)
def test_character_references(source: str, text: str) -> None:
    assert html.unescape(source) == text
