"""What is shown of a long line, and what a fix changes in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from anora_bib.diagnostics import Applicability, Diagnostic, SourceFix
from anora_bib.reports.people.excerpt import change, excerpt
from anora_bib.text.excerpts import by_number, lines_about
from anora_bib.text.spans import Position, SourceEdit, SourceSpan

LONG = " ".join(f"word{number}" for number in range(100))


@pytest.mark.parametrize(
    ("line", "start", "end", "text", "indent", "marks"),
    [
        ("a short line", 2, 7, "a short line", 2, 5),
        ("at the end", 10, 10, "at the end", 10, 1),
        ("", 0, 0, "", 0, 1),
        ("a\ttab\x1b[2J", 2, 5, "a tab\\x1b[2J", 2, 3),
        ("電影的門 door", 2, 4, "電影的門 door", 4, 4),
        ("cafe\u0301 door", 6, 10, "cafe\u0301 door", 5, 4),
    ],
)
def test_a_line_that_fits(line: str, start: int, end: int, text: str, indent: int, marks: int) -> None:
    assert excerpt(line, start, end, 40) == (text, indent, marks)


@pytest.mark.parametrize("word", ["word0", "word50", "word99"])
def test_a_long_line_is_cut_at_words_around_the_place(word: str) -> None:
    start = LONG.index(word)
    text, indent, marks = excerpt(LONG, start, start + len(word), 60)
    assert text[indent : indent + marks] == word
    assert len(text) <= 60
    assert all(part in LONG.split() for part in text.strip("…").split())


@given(
    st.text(st.sampled_from("ab 電\u0301\t\x1b"), max_size=200),
    st.integers(0, 200),
    st.integers(0, 30),
    st.integers(24, 80),
)
@settings(max_examples=200)
def test_the_marks_stand_inside_what_is_shown(line: str, start: int, length: int, width: int) -> None:
    start = min(start, len(line))
    text, indent, marks = excerpt(line, start, start + length, width)
    assert cell_len(text) <= width
    assert indent + marks <= cell_len(text) + 1
    assert "\x1b" not in text and "\t" not in text


def changed(source: str, *edits: tuple[int, int, str], width: int = 60) -> list[tuple[str, str]] | None:
    fix = SourceFix("x", tuple(SourceEdit(SourceSpan(a, b), new) for a, b, new in edits), Applicability.SAFE)
    at = Position(1, 1)
    found = Diagnostic("X001", "x", "x", "a.md", SourceSpan(0, 0), at, at, fix=fix)
    told = change(by_number(lines_about(source, [found])), fix.edits, width)
    return None if told is None else list(told)


def test_a_change_of_one_line() -> None:
    assert changed("one\ntwo\n", (4, 7, "2")) == [("-", "two"), ("+", "2")]
    assert changed("one two one\n", (0, 3, "1"), (8, 11, "1")) == [("-", "one two one"), ("+", "1 two 1")]


def test_a_change_of_several_lines() -> None:
    assert changed("a\nb\nc\n", (0, 1, "A"), (4, 5, "C")) == [("-", "a"), ("+", "A"), ("-", "c"), ("+", "C")]
    assert changed("a\nb\nc\n", (0, 3, "A")) == [("-", "a"), ("-", "b"), ("+", "A")]


def test_a_change_of_many_lines_is_not_shown() -> None:
    assert changed("a\n" * 20, (0, 38, "")) is None
    assert changed("a\n", (0, 1, "b\n" * 9)) == [("-", "a"), *[("+", "b")] * 4, ("+", "… 6 more lines")]


def test_a_long_line_shows_what_changes() -> None:
    start = LONG.index("word60")
    (_, before), (_, after) = changed(LONG, (start, start + 6, "Wort")) or []
    assert "word60" in before
    assert "Wort word61" in after
