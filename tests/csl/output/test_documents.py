"""Whole documents: sections of entries under headings, in every output format."""

from __future__ import annotations

import pytest

from anora_bib.csl.output.formats import FORMATS, format_named
from tests.csl.markup_readers import markdown_tokens, rst_document
from tests.csl.snippets import entries

NAMES = [item.name for item in FORMATS]

DOCUMENTS = {
    "text": "Films\n=====\n\nOne & two\n\nB\n",
    "markdown": "## Films\n\nOne & two\n\nB\n",
    "rst": "Films\n=====\n\nOne & two\n\nB\n",
    "latex": "\\section*{Films}\n\nOne \\& two\n\nB\n",
    "html": '<h2>Films</h2>\n<div class="csl-bib-body">\n  <div class="csl-entry">One &#38; two</div>\n  '
    '<div class="csl-entry">B</div>\n</div>\n',
    "rtf": "{\\rtf1\\ansi\\deff0\n{\\pard\\sb240\\sa240\\b Films\\par}\n{\\pard\\li720\\fi-720\\sa240 One & two\\par}\n"
    "{\\pard\\li720\\fi-720\\sa240 B\\par}\n}\n",
}


@pytest.mark.parametrize("to", DOCUMENTS)
def test_a_document(to: str) -> None:
    lines = entries('<text variable="title"/>', [{"title": "One & two"}, {"title": "B"}], to=to)
    assert format_named(to).document([("Films", lines), ("", [])]) == DOCUMENTS[to]


@pytest.mark.parametrize("to", NAMES)
def test_a_document_of_nothing(to: str) -> None:
    assert format_named(to).document([]) == format_named(to).document([("", [])]) == ""


@pytest.mark.parametrize("to", NAMES)
def test_a_heading_is_escaped(to: str) -> None:
    document = format_named(to).document([("A & <b> {x} *y*", ["z"])])
    assert format_named(to).escape("A & <b> {x} *y*") in document


TITLES = ["Films", "1. 花様年華", "A *b* `c`", "-", "====", ":a: b", "::"]


@pytest.mark.parametrize("title", TITLES)
def test_a_heading_of_restructured_text_is_one(title: str) -> None:
    (section,) = rst_document(format_named("rst").document([(title, ["x"])])).children
    assert [child.astext() for child in section.children] == [title, "x"]


@pytest.mark.parametrize("title", TITLES)
def test_a_heading_of_markdown_is_one(title: str) -> None:
    tokens = markdown_tokens(format_named("markdown").document([(title, ["x"])]))
    assert [token.type for token in tokens[::3]] == ["heading_open", "paragraph_open"]
    assert "".join(token.content for token in tokens[1].children or []) == title
