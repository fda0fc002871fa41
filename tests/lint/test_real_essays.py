"""The findings in the real essays, where they are at hand: every fault that was seen by eye, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

import anora_bib.api as ab
from anora_bib.diagnostics import Diagnostic
from anora_bib.model import Essay

ESSAYS = Path(__file__).parents[3] / "shared" / "essays"

pytestmark = pytest.mark.skipif(not ESSAYS.is_dir(), reason="the real essays are not beside this checkout")

FAULTS = {
    "000": {},
    "001": {},
    "002": {
        4: ["Q002"],
        24: ["M003"],
        88: ["M003"],
        94: ["M004"],
        100: ["M003"],
        127: ["M002"],
        208: ["N001", "N002"],
        209: ["N001"],
        210: ["N001"],
        211: ["Q001"],
        213: ["D001"],
        214: ["N003", "Q001"],
    },
    "003": {
        33: ["A004", "Q002"],
        69: ["Q002"],
        75: ["W001"],
        79: ["A003", "D003"],
        81: ["A001", "W001", "A002"],
    },
    "004": {5: ["C001"], 14: ["C002"]},
}
"""By essay and line, the codes in the order of the text."""


def essay(number: str) -> Essay:
    return ab.read(next(ESSAYS.glob(f"{number}_*")))


@pytest.mark.parametrize("number", FAULTS)
def test_every_fault_is_found_and_no_other(number: str) -> None:
    by_line: dict[int, list[str]] = {}
    for found in ab.check(essay(number)):
        by_line.setdefault(found.start.line, []).append(found.code)
    assert by_line == FAULTS[number]


def only(number: str, code: str) -> list[Diagnostic]:
    return ab.check(essay(number), select=[code])


def test_siblings_correct_the_year_of_access() -> None:
    (found,) = only("002", "D001")
    assert found.fix
    assert [edit.replacement for edit in found.fix.edits] == ["2025"]
    assert any("otes 4, 5 and 7" in sentence for sentence in found.evidence)


def test_the_phrase_of_an_unnamed_author_is_shown_with_its_line() -> None:
    fisher, srnicek = only("003", "W001")
    assert any("lines 55 and 69" in sentence for sentence in fisher.evidence)
    assert any("line 9" in sentence for sentence in srnicek.evidence)


def test_the_missing_author_stands_beside_the_other_in_the_text() -> None:
    (found,) = only("003", "A003")
    assert any("Juno Mac and Molly Smith" in sentence and "15" in sentence for sentence in found.evidence)


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize("number", FAULTS)
def test_repair_settles_and_touches_nothing_else(number: str, unsafe: bool) -> None:
    first = essay(number)
    result = ab.fix(first, unsafe=unsafe)
    again = ab.fix(ab.reread(first, result.text), unsafe=unsafe)
    assert (again.text, again.applied) == (result.text, ())
    before, after = first.text.split("\n"), result.text.split("\n")
    changed = {number for number, pair in enumerate(zip(before, after, strict=True), 1) if pair[0] != pair[1]}
    assert changed == {found.start.line for found in result.applied}


def test_markers_name_the_same_notes_after_repair() -> None:
    first = essay("002")
    repaired = ab.apparatus(ab.reread(first, ab.fix(first).text))
    assert [marker.label for marker in repaired.markers] == [marker.label for marker in ab.apparatus(first).markers]


def test_live_citations_keep_what_no_marker_points_at() -> None:
    found = ab.apparatus(essay("002"))
    text = ab.make_live(found, syntax="pandoc").text
    assert text.count("[@") == 4
    assert "42 U.S.C. § 426-1" in text
    assert "Swept Off Her Feet" not in text
