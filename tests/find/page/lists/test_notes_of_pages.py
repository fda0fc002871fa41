"""Notes and markers as sites set them: HTML in Markdown, pages of services, books by chapter, wrapped plain text."""

from __future__ import annotations

import pytest

from anora_bib.find.page.structure import find_apparatus
from anora_bib.model import Apparatus, BlockKind
from anora_bib.readers.base import Reader
from anora_bib.readers.html import HtmlReader
from anora_bib.readers.markdown import MarkdownReader
from anora_bib.readers.plain import PlainReader

READERS: dict[str, Reader] = {".md": MarkdownReader(), ".html": HtmlReader(), ".txt": PlainReader()}
SECTION = "The lamps were lit at six, and nobody who lived there had much to say about them."


def apparatus(text: str, suffix: str) -> Apparatus:
    return find_apparatus(READERS[suffix].read(text.encode(), f"essay{suffix}"))


def notes(found: Apparatus) -> list[tuple[str, str]]:
    return [(note.label, note.text) for note in found.notes]


@pytest.mark.parametrize(
    ("text", "suffix", "listed"),
    [
        (
            'Lamps.<sup><a href="#fn7">7</a></sup>\n\n<ol start="7">\n\n<li id="fn7"><p>Jane Roe, <em>Lamps</em>, 3.'
            '&nbsp;<a href="#ref7">↩</a></p></li>\n\n<li id="fn8">Al Doe, 4.</li>\n</ol>\n',
            ".md",
            [("7", "Jane Roe, <em>Lamps</em>, 3."), ("8", "Al Doe, 4.")],
        ),
        (
            'Lamps.[\\[1\\]](#_ftn1) Gas.[\\[2\\]](#_ftn2)\n\n<div id="ftn1">[\\[1\\]](#_ftnref1)Roe, 3.\n\n</div>'
            '<div id="ftn2">[\\[2\\]](#_ftnref2)Doe, 4.\n\n</div>\n',
            ".md",
            [("1", "Roe, 3."), ("2", "Doe, 4.")],
        ),
        (
            '<font>Lamps.[<a href="#f1n"><font>1</font></a>]<br /><br />Gas.[<a href="#f2n">2</a>]<br><br><b>Notes</b>'
            '<br /><br />[<a name="f1n">1</a>] Roe, 3.<br /><br />[<a name="f2n">2</a>] Doe, 4.<br>So.</font>',
            ".html",
            [("1", "Roe, 3."), ("2", "Doe, 4.\nSo.")],
        ),
        (
            "Lamps.[^1] Gas.[^3]\n\nFootnotes\n- [^1]: Roe, 3.\n- [^3]: Doe, 4.\n",
            ".md",
            [("1", "Roe, 3."), ("3", "Doe, 4.")],
        ),
        (
            "<p>Lamps (<a href='#n1'>1</a>). Gas (<a href='#n2'>2</a>).</p><h3>NOTES</h3><dl><dt><a name='n1'>1</a>"
            "<dd>Roe, <i>Lamps</i>, 3.<dt><a name='n2'>2</a><dd>Doe, 4.</dl>",
            ".html",
            [("1", "Roe, Lamps, 3."), ("2", "Doe, 4.")],
        ),
        (
            "<p>Lamps.<a href='#n1'>[1]</a> Gas.<a href='#n2'>[2]</a></p><hr><table><tr><td><a name='n1'>[1]</a></td>"
            "<td>Roe, 3.</td></tr><tr><td><a name='n2'>[2]</a></td><td>Doe, 4.</td></tr></table>",
            ".html",
            [("1", "Roe, 3."), ("2", "Doe, 4.")],
        ),
        (
            "<p>Lamps.<a href='#_edn1' name='_ednref1'>[i]</a> Gas.<a href='#_edn2'>[ii]</a></p><hr>"
            "<p><a href='#_ednref1' name='_edn1'>[i]</a> Roe, 3.</p><p><a name='_edn2'>[ii]</a> Doe, 4.</p>",
            ".html",
            [("1", "Roe, 3."), ("2", "Doe, 4.")],
        ),
        (
            "<p>Lamps.<sup>1</sup> Gas.<sup>2</sup></p><p><b>Notes</b><br>1. Roe, 3.<br>2. Doe, 4.</p>",
            ".html",
            [("1", "Roe, 3."), ("2", "Doe, 4.")],
        ),
        ("Lamps are lit.\n\n## Notes\n\n- Bring a lamp.\n- Light it at six.\n", ".md", []),
        ('<p>Lamps.</p><dl><dd id="engel-and-roe-2014">Roe, *Lamps*.</dd></dl>', ".html", []),
        (
            "Lamps.[^7]\n\n```\n<ol><li id='fn1'>Code.</li></ol>\n```\n\n[^7]: Roe, 3.\n",
            ".md",
            [("7", "Roe, 3.")],
        ),
        (
            '<p>Lamps.<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1">1</a></p><div'
            ' class="footnote" data-component-name="FootnoteToDOM"><a id="footnote-1" href="#footnote-anchor-1"'
            ' class="footnote-number">1</a><div class="footnote-content"><p>Roe, 3.</p></div></div>',
            ".html",
            [("1", "Roe, 3.")],
        ),
        (
            '<p>Lamps.<a href="#fn1">1</a></p><ol><li id="fn1">Three kinds:<ol><li>oil</li><li>gas</li></ol>'
            '<a href="#ref1">↩</a></li></ol>',
            ".html",
            [("1", "Three kinds:\n\noil\n\ngas")],
        ),
        (
            f"{SECTION}[1] Lamps.[2]\n\n[1]  Roe, in a\n     long letter.\n\n[2]  Doe.\n\n"
            "MORE LAMPS\n\nGas.[3]\n\n[3]  Poe.\n",
            ".txt",
            [("1", "Roe, in a\n     long letter."), ("2", "Doe."), ("3", "Poe.")],
        ),
        (
            "The lamps were lit at six in all the streets of the town and\nof its harbour.[^1]\n\n"
            f"[^1]: Jane Roe, *Lamps*\n    (Hull, 1961).\n\n[lamps]: https://example.org/{'lamps/' * 30}\n",
            ".txt",
            [("1", "Jane Roe, *Lamps*\n    (Hull, 1961).")],
        ),
    ],
    ids=[
        "items of HTML",
        "labels in tags that are labels too",
        "broken lines",
        "items of Markdown",
        "numbers in a list of terms",
        "numbers in cells",
        "Roman figures",
        "a heading and broken lines",
        "remarks",
        "an id of a work",
        "code",
        "Substack",
        "a list in a note",
        "chapters",
        "wrapped beside a long address",
    ],
)
def test_notes(text: str, suffix: str, listed: list[tuple[str, str]]) -> None:
    assert notes(apparatus(text, suffix)) == listed


