from __future__ import annotations

import pytest

from tests.lint.essays import DOE, READERS, line_of_note, with_notes
from tests.lint.pipeline import diagnose, only, understand


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


ITEMS = [DOE, "", " ", "<p></p>", "Roe, Jane. <i>A Book of Lamps</i>. London: Lantern House, 2009."]


@pytest.mark.parametrize("id", ["", ' id="n{}"', ' id="fn{}"', ' id="fn:{}" role="doc-endnote"'])
def test_an_item_of_a_page_without_words(id: str) -> None:
    claims = "".join(
        f'<p>A claim of its own.<sup><a href="#x{number}">{number}</a></sup></p>\n' for number in range(1, 6)
    )
    items = "\n".join(f"<li{id.format(number)}>{words}</li>" for number, words in enumerate(ITEMS, 1))
    text = f"<html><body><h1>On Lamps</h1>\n{claims}<h2>Notes</h2>\n<ol>\n{items}\n</ol></body></html>\n"
    found = diagnose(text, reader="html")
    assert [(problem.code, problem.message, problem.start.line) for problem in found] == [
        ("N004", f"note {number} is empty", 8 + number) for number in (2, 3, 4)
    ]


def test_an_empty_bullet_is_no_note() -> None:
    text = f"<p>A claim.<a href='#n1'>1</a></p><ul><li></li></ul><h2>Notes</h2><ul><li id='n1'>{DOE}</li><li></li></ul>"
    assert diagnose(text, reader="html") == []


def test_a_letter_below_its_number_is_the_note() -> None:
    letter = "HULL, June 12.\n\nDear Roe,\n\nWe have got your lamp, and it burns well.\n\nYours ever, Doe, at the pier."
    text = f"A claim.[1] Another.[2]\n\nNotes\n\n[1]\n\n{letter}\n\n[2] {DOE}\n"
    assert diagnose(text, "N004", reader="plain") == []


def test_words_that_tags_parted_from_the_note() -> None:
    text = "<p>It won.[<a href='#f1' name='n1'>1</a>] It lost.[<a href='#f2' name='n2'>2</a>]</p><h3>Notes</h3>\n"
    notes = (
        "<a href='#n1' name='f1'><li></a>Roe, <i>Lamps</i>.</li>\n<a href='#n2'><li></a><a name='f2'>Doe</a>, 3.</li>"
    )
    page = f"{text}<ol>\n{notes}</ol>"
    assert len(understand(page, reader="html").notes) == 2
    assert diagnose(page, "N004", reader="html") == []
