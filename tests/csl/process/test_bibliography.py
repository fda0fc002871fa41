"""What a bibliography may have beside its entries: annotations, links of titles, the words of a locale file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from anora_bib.csl import Document, Processor, Style
from anora_bib.csl.anora import Anora
from anora_bib.errors import InputError

BODY = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>B</title></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography subsequent-author-substitute="---"><layout suffix="."><names variable="author" suffix=". "/>
<text variable="title" font-style="italic"/>{}</layout></bibliography></style>"""
STYLE = Style.load(BODY.format(""))
DOE: dict[str, Any] = {
    "id": "doe",
    "type": "book",
    "title": "Trains",
    "author": [{"literal": "Doe"}],
    "annote": "Reads <i>well</i>.",
    "abstract": "",
    "URL": "https://e.org/t",
    "PMID": "77",
}


def test_annotations_follow_their_entries() -> None:
    other = {**DOE, "id": "other", "annote": ""}
    processor = Processor(STYLE, [DOE, other], to="text")
    texts = [entry.text for entry in processor.bibliography(annotate="annote")]
    assert texts == ["Doe. Trains.\nReads well.", "---. Trains."]
    (text, _) = [entry.text for entry in Processor(STYLE, [DOE, other]).bibliography(annotate="annote")]
    assert '<div class="csl-indent">Reads <i>well</i>.</div>' in text


def test_annotations_of_a_document_come_and_go() -> None:
    document = Document(STYLE, [DOE], to="text")
    document.insert("1", "doe")
    plain = [entry.text for entry in document.bibliography()]
    assert [entry.text for entry in document.bibliography(annotate="annote")] != plain
    assert [entry.text for entry in document.bibliography()] == plain == ["Doe. Trains."]


LINKED: tuple[tuple[str, dict[str, str], str], ...] = (
    ("", {}, '<a href="https://www.ncbi.nlm.nih.gov/pubmed/77"><i>Trains</i></a>'),
    ("", {"DOI": "10.1/x"}, '<a href="https://doi.org/10.1/x"><i>Trains</i></a>'),
    ("", {"PMID": ""}, '<a href="https://e.org/t"><i>Trains</i></a>'),
    ("", {"PMID": "", "URL": "javascript:x"}, "<i>Trains</i>"),
    ('<text variable="URL" prefix=" "/>', {}, '<i>Trains</i> <a href="https://e.org/t">https://e.org/t</a>'),
)


def test_an_entry_without_a_title_is_linked_as_a_whole() -> None:
    style = Style.load(BODY.format('<text variable="annote"/>'))
    (entry,) = Processor(style, [{**DOE, "title": "", "annote": "Note"}], links=True).bibliography()
    assert entry.text == '<div class="csl-entry"><a href="https://www.ncbi.nlm.nih.gov/pubmed/77">Doe. Note</a>.</div>'


@pytest.mark.parametrize(("printed", "values", "expected"), LINKED)
def test_a_title_is_linked_where_no_address_is_printed(printed: str, values: dict[str, str], expected: str) -> None:
    style = Style.load(BODY.format(printed))
    (entry,) = Processor(style, [{**DOE, **values}], links=True).bibliography()
    assert entry.text == f'<div class="csl-entry">Doe. {expected}.</div>'
    (plain,) = Processor(style, [{**DOE, **values}]).bibliography()
    assert "<a " not in plain.text


LOCALE = """<?xml version="1.0" encoding="utf-8"?>
<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="{}"><terms>
<term name="editor" form="short">red.</term></terms></locale>"""
EDITED = Style.load(
    BODY.format('<names variable="editor" prefix=", "><name/><label form="short" prefix=", "/></names>')
)


@pytest.mark.parametrize(("language", "and_others"), [("de-DE", "u.\u00a0a."), ("tlh", "et al.")])
def test_a_locale_file_of_ones_own(language: str, and_others: str, tmp_path: Path) -> None:
    path = tmp_path / "locales-own.xml"
    path.write_text(LOCALE.format(language), "utf-8")
    item = {"id": "a", "type": "book", "title": "T", "editor": [{"literal": "Roe"}]}
    for processor in (
        Processor(EDITED, [item], str(path), to="text"),
        Anora().processor(EDITED, [item], locale=str(path)),
    ):
        assert [entry.text for entry in processor.bibliography()] == ["T, Roe, red."]
    assert processor.style.locale.term("et-al") == and_others


@pytest.mark.parametrize(("content", "message"), [("<style/>", "its root is <"), ("x", "is not XML"), (None, "")])
def test_what_is_no_locale_file_is_refused(content: str | None, message: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.xml"
    if content is not None:
        path.write_text(content, "utf-8")
    with pytest.raises(InputError) as caught:
        Processor(STYLE, [], str(path))
    assert str(path) in str(caught.value)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ('<group display="block" prefix=", "><text variable="note"/></group>', "<i>Trains</i>."),
        ('<group><group display="block" prefix=", "><text variable="note"/></group></group>', "<i>Trains</i>."),
        ('<text variable="note" display="block"/>', "<i>Trains</i>."),
        (
            '<group display="indent"><text variable="annote" prefix=" "/></group>',
            '<i>Trains</i><div class="csl-indent">Reads <i>well</i>.</div>',
        ),
    ],
)
def test_blocks_at_the_end(last: str, expected: str) -> None:
    """The suffix of the layout is printed though the last block is empty; a block begins with no space."""
    (entry,) = Processor(Style.load(BODY.format(last)), [{**DOE, "note": ""}]).bibliography()
    assert expected in entry.text
