"""Notes that stand in the sentence itself."""

from __future__ import annotations

import pytest

from anora_bib.find.page.structure import find_apparatus
from anora_bib.model import Apparatus
from anora_bib.readers.base import Reader
from anora_bib.readers.html import HtmlReader
from anora_bib.readers.markdown import MarkdownReader
from anora_bib.readers.plain import PlainReader

ROE = "Roe, Jane. *Docks* [sic]. London: Example Press, 2009 (new ed.)."
FORMS = ("^[{}]", "(({}))", "[ref]{}[/ref]", "[efn_note]{}[/efn_note]", "[[{}]]")


def read(reader: Reader, text: str) -> Apparatus:
    return find_apparatus(reader.read(text.encode(), f"essay{reader.suffixes[0]}"))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("reader", [MarkdownReader(), PlainReader(), HtmlReader()], ids=lambda reader: reader.name)
def test_each_form_is_a_note_with_its_marker_at_its_head(reader: Reader, form: str) -> None:
    words = f"The harbour froze.{form.format(ROE)} It thawed late."
    text = f"<p>{words}</p>" if reader.name == "html" else f"{words}\n"
    found = read(reader, text)
    assert [(note.label, note.text) for note in found.notes] == [("1", ROE)]
    assert [(marker.label, marker.text) for marker in found.markers] == [("1", form.partition("{")[0])]
    assert not any("Example Press" in span.of(found.essay.text) for span in found.body)
    assert "It thawed late." in " ".join(span.of(found.essay.text) for span in found.body)


@pytest.mark.parametrize(
    "words",
    [
        "It is \\^[Roe, Docks.] and a class of signs ^[a-z0-9] too.",
        "In code it is `^[Roe, Docks.]` so.",
        "A formula ((a + b) * c) stands here, and f((x, y)) too.",
        "A page [[Some Old Page of Notes]] is linked, and so is[[another page of notes|words, and more.]].",
        "It never ends.^[Roe, Docks",
        "It never ends.[ref]Roe, Docks.",
    ],
)
def test_what_is_no_note(words: str) -> None:
    assert read(MarkdownReader(), f"{words}\n").notes == ()


def test_beside_other_notes_their_labels_say_what_they_are() -> None:
    found = read(MarkdownReader(), "One.[^1] Two.^[Doe, *Ice*.]\n\n[^1]: Roe, *Docks*.\n")
    assert [(note.label, note.text) for note in found.notes] == [("inline 1", "Doe, *Ice*."), ("1", "Roe, *Docks*.")]
    assert [marker.label for marker in found.markers] == ["1", "inline 1"]
