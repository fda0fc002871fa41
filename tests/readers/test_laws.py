"""What holds for every reader: the way from the text to the file and back to bytes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from anora_bib.documents.document import UneditableError
from anora_bib.errors import InputError
from anora_bib.model import BlockKind, Essay
from anora_bib.readers.base import Reader
from anora_bib.readers.builtin import BUILTIN
from anora_bib.text.spans import SourceEdit, TextEdit, TextSpan, apply_edits

PARTS = st.lists(
    st.sampled_from(
        ["words ", "café ", "“so” ", "łódź ", "\r\n", "\n", "\n\n", "# A\n", "> ", "- ", "1. ", "[^1]", "[^1]: note\n",
         "*it* ", "&amp; ", "&#8217; ", "&#11;", "&x ", "<p>", "</p>", "<em>", "</em>", "<br>", "<pre>", "<li>", "<ol>",
         "<dt>", "<img alt='a &lt; b'>", "<a href='#fn1'>1</a>", "<!-- c -->", "  ", "\t", "𝄞", "<", "\ufeff", "---\n"]
    ),
    max_size=30,
).map("".join)  # fmt: skip
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "cp1252"])
LAWS = settings(derandomize=True, deadline=None, max_examples=80)
READERS = pytest.mark.parametrize("reader", BUILTIN, ids=lambda reader: reader.name)


def read(reader: Reader, text: str, encoding: str) -> tuple[bytes, Essay]:
    """The bytes and what the reader makes of them, unless it refuses them."""
    data = text.encode(encoding, "ignore")
    try:
        return data, reader.read(data, "essay.x")
    except InputError:
        assume(False)
        raise


def in_picture(essay: Essay, offset: int) -> bool:
    """Is this in the description of a picture, or right behind it? Those come after the block the picture is in."""
    pictures = [block.span for block in essay.blocks if block.kind is BlockKind.IMAGE]
    return any(span.start - 2 <= offset <= span.end for span in pictures)


@READERS
@LAWS
@given(PARTS, ENCODINGS)
def test_what_is_read_is_written_alike(reader: Reader, text: str, encoding: str) -> None:
    data, essay = read(reader, text, encoding)
    assert reader.write(essay.document, essay.source) == data
    assert essay.document.data == data


@READERS
@LAWS
@given(PARTS)
def test_the_way_to_the_file_never_turns_back(reader: Reader, text: str) -> None:
    _, essay = read(reader, text, "utf-8")
    offsets = [offset for offset in range(len(essay.text) + 1) if not in_picture(essay, offset)]
    places = [essay.source_span(TextSpan(offset, offset)).start for offset in offsets]
    assert places == sorted(places)
    assert all(0 <= place <= len(essay.source) for place in places)
    whole = essay.source_span(TextSpan(0, len(essay.text)))
    assert 0 <= whole.start <= whole.end <= len(essay.source)


@READERS
@LAWS
@given(PARTS)
def test_what_is_verbatim_agrees_letter_for_letter(reader: Reader, text: str) -> None:
    _, essay = read(reader, text, "utf-8")
    where = essay.document.source_map
    if where is None:
        assert essay.text == essay.source.replace("\r\n", "\n").replace("\r", "\n")
        return
    for segment in where.segments:
        here = essay.text[segment.text : segment.text + segment.length]
        assert here == essay.source[segment.source : segment.source + segment.length]
        assert len(here) == segment.length
        assert (segment.length > 0) is not (segment.written > 0)
    for one, other in pairwise(where.segments):
        assert one.text + one.length <= other.text
    for one, other in pairwise(sorted(where.segments, key=lambda segment: segment.source)):
        assert one.source + one.length + one.written <= other.source


@READERS
@LAWS
@given(PARTS, ENCODINGS, st.integers(0, 200), st.integers(0, 6), st.sampled_from(["", "new", "<&>", "é", "ł"]))
def test_an_edit_changes_only_the_bytes_it_names(
    reader: Reader, text: str, encoding: str, start: int, length: int, new: str
) -> None:
    data, essay = read(reader, text, encoding)
    span = TextSpan(min(start, len(essay.text)), min(start + length, len(essay.text)))
    try:
        edit = essay.document.source_edit(TextEdit(span, new))
    except UneditableError:
        return
    assert isinstance(edit, SourceEdit)
    assert edit.span.of(essay.source).replace("\r\n", "\n") == span.of(essay.text)
    written = reader.write(essay.document, apply_edits(essay.source, [edit]))
    before = len(reader.write(essay.document, essay.source[: edit.span.start]))
    after = len(essay.source[edit.span.end :].encode(essay.encoding.removesuffix("-sig")))
    assert written[:before] == data[:before]
    assert written[len(written) - after :] == data[len(data) - after :]
    assert len(written) == before + len(edit.replacement.encode(essay.encoding.removesuffix("-sig"))) + after
