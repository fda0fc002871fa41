"""Markers: every form they are set in, and all that only looks like one."""

from __future__ import annotations

import pytest

from anora_bib.find.page.structure import find_apparatus
from anora_bib.model import Apparatus, MarkerForm
from anora_bib.readers.markdown import MarkdownReader
from anora_bib.readers.plain import PlainReader

PROSE = "The harbour was quiet that winter, and nobody who worked there had much to say about it."
NOTES = "\n\nNotes\n\n" + "\n\n".join(f"[{n}] Roe, Jane. Book {chr(64 + n)}. Press, 1999." for n in range(1, 8))


def plain(text: str) -> Apparatus:
    return find_apparatus(PlainReader().read(text.encode(), "essay.txt"))


def markdown(text: str) -> Apparatus:
    return find_apparatus(MarkdownReader().read(text.encode(), "essay.md"))


def signs(apparatus: Apparatus) -> list[tuple[str, str]]:
    return [(marker.label, marker.text) for marker in apparatus.markers]


FORMS = [
    ("the gaze.[4] Then", [("4", "[4]")], "bracketed", "glued"),
    ("in the trade press [4], and so on", [("4", "[4]")], "bracketed", "before the comma"),
    ("so it was.[3][4] Then", [("3", "[3]"), ("4", "[4]")], "bracketed", "adjacent"),
    ("so it was.[3,5] Then", [("3", "3"), ("5", "5")], "bracketed", "two labels in one"),
    ("so it was.[3-5] Then", [("3", "3"), ("4", "-"), ("5", "5")], "bracketed", "a range holds what is between"),
    (r"so it was.\[4\] Then", [("4", r"\[4\]")], "bracketed", "escaped"),
    ("(Jane Roe [7]) said", [("7", "[7]")], "bracketed", "inside a parenthesis"),
    ("off the coast,[2]in a boat", [("2", "[2]")], "bracketed", "behind a comma that the next word is glued to"),
    ("the turn.^4^ Then", [("4", "^4^")], "superscript", "caret"),
    ("the turn's^4^ end", [("4", "^4^")], "superscript", "after a genitive, which is no unit"),
    ("the turn.⁴ Then", [("4", "⁴")], "superscript", "raised digit"),
    ("the turn⁴ was", [("4", "⁴")], "superscript", "raised digit on a word"),
    ("“a borrowed light”3, she said", [("3", "3")], "glued", "after a quotation mark"),
    ('"a borrowed light"3 was', [("3", "3")], "glued", "after a straight mark"),
    ("the crowd”2 — and", [("2", "2")], "glued", "before a dash"),
    ("„ein fremdes Licht“2 sagt", [("2", "2")], "glued", "after a mark that closes in German"),
    ("»ein fremdes Licht«2 sagt", [("2", "2")], "glued", "after a guillemet that closes in German"),
    ("reached *The Harbour.2* Few", [("2", "2")], "glued", "before the star that ends a title"),
    ("by [Roe](docks.html),2 who", [("2", "2")], "glued", "after a link"),
    ("reached the harbour.2 Few came", [("2", "2")], "glued", "after a stop"),
    ("in *Tangerine*3 and", [("3", "3")], "glued", "after a title in asterisks"),
    ("The gaze[4](#fn4) is", [("4", "[4](#fn4)")], "live", "link around the digit"),
    (r"The gaze\[[4](#_edn4)\] is", [("4", r"\[[4](#_edn4)\]")], "live", "link in escaped brackets"),
    (r"The gaze[](x.html#_e4)[\[4\]](x.html#_e4) [](x.html#_e4)", [("4", r"[\[4\]](x.html#_e4)")], "live", "twins"),
    ("The gaze[[4]](#4) is", [("4", "[[4]](#4)")], "live", "double bracket"),
    ("The gaze[^4] is", [("4", "[^4]")], "live", "Markdown reference"),
    ("The gaze<sup>4</sup> is", [("4", "<sup>4</sup>")], "live", "raised by a tag"),
    ("The gaze<sup>3, 5</sup> is", [("3", "<sup>3"), ("5", "5</sup>")], "live", "several raised by one tag"),
    ("The gaze<sup>3–5</sup> is", [("3", "<sup>3"), ("4", "–"), ("5", "5</sup>")], "live", "a raised range"),
    (
        'the gaze<sup><a href="#n4" id="r4">4</a></sup>',
        [("4", '<sup><a href="#n4" id="r4">4</a></sup>')],
        "live",
        "tags",
    ),
    ("The gaze[<sup>4</sup>](#x4sym) is", [("4", "[<sup>4</sup>](#x4sym)")], "live", "a raised link is one marker"),
    (r"The gaze[<sup>\[4\]</sup>](#4) is", [("4", r"[<sup>\[4\]</sup>](#4)")], "live", "raised brackets in a link"),
    (
        "The gaze<sup>*[<sup>4</sup>](#n4)*</sup> is",
        [("4", "<sup>*[<sup>4</sup>](#n4)*</sup>")],
        "live",
        "raised twice, with emphasis between",
    ),
    ('the gaze<a href="#n4">[4]</a> is', [("4", '<a href="#n4">[4]</a>')], "live", "a link in HTML"),
]


