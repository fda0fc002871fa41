"""Note lists: every form they are printed in, and where they end."""

from __future__ import annotations

import pytest

from anora_bib.find.page.structure import find_apparatus
from anora_bib.model import Apparatus
from anora_bib.readers.html import HtmlReader
from anora_bib.readers.markdown import MarkdownReader
from anora_bib.readers.plain import PlainReader

PROSE = "The harbour was quiet that winter, and nobody who worked there had much to say about it."
ONE = "Roe, Jane. *The Book*. Press, 1999."
TWO = "Doe, Al. “A Piece.” *Outlet*, 1 May 2009."
TEXT = f"{PROSE} It was so.[1]\n\n{PROSE} And so.[2]\n\n"


def plain(text: str) -> Apparatus:
    return find_apparatus(PlainReader().read(text.encode(), "essay.txt"))


def markdown(text: str) -> Apparatus:
    return find_apparatus(MarkdownReader().read(text.encode(), "essay.md"))


def listed(apparatus: Apparatus) -> list[tuple[str, str]]:
    return [(note.label, note.text) for note in apparatus.notes]


BOTH = [("1", ONE), ("2", TWO)]

LISTS = [
    (f"Notes\n\n[1] {ONE}\n\n[2] {TWO}", "bracket labels"),
    (f"[1] {ONE}\n\n[2] {TWO}", "no heading"),
    (f"* * *\n\n[1] {ONE}\n\n[2] {TWO}", "a rule for a heading"),
    (f"**Notes**\n\n[ 1 ] {ONE}\n\n[ 2 ] {TWO}", "inner spaces, bold heading"),
    (f"NOTES:\n\n1. {ONE}\n\n2. {TWO}", "numbered, capitals, colon"),
    (f"#### Endnotes\n\n1. {ONE} [Back](#n1)\n2. {TWO}", "back word, missing once"),
    (f"## Bibliography\n\n1. {ONE}\n2. {TWO}", "numbered bibliography that markers point to"),
    (f"References\n\n[1] {ONE}\n\n[2] {TWO}", "references that markers point to"),
    (f"Notes\n\n1 {ONE}\n\n2 {TWO}", "bare digits"),
    (f"Notes\n\nNote 1: {ONE}\n\nNote 2: {TWO}", "Note 1:"),
    (f"Footnotes\n\n- {ONE} ↩︎\n- {TWO} ↩︎", "bullets whose order is their number"),
    (f"- {ONE} ↩︎\n- {TWO} ↩︎", "bullets with arrows and no heading"),
    (f"Notes\n\n> [\\[1\\]](#_ftnref1) {ONE}\n>\n> [\\[2\\]](#_ftnref2) {TWO}", "blockquoted with back links"),
    (f"Notes\n\n\\[[1](#_ref1)\\] {ONE}\n\n\\[[2](#_ref2)\\] {TWO}", "link in escaped brackets"),
    (f"Notes\n\n[[1]]() {ONE}\n\n[[2]]() {TWO}", "double brackets, empty link"),
    (f"References\n\n^ {ONE}\n\n^ {TWO}", "carets back"),
    (f"Notes\n\n¹ {ONE}\n\n² {TWO}", "raised digits"),
    (f"Notes\n\n<Sup>1</Sup> {ONE}\n\n<Sup>2</Sup> {TWO}", "raised by tags in capitals"),
    (f"Notes\n\n<sup>1</sup> {ONE}\n\n<sup>2</sup> {TWO}", "raised by tags"),
    (f'Notes\n\n<a name="n1"></a>1. {ONE}\n\n<a name="n2"></a>2. {TWO}', "named anchors"),
    (f'<a name="n1">1</a>. {ONE} <a href="#r1">↩</a>\n\n<a name="n2">2</a>. {TWO}', "numbers in anchors, no heading"),
    (f"Notes\n\n1\\. {ONE}\n\n2\\. {TWO}", "numbers whose stop is escaped"),
    (
        f"Notes\n\n[\\[i\\]](#_ednref) {ONE}\n\n[\\[ii\\]](#_ednref) {TWO}",
        "Word",
    ),
    (f"[^1]: {ONE}\n\n[^2]: {TWO}", "definitions"),
    (f"**Notes**  \n1. {ONE}\n2. {TWO}", "a heading in the same paragraph"),
    (f"[^1]:{ONE}\n[^2]:\n{TWO}", "definition with its text on the next line"),
    (f"Notes\n\n[\n\n[1] {ONE}\n\n[\n\n\\[an error occurred\\]\n\n[2] {TWO}", "residue between"),
    (f"## Footnotes\n\n[1] {ONE}\n\n[2] {TWO}\n\n## Footnotes\n", "heading twice"),
    (f"## Notes\n\n[1] {ONE}\n\n[2] {TWO}\n\n## Notes\n\nTaken from *The Loom*, 1 May 2009.", "a line after it"),
    (f"## Notes\n\n[1] {ONE}\n\n[2] {TWO}\n\n## Notes\n\nRepublished from *The Loom*.", "republished"),
]


