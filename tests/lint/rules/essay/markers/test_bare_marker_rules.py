"""Glued and spaced markers share their work, so they share their table."""

from __future__ import annotations

import pytest

from tests.lint.pipeline import PATHS, diagnose, findings, only, repair, understand

NOTES = """
## Notes

[1] Doe, John. "A Talk." Example Magazine, 2024.

[2] Roe, Jane. "A Film." Example Weekly, 2024.

[3] Poe, Ann. "A Prize." Example Times, 2024.
"""
DEFINED = """
[^1]: Doe, John. "A Talk." Example Magazine, 2024.

[^2]: Roe, Jane. "A Film." Example Weekly, 2024.

[^3]: Poe, Ann. "A Prize." Example Times, 2024.
"""


@pytest.mark.parametrize("reader", ["markdown", "plain"])
@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        (
            "M003",
            "As she told Example Magazine1, it took years. It was “a gamble.”2",
            "As she told Example Magazine[1], it took years. It was “a gamble.”[2]",
        ),
        ("M003", "“No,” she said.1 It was “a gamble.”2", "“No,” she said.[1] It was “a gamble.”[2]"),
        (
            "M003",
            "As she told us,[1] Example Magazine2 has it. It won.[3]",
            "As she told us,[1] Example Magazine[2] has it. It won.[3]",
        ),
        ("M003", "She said “a gamble.”1 It won.[3]", "She said “a gamble.”[1] It won.[3]"),
        (
            "M004",
            "She told Example Magazine 1 that it won, Example Weekly 2 that it lost, Example Times 3 that it ran.",
            "She told Example Magazine[1] that it won, Example Weekly[2] that it lost, Example Times[3] that it ran.",
        ),
        ("M004", "It was “a gamble.” 1 She won.2", "It was “a gamble.”[1] She won.2"),
    ],
)
def test_the_marker_is_put_into_brackets(code: str, before: str, after: str, reader: str) -> None:
    text = f"{before}\n{NOTES}"
    found = findings(text, code, reader=reader)
    assert {one.words for one in found} <= {"1", "2", "3"}
    result = repair(text, code, reader=reader)
    assert result.text == f"{after}\n{NOTES}"
    assert [one.code for one in result.applied] == [code] * len(found)
    assert result.remaining == ()
    labels = [marker.label for marker in understand(result.text, reader=reader).markers]
    assert labels == [marker.label for marker in understand(text, reader=reader).markers] != []


def test_the_form_is_that_of_the_other_markers() -> None:
    before, after = "It won.[^3] She said “a gamble.”1", "It won.[^3] She said “a gamble.”[^1]"
    result = repair(f"{before}\n{DEFINED}", "M003")
    assert result.text == f"{after}\n{DEFINED}"
    assert [one.code for one in result.applied] == ["M003"]


@pytest.mark.parametrize("reader", PATHS)
@pytest.mark.parametrize(
    "text",
    [
        "She had Example9 to do.",
        "A claim.[1] Another.[2]",
        "Section 8 holds.",
        "It won.[3] Example2 is a name. It lost.[1]",
        "It won.[1] Example2 is a name, and so is Sample2. It lost.[3]",
        "Section 2 holds, and Apollo 3 flew.",
        "The film runs for 2 hours.",
    ],
)
def test_what_leads_to_no_note_or_is_in_brackets_is_left_alone(text: str, reader: str) -> None:
    assert diagnose(f"{text}\n{NOTES}", "M003", "M004", reader=reader) == []


def test_a_footnote_of_markdown_is_left_alone() -> None:
    assert diagnose(f"A claim.[^3]\n{DEFINED}", "M003", "M004") == []


def test_the_message_shows_the_word_it_hangs_on() -> None:
    first, second = diagnose(f"As she told Example Magazine1, it was “a gamble.”2\n{NOTES}", "M003")
    assert first.message == "marker “1” is glued to what stands before it: “Magazine1”"
    assert (first.start.line, first.start.column) == (1, 29)
    assert second.message == "marker “2” is glued to what stands before it: “gamble.”2”"


def test_a_spaced_marker_is_shown_with_the_word_before_it() -> None:
    found = only(f"“No.”1 She told Example Weekly 2 that it ended. It won.3\n{NOTES}", "M004")
    assert found.message == "marker “2” is set off by a space like a number of the sentence: “Weekly 2”"
    assert (found.start.line, found.start.column) == (1, 32)


def test_a_word_that_counts_elsewhere_counts_here() -> None:
    text = "Entry 1 names entry 3 in full.\n\n## Notes\n\n[3] Doe, John. *A Talk*. London: Example Press, 2024.\n"
    assert diagnose(text, "M004") == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("M003", "She wrote Lamps.1 and nothing else."),
        ("M004", "They read Romans 1 and Luke 2 and John 3 that night."),
    ],
)
def test_a_number_that_may_count_something_else_is_not_put_into_brackets_unasked(code: str, words: str) -> None:
    found = diagnose(f"{words}\n{NOTES}", code)
    assert found
    assert {one.applicability for one in found} == {"unsafe"}


@pytest.mark.parametrize("reader", ["markdown", "plain"])
@pytest.mark.parametrize(("code", "space"), [("M003", ""), ("M004", " ")])
def test_many_have_one_cause_and_are_mended_together(code: str, space: str, reader: str) -> None:
    # Each stands behind a word of its note.
    body = "Lamps were lit.1 " + " ".join(f"Magazine number {word}{space}{n}." for n, word in enumerate(ABC, 2))
    notes = "\n\n".join(f"[{n}] Doe, John. *Talk {word}*. London: Example Press, 20{n + 9}." for n, word in COUNTED)
    text = f"{body}\n\n## Notes\n\n{notes}\n"
    found = only(text, code, reader=reader)
    count = len(ABC) + (code == "M003")
    assert found.message.startswith(f"{count} markers are ")
    assert found.evidence[0].startswith("Markers ")
    result = repair(text, code, reader=reader)
    assert all(f"number {word}[{n}]." in result.text for n, word in enumerate(ABC, 2))
    assert result.remaining == ()


ABC = ["Alder", "Birch", "Cedar", "Elder", "Hazel", "Maple", "Holly"]
COUNTED = [(n, word) for n, word in enumerate(["Ash", *ABC], 1)]


def test_half_of_a_bracket_is_left_alone() -> None:
    assert diagnose(f"She said “a gamble.”1] It won.[2] It lost.[3]\n{NOTES}", "M003") == []


def test_the_name_of_a_file_is_left_alone() -> None:
    assert diagnose(f"She read talk_1.txt at night. It won.[2] It lost.[3]\n{NOTES}", "M003") == []
