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
        "In code ((Roe.docks() && Doe.ice, x)) it is, and ((Roe, 12)) so.",
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


ENCLOSED = (
    "<ref>{}</ref>",
    '<ref name="roe">{}</ref>',
    '<label for="sn-1" class="margin-toggle sidenote-number"></label><input type="checkbox" id="sn-1"/>'
    '<span class="sidenote">{}</span>',
    "<input type='checkbox' id='m'><span class='marginnote left'>{}</span>",
    "{{{{< sidenote >}}}}{}{{{{< /sidenote >}}}}",
    '{{{{% sidenote id="roe" %}}}}{}{{{{% /sidenote %}}}}',
    '{{% sidenote "roe" "{}" %}}',
    "{{% sidenote 'roe' '{}' %}}",
    "{{% sidenote roe {} %}}",
    '{{% include sidenote.html id="roe" content="{}" %}}',
    "{{% footnote %}}{}{{% endfootnote %}}",
)


@pytest.mark.parametrize("form", ENCLOSED)
@pytest.mark.parametrize("reader", [MarkdownReader(), PlainReader()], ids=lambda reader: reader.name)
def test_notes_between_tags_and_in_templates(reader: Reader, form: str) -> None:
    found = read(reader, f"The harbour froze.{form.format(ROE)} It thawed late.\n")
    assert [(note.label, note.text) for note in found.notes] == [("1", ROE)]
    assert [(marker.label, marker.span.start) for marker in found.markers] == [("1", 18)]
    body = " ".join(span.of(found.essay.text) for span in found.body)
    assert body.endswith("It thawed late.") and "Example Press" not in body


def test_a_note_with_a_name_is_pointed_at_again() -> None:
    text = 'Ice.<ref name=roe>Roe, *Docks*.</ref> Tides.<ref>Doe, *Ice*.</ref> Fog.<ref name="roe" /> <ref name="x"/>\n'
    found = read(MarkdownReader(), text)
    assert [note.label for note in found.notes] == ["1", "2"]
    assert [marker.label for marker in found.markers] == ["1", "2", "1"]


@pytest.mark.parametrize(
    "words",
    [
        "The tag `<ref>Roe, Docks.</ref>` is one of wikis.",
        'A page {{< ref "docks.md" >}} and {% include sidenote.html id="roe" %} too.',
        'A heading <span class="sidenote">Roe, Docks.</span> in the margin is none.',
        'It is <span class="sidenote-number">1</span> of <span class="notes">Roe, Docks.</span> them.',
        "It never ends.<ref>Roe, Docks.",
    ],
)
def test_tags_and_templates_that_are_no_notes(words: str) -> None:
    assert read(MarkdownReader(), f"{words}\n").notes == ()


def test_sidenotes_of_pages() -> None:
    switch = "<label for=s class=margin-toggle></label><input type=checkbox id=s>"
    note = f'{switch}<span class="sidenote">'
    page = f"<p>The harbour froze.{note}Roe, <i>Docks</i>.</span> It thawed.{note}Doe, <i>Ice</i>.</span></p><p>So.</p>"
    found = read(HtmlReader(), page)
    assert [(it.label, it.text) for it in found.notes] == [("1", "Roe, Docks."), ("2", "Doe, Ice.")]
    assert [(it.label, it.span.start) for it in found.markers] == [("1", 18), ("2", 40)]
    assert [span.of(found.essay.text).strip() for span in found.body] == ["The harbour froze.", "It thawed.", "So."]


def test_words_that_a_shortcode_prints_are_not_the_notes() -> None:
    text = 'The {{< sidenote "right" "frozen harbour" >}}Roe, *Docks*.{{< /sidenote >}} thawed.\n'
    (note,) = read(MarkdownReader(), text).notes
    assert note.outer == note.span and note.text == "Roe, *Docks*."


def test_a_heading_in_the_margin_of_a_page_is_no_note() -> None:
    assert (
        read(HtmlReader(), '<p>It froze. <span class="sidenote">The frost of 1962.</span> It thawed.</p>').notes == ()
    )


def test_parentheses_in_pairs_may_stand_apart() -> None:
    found = read(MarkdownReader(), f"The harbour froze ((Thus, at least, it is told by {ROE})), they say.\n")
    assert [note.label for note in found.notes] == [marker.label for marker in found.markers] == ["1"]
