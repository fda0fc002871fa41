from __future__ import annotations

import pytest

from tests.lint.essays import DOE, KLUGER, READERS, ROE, with_notes
from tests.lint.pipeline import diagnose, only, told

CAPTION = "![Somebody is a writer.[1] She lives in Lamp Street.[1]](x.jpg)"


@pytest.mark.parametrize(
    ("reader", "text", "places"),
    [
        ("plain", f"Here is a claim.[2]\n\nNotes\n\n[1] {KLUGER}\n\n[2] {DOE}\n", [("1", 5, 5)]),
        ("markdown", f"Here is a claim.[^2]\n\n[^1]: {KLUGER}\n[^2]: {DOE}\n", [("1", 3, 7)]),
        ("markdown", f"Here is a claim.[2]\n\n## Notes\n\n1. {KLUGER}\n2. {DOE}\n", [("1", 5, 4)]),
        (
            "html",
            f'<p>Here is a claim.<a href="#n2">2</a></p>\n<ol>\n<li id="n1">{KLUGER}\n<li id="n2">{DOE}\n</ol>',
            [("1", 3, 13)],
        ),
        (
            "plain",
            f"Here is a claim.[1]\n\nNotes\n\n[1] {KLUGER}\n\n[2] {DOE}\n\n[3] {ROE}\n",
            [("2", 7, 5), ("3", 9, 5)],
        ),
        # notes that print no number are counted
        ("plain", f"Here is “a claim.”2\n\n- {KLUGER} ↩︎\n- {DOE} ↩︎\n", [("1", 3, 3)]),
        ("markdown", f"Here is “a claim.”2\n\n- {KLUGER} ↩︎\n- {DOE} ↩︎\n", [("1", 3, 3)]),
        # the marker of the picture came with words copied from elsewhere
        (
            "markdown",
            f"Here is a claim.[2]\n\n{CAPTION}\n\n## Notes\n\n[1] {KLUGER}\n\n[2] {DOE}\n",
            [("1", 7, 5)],
        ),
    ],
)
def test_each_is_named(reader: str, text: str, places: list[tuple[str, int, int]]) -> None:
    found = diagnose(text, "N001", reader=reader)
    assert [(one.message.split()[1], *one.start) for one in found] == places
    assert all(one.fix is None for one in found)


@pytest.mark.parametrize("reader", READERS)
def test_one_marker_a_note(reader: str) -> None:
    assert diagnose(with_notes(reader, DOE, ROE), "N001", reader=reader) == []


@pytest.mark.parametrize(
    "text",
    [
        f"Here is a claim[1] and the same.[1]\n\n## Notes\n\n[1] {DOE}\n",
        "No notes here, nor any sign of one.\n",
        f"Here is a claim.[1]\n\n![A sound caption.[2]](x.jpg)\n\n## Notes\n\n[1] {DOE}\n\n[2] {ROE}\n",
        f"Here is a claim.[1]\n\n## Notes\n\n[1] {DOE}\n\n[2]\n",
    ],
    ids=["two markers", "no notes", "a picture's marker", "an empty note has its own rule"],
)
def test_all_is_well(text: str) -> None:
    assert diagnose(text, "N001") == []


@pytest.mark.parametrize(
    ("notes", "message"),
    [
        (f"[1] {DOE}\n\n[2] {ROE}\n", "none of the 2 notes has a marker in the text"),
        (f"[1] {DOE}\n", "the only note has no marker in the text"),
    ],
)
def test_no_markers_at_all_is_said_once(notes: str, message: str) -> None:
    found = only(f"Here is a claim.\n\n## Notes\n\n{notes}", "N001")
    assert (found.message, found.start) == (message, (5, 5))


def test_the_evidence_says_why_it_looks_left_over() -> None:
    text = f"Here is a claim.[3]\n\nNotes\n\n[1] {KLUGER}\n\n[2] We thank all who helped.\n\n[3] {DOE}\n"
    first, second = diagnose(text, "N001", reader="plain")
    assert first.message == f"note 1 has no marker in the text: “{KLUGER}”"
    assert first.evidence == (
        "The text has marker 3.",
        "Notes 1 and 2 stand before the first note that is marked, as notes of another article do.",
        "The text does not name Kluger either.",
    )
    assert second.evidence == first.evidence[:2]
    assert (first.start, second.start) == ((5, 5), (7, 5))


def test_an_author_whom_the_text_names_is_no_evidence() -> None:
    found = only(f"Kluger makes a claim.[2]\n\n## Notes\n\n[1] {KLUGER}\n\n[2] {DOE}\n", "N001")
    assert len(found.evidence) == 2


