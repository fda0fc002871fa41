"""Places in a text, and edits."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anora_bib.text.spans import (
    Edit,
    LineIndex,
    OverlappingEditsError,
    Position,
    SourceEdit,
    SourceSpan,
    Span,
    TextEdit,
    TextSpan,
    apply_edits,
)

TEXTS = st.text(alphabet="ab \n’“", max_size=60)


@pytest.mark.parametrize(
    ("offset", "position"),
    [
        (0, (1, 1)),
        (2, (1, 3)),  # the line's end belongs to the line
        (3, (2, 1)),
        (4, (3, 1)),  # an empty line has one column
        (6, (3, 3)),  # the end of the text
    ],
)
def test_position(offset: int, position: tuple[int, int]) -> None:
    assert LineIndex("ab\n\ncd").position(offset) == Position(*position)


@pytest.mark.parametrize("text", ["ab\ncd", "ab\rcd", "ab\r\ncd"], ids=["LF", "CR", "CRLF"])
def test_every_line_end_ends_one_line(text: str) -> None:
    assert LineIndex(text).position(text.index("c")) == Position(2, 1)


@given(TEXTS, st.integers(0, 60))
def test_positions_count_lines_and_columns(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    line, column = LineIndex(text).position(offset)
    before = text[:offset]
    assert (line, column) == (before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
    assert LineIndex(text).line_start(line) == offset - column + 1


def test_a_span_runs_forward() -> None:
    with pytest.raises(ValueError, match=r"not a span: 3\.\.2"):
        Span(3, 2)


@pytest.mark.parametrize(
    ("one", "other", "overlaps"),
    [
        (Span(0, 2), Span(2, 4), False),  # neighbours share nothing
        (Span(0, 3), Span(2, 4), True),
        (Span(1, 1), Span(0, 4), True),  # an insertion inside
        (Span(0, 0), Span(0, 4), False),  # an insertion before
    ],
)
def test_overlap(one: Span, other: Span, overlaps: bool) -> None:
    assert one.overlaps(other) is overlaps
    assert other.overlaps(one) is overlaps


def test_edits_change_only_what_they_name() -> None:
    text = "Srnieck, Nick. Platoform Capitalism."
    edits = [Edit(Span(15, 24), "Platform"), Edit(Span(0, 7), "Srnicek")]
    assert apply_edits(text, edits) == "Srnicek, Nick. Platform Capitalism."


def test_insertions_at_one_place_keep_their_order() -> None:
    assert apply_edits("ad", [Edit(Span(1, 1), "b"), Edit(Span(1, 1), "c")]) == "abcd"


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(OverlappingEditsError):
        apply_edits("abc", [Edit(Span(0, 2), "x"), Edit(Span(1, 3), "y")])


@given(TEXTS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 9), st.text("xy", max_size=3)), max_size=5))
def test_every_other_character_survives(text: str, raw: list[tuple[int, int, str]]) -> None:
    edits, done = [], 0
    for start, length, replacement in sorted(raw):
        span = Span(min(max(start, done), len(text)), min(max(start, done) + length, len(text)))
        edits.append(Edit(span, replacement))
        done = span.end
    kept = [char for index, char in enumerate(text) if not any(e.span.start <= index < e.span.end for e in edits)]
    result = apply_edits(text, edits)
    assert len(result) == len(kept) + sum(len(edit.replacement) for edit in edits)
    assert [char for char in result if char not in "xy"] == kept


def test_a_span_is_an_ordered_key() -> None:
    spans = [Span(3, 4), Span(0, 9), Span(0, 2)]
    assert sorted(spans) == [Span(0, 2), Span(0, 9), Span(3, 4)]
    assert {Span(0, 2): "here"}[Span(0, 2)] == "here"
    assert [len(span) for span in spans] == [1, 9, 2]
    assert not Span(4, 4)
    assert Span(1, 3).shift(2) == Span(3, 5)


@pytest.mark.parametrize("it", [TextSpan(1, 4), SourceSpan(1, 4), TextEdit(TextSpan(1, 4), "x"),
                                SourceEdit(SourceSpan(1, 4), "x")])  # fmt: skip
def test_places_and_edits_survive_the_way_between_processes(it: object) -> None:
    again = pickle.loads(pickle.dumps(it))
    assert again == it
    assert type(again) is type(it)
    assert copy.deepcopy(it) == it


def test_places_in_the_text_and_in_the_file_are_two_types() -> None:
    assert type(TextSpan(1, 4).shift(1)) is TextSpan
    assert type(SourceSpan(1, 4).shift(1)) is SourceSpan
    assert not isinstance(TextSpan(1, 4), SourceSpan)
    assert not isinstance(SourceSpan(1, 4), TextSpan)
    assert TextEdit(TextSpan(0, 1), "x").__eq__(SourceEdit(SourceSpan(0, 1), "x")) is NotImplemented