@pytest.mark.parametrize(("text", "expected", "form", "reason"), FORMS, ids=[row[-1] for row in FORMS])
def test_forms(text: str, expected: list[tuple[str, str]], form: str, reason: str) -> None:
    apparatus = plain(f"{PROSE}\n\nWe saw {text}\n\n{PROSE}{NOTES}")
    assert signs(apparatus) == expected, reason
    assert {marker.form for marker in apparatus.markers} == {MarkerForm(form)}


RUNS = [
    ("They liked it.”1 In Filmmaker Magazine2, she said. So did IndieWire 3 that week.”4 Then.", "1234", "mixed forms"),
    ("It began before 1931.1 It ended in 1988.2 Then it was over.3 Few came.", "123", "after a year"),
    (
        "He said so to the censor. 1 Then he said more of the archive.” 2 They left it.3 Done.",
        "123",
        "set off by space",
    ),
    ("In the press (Variety)1 and later.2 Then.", "12", "after a parenthesis"),
    (
        "“Yes.” 2 people left. It ended. 1 man stayed. It was true.3 It was not.2 The end.1",
        "321",
        "glued before spaced",
    ),
    ("She said “no”1 to it. “Yes.” 2 boats came. “No.” 3 nets were lost.", "1", "a number that counts"),
    ("A “light”3, by the press. It came.2 It ended in 1931.4 The mayor told Magazine1, she said.", "3241", "any order"),
]
SHORT_LISTS = {"glued before spaced": 3, "any order": 4, "a number that counts": 3}
"""Those whose list of notes has only so many, one for each marker."""


@pytest.mark.parametrize(("text", "labels", "reason"), RUNS, ids=[row[-1] for row in RUNS])
def test_bare_digits_in_a_run(text: str, labels: str, reason: str) -> None:
    notes = "\n\n".join(NOTES.split("\n\n")[: 2 + SHORT_LISTS.get(reason, 7)])
    found = plain(f"{PROSE}\n\n{text}\n\n{PROSE}{notes}")
    assert "".join(marker.label for marker in found.markers) == labels, reason


NOT_MARKERS = [
    "He wrote that it was [sic] and [a]ll was [in the city] by [1712], with [laughter] and […].",
    "It fell by 3.4 points and 1.25 more, or 1,250 in all.",
    "On the 1st and the 2nd it rained; the 5th was dry.",
    "See Journal of Film 5(3) and Quarterly 2 (4).",
    "There were 1) a man, 2) a dog, and 3) a cat.",
    "It runs (01:15 - 02:40) and again at 3:05.",
    "The 1<sup>st</sup> of 10<sup>6</sup> stood on 4 m<sup>2</sup>.",
    "The island has 7 km² and CO² in a 4 m³ tank, or 10⁶ of them.",
    "It passed by a 97-2 vote, about 50% of them, for $15k and 6-inch heels.",
    "Pretty good (1990), they said of it, and again (2001).",
    "As Section 5 says, and Chapter 3, and page 4, it is so.",
    "We met in Room 5 and talked about Apollo 13, and Windows 7 was new.",
    "He waited for 5 days, 3 times out of 7, and 4 more.",
    "On April 6, on 5 May, in World War 2, we won.",
    "See https://example.org/a.2/b3 and www.example.org/x.4 for more.",
    "An mp3 of B52 and R2 was made, with Vol.2 and No.5 besides.",
    "A girl of 6 and a boy aged 7, both alone.",
    'He said "3 men came" and ’5 of them left.',
    "John 3:4 is often quoted; so is Mark 5:6.",
]


@pytest.mark.parametrize("text", NOT_MARKERS)
def test_what_looks_like_a_marker_and_is_none(text: str) -> None:
    assert signs(plain(f"{PROSE}\n\n{text}\n\n{PROSE}{NOTES}")) == []


def test_digits_are_text_where_no_note_is() -> None:
    assert plain(f"{PROSE}\n\nSo they said.”4 And Magazine5 said more.\n\n{PROSE}").markers == ()


