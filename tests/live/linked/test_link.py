"""Links put into pages: markers to notes and back, sources to the list; and not a word, id or link besides."""

from __future__ import annotations

import re

import pytest

import anora_bib.api as ab
from anora_bib.errors import InputError
from anora_bib.live.linked.link import Linked
from anora_bib.model import Essay
from tests.lint.pipeline import read, workspace

HARBOUR = "So it is in the light of the harbour, and nobody who lived there ever said more of it."
LAMPS = "Jane Roe, <em>The Book of Wicks &amp; Lamps</em> (Hull: Tide Press, 2009)"
LISTED = "Roe, Jane. <em>The Book of Wicks &amp; Lamps</em>. Hull: Tide Press, 2009."
NORTH = "Doe, John. “Wicks of the North.” <em>Journal of Lamps</em> 12, no. 3 (2010): 44–51."


def linked(page: str) -> Linked:
    return ab.link(read(page, "html"), workspace=workspace())


def back(label: str) -> str:
    return f' <a href="#fnref-{label}" role="doc-backlink" aria-label="Back to the text">↩</a>'


def marker(label: str) -> str:
    return f'<a href="#fn-{label}" id="fnref-{label}" role="doc-noteref">{label}</a>'


def test_markers_lead_to_notes_and_notes_back() -> None:
    made = linked(
        f"<p>{HARBOUR}<sup>1</sup> {HARBOUR}<sup>2</sup></p>\n<h2>Notes</h2>\n"
        f"<ol>\n<li>{LAMPS}, 12.</li>\n<li>A remark on it, at length.</li>\n</ol>\n"
    )
    assert made.text == (
        f"<p>{HARBOUR}<sup>{marker('1')}</sup> {HARBOUR}<sup>{marker('2')}</sup></p>\n<h2>Notes</h2>\n"
        f'<section role="doc-endnotes"><ol>\n<li id="fn-1">{LAMPS}, 12.{back("1")}</li>\n'
        f'<li id="fn-2">A remark on it, at length.{back("2")}</li>\n</ol></section>\n'
    )
    assert (made.markers, made.sources, made.kept) == (2, 0, ())


def test_sources_lead_to_the_list() -> None:
    page = (
        f'<p>{HARBOUR} (Roe 2009, 12). {HARBOUR}<a href="#n1"><sup>1</sup></a></p><h2>Notes</h2>'
        f'<ol><li id="n1">See Roe, <em>Book of Wicks</em>, 13.</li></ol>'
        f"<h2>Works Cited</h2><p>{LISTED}</p><p>{NORTH}</p>"
    )
    made = linked(page)
    link = '<a href="#ref-roe2009book" role="doc-biblioref">'
    assert f"{link}(Roe 2009, 12)</a>." in made.text
    assert f'<section role="doc-bibliography"><p id="ref-roe2009book">{LISTED}</p><p>{NORTH}</p></section>' in made.text
    assert f'<a href="#n1"><sup>1</sup></a></p><h2>Notes</h2><ol><li id="n1">See {link}Roe, ' in made.text


PAGES = {
    "ids that are taken": (
        f'<p id="fn-1">{HARBOUR}<sup>1</sup></p><h2 id="fnref-1">Notes</h2><ol><li>A remark on it, at length.</li></ol>'
    ),
    "an id that the note has": (f'<p>{HARBOUR}<sup>1</sup></p><h2>Notes</h2><ol><li id="mine">{LAMPS}, 12.</li></ol>'),
    "a link at the end of a note": (
        f'<p>{HARBOUR}[1]</p><h2>Notes</h2><p>[1] See <a href="https://example.org">Roe on Wicks</a></p>'
    ),
    "old tags that are not closed": f"<p>{HARBOUR}[1]<p>{HARBOUR}[2]<h2>Notes</h2><p>[1] {LAMPS}, 12.<p>[2] Ibid., 14.",
    "a marker in a link": (
        f'<p>{HARBOUR}<a href="/about"> the <sup>1</sup></a></p><h2>Notes</h2><ol><li>{LAMPS}.</li></ol>'
    ),
    "two markers of a note": (
        f"<p>{HARBOUR}[1] {HARBOUR}[1]</p><h2>Notes</h2><p>[1] {LAMPS}, 12.</p><h2>Works Cited</h2><p>{LISTED}</p>"
    ),
}


@pytest.mark.parametrize("page", PAGES.values(), ids=list(PAGES))
def test_nothing_else_changes(page: str) -> None:
    made = linked(page)
    assert _plain(made.text) == _plain(page)
    assert linked(made.text).text == made.text
    ids = re.findall(r'\bid="([^"]+)"', made.text)
    assert len(ids) == len(set(ids))
    assert not re.search(r"<a\b[^>]*>(?:(?!</a>).)*<a\b", made.text)
    assert set(re.findall(r'href="#([^"]+)"', made.text)) <= set(ids)


def _plain(page: str) -> str:
    return re.sub(r" <a [^>]*doc-backlink[^>]*>↩</a>|<[^>]*>", "", page)


def test_a_marker_whose_note_is_linked_from_elsewhere_stays() -> None:
    table = "<table><tr><td>Resin<sup>1</sup></td></tr></table>"
    page = f'<p>{HARBOUR}<a href="#n1"><sup>1</sup></a></p>{table}<h2>Notes</h2><ol><li id="n1">{LAMPS}.</li></ol>'
    made = linked(page)
    assert made.text == page
    assert all("may mean one of a table" in kept.reason for kept in made.kept)


def test_an_encoding_without_the_arrow_gets_a_reference() -> None:
    page = f'<meta charset="latin-1"><p>{HARBOUR}[1]</p><h2>Notes</h2><p>[1] {LAMPS}, 12.</p>'.encode("latin-1")
    essay = workspace().opener.decode(page, "old.html")
    assert isinstance(essay, Essay)
    assert "&#8617;" in ab.link(essay, workspace=workspace()).text


def test_only_html_is_linked() -> None:
    with pytest.raises(InputError, match="read as markdown"):
        ab.link(read(f"{HARBOUR}[^1]\n\n[^1]: Oh.\n", "markdown"), workspace=workspace())
