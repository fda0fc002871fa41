"""What ``check`` must find: each fault with its place, and a fix where one exists."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

import anora_bib as ab
from anora_bib.diagnostics import Diagnostic
from anora_bib.model import Essay


@dataclass(frozen=True)
class Fault:
    """``anchor`` is a piece of each line that has the fault (with ``last``, of several only the last has it).

    ``says`` are patterns that the message or the evidence match, all of them.
    """

    rule: str
    part: str
    anchor: str
    says: tuple[str, ...] = ()
    fix: bool = False
    last: bool = False

    def lines(self, essay: Essay) -> list[int]:
        """Where the fault stands in the file of an essay."""
        lines = Path(essay.path).read_text("utf-8").split("\n")
        found = [number for number, line in enumerate(lines, 1) if self.anchor in line]
        assert found, f"{self.anchor!r} is not in {essay.path}"
        return found[-1:] if self.last else found

    def __str__(self) -> str:
        return f"{self.rule}: {self.anchor}"


FAULTS = [
    Fault("note-without-marker", "notes", "Jeffrey Kluger", (r"\b1\b",)),
    Fault("note-without-marker", "notes", "James F. Childress", (r"\b2\b",)),
    Fault("note-without-marker", "notes", "- 42 U.S.C. § 426-1", (r"\b3\b",)),
    Fault("merged-sources", "notes", "Jeffrey Kluger", (r"42 C\.F\.R\.",)),
    Fault("repeated-note", "notes", "Ritman, Alex", (r"\b4\b", r"\b7\b"), last=True),
    Fault(
        "accessed-before-published",
        "notes",
        "Perella, Vincent",
        (r"accessed .*2024-04-03", r"published .*2024-09-08", r"archived .*2024-09-21", r"\b2025\b"),
        fix=True,
    ),
    Fault("mismatched-quotation-mark", "notes", "Ritman, Alex", fix=True),
    Fault("glued-marker", "notes", "Magazine5", (r"5",)),
    Fault("spaced-marker", "notes", "IndieWire 6", (r"6",)),
    Fault("glued-marker", "notes", "”4", (r"4",)),
    Fault("glued-marker", "notes", "”7", (r"7",)),
    Fault("stray-caption-marker", "notes", "![Andrea Werhun", tuple(rf"\[{label}\]" for label in range(1, 8))),
    Fault("misspelt-name", "works cited", "Srnieck, Nick", (r"Srnieck", r"Srnicek", r"record"), fix=True),
    Fault("misspelt-title", "works cited", "Srnieck, Nick", (r"Platoform", r"Platform", r"record"), fix=True),
    Fault("missing-co-author", "works cited", "Smith, Molly. Revolting", (r"Juno Mac", r"Line \d+ names both")),
    Fault("reprint-date", "works cited", "Smith, Molly. Revolting", (r"2020", r"2018")),
    Fault("near-title", "works cited", "Aurora‘s", (r"Aurora", r"Anora")),
    Fault("listed-work-never-cited", "works cited", "Fisher, Mark", (r"Fisher", r"(?i)“capitalist realism” stand")),
    Fault("listed-work-never-cited", "works cited", "Srnieck, Nick", (r"Srnicek", r"(?i)“platform capitalism” stand")),
    Fault("incomplete-image-credit", "credit", "Shoe, manufactured"),
    Fault("quotation-without-citation", "credit", "L.A. Times", (r"Los Angeles Times",)),
    # Beyond the table: an opening quotation mark for an apostrophe, in both shelves.
    Fault("turned-apostrophe", "notes", "Baker‘s", fix=True),
    Fault("turned-apostrophe", "works cited", "Aurora‘s", fix=True),
    Fault("turned-apostrophe", "works cited", "Anora‘s", fix=True),
]


def told(problem: Diagnostic) -> str:
    return "\n".join((problem.message, *problem.evidence))


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_fault_is_found_at_its_place(
    fault: Fault, problems: Mapping[str, list[Diagnostic]], essays: Mapping[str, Essay]
) -> None:
    for line in fault.lines(essays[fault.part]):
        here = [problem for problem in problems[fault.part] if problem.start.line == line]
        hits = [problem for problem in here if problem.rule == fault.rule]
        assert len(hits) == 1, "\n".join(f"{problem.rule}: {told(problem)}" for problem in here)
        for pattern in fault.says:
            assert re.search(pattern, told(hits[0])), (pattern, told(hits[0]))
        if fault.fix:
            assert hits[0].fix
            assert hits[0].fix.edits


@pytest.mark.parametrize("part", ["notes", "works cited", "credit"])
def test_nothing_else_is_found(
    part: str, problems: Mapping[str, list[Diagnostic]], essays: Mapping[str, Essay]
) -> None:
    expected = {(fault.rule, line) for fault in FAULTS if fault.part == part for line in fault.lines(essays[part])}
    assert {(problem.rule, problem.start.line) for problem in problems[part]} == expected


def test_what_an_author_meant_is_never_settled_unasked(problems: Mapping[str, list[Diagnostic]]) -> None:
    """A date or a name that the essay does not print is a guess, however good: its fix waits to be asked for."""
    guesses = {"accessed-before-published", "missing-co-author", "near-title", "merged-sources", "repeated-note"}
    found = [problem for part in problems.values() for problem in part if problem.rule in guesses]
    assert {problem.rule for problem in found} == guesses
    assert "safe" not in {problem.applicability for problem in found}


def test_every_diagnostic_has_a_code_a_sentence_and_a_true_place(
    problems: Mapping[str, list[Diagnostic]], essays: Mapping[str, Essay]
) -> None:
    for part, found_here in problems.items():
        essay = essays[part]
        for problem in found_here:
            assert re.fullmatch(r"[A-Z]+\d{3}", problem.code)
            assert problem.message
            assert "\n" not in problem.message
            assert problem.path == essay.path
            assert problem.start == essay.position(problem.span.start)


@pytest.mark.parametrize("part", ["mentions", "review"])
def test_an_essay_without_notes_or_quotations_is_left_in_peace(part: str) -> None:
    """Ours only: the real ones quote people without saying where."""
    shelf = Path(__file__).parents[2] / "examples" / "shelf"
    path = sorted(shelf.iterdir())[("mentions", "review").index(part)]
    assert ab.check(ab.read(path)) == []
