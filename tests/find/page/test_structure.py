"""The whole shape of an essay: body, credits, lists; on pages made for this, and on the real essays."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import anora_bib
from anora_bib.find.page.structure import find_apparatus
from anora_bib.model import Apparatus, BlockKind, MarkerForm
from anora_bib.readers.html import HtmlReader
from anora_bib.readers.markdown import MarkdownReader
from anora_bib.readers.plain import PlainReader

ESSAYS = Path(anora_bib.__file__).parents[3] / "shared" / "essays"
PROSE = "The harbour was quiet that winter, and nobody who worked there had much to say about it."
MORE = "So they kept the boats in, and the nets, and waited for someone to write about the rest."


def plain(text: str) -> Apparatus:
    return find_apparatus(PlainReader().read(text.encode(), "essay.txt"))


CREDITS = [
    "Courtesy of the Example Archive",
    "Photo by Jane Roe",
    "Photograph: Jane Roe/Example Agency",
    "Shoe, manufactured by Pleaser (2001), Gift of Harold Koda, 2001 to the Metropolitan Museum of Art",
    "Lamp, made by Example Works (1931), Gift of Al Doe to the Example Museum",
    "The Harbour, 1931, oil on canvas, collection of Al Doe",
    "Image credit: Jane Roe",
    "Still from The Harbour (Roe, 1999)",
    "Reproduced from Roe, The Book, p. 4",
    "Fig. 1. Jane Roe, The Quay, ca. 1874. Oil on canvas. Example Museum of Art, Bequest of Al Doe, 1986 (1987.47.1).",
    "Figure 2: Al Doe, Nets, 1931. Example Library, London.",
]


@pytest.mark.parametrize("line", CREDITS)
def test_credits(line: str) -> None:
    found = plain(f"{PROSE}\n\n{line}\n\n{MORE}")
    assert [credit.text for credit in found.credits] == [line]
    assert [span.of(found.essay.text) for span in found.body] == [PROSE, MORE]


NO_CREDITS = [
    "Fig. 1. The harbour at dawn, 1931",
    "The museum’s collection of shoes is the largest of its kind.",
    "It was a gift of the sea to the town.",
    "The photo by her bed shows a harbour.",
    "© 2024 Example Site. All rights reserved.",
    "The shoes were manufactured by hand",
    "The shoes, a gift of the town, made her day",
]


@pytest.mark.parametrize("line", NO_CREDITS)
def test_lines_that_are_no_credit(line: str) -> None:
    assert plain(f"{PROSE}\n\n{line}\n\n{MORE}").credits == ()


def test_a_credit_in_the_description_of_a_picture() -> None:
    found = plain(f"{PROSE}\n\n![A harbour. Courtesy of Jane Roe](a.jpg)\n\n{MORE}")
    assert [credit.text for credit in found.credits] == ["A harbour. Courtesy of Jane Roe"]


def test_the_body_is_the_running_text_and_nothing_else() -> None:
    found = plain(
        f"On the Harbour\nby Jane Roe\nMay 1, 2009\n\n{PROSE}\n\nA Heading\n\n{MORE}\n\n> quoted words\n\n* * *\n\n"
        f"{PROSE}\n\nWorks Cited\n\nRoe, Jane. The Book. 1999.\n\nArchives\n\n- April 2025\n- March 2025\n"
    )
    assert [span.of(found.essay.text) for span in found.body] == [PROSE, MORE, "quoted words", PROSE]
    assert [work.text for work in found.works_cited] == ["Roe, Jane. The Book. 1999."]


def markdown(text: str) -> list[str]:
    return [work.text for work in find_apparatus(MarkdownReader().read(text.encode(), "essay.md")).works_cited]


def test_the_parts_of_a_list_of_works_have_headings_of_their_own() -> None:
    works = ["Roe, Jane. *Docks*. 1888.", "Poe, Bo. *Nets*. 1890.", "Doe, Al. *Ice*. 1962.", "Lee, Di. *Tar*. 1970."]
    early, late = ("\n".join(f"- {work}" for work in half) for half in (works[:2], works[2:]))
    listed = f"{PROSE}\n\n## VIII. Bibliography\n\n### A. Before 1900\n\n{early}\n\n### B. Since\n\n{late}\n"
    assert markdown(listed) == works
    assert markdown(f"{listed}\n### Thanks\n\nTo [Al](https://example.org/al), who read it.\n") == works
    assert markdown(f"{listed}\n### APA\n\nRoe, J. (2009). This page.\n") == works
    assert markdown(f"{listed}\n## Of 1900\n\nIn 1900 it froze.\n\nIn 1901 it did not.\n") == works


def test_names_and_titles_without_years_are_listed_works() -> None:
    listed = "- Dean Roe. Life and Letters.\n- A. Doe. The Frozen Port. A Sketch.\n"
    assert len(markdown(f"{PROSE}\n\n## Bibliography\n\n{listed}")) == 2


def test_a_line_without_a_stop_right_under_an_item_is_no_heading() -> None:
    listed = "J. E. Roe. The Frozen Port.\nAl Doe. Letters and Correspondence\nB. Poe. Nets.\n"
    works = plain(f"{PROSE}\n\nBIBLIOGRAPHY\n\n{listed}\n\nThe Second Winter\n\n{PROSE}\n").works_cited
    assert [work.text for work in works] == listed.splitlines()


@pytest.mark.parametrize(
    "listed",
    [
        "- Excerpts\n- Reviews\n- Sources\n- Authorship",
        "The sources of this page are of two kinds. They are given in the next chapter. Each has a number of its own.",
    ],
)
def test_what_stands_under_such_a_heading_and_lists_no_works(listed: str) -> None:
    assert markdown(f"{PROSE}\n\n## Sources\n\n{listed}\n") == []
    assert markdown(f"{PROSE}\n\n## Sources\n\n- The Ports of the North\n- Lamps and Tides\n") != []


def test_notes_behind_a_list_of_works_leave_it_what_it_is() -> None:
    note = '<ol><li id="fn1">Thus Doe. <a href="#fnref1">↩</a></li></ol>'
    page = f"<p>{PROSE}<a href='#fn1'>1</a></p><h3>Bibliography</h6><div>Roe, Jane. Docks. 2009.</div><hr>{note}"
    found = find_apparatus(HtmlReader().read(page.encode(), "essay.html"))
    assert ([work.text for work in found.works_cited], len(found.notes)) == (["Roe, Jane. Docks. 2009."], 1)


def test_notes_whose_numbers_stand_in_parentheses() -> None:
    text = "".join(f"<p>{PROSE}<a name='m{n}' href='#f{n}'>({n})</a></p>" for n in (1, 2))
    notes = "".join(f"<p><a name='f{n}' href='#FootnoteMarker_{n}'>({n})</a> Roe, Docks, {n}.</p>" for n in (1, 2))
    found = find_apparatus(HtmlReader().read(f"{text}<h2>Tail</h2>{notes}".encode(), "essay.html"))
    assert [note.text for note in found.notes] == ["Roe, Docks, 1.", "Roe, Docks, 2."]
    assert [marker.label for marker in found.markers] == ["1", "2"]


def test_plain_items_without_a_stop_are_items_and_no_headings() -> None:
    found = plain(f"{PROSE}\n\nWorks Cited\n\nRoe, Jane, The Book, Press 1999\n\nDoe, Al, The Other Book, 2001\n")
    assert len(found.works_cited) == 2


LINES = f"""{PROSE}
{MORE}
Notes
Works Cited
Archives
[1] Roe. 1999.
2. Doe. 2001.
- Poe, A. ↩︎
* * *
[^3]: Loe.
He said so.”1 Then.
It was.[1]
Outlet 2 that
![alt [1] text](a.png)
[4]
[
Courtesy of Roe
Comments (0)""".split("\n")
PARTS = st.lists(st.sampled_from(LINES), max_size=14)


@given(parts=PARTS)
@settings(max_examples=100)
def test_whatever_the_page_spans_say_what_they_cover(parts: list[str]) -> None:
    found = plain("\n\n".join([PROSE, *parts]))
    text = found.essay.text
    said = [(item.span, item.text) for item in found.notes]
    said += [(item.span, item.text) for item in found.markers]
    said += [(item.span, item.text) for item in found.works_cited]
    said += [(item.span, item.text) for item in found.credits]
    assert [span.of(text) for span, _ in said] == [words for _, words in said]
    for note in found.notes:
        assert note.outer.contains(note.span)
        assert not any(note.outer.overlaps(marker.span) for marker in found.markers)
        assert not any(note.outer.overlaps(span) for span in found.body)
    assert list(found.body) == sorted(found.body)
    assert all(one.end <= other.start for one, other in zip(found.body, found.body[1:], strict=False))


def real(number: str) -> Apparatus:
    paths = sorted(ESSAYS.glob(f"{number}_*.txt")) if ESSAYS.is_dir() else []
    if not paths:
        pytest.skip("the real essays are not beside this checkout")
    return find_apparatus(PlainReader().read(paths[0].read_bytes(), str(paths[0])))


@pytest.mark.parametrize("number", ["000", "001"])
def test_essays_without_apparatus(number: str) -> None:
    found = real(number)
    assert (found.notes, found.markers, found.works_cited, found.credits) == ((), (), (), ())
    assert found.essay.metadata.title == ""


def test_the_essay_with_seven_footnotes() -> None:
    found = real("002")
    assert [note.label for note in found.notes] == list("1234567")
    assert not any(note.numbered for note in found.notes)
    assert found.notes[2].text == "42 U.S.C. § 426-1"
    assert not any(note.text.startswith("-") or "↩" in note.text for note in found.notes)
    assert [(m.label, m.form) for m in found.markers if not m.in_image] == [
        ("4", MarkerForm.GLUED),
        ("5", MarkerForm.GLUED),
        ("6", MarkerForm.SPACED),
        ("7", MarkerForm.GLUED),
    ]
    assert {m.label for m in found.markers if m.in_image} == set("1234567")
    assert found.works_cited == ()
    assert not any("March 20" in span.of(found.essay.text)[:12] for span in found.body)


def test_the_essay_with_works_cited() -> None:
    found = real("003")
    assert [work.text.split(",")[0].split(".")[0] for work in found.works_cited] == [
        "Anora", "Fisher", "Grant", "Smith", "Srnieck", "Take That",
    ]  # fmt: skip
    assert {work.heading for work in found.works_cited} == {"Works Cited"}
    assert (found.notes, found.markers) == ((), ())


def test_the_essay_with_a_credit() -> None:
    found = real("004")
    assert [credit.text[:4] for credit in found.credits] == ["Shoe"]
    metadata = found.essay.metadata
    assert [name.inverted for name in metadata.authors] == ["Cruz, Marla"]
    assert metadata.date is not None and metadata.date.iso == "2025-01-05"
    assert metadata.title == "Romance Labor: on Sean Baker’s Anora"


@pytest.mark.parametrize("words", ["(source?)", "Source?", "References to come", "[notes]"])
def test_a_labelled_note_is_no_heading_of_a_list(words: str) -> None:
    found = plain(f"On Boats\n\n{PROSE}[1] {MORE}[2]\n\nNotes\n\n[1] Roe, Jane. Boats. 1999.\n\n[2] {words}\n")
    assert [note.text for note in found.notes] == ["Roe, Jane. Boats. 1999.", words]


@pytest.mark.parametrize(
    ("lines", "is_prose"),
    [
        ('[a]: https://example.org/roe-2009 "Roe (2009)"\n[b c]: <https://example.org/x>', False),
        ("[1]: https://example.org/page", True),
        ("[Roe]: so she is called in the letters", True),
    ],
)
def test_lines_that_say_where_links_lead_are_no_prose(lines: str, is_prose: bool) -> None:
    essay = MarkdownReader().read(f"The [harbour][a] froze.\n\n{lines}\n".encode(), "essay.md")
    assert (essay.blocks[-1].kind is not BlockKind.CODE) is is_prose