@pytest.mark.parametrize(
    ("text", "suffix", "labels"),
    [
        ("See figures [3](#lamp3) and [4](/lamps/#lamp4).[^1]\n\n[^1]: Roe.\n", ".md", ["1"]),
        ("One[1](#fn1) and[2](#_ftn2).\n\n[1]: Roe.\n", ".md", ["1", "2"]),
        ('<p><a href="#page12">12</a> Lamps.<a href="#n1">1</a></p><ol><li id="n1">Roe.</li></ol>', ".html", ["1"]),
        ("One.[^Lamp] Two.[^LAMP]\n\n[^lamp]: Roe.\n", ".md", ["lamp", "lamp"]),
        ("Two modes[^1]: one, and another.\n\n[^1]: Roe.\n> [^2]: Doe.\n", ".md", ["1"]),
        ("Who?\n\n:   One.[^1]\n\n    Two.[^2]\n\n[^1]: Roe.\n[^2]: Doe.\n", ".md", ["1", "2"]),
        ("Sides&nbsp;2 and 1.E.1.[^1] So.[^3]\n\n[^1]: Roe.\n[^2]: Doe.\n[^3]: Poe.\n", ".md", ["1", "3"]),
        (
            "Text.[^1]\n\n### Notes\n\n**(1)** Here.[^2]\n\n**(2)** There.[^3]\n\n## Notes\n\n"
            "[^1]: Roe.\n\n[^2]: Doe.\n\n[^3]: Poe.\n",
            ".md",
            ["1", "2", "3"],
        ),
    ],
    ids=["figures", "notes", "pages", "any case", "a colon", "definitions", "sides and sections", "a commentary"],
)
def test_markers(text: str, suffix: str, labels: list[str]) -> None:
    assert [marker.label for marker in apparatus(text, suffix).markers] == labels


