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
    """``anchor`` is a piece of the line; ``says`` are patterns that the message or the evidence must match, all."""

    id: str
    part: str
    anchor: str
    says: tuple[str, ...]
    fix: bool = False


NO_MARKER = r"(?i)\bno marker\b|without a marker"
NOWHERE = r"(?i)no note|leads? nowhere|points? (at|to) nothing"
FAULTS = [
    Fault("note 1 is left over", "notes", "Jeffrey Kluger", (NO_MARKER, r"\b1\b")),
    Fault("note 2 is left over", "notes", "James F. Childress", (NO_MARKER, r"\b2\b")),
    Fault("note 3 is left over", "notes", "- 42 U.S.C. § 426-1", (NO_MARKER, r"\b3\b")),
    Fault("note 1 merges two sources", "notes", "Jeffrey Kluger", (r"(?i)\b(two|2) sources",)),
    Fault("notes 4 and 7 are the same", "notes", "Ritman, Alex", (r"(?i)same|again|twice|repeats", r"\b4\b", r"\b7\b")),
    Fault(
        "accessed before it was published",
        "notes",
        "Perella, Vincent",
        (r"2024-04-03|April 0?3, 2024", r"2024-09-08|September 8, 2024", r"2024-09-21|September 21, 2024", "2025"),
    ),
    Fault("a straight quote closes a curly one", "notes", "Ritman, Alex", (r"(?i)straight",), fix=True),
    Fault("a marker glued to a word", "notes", "Magazine5", (r"5",)),
    Fault("a marker set off by a space", "notes", "IndieWire 6", (r"6",)),
    Fault("a marker after a closing quote", "notes", "”4", (r"4",)),
    Fault("another marker after a closing quote", "notes", "”7", (r"7",)),
    Fault("markers of a caption lead nowhere", "notes", "![Andrea Werhun", (NOWHERE,)),
    Fault("a misspelt name", "works cited", "Srnieck, Nick", (r"Srnieck", r"Srnicek"), fix=True),
    Fault("a misspelt title", "works cited", "Srnieck, Nick", (r"Platoform", r"Platform"), fix=True),
    Fault("a lost co-author", "works cited", "Smith, Molly. Revolting", (r"Juno Mac|Mac, Juno",)),
    Fault("a printing against the first edition", "works cited", "Smith, Molly. Revolting", (r"2020", r"2018")),
    Fault("a title one letter off", "works cited", "Aurora‘s", (r"Aurora", r"Anora")),
    Fault("Fisher is never named", "works cited", "Fisher, Mark", (r"Fisher", r"(?i)capitalist realism")),
    Fault("Srnicek is never named", "works cited", "Srnieck, Nick", (r"Srnie?ce?k", r"(?i)platform capitalism")),
    Fault("a credit that does not find the object", "credit", "Shoe, manufactured", (r".",)),
    Fault("a quotation without a citation", "credit", "L.A. Times", (r"L\.A\. Times|Los Angeles Times",)),
]


def lines_with(anchor: str, path: str) -> set[int]:
    lines = Path(path).read_text("utf-8").split("\n")
    found = {number for number, line in enumerate(lines, 1) if anchor in line}
    assert found, f"{anchor!r} is not in {path}"
    return found


def told(problem: Diagnostic) -> str:
    return "\n".join((problem.message, *problem.evidence))


def found(fault: Fault, problems: list[Diagnostic], essay: Essay) -> list[Diagnostic]:
    lines = lines_with(fault.anchor, essay.path)
    here = [problem for problem in problems if problem.start.line in lines]
    hits = [problem for problem in here if all(re.search(pattern, told(problem)) for pattern in fault.says)]
    assert hits, f"{fault.id}: none of\n" + "\n".join(f"{p.start.line} {p.code} {p.rule}: {told(p)}" for p in here)
    return hits


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.id)
def test_a_fault_is_found_at_its_place(
    fault: Fault, problems: Mapping[str, list[Diagnostic]], essays: Mapping[str, Essay]
) -> None:
    hits = found(fault, problems[fault.part], essays[fault.part])
    if fault.fix:
        assert any(problem.fix and problem.fix.edits for problem in hits), hits


def test_both_titles_with_a_straight_quote_are_found(
    problems: Mapping[str, list[Diagnostic]], essays: Mapping[str, Essay]
) -> None:
    hits = [problem.start.line for problem in problems["notes"] if re.search("(?i)straight", problem.message)]
    assert lines_with("Ritman, Alex", essays["notes"].path) <= set(hits)


@pytest.mark.parametrize("label", "1234567")
def test_each_marker_of_the_caption_is_told(
    label: str, problems: Mapping[str, list[Diagnostic]], essays: Mapping[str, Essay]
) -> None:
    essay = essays["notes"]
    (line,) = lines_with("![Andrea Werhun", essay.path)
    here = [problem for problem in problems["notes"] if problem.start.line == line]
    assert any(f"[{label}]" in told(problem) + problem.span.of(essay.text) for problem in here), here


def test_the_odd_access_date_is_explained_by_its_siblings(
    problems: Mapping[str, list[Diagnostic]], essays: Mapping[str, Essay]
) -> None:
    """Its date is not silently put right: the fix is not one that is applied unasked."""
    fault = next(fault for fault in FAULTS if fault.id == "accessed before it was published")
    for problem in found(fault, problems["notes"], essays["notes"]):
        assert problem.applicability != "safe"


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
