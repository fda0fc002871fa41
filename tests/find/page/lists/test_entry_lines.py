"""Lists set one entry a line: where entries begin, and what only goes on with one."""

from __future__ import annotations

from textwrap import fill

import pytest

from anora_bib.find.page.lists.entry_lines import entry_spans
from anora_bib.find.page.structure import find_apparatus
from anora_bib.readers.base import Reader
from anora_bib.readers.markdown import MarkdownReader
from anora_bib.readers.plain import PlainReader
from anora_bib.text.spans import Span

KNUTH = "Knuth, Rebecca. 2003. *Libricide*. Westport, CT: Praeger."

STARTS = [
    ("Raven, James. 2004. Lost Libraries. Basingstoke: Palgrave Macmillan.", "a name turned round"),
    ("Raven, James, ed. 2004. Lost Libraries.", "an editor"),
    ("Polastron, Lucien X. 2007. Books on Fire.", "an initial"),
    ("Simon, H. A. (1971). Designing organizations.", "initials only"),
    ("van Dijck, José. 2013. The Culture of Connectivity.", "a particle"),
    ("Wada-Marciano, Mitsuyo. Nippon Modern. 2008.", "a double name"),
    ("d'Aubigné, Hélène. Windows. 2014.", "an apostrophe"),
    ("———. 2006. Burning Books and Leveling Libraries.", "a dash for the author"),
    ("---. Burning Books and Leveling Libraries. 2006.", "hyphens for the author"),
    ("“Fire Guts Movie House.” 1931.", "a title in quotation marks"),
    ("*I Was Born, But...* Shochiku, 1932.", "a title in italics"),
    ("Pilot Corporation. 2012. History of the Pen.", "a body"),
]

GO_ON = [
    (KNUTH, "Princeton, NJ: Princeton UP.", "a place"),
    ("Knuth, Rebecca. 2003. The Long Title of", "Raven, James. Press.", "a line that has not ended"),
    ("Knuth, Rebecca.", "Raven, James. Lost Libraries. 2004.", "nothing yet that dates or places a work"),
    (KNUTH, "and other essays. Praeger.", "a small letter"),
]


@pytest.mark.parametrize(("line", "reason"), STARTS, ids=[row[-1] for row in STARTS])
def test_lines_that_begin_an_entry(line: str, reason: str) -> None:
    text = f"{KNUTH}\n{line}"
    assert [span.of(text) for span in entry_spans(text, Span(0, len(text)))] == [KNUTH, line], reason


@pytest.mark.parametrize(("first", "second", "reason"), GO_ON, ids=[row[-1] for row in GO_ON])
def test_lines_that_go_on(first: str, second: str, reason: str) -> None:
    text = f"{first}\n{second}"
    assert [span.of(text) for span in entry_spans(text, Span(0, len(text)))] == [text], reason


@pytest.mark.parametrize("reader", [PlainReader(), MarkdownReader()], ids=lambda reader: reader.name)
def test_a_list_without_blank_lines(reader: PlainReader | MarkdownReader) -> None:
    works = [KNUTH, *(line for line, _ in STARTS)]
    source = "# Fire\n\nIt is said that fire is old.\n\n## References\n\n" + "\n".join(works) + "\n"
    found = find_apparatus(reader.read(source.encode(), "essay"))
    assert [work.text for work in found.works_cited] == works


CARETS = "^ Roe, Jane (1999). Book. Press.\n^ a b Doe, Al. Tree. 2001.\n^ Roe 1999, p. 4."


@pytest.mark.parametrize("reader", [PlainReader(), MarkdownReader()], ids=lambda reader: reader.name)
@pytest.mark.parametrize("heading", ["References", "Notes"])
def test_notes_with_carets_line_by_line(reader: PlainReader | MarkdownReader, heading: str) -> None:
    source = f"# Fire\n\nIt was so.[1] And so.[2] Then.[3]\n\n## {heading}\n\n{CARETS}\n"
    found = find_apparatus(reader.read(source.encode(), "essay"))
    assert [(note.label, note.text) for note in found.notes] == [
        ("1", "Roe, Jane (1999). Book. Press."),
        ("2", "Doe, Al. Tree. 2001."),
        ("3", "Roe 1999, p. 4."),
    ]


@pytest.mark.parametrize(("highest", "notes"), [(2, 2), (3, 0)])
def test_a_plain_list_is_notes_only_if_as_long_as_the_markers_count(highest: int, notes: int) -> None:
    markers = " ".join(f"So it was.[{number}]" for number in range(1, highest + 1))
    source = f"Fire\n\n{markers}\n\nReferences\n\n{KNUTH}\n\nRaven, James. 2004. Lost.\n\nFurther reading\n\nRoe. 1999."
    found = find_apparatus(PlainReader().read(source.encode(), "essay.txt"))
    assert len(found.notes) == notes
    assert [work.heading for work in found.works_cited] == ["References"] * (2 - notes) + ["Further reading"]


HANGING = (
    "Moe, Ann. Rooms of Oil: A History of Lamps, Wicks, and Light. Translated by Bo Low, Lantern House, 1994.",
    "Roe, Jane. “The Quick and the Slow.” The Harbour Review, 7 Jan. 1986, p. 54.",
    "The Long Quay. Directed by Al Doe, Harbour Films, 2024.",
    "Zoe, J. “Doors.” Doors.example, 29 Aug. 2004, www.doors.example/reviews/doors-1967. Accessed 4 Jan. 2024.",
)


@pytest.mark.parametrize("reader", [MarkdownReader(), PlainReader()], ids=["markdown", "plain"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["together", "apart"])
@pytest.mark.parametrize("indent", ["  ", "    ", "\t"], ids=["two", "four", "tab"])
def test_an_indented_line_goes_on(reader: Reader, gap: str, indent: str) -> None:
    for width in range(46, 96):
        items = [fill(item, width, subsequent_indent=indent, break_on_hyphens=False) for item in HANGING]
        essay = reader.read(f"He said so, and so did she.\n\n## Works Cited\n\n{gap.join(items)}\n".encode(), "e")
        listed = [" ".join(item.text.split()) for item in find_apparatus(essay).works_cited]
        assert listed == list(HANGING), f"wrapped at {width}"
