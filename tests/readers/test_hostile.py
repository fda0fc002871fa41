"""What no writer means and every reader has to live with."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.errors import InputError
from anora_bib.model import BlockKind, Essay
from anora_bib.readers.base import Reader
from anora_bib.readers.builtin import BUILTIN
from anora_bib.readers.html import HtmlReader
from anora_bib.readers.markdown import MarkdownReader
from anora_bib.readers.plain import PlainReader

MARKDOWN, PLAIN, HTML = MarkdownReader(), PlainReader(), HtmlReader()


def read(reader: Reader, text: str) -> Essay:
    return reader.read(text.encode(), "essay.x")


def headings(essay: Essay) -> list[str]:
    return [block.span.of(essay.text) for block in essay.blocks if block.kind is BlockKind.HEADING]


@pytest.mark.parametrize("reader", [MARKDOWN, PLAIN], ids=lambda reader: reader.name)
@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("## Doors ##", "Doors"),
        ("## Doors and C#", "Doors and C#"),
        ("# Doors #open", "Doors #open"),
        ("# Doors   ###   ", "Doors"),
    ],
)
def test_signs_that_close_a_heading(reader: Reader, line: str, words: str) -> None:
    assert headings(read(reader, f"{line}\n\nText.\n")) == [words]


@pytest.mark.parametrize("line", ["### ###", "## #", "#", "> # #", "- ### ##", "#\t#"])
def test_a_heading_without_words(line: str) -> None:
    assert headings(read(MARKDOWN, f"{line}\n\nText.\n")) == [""]
    read(PLAIN, f"{line}\n\nText.\n")


@pytest.mark.parametrize(("text", "words"), [("Doors =\n=====\n", "Doors ="), ("Doors -\r\n---\r\n", "Doors -")])
def test_an_underlined_heading_keeps_its_own_signs(text: str, words: str) -> None:
    assert headings(read(MARKDOWN, text)) == [words]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>one&#11; two</p>", "one two"),
        ("<p>&#1;</p><p>x &#x1f;y</p>", "x y"),
        ("<p>a&#0;b&#55296;</p>", "a\ufffdb\ufffd"),
        (f"<p>a&#{'7' * 6000}; b</p>", "a\ufffd b"),
        ("<title>&#11;</title><p>&nosuch; &amp</p>", "&nosuch; &"),
        ("<pre>&#11;\n&#12;x</pre>", "x"),
    ],
)
def test_odd_character_references(page: str, text: str) -> None:
    assert read(HTML, page).text.strip() == text


@pytest.mark.parametrize(
    ("attribute", "labels"),
    [
        (f"start='{'9' * 5000}'", ["1", "2"]),
        ("start='7'", ["7", "8"]),
        ("start=' 7 '", ["7", "8"]),
        ("start='²'", ["1", "2"]),
        ("start='-4'", ["1", "2"]),
    ],
)
def test_numbers_of_lists(attribute: str, labels: list[str]) -> None:
    listed = read(HTML, f"<ol {attribute}><li>One.</li><li>Two.</li></ol>")
    assert [block.label for block in listed.blocks] == labels
    valued = read(HTML, f"<ol><li {attribute.replace('start', 'value')}>One.</li><li>Two.</li></ol>")
    assert [block.label for block in valued.blocks] == labels


@pytest.mark.parametrize(
    ("id", "label"),
    [
        ("fn4", "4"), ("fn:4", "4"), ("_ftn12", "12"), ("footnote-7", "7"), ("foot-note_7", "7"),
        ("cite_note-Roe-3", "3"), ("endnotes-2", "2"), ("en2", "2"), ("en-try-4", "4"), ("note-", None),
        ("fn12345", None), ("fnx4", None), ("fnref4", None), ("section4", None),
        ("fn" + ":" * 30_000 + "x", None), ("fn" + "-1" * 15_000 + "x", None),
    ],
    ids=lambda it: str(it)[:20],
)  # fmt: skip
def test_ids_of_notes(id: str, label: str | None) -> None:
    start = time.process_time()
    (block,) = read(HTML, f"<div id='{id}'>Roe, Jane. Doors. 2001.</div>").blocks
    assert (block.label if block.kind is BlockKind.NOTE else None) == label
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    "text",
    [
        "> " * 20_000 + "x", "- " * 200 + "x", " " * 50_000 + "#", "#" * 50_000, "# " * 20_000, "*" * 30_000,
        "_" * 30_000, "[" * 30_000, "![" * 20_000, "[^" * 20_000, "(" * 30_000, "<" * 30_000, "<a " * 10_000,
        "&" * 50_000, "&#" * 20_000, "[^1]: " * 5_000, "1. " * 5_000, "\\" * 50_000, "<!--" * 20_000,
        "\t" * 50_000 + "x", "<ol><li>" * 5_000, "<p " + "a=1 " * 50_000, "<script>" * 5_000, "`" * 30_000,
        "* * " * 10_000, "<em>" * 5_000 + "x", "[1](#" * 10_000, "[[1]](" * 10_000, "*a " * 20_000, "_a " * 20_000,
        "<sup>" * 10_000, "by a " * 10_000, "“" * 30_000, "![](" * 10_000, "***a" * 10_000,
    ],
    ids=lambda text: text[:8],
)  # fmt: skip
@pytest.mark.parametrize("reader", BUILTIN, ids=lambda reader: reader.name)
def test_no_text_takes_long(reader: Reader, text: str) -> None:
    start = time.process_time()
    read(reader, f"Text.\n\n{text}\n")
    assert time.process_time() - start < 5


CHARACTERS = st.lists(
    st.sampled_from(
        ["# ", "#", "> ", "- ", "1. ", "[^1]: ", "[^1]", "\n", "\n\n", "---\n", "title: ", "&#11;", "&#x0;", "<p>",
         "<li value=9>", "<ol start=٣>", "*", "word", " ", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\ufeff", "[",
         "](#fn1)", "![", "<pre>", "</p>", "By Jane Roe", "May 5, 2020", "===", "\t", "\\", "\r"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@pytest.mark.parametrize("reader", BUILTIN, ids=lambda reader: reader.name)
@settings(max_examples=150)
@given(CHARACTERS)
def test_every_text_is_read_or_refused(reader: Reader, text: str) -> None:
    try:
        essay = read(reader, text)
    except InputError:
        return
    assert all(block.outer.contains(block.span) for block in essay.blocks)


@pytest.mark.parametrize("reader", BUILTIN, ids=lambda reader: reader.name)
@settings(max_examples=100)
@given(
    st.binary(max_size=60)
    | st.builds(
        lambda charset, text: f"<meta charset={charset}>".encode() + text,
        st.sampled_from(["gbk", "shift_jis", "iso-2022-jp", "windows-1251", "utf-8", "big5", "euc-kr", "x"]),
        st.binary(max_size=30),
    )
)
def test_all_bytes_are_read_or_refused(reader: Reader, data: bytes) -> None:
    try:
        essay = reader.read(data, "essay.x")
    except InputError:
        return
    assert reader.write(essay.document, essay.source) == data == essay.document.data
