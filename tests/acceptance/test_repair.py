"""``fix``: what is safe by default, the rest when asked; nothing else is touched, and once is enough."""

from __future__ import annotations

import difflib
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

import anora_bib as ab
from anora_bib.diagnostics import Applicability, Diagnostic
from anora_bib.model import Essay

Run = Callable[..., Any]
GRADES = {False: {Applicability.SAFE}, True: {Applicability.SAFE, Applicability.UNSAFE}}
parts = pytest.mark.parametrize("part", ["mentions", "review", "notes", "works cited", "credit"])
unsafe_or_not = pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])


def source(essay: Essay) -> str:
    return essay.source or essay.text


def may_change(essay: Essay, problems: list[Diagnostic], grades: set[Applicability]) -> set[int]:
    """The lines, from 0, that an edit of a fix of these grades names."""
    return {
        line - 1
        for problem in problems
        if problem.fix and problem.applicability in grades
        for edit in problem.fix.edits
        for line in range(essay.position(edit.span.start).line, essay.position(edit.span.end).line + 1)
    }


def touched(before: str, after: str) -> set[int]:
    """The lines of ``before``, from 0, that ``after`` does not have any more."""
    matcher = difflib.SequenceMatcher(None, before.split("\n"), after.split("\n"), autojunk=False)
    return {line for kind, start, end, *_ in matcher.get_opcodes() if kind != "equal" for line in range(start, end)}


@parts
@unsafe_or_not
def test_only_what_a_fix_names_is_changed(
    part: str, unsafe: bool, essays: Mapping[str, Essay], problems: Mapping[str, list[Diagnostic]]
) -> None:
    essay = essays[part]
    fixed = ab.fix(essay, unsafe=unsafe)
    named = may_change(essay, problems[part], GRADES[unsafe])
    assert touched(source(essay), fixed.text) <= named
    assert bool(fixed.applied) == bool(named) == (fixed.text != source(essay))


@parts
@unsafe_or_not
def test_a_second_run_changes_nothing(part: str, unsafe: bool, essays: Mapping[str, Essay]) -> None:
    essay = essays[part]
    fixed = ab.fix(essay, unsafe=unsafe)
    again = ab.fix(ab.read_text(fixed.text, reader=essay.format, path=essay.path), unsafe=unsafe)
    assert again.text == fixed.text
    assert not again.applied
    assert not {problem.applicability for problem in fixed.remaining} & GRADES[unsafe]


@parts
def test_what_is_safe_is_part_of_what_is_not(part: str, essays: Mapping[str, Essay]) -> None:
    safe, everything = ab.fix(essays[part]), ab.fix(essays[part], unsafe=True)
    assert len(safe.applied) <= len(everything.applied)


def test_the_misspelt_book_is_put_right_when_asked(essays: Mapping[str, Essay]) -> None:
    text = ab.fix(essays["works cited"], unsafe=True).text
    assert "Srnicek, Nick. Platform Capitalism. Polity Press. December 2016." in text


def test_the_straight_quotes_in_the_notes_become_curly(essays: Mapping[str, Essay]) -> None:
    text = ab.fix(essays["notes"]).text
    assert "Next One'" not in text
    assert text.count("Next One’”") == source(essays["notes"]).count("Next One'”")


@pytest.fixture
def copy(folder: Path, tmp_path: Path) -> Path:
    """The shelf, to be written to."""
    return Path(shutil.copytree(folder, tmp_path / "shelf", copy_function=shutil.copyfile))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_command_writes_what_the_library_says(copy: Path, essays: Mapping[str, Essay], anora_bib: Run) -> None:
    anora_bib("fix", copy)
    after = contents(copy)
    assert after == {Path(e.path).name: ab.fix(e).text.encode("utf-8") for e in essays.values()}
    anora_bib("fix", copy)
    assert contents(copy) == after


def test_a_diff_is_shown_and_nothing_is_written(copy: Path, anora_bib: Run) -> None:
    before = contents(copy)
    shown = anora_bib("fix", "--diff", "--unsafe", copy).stdout
    assert contents(copy) == before
    added = [line for line in shown.splitlines() if line.startswith("+")]
    removed = [line for line in shown.splitlines() if line.startswith("-")]
    assert any("Platoform" in line for line in removed)
    assert any("Platform Capitalism" in line for line in added)
    assert not any("Platoform" in line for line in added)