def test_a_link_to_the_note_is_a_marker_whatever_its_words_are() -> None:
    items = "".join(f'<li><a name="Note{number}"><b>Note {number}</b></a>: {DOE}</li>' for number in (1, 2))
    link = '<a href="#Note1"><sup>Note 1</sup></a>'
    page = f"<p>Here is a claim{link}.</p><ul>{items}</ul>"
    found = only(page, "N001", reader="html")
    assert found.message.startswith("note 2 has no marker")


def test_a_file_of_notes_alone_is_not_asked_for_their_markers() -> None:
    notes = "".join(f"[^{number}]: {DOE}\n" for number in range(1, 10))
    assert diagnose(f"[Next](next.html)\n\n{notes}", "N001") == []
    assert len(diagnose(f"{'Here is a claim. ' * 20}\n\n{notes}", "N001")) == 1


MANY = "".join(f"[{number}] {DOE}\n\n" for number in range(5, 9))
CLAIMS = " ".join(f"A claim.[{number}]" for number in range(4, 9))


@pytest.mark.parametrize(
    ("text", "lost", "sure"),
    [
        (f"Here is a claim.[3]\n\n[1] {KLUGER}\n\n[2] {ROE}\n\n[3] {DOE}\n", 2, 0),
        (f"Here.[1] {CLAIMS}\n\nNotes\n\n[1] {ROE}\n\n[2] {KLUGER}\n\n[3] {ROE}\n\n[4] {ROE}\n\n{MANY}", 2, 2),
        (f"Here.[3] {CLAIMS}\n\nNotes\n\n[1] {KLUGER}\n\n[2] {ROE}\n\n[3] {ROE}\n\n[4] {ROE}\n\n{MANY}", 2, 2),
        (
            f"Kluger, Roe say.[3] {CLAIMS}\n\nNotes\n\n[1] {KLUGER}\n\n[2] {ROE}\n\n[3] {ROE}\n\n[4] {ROE}\n\n{MANY}",
            2,
            0,
        ),
        (f"Here.[3] {CLAIMS}\n\nNotes\n\n[3] {ROE}\n\n[4] {ROE}\n\n{MANY}[9] {DOE}\n", 1, 0),
    ],
    ids=["hardly any is marked", "those around are", "left over from elsewhere", "named in the text", "the last"],
)
def test_what_the_page_shows_of_its_markers_makes_it_sure(text: str, lost: int, sure: int) -> None:
    assert len(diagnose(text, "N001", reader="plain")) == lost
    assert len(told(text, "N001", reader="plain")) == sure


def test_a_definition_whose_sign_stands_nowhere_is_sure() -> None:
    notes = f"[^1]: {DOE}\n[^b]: {ROE}\n"
    assert len(told(f"Here is a claim.[^1]\n\n{notes}", "N001")) == 1
    assert len(told(f"Here is a claim.\n\n{notes}", "N001")) == 1
    assert told(f"Here is a claim.[^1] Write `[^b]`.\n\n{notes}", "N001") == []


@pytest.mark.parametrize("words", ["as Roe 2 says", "in a field 2 off", "at the pier (1999)2"])
def test_a_number_where_the_order_would_have_the_marker_may_be_one(words: str) -> None:
    signs = "Here is a claim.[1] It is so, {words}, and so on.[3] It is.[4]"
    text = f"{signs}\n\nNotes\n\n" + "\n\n".join(f"[{n}] {t}" for n, t in enumerate((KLUGER, DOE, ROE, DOE), 1))
    assert told(text.format(words=words), "N001", reader="plain") == []
    assert len(told(text.format(words="as Roe says"), "N001", reader="plain")) == 1


BACK = '<p><a href="#r{0}" name="n{0}">[{0}]</a> {1}</p>'


@pytest.mark.parametrize(
    ("markers", "sure"),
    [((1, 2), [3]), ((2, 3), [1]), ((1,), []), ((), [])],
    ids=["the last", "the first", "as many lead nowhere", "none is read"],
)
def test_a_link_back_to_a_place_that_is_gone_is_sure(markers: tuple[int, ...], sure: list[int]) -> None:
    text = " ".join(f'Here is a claim.<a href="#n{label}" name="r{label}">[{label}]</a>' for label in markers)
    notes = "\n".join(BACK.format(*one) for one in ((1, KLUGER), (2, DOE), (3, ROE)))
    found = told(f"<html><body><p>{text or 'A claim.'}</p>\n<hr>\n{notes}</body></html>", "N001", reader="html")
    assert [one.line - 2 for one in found] == sure
