from __future__ import annotations

import difflib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.reports.diff import unified_diff

LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\n", "\n"]), max_size=12).map("".join)


def test_a_change_with_its_context() -> None:
    before = "".join(f"line {number}\n" for number in range(1, 11))
    after = before.replace("line 5", "Line 5")
    assert unified_diff(before, after, "e.txt") == (
        "--- e.txt\n+++ e.txt\n@@ -2,7 +2,7 @@\n line 2\n line 3\n line 4\n"
        "-line 5\n+Line 5\n line 6\n line 7\n line 8\n"
    )


def test_no_change_no_diff() -> None:
    assert unified_diff("a\n", "a\n", "e.txt") == ""


@pytest.mark.parametrize(
    ("before", "after", "end"),
    [
        ("a", "b", "-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n"),
        ("a\n", "a", "-a\n+a\n\\ No newline at end of file\n"),
    ],
)
def test_the_last_line_without_its_end(before: str, after: str, end: str) -> None:
    assert unified_diff(before, after, "e.txt").endswith(end)


def test_only_the_newline_ends_a_line() -> None:
    assert unified_diff("a\u2028b\x0c\rc\n", "a\u2028b\x0c\rd\n", "e.txt").count("\n-") == 1


@given(LINES, LINES)
@settings(max_examples=100)
def test_removed_and_added_lines_rebuild_both_texts(before: str, after: str) -> None:
    lines = unified_diff(before, after, "e.txt").splitlines(keepends=True)
    hunks = [line for line in lines[2:] if not line.startswith("@@")]
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    removed = [line[1:] for line in hunks if line[0] == "-"]
    added = [line[1:] for line in hunks if line[0] == "+"]
    assert sorted(old + added) == sorted(new + removed)


def test_where_lines_come_and_go_it_is_what_difflib_makes() -> None:
    before, after = "a\nb\nc\nd\ne\nf\n", "a\nc\nd\ne\nf\ng\n h\n"
    wanted = difflib.unified_diff(before.splitlines(True), after.splitlines(True), "e.txt", "e.txt")
    assert unified_diff(before, after, "e.txt") == "".join(wanted)


def test_a_long_text_takes_no_time() -> None:
    before = "".join(f"{number % 7}\n" for number in range(200_000))
    after = before.replace("3\n", "x\n")
    assert unified_diff(before, after, "e.txt")
