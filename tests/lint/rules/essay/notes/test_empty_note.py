from __future__ import annotations

import pytest

from tests.lint.essays import DOE, READERS, line_of_note, with_notes
from tests.lint.pipeline import diagnose, only


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("words", ["", " ", "–", "."])
def test_nothing_in_it(words: str, reader: str) -> None:
    found = only(with_notes(reader, DOE, words), "N004", reader=reader)
    assert found.message == "note 2 is empty"
    assert found.start.line == line_of_note(reader, 2)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("words", ["Roe.", "???", "7", "Ibid."])
def test_something_in_it(words: str, reader: str) -> None:
    assert diagnose(with_notes(reader, DOE, words), "N004", reader=reader) == []


@pytest.mark.parametrize(("reader", "empty"), [("plain", "[1]"), ("markdown", "[^1]:")])
def test_the_words_of_the_next_note_are_not_taken_for_its_own(reader: str, empty: str) -> None:
    text = with_notes(reader, "", DOE)
    found = only(text, reader=reader, code="N004")
    assert text[found.span.start : found.span.end].strip() == empty