@pytest.mark.parametrize(("text", "reason"), LISTS, ids=[row[-1] for row in LISTS])
@pytest.mark.parametrize("read", [plain, markdown], ids=["plain", "markdown"])
def test_forms(read: type, text: str, reason: str) -> None:
    apparatus = read(TEXT + text)
    assert listed(apparatus) == BOTH, reason
    assert [marker.label for marker in apparatus.markers] == ["1", "2"], reason
    assert apparatus.works_cited == ()
    assert len(apparatus.body) == 2


TAILS = [
    "Archives\n\n- April 2025\n- March 2025",
    "Jane Roe is a writer and critic who lives in Ohio.",
    "© 2024 Example Site. All rights reserved.",
    "Comments (0)\n\nAdd Comment",
    "Related Posts\n\n- Another harbour, 1999\n- A third harbour, 2001",
    "Updated 04|12|01",
    "Posted in Essays",
    "* * *\n\nThanks to everyone at the harbour.",
    "About the Author\n\nJane Roe writes.",
]


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize("head", ["Notes", "Works Cited"])
def test_where_a_list_ends(head: str, tail: str) -> None:
    labels = ("[1] ", "[2] ") if head == "Notes" else ("", "")
    text = PROSE if head == "Works Cited" else TEXT
    found = plain(f"{text}\n\n{head}\n\n{labels[0]}{ONE}\n\n{labels[1]}{TWO}\n\n{tail}")
    items = [item.text for item in (found.notes or found.works_cited)]
    assert items == [ONE, TWO]
    assert len(found.body) == (2 if head == "Notes" else 1)


def test_an_empty_label_keeps_its_place() -> None:
    assert listed(plain(TEXT + f"Notes\n\n[1]\n\n[2] {TWO}")) == [("1", ""), ("2", TWO)]


def test_numbers_that_begin_the_words_are_no_labels() -> None:
    found = plain(f"{PROSE}\n\n- {ONE} ↩︎\n- 42 U.S.C. § 426-1 ↩︎\n- {TWO} ↩︎\n")
    assert listed(found) == [("1", ONE), ("2", "42 U.S.C. § 426-1"), ("3", TWO)]
    assert not any(note.numbered for note in found.notes)


def test_a_bare_list_may_be_out_of_order() -> None:
    found = plain(f"{PROSE} So they said.”1 And more.”2\n\nNotes\n\n2 {TWO}\n\n1 {ONE}")
    assert sorted(listed(found)) == BOTH


def test_numbered_references_without_markers_are_a_list_of_works() -> None:
    found = plain(f"{PROSE}\n\nReferences\n\n1. {ONE}\n2. {TWO}")
    assert [work.text for work in found.works_cited] == [ONE, TWO]
    assert found.notes == ()


def test_notes_and_works_on_one_page() -> None:
    found = plain(f"{TEXT}\n\nNotes\n\n[1] {ONE}\n\n[2] Ibid.\n\nWorks Cited\n\n{ONE}\n\n{TWO}")
    assert listed(found) == [("1", ONE), ("2", "Ibid.")]
    assert [(work.heading, work.text) for work in found.works_cited] == [("Works Cited", ONE), ("Works Cited", TWO)]


def test_a_definition_in_the_middle_leaves_the_text_around_it() -> None:
    found = markdown(f"{PROSE}[^1]\n\n[^1]: {ONE}\n\n{PROSE}[^2]\n\n[^2]: {TWO}\n\n{PROSE}")
    assert listed(found) == BOTH
    assert len(found.body) == 3


def test_paragraph_numbers_are_no_notes() -> None:
    text = "\n\n".join(f"{n}. {PROSE}" for n in range(1, 9))
    found = markdown(text)
    assert found.notes == ()
    assert len(found.body) == 8


PAGE = """<html><body><p>{0} It was so.<sup><a href="#fn1">1</a></sup></p><p>{0} And so.<a href="#fn2">[2]</a></p>
<h2>Notes</h2><ol><li id="fn1">Roe, Jane. <em>The Book</em>. Press, 1999. <a href="#fnref1">↩</a></li>
<li id="fn2">Doe, Al. &ldquo;A Piece.&rdquo; <em>Outlet</em>, 1 May 2009. <a href="#fnref2">↩</a></li></ol>
<p>&copy; 2024 Example Site</p></body></html>"""