def test_prose_of_html_in_markdown_is_read() -> None:
    text = "<h2>Lamps</h2>\n<p>They were lit.</p>\n<blockquote><p>“At six.”</p></blockquote>\n<pre>x = 1</pre>\n"
    blocks = MarkdownReader().read(text.encode(), "essay.md").blocks
    assert [(block.kind, block.span.of(text)) for block in blocks] == [
        (BlockKind.HEADING, "Lamps"),
        (BlockKind.PARAGRAPH, "They were lit."),
        (BlockKind.QUOTATION, "“At six.”"),
        (BlockKind.CODE, "x = 1"),
    ]
    tags = '<div class="gallery">\n{{ content }}<img src="x.png">\n</div>\n'
    assert [block.kind for block in MarkdownReader().read(tags.encode(), "essay.md").blocks] == [BlockKind.CODE]


def test_paragraphs_that_only_links_make_known_as_notes() -> None:
    page = (
        '<p>It was so<a href="#fn01">&nbsp;1&nbsp;</a>, and so<a href="#fn02">&nbsp;2&nbsp;</a>.</p>'
        '<p><a href="#ft01">&nbsp;1&nbsp;</a><a name="fn01"></a> Roe, <i>The Book</i>.</p>'
        '<p><a href="#ft02">&nbsp;2&nbsp;</a><a name="fn02"></a> Doe, <i>A Piece</i>.</p>'
    )
    found = find_apparatus(HtmlReader().read(page.encode(), "essay.html"))
    assert [(note.label, note.text) for note in found.notes] == [("1", "Roe, The Book."), ("2", "Doe, A Piece.")]
    assert [marker.label for marker in found.markers] == ["1", "2"]


def test_a_table_in_a_note_is_neither_a_note_nor_hides_the_numbers() -> None:
    cells = "".join(f"<td>{value}</td>" for value in ("Oil", "5,927", "6,634", "9,870", "Gas", "493", "951"))
    table = f"<table><tr>{cells}</tr></table>"
    labels = ["1", "2", "2a", "3", "4", "5", "6"]
    items = "".join(f"<p><a name='n{label}'>{label}.</a> {SECTION}</p>{table}" for label in labels)
    page = f"<p>{SECTION}<a href='#n1'>[1]</a></p><h2>Notes</h2>{items}"
    assert [note.label for note in apparatus(page, ".html").notes] == labels


@pytest.mark.parametrize("before", ["p.", "pp.", "vol."])
def test_a_page_at_the_head_of_a_line_is_no_label(before: str) -> None:
    one = (
        f"Jane Roe, A long history of the lamps and the oil of Hull, The Journal of Lamps 4, {before}\n644. See there."
    )
    text = f"Lamps.[1] Gas.[2]\n\nNotes\n\n1. {one}\n2. Al Doe, Wicks and Oil (Hull: Tide, 2009), 4.\n"
    assert notes(apparatus(text, ".txt")) == [("1", one), ("2", "Al Doe, Wicks and Oil (Hull: Tide, 2009), 4.")]
