"""Texts cut into runs: nothing of the text is lost, whatever overlaps."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from anora_bib.reports.html.runs import Reaching, runs
from anora_bib.reports.pages import Mark, Role
from anora_bib.text.spans import TextSpan

TEXT = "It is so, as she told us.5 And more."
SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda ends: TextSpan(*sorted(ends)))


def test_marks_and_findings_may_overlap() -> None:
    marks = [Mark(TextSpan(25, 26), Role.MARKER, "5"), Mark(TextSpan(3, 8), Role.EMPHASIS)]
    cut = list(runs(TEXT, TextSpan(0, len(TEXT)), marks, [(1, TextSpan(6, 26)), (2, TextSpan(9, 9))]))
    assert [(run.text, run.findings, [mark.role for mark in run.marks]) for run in cut] == [
        ("It ", (), []),
        ("is ", (), [Role.EMPHASIS]),
        ("so", (1,), [Role.EMPHASIS]),
        (",", (1,), []),
        ("", (2,), []),
        (" as she told us.", (1,), []),
        ("5", (1,), [Role.MARKER]),
        (" And more.", (), []),
    ]
    assert [run.text for run in cut if run.opens] == ["is ", "5"]


def test_something_missing_at_the_end_has_a_run() -> None:
    assert [run.findings for run in runs("So", TextSpan(0, 2), [], [(7, TextSpan(2, 2))])] == [(), (7,)]
    assert [run.findings for run in runs("", TextSpan(0, 0), [], [(7, TextSpan(0, 0))])] == [(7,)]


@given(SPANS, st.lists(SPANS, max_size=6), st.lists(SPANS, max_size=6))
def test_the_runs_are_the_text(within: TextSpan, marked: list[TextSpan], found: list[TextSpan]) -> None:
    marks = [Mark(span, Role.EMPHASIS) for span in marked]
    cut = list(runs(TEXT, within, marks, list(enumerate(found))))
    assert "".join(run.text for run in cut) == within.of(TEXT)
    for number, span in enumerate(found):
        shown = [run.span for run in cut if number in run.findings]
        if len(within) and span.overlaps(within):
            assert (shown[0].start, shown[-1].end) == (max(span.start, within.start), min(span.end, within.end))


@given(st.lists(SPANS, max_size=8), st.lists(SPANS, max_size=8))
def test_what_reaches_into_a_part_is_found(things: list[TextSpan], parts: list[TextSpan]) -> None:
    reaching = Reaching((span, at) for at, span in enumerate(things))
    for part in sorted(parts):
        reached = {at for at, span in enumerate(things) if span.start <= part.end and span.end >= part.start}
        assert reached <= set(reaching.touching(part))