def test_bare_digits_are_text_where_a_bracketed_series_claims_the_notes() -> None:
    text = "One.[1] Two.[2] Three.[3] Four.[4] Five.[5] Six.[6] Seven.[7] Then in Tangerine2 and so on.”3"
    assert {marker.form for marker in plain(f"{PROSE}\n\n{text}\n\n{PROSE}{NOTES}").markers} == {MarkerForm.BRACKETED}


def test_a_lone_weak_sign_needs_its_neighbours() -> None:
    assert signs(plain(f"{PROSE}\n\nThey told IndieWire 5 that it was so.\n\n{PROSE}{NOTES}")) == []


def test_brackets_that_lead_nowhere_are_kept_with_their_series() -> None:
    found = plain(f"{PROSE}\n\nIt was so.[1] And so.[9]\n\n{PROSE}{NOTES}")
    assert [marker.label for marker in found.markers] == ["1", "9"]


def test_markers_in_a_picture_claim_nothing() -> None:
    image = "![A writer from Ontario.[1] She wrote a book in 2018.[2]](https://example.org/a.jpg)"
    found = plain(f"{PROSE}\n\n{image}\n\nSo they said.”1 And more.”2 Done.\n\n{PROSE}{NOTES}")
    assert [(m.label, m.form, m.in_image) for m in found.markers] == [
        ("1", MarkerForm.BRACKETED, True),
        ("2", MarkerForm.BRACKETED, True),
        ("1", MarkerForm.GLUED, False),
        ("2", MarkerForm.GLUED, False),
    ]


def test_a_picture_inside_a_paragraph() -> None:
    found = markdown("We saw ![a map[1] of it](m.png) then.[1]\n\n## Notes\n\n[1] Roe, Jane. Book. 1999.\n")
    assert [(m.label, m.in_image) for m in found.markers] == [("1", True), ("1", False)]
    assert [span.of(found.essay.text) for span in found.body] == ["We saw ", " then.[1]"]


def test_letter_labels() -> None:
    found = plain(f"{PROSE}\n\nAs shown.[B2] Then.\n\n{PROSE}\n\nReferences\n\n[B1] Roe. 1999.\n\n[B2] Doe. 2001.")
    assert signs(found) == [("B2", "[B2]")]
    assert [note.label for note in found.notes] == ["B1", "B2"]


@pytest.mark.parametrize("text", ["Jane Roe<sup>8,9</sup>.", "Jane Roe<sup>8–9</sup>, Ben Doe<sup>8, 12</sup>"])
def test_raised_rows_that_lead_to_no_note_are_addresses_of_authors(text: str) -> None:
    assert signs(markdown(f"{text}\n\n{PROSE}[1]{NOTES}")) == [("1", "[1]")]


def test_digits_go_on_where_a_series_leaves_several_out() -> None:
    text = f"{PROSE}[1] “Aye.”2 {PROSE} Roe’s3, she said.[4] {PROSE}[5][6] So “nay.”7 In 3 boats.{NOTES}"
    assert [label for label, _ in signs(plain(text))] == list("1234567")


def test_an_index_is_no_marker() -> None:
    assert signs(plain(f"{PROSE} The array a[2]b is{NOTES}")) == []


def test_links_of_words_endnotes_count_in_roman_figures() -> None:
    notes = "\n\n".join(rf"[\[{n}\]](#_ednref{i}) Roe, *Book {i}*. 199{i}." for i, n in enumerate(("i", "ii", "iv"), 1))
    page = markdown(r"The pier[\[i\]](#_edn1) and the quay.[\[ii\]](#_edn2) A lamp[\[iv\]](#_edn4)" + f"\n\n{notes}\n")
    assert [marker.label for marker in page.markers] == [note.label for note in page.notes] == ["1", "2", "4"]


def test_links_to_the_places_of_a_converter_are_no_markers() -> None:
    assert signs(markdown("As told ([pp. 109](#calibre_link-42), [120](#calibre_link-43)) by Roe.")) == []


def test_letters_with_a_sign_on_them_are_no_markers() -> None:
    assert signs(plain(f"The Mid[^e]wiwin is a lodge[^a] of old.[1] {PROSE}{NOTES}")) == [("1", "[1]")]


def test_a_number_at_the_head_of_a_block_that_no_note_has_is_the_blocks_own() -> None:
    text = f"[1] {PROSE}\n\n{PROSE}\n\n[2] {PROSE}\n\n{PROSE}\n"
    assert plain(text).markers == ()
    assert len(plain(text.replace("[", "So [")).markers) == 2


def test_a_marker_may_be_alone_in_its_paragraph() -> None:
    found = markdown(f"{PROSE}\n\n[^one]\n\n{PROSE}\n\n[^one]: Roe, *Docks*.\n")
    assert [marker.label for marker in found.markers] == ["one"]
