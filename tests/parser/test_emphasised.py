"""Italics that the format keeps apart from the words reach the parser, and leave no trace in what is printed."""

from __future__ import annotations

import pytest

import anora_bib as ab
from anora_bib.model.essay.pieces import Reference, ShortForm
from anora_bib.parser.emphasised import emphasised
from anora_bib.readers.html import HtmlReader
from anora_bib.text.spans import Span

NOTES = [
    ("Roe, Jane. <i>Wicks, Edited by Nobody</i>. Exampleton: Example Press, 2009.", "Wicks, Edited by Nobody"),
    ("Roe, J. (2005). <EM CLASS='t'>Dr. J. Doe, Lamps</EM>. Example Press.", "Dr. J. Doe, Lamps"),
    ('Roe, <span style="font-style: italic">The Lamp</span> (Exampleton: Example Press, 2009), 3.', "The Lamp"),
    ('Roe, <span class="c-italic">The Lamp</span> (Exampleton: Example Press, 2009), 3.', "The Lamp"),
    ("Roe, <i>The Lamp</i> <i>of Oil</i> (Exampleton: Example Press, 2009), 3.", "The Lamp of Oil"),
]


@pytest.mark.parametrize(("note", "title"), NOTES)
def test_a_title_set_in_italics_by_tags_is_known_for_one(note: str, title: str) -> None:
    """The same as signs of emphasis tell in Markdown; spans and words are those of the page."""
    page = f'<p>Lamps were dear.<a href="#fn1">1</a></p><ol><li id="fn1">{note}</li></ol>'
    essay = HtmlReader().read(page.encode(), "a.html")
    [piece] = ab.apparatus(essay).notes[0].pieces
    assert isinstance(piece, Reference)
    entry = piece.entry
    assert entry.string("title") == title
    assert entry.span is not None
    assert entry.text == entry.span.of(essay.text)
    for field in entry.fields.values():
        assert "*" not in str(field.value)
    span = entry.fields["title"].span
    assert span is not None
    assert span.of(essay.text) == title


def test_pieces_cover_the_note_as_printed() -> None:
    """Each begins where the one before it ends, in the text without signs."""
    page = (
        '<p>Dear.<a href="#fn1">1</a> Rare.<a href="#fn2">2</a></p><ol>'
        "<li id='fn1'>See Jane Roe, <i>A Lamp</i> (Exampleton: Example Press, 2009), 3; John Doe, "
        "<i>Oil</i> (Exampleton: Example Press, 2010), 4.</li>"
        "<li id='fn2'><i>Ibid.</i>, 5; Roe, <i>Lamp</i>, 6.</li></ol>"
    )
    essay = HtmlReader().read(page.encode(), "a.html")
    for note in ab.apparatus(essay).notes:
        assert note.pieces[0].span.start == note.span.start
        assert note.pieces[-1].span.end == note.span.end
        for before, after in zip(note.pieces, note.pieces[1:], strict=False):
            assert before.span.end == after.span.start
    short = ab.apparatus(essay).notes[1].pieces[-1]
    assert isinstance(short, ShortForm)
    assert short.title == "Lamp"
    assert short.words.of(essay.text) == "Roe, Lamp, 6."


@pytest.mark.parametrize(
    ("text", "italics", "shown"),
    [
        ("Roe, Lamps, 3", [Span(15, 20)], "Roe, *Lamps*, 3"),
        ("Roe, Lamps , 3", [Span(14, 21)], "Roe, *Lamps* , 3"),
        ("Roe, Lamps of Oil, 3", [Span(15, 20), Span(20, 27)], "Roe, *Lamps of Oil*, 3"),
        ("Roe, Lamps of Oil, 3", [Span(15, 27), Span(15, 20)], "Roe, *Lamps of Oil*, 3"),
        ("Roe, Lamps, 3", [Span(0, 12), Span(40, 50)], "*Ro*e, Lamps, 3"),
    ],
)
def test_signs_are_set_around_the_words_in_italics(text: str, italics: list[Span], shown: str) -> None:
    """The text begins at 10 of what the spans count in."""
    marked = emphasised(text, 10, italics)
    assert marked is not None
    assert marked.text == shown


@pytest.mark.parametrize(
    ("text", "italics"),
    [
        ("Roe, Lamps, 3", []),
        ("Roe, *Lamps*, 3", [Span(16, 21)]),
        ("Roe, _Lamps_, 3", [Span(16, 21)]),
        ("Roe, Lamps, 3", [Span(10, 23)]),
        ("Roe, Lamps, 3", [Span(2, 8), Span(30, 40)]),
    ],
)
def test_text_that_nothing_is_set_apart_in_stays_as_it_is(text: str, italics: list[Span]) -> None:
    """No italics, signs of its own, italics throughout, or italics elsewhere."""
    assert emphasised(text, 10, italics) is None