def test_a_page_and_its_markdown_say_the_same() -> None:
    page = find_apparatus(HtmlReader().read(PAGE.format(PROSE).encode(), "essay.html"))
    text = markdown(f"{PROSE} It was so.[^1]\n\n{PROSE} And so.[^2]\n\n## Notes\n\n[^1]: {ONE}\n[^2]: {TWO}\n")
    assert listed(page) == [(label, words.replace("*", "")) for label, words in listed(text)]
    assert [marker.label for marker in page.markers] == [marker.label for marker in text.markers] == ["1", "2"]
    assert len(page.body) == len(text.body) == 2


def test_an_unfinished_note_ends_no_list() -> None:
    found = plain(f"{PROSE} (note 1)\n\nNote 1: {ONE}\n\nNote 2: [check this before it runs]\n\nNote 3: {TWO}")
    assert listed(found) == [("1", ONE), ("2", "[check this before it runs]"), ("3", TWO)]
    assert [(marker.label, marker.text) for marker in found.markers] == [("1", "(note 1)")]


@pytest.mark.parametrize(
    ("marker", "label"),
    [
        ("[{}]", "[{}] "),
        ("[{}]", "{}. "),
        ("[{}]", "Note {}: "),
        ("^{}^", "^{}^ "),
        ("<sup>{}</sup>", "<sup>{}</sup> "),
        ("[{0}](#n{0})", "[{0}](#r{0}) "),
    ],
)
def test_notes_are_read_beyond_three_figures(marker: str, label: str) -> None:
    numbers = range(1, 1006)
    body = " ".join(f"They said so.{marker.format(number)}" for number in numbers)
    notes = "\n\n".join(f"{label.format(number)}Roe, *Book {number}*, 2." for number in numbers)
    found = plain(f"{PROSE}\n\n{body}\n\nNotes\n\n{notes}\n")
    assert [note.label for note in found.notes] == list(map(str, numbers))
    assert [found_marker.label for found_marker in found.markers] == list(map(str, numbers))
    assert found.notes[-1].text == "Roe, *Book 1005*, 2."


def test_years_are_no_labels_where_the_notes_do_not_count_so_far() -> None:
    found = plain(
        f"{TEXT}It rained [1999] all year.\n\nNotes\n\n[1] {ONE}\n\n[2] {TWO}\n\n1000. A good round number.\n"
    )
    assert [note.label for note in found.notes] == ["1", "2"]
    assert [marker.label for marker in found.markers] == ["1", "2"]


def test_notes_behind_listed_works_are_notes() -> None:
    for rule in ("", "* * *\n\n", "<hr />\n\n"):
        found = markdown(f"{TEXT}## Works Cited\n\n- {ONE}\n- {TWO}\n\n{rule}[1] See {ONE}\n\n[2] {TWO}\n")
        assert [note.label for note in found.notes] == ["1", "2"]
        assert [work.text for work in found.works_cited] == [ONE, TWO]


def test_numbers_that_rise_by_steps_count_lines() -> None:
    assert listed(plain(f"[1] {PROSE}\n\n[28] {PROSE}\n\n[56] {PROSE}\n")) == []


def test_one_number_for_a_whole_row_names_no_notes() -> None:
    assert listed(plain(f"[3] {PROSE}\n\n[3] {PROSE}\n\n[3] {PROSE}\n")) == []


def test_a_raised_number_at_the_end_of_the_page_is_a_note_of_its_own() -> None:
    note = "<sup>1</sup> [Here](https://example.org) is the page."
    text = f"{PROSE} So they say<sup>1</sup>.\n\n{PROSE}\n\n{note}\n\n{PROSE}"
    assert [note.label for note in markdown(text).notes] == ["1"]
    assert not markdown(text.replace("say<sup>1</sup>", "say")).notes


@pytest.mark.parametrize("id", ["sdfootnote9", "ftn9"])
def test_the_printed_number_of_a_note_goes_before_that_of_its_place(id: str) -> None:
    text = f'{PROSE}[\\[8\\]](#_ftn9)\n\n<div id="{id}">[\\[8\\]](#_ftnref9) {ONE}\n\n</div>\n'
    assert listed(markdown(text)) == [("8", ONE)]


def test_numbers_that_pandoc_floats_count_verses() -> None:
    text = "\n\n".join(f"the lamp was lit\n\n[{n}]{{.float}}upon the pier\n\nand all was still" for n in (5, 10, 15))
    assert not markdown(text).notes


def test_what_follows_bullets_without_a_heading_is_no_listed_work() -> None:
    case = "\n\n".join([PROSE * 4] * 7)
    page = markdown(
        f"{PROSE}\n\nFurther Reading:\n\n- {ONE}\n- {TWO}\n\n{case} It was so.[1]\n\n## Notes\n\n[1] {TWO}\n"
    )
    assert [work.text for work in page.works_cited] == [ONE, TWO]
    assert [marker.label for marker in page.markers] == ["1"]


