"""A document, its text and its file."""

from __future__ import annotations

import pytest

from anora_bib.documents.dialects import HTML, LATEX, MARKDOWN, Dialect
from anora_bib.documents.document import Document, UneditableError, write_text
from anora_bib.documents.source_map import Segment, SourceMap
from anora_bib.text.spans import SourceEdit, SourceSpan, TextEdit, TextSpan, apply_edits

# The file "a &amp; b<br>c" read as "a & b", a line break and "c".
PAGE = Document(
    "e.html",
    "a & b\nc",
    HTML,
    "a &amp; b<br>c",
    SourceMap([Segment(0, 0, 2), Segment(2, 2, 0, written=5), Segment(3, 7, 2), Segment(6, 13, 1)]),
)
LEGACY = Document("e.txt", "café", encoding="cp1252")


@pytest.mark.parametrize(
    ("span", "source", "verbatim"),
    [
        (TextSpan(0, 1), SourceSpan(0, 1), True),
        (TextSpan(3, 5), SourceSpan(7, 9), True),
        (TextSpan(2, 3), SourceSpan(2, 7), False),  # the reference has other letters in the file
        (TextSpan(0, 3), SourceSpan(0, 7), False),
        (TextSpan(5, 6), SourceSpan(9, 9), False),  # the tag of the line break has no letters in the text
        (TextSpan(0, 5), SourceSpan(0, 9), False),
        (TextSpan(4, 4), SourceSpan(8, 8), True),
        (TextSpan(6, 7), SourceSpan(13, 14), True),
    ],
)
def test_places_in_the_file(span: TextSpan, source: SourceSpan, verbatim: bool) -> None:
    assert PAGE.source_map is not None
    assert PAGE.source_span(span) == source
    assert type(PAGE.source_span(span)) is SourceSpan
    assert PAGE.source_map.is_verbatim(span) is verbatim


def test_without_a_map_text_and_file_are_one_string() -> None:
    document = Document("e.md", "one\ntwo", MARKDOWN)
    assert document.source == document.text
    assert document.source_span(TextSpan(1, 6)) == SourceSpan(1, 6)
    assert document.position(5) == (2, 2)
    assert document.data == b"one\ntwo"


@pytest.mark.parametrize(
    ("edit", "made"),
    [
        (TextEdit(TextSpan(4, 5), "<B>"), SourceEdit(SourceSpan(8, 9), "&lt;B&gt;")),
        (TextEdit(TextSpan(6, 7), "d"), SourceEdit(SourceSpan(13, 14), "d")),
        (TextEdit(TextSpan(4, 4), "ł"), SourceEdit(SourceSpan(8, 8), "ł")),
    ],
    ids=["escaped", "after the tag", "UTF-8 has every letter"],
)
def test_edits_are_made_in_the_dialect_of_the_file(edit: TextEdit, made: SourceEdit) -> None:
    assert PAGE.source_edit(edit) == made


@pytest.mark.parametrize(
    ("document", "text", "as_written"),
    [
        (Document("e.md", "one two", MARKDOWN), r"&lt;b\> \*\&amp;\* \[\^4\]", "<b> *&amp;* [^4]"),
        (Document("e.tex", "one two", LATEX), r"\textless{}b\textgreater{} *\&amp;* [\textasciicircum{}4]", None),
        (Document("e.txt", "one two"), "<b> *&amp;* [^4]", "<b> *&amp;* [^4]"),
        # The text of a page is what it prints, so that no words of it are markup.
        (PAGE, "&lt;b&gt; *&amp;amp;* [^4]", "&lt;b&gt; *&amp;amp;* [^4]"),
    ],
    ids=["Markdown", "LaTeX", "plain", "HTML"],
)
def test_words_of_a_record_are_never_markup(document: Document, text: str, as_written: str | None) -> None:
    words, span = "<b> *&amp;* [^4]", TextSpan(0, 1)
    assert document.source_edit(TextEdit(span, words)).replacement == text
    as_written = words if as_written is None else as_written
    assert document.source_edit(TextEdit(span, words, as_written=True)).replacement == as_written


@pytest.mark.parametrize("span", [TextSpan(2, 3), TextSpan(4, 7)], ids=["a reference", "across a tag"])
def test_what_the_file_writes_otherwise_cannot_be_edited(span: TextSpan) -> None:
    with pytest.raises(UneditableError, match="markup or character references"):
        PAGE.source_edit(TextEdit(span, "x"))


def test_a_letter_that_the_encoding_does_not_have() -> None:
    page = Document("e.html", PAGE.text, HTML, PAGE.source, PAGE.source_map, "cp1252")
    edit = page.source_edit(TextEdit(TextSpan(4, 5), "éł"))
    assert edit == SourceEdit(SourceSpan(8, 9), "é&#322;")
    assert write_text(page, apply_edits(page.source, [edit])) == b"a &amp; \xe9&#322;<br>c"
    assert LEGACY.source_edit(TextEdit(TextSpan(0, 1), "é")) == SourceEdit(SourceSpan(0, 1), "é")
    with pytest.raises(UneditableError, match=r"cp1252, has no '\\u0142'; save the file as UTF-8"):
        LEGACY.source_edit(TextEdit(TextSpan(0, 1), "Ł".lower()))


@pytest.mark.parametrize("dialect", [HTML, MARKDOWN], ids=lambda it: it.name)
def test_half_a_character_is_never_written(dialect: Dialect) -> None:
    document = Document("e", "a", dialect, "a", SourceMap([Segment(0, 0, 1)]))
    with pytest.raises(UneditableError, match="has no"):
        document.source_edit(TextEdit(TextSpan(0, 1), "\ud800"))


def test_a_file_of_which_the_source_is_a_part_keeps_its_bytes() -> None:
    assert Document("e.docx", "a", original=b"PK\3\4").data == b"PK\3\4"
