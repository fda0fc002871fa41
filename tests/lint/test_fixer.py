from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.diagnostics import Applicability, Diagnostic, SourceFix
from anora_bib.lint.fixer import UnsettledFixError, fix, plan
from anora_bib.model import Essay
from anora_bib.text.spans import Position, SourceEdit, SourceSpan

HERE = Position(1, 1)


def found(*edits: tuple[int, int, str], code: str = "X1", grade: Applicability = Applicability.SAFE) -> Diagnostic:
    made = tuple(SourceEdit(SourceSpan(start, end), words) for start, end, words in edits)
    return Diagnostic(
        code,
        "x",
        f"{code} is wrong",
        "e",
        SourceSpan(edits[0][0], edits[0][1]),
        HERE,
        HERE,
        fix=SourceFix("f", made, grade),
    )


def read(source: str) -> Essay:
    return Essay.of("e", source, "text")


def each(wrong: str, right: str, code: str, grade: Applicability = Applicability.SAFE) -> object:
    """A rule that finds every ``wrong`` and would write ``right``."""

    def diagnose(essay: Essay) -> list[Diagnostic]:
        starts = [at for at in range(len(essay.text)) if essay.text.startswith(wrong, at)]
        return [found((at, at + len(wrong), right), code=code, grade=grade) for at in starts]

    return diagnose


def run(text: str, *rules: object, unsafe: bool = False) -> tuple[str, int, int]:
    def diagnose(essay: Essay) -> list[Diagnostic]:
        return [one for rule in rules for one in rule(essay)]  # type: ignore[operator]

    result = fix(read(text), diagnose, read, unsafe=unsafe)
    return result.text, len(result.applied), len(result.remaining)


def test_every_fix_is_applied_and_nothing_else_changes() -> None:
    assert run("a-b-a", each("a", "A", "X1")) == ("A-b-A", 2, 0)


def test_unsafe_fixes_wait_to_be_asked() -> None:
    rule = each("a", "A", "X1", Applicability.UNSAFE)
    assert run("a", rule) == ("a", 0, 1)
    assert run("a", rule, unsafe=True) == ("A", 1, 0)


def test_a_suggestion_is_never_applied() -> None:
    assert run("a", each("a", "A", "X1", Applicability.DISPLAY_ONLY), unsafe=True) == ("a", 0, 1)


def test_of_two_that_overlap_the_first_wins_and_the_other_is_tried_again() -> None:
    assert run("abc", each("ab", "ABc", "X1"), each("cc", "C", "X2"), each("bc", "z", "X3")) == ("ABC", 2, 0)


def test_a_fix_that_does_not_cure_is_our_bug() -> None:
    with pytest.raises(UnsettledFixError, match="X1"):
        run("a", each("a", "a", "X1"))


def test_rules_that_undo_each_other_are_our_bug() -> None:
    with pytest.raises(UnsettledFixError, match="X"):
        run("a", each("a", "b", "X1"), each("b", "a", "X2"))


def test_a_fault_of_the_same_kind_elsewhere_is_no_relapse() -> None:
    assert run("aXa", each("Xa", "Y", "X2"), each("aY", "a", "X3")) == ("a", 2, 0)


@pytest.mark.parametrize(
    ("diagnostics", "chosen"),
    [
        ([found((0, 2, "x")), found((1, 3, "y"))], [0]),
        ([found((0, 2, "x")), found((2, 3, "y"))], [0, 1]),
        ([found((2, 2, "x")), found((2, 2, "y"))], [0]),
        ([found((2, 2, "x")), found((2, 4, "y"))], [0, 1]),
        ([found((2, 2, "x")), found((1, 4, "y"))], [1]),
        ([found((0, 1, "x"), (8, 9, "x")), found((3, 4, "y")), found((8, 9, "z"))], [0, 1]),
        ([found((5, 9, "x")), found((0, 9, "y"))], [1]),
    ],
)
def test_what_can_be_done_together(diagnostics: list[Diagnostic], chosen: Sequence[int]) -> None:
    assert set(map(id, plan(diagnostics))) == {id(diagnostics[index]) for index in chosen}


SPANS = st.tuples(st.integers(0, 30), st.integers(0, 5)).map(lambda pair: (pair[0], sum(pair), "x"))


@given(st.lists(SPANS, max_size=20))
@settings(max_examples=100)
def test_a_plan_never_overlaps_and_never_leaves_out_what_would_fit(spans: list[tuple[int, int, str]]) -> None:
    chosen = plan([found(span) for span in spans])
    taken = [one.span for one in chosen]
    assert not any(a.overlaps(b) or a == b for i, a in enumerate(taken) for b in taken[i + 1 :])
    for start, end, _ in spans:
        span = SourceSpan(start, end)
        assert any(span.overlaps(other) or span == other for other in taken)