def test_footnotes_in_brackets_below_their_paragraphs() -> None:
    text = f"{PROSE}[1] {PROSE}\n\n  [Footnote 1: {ONE}]\n\n{PROSE}[2]\n\n  [Footnote 2: {TWO}]\n\n{PROSE}\n"
    assert listed(plain(text)) == [("1", ONE), ("2", TWO)]


def test_a_star_is_a_label_where_it_is_defined() -> None:
    assert [marker.label for marker in markdown(f"It was so.[^*]\n\n[^*]: {ONE}\n").markers] == ["*"]
    assert not markdown("Search for `a` and [^*] and [^>].\n").markers


@pytest.mark.parametrize("read", [plain, markdown], ids=["plain", "markdown"])
@pytest.mark.parametrize("head", ["Notes\n\n", ""])
@pytest.mark.parametrize("label", ["[{}]", "\\[{}\\]"])
def test_brackets_may_hold_roman_figures(read: type, head: str, label: str) -> None:
    one, two = label.format("i"), label.format("ii")
    found = read(f"{PROSE} It was so.{one}\n\n{PROSE} And [i]t was so.{two}\n\n{head}{one} {ONE}\n\n{two} {TWO}\n")
    assert listed(found) == BOTH
    assert [marker.text for marker in found.markers] == [one, two]


def test_roman_figures_in_brackets_are_no_labels_where_they_do_not_count() -> None:
    found = plain(f"{PROSE} So [i]they[/i] said.[1]\n\nNotes\n\n[1] {ONE}\n\n[x] Bread\n")
    assert [marker.text for marker in found.markers] == ["[1]"]
    assert [note.label for note in found.notes] == ["1"]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("They left (1). So they say (2), and nothing.", ["(1)", "(2)"]),
        ("Ils partirent (1) en hiver, et la mer (2) monta.", ["(1)", "(2)"]),
        ("There were (1) walls and (2) tolls. They left (1) then. So they say (2).", ["(1)", "(2)"]),
        ("There were (1) walls and (2) tolls. They left.”1 So they say.”2", ["1", "2"]),
        ("They left.(1) So they say.(2)", ["(1)", "(2)"]),
    ],
)
def test_numbers_in_parentheses_may_be_markers(text: str, forms: list[str]) -> None:
    found = plain(f"{text} {PROSE}\n\nNotes\n\n(1) {ONE}\n\n(2) {TWO}\n")
    assert [marker.text for marker in found.markers] == forms
    assert listed(found) == BOTH


def test_an_enumeration_leads_to_no_notes() -> None:
    notes = "\n\n".join(f"{number}. {ONE}" for number in range(1, 7))
    found = plain(f"There were (1) walls and (2) tolls. {PROSE}\n\nNotes\n\n{notes}\n")
    assert found.markers == ()


def test_a_list_of_works_is_not_made_notes_by_numbers_in_parentheses() -> None:
    found = plain(f"There were walls (1) and tolls (2). {PROSE}\n\nReferences\n\n1. {ONE}\n\n2. {TWO}\n")
    assert [work.text for work in found.works_cited] == [ONE, TWO]


def test_each_chapter_has_its_notes() -> None:
    chapter = f"CHAPTER {{0}}.\n\n{PROSE} It was so.[1] And so.[2]\n\nFOOTNOTES:\n\n[1] {ONE}\n\n[2] {TWO}\n\n"
    found = plain(chapter.format("I") + chapter.format("II") + chapter.format("III"))
    assert [note.label for note in found.notes] == ["1", "2"] * 3
    assert [marker.label for marker in found.markers] == ["1", "2"] * 3
    assert len(found.body) == 6  # with the names of the chapters
    assert [found.led_to(marker) for marker in found.markers] == list(found.notes)


def test_a_number_that_no_link_has_is_that_of_a_note() -> None:
    found = markdown(f"{PROSE}[1] See [the page][2].\n\n[1]: https://example.org/a\n\n[2]: https://example.org/b\n")
    assert listed(found) == [("1", "https://example.org/a")]
    assert [marker.text for marker in found.markers] == ["[1]"]


def test_a_line_in_brackets_does_not_unlabel_a_numbered_list() -> None:
    notes = "".join(f"{n}.  Roe, *Docks*, {n}.\n\n" for n in range(1, 8))
    text = f"{TEXT}Footnotes\n---------\n\n{notes}[515] was the year of the frost.\n\n8.  Doe, *Ice*, 8.\n"
    assert [note.label for note in plain(text).notes] == [str(n) for n in range(1, 9)]
