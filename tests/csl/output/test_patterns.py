"""Trees whose shape came before are laid out as if it had not: whatever their texts, in every kind of line."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.csl.output.formats import format_named
from anora_bib.csl.output.nodes import (
    AUTHORS_TEXT,
    DISPLAY,
    FLIPPING,
    QUOTED,
    STYLE_TEXT,
    Mark,
    Node,
    Numeric,
    Output,
    Variable,
)
from anora_bib.csl.output.patterns import Filled
from anora_bib.csl.output.runs import Segment
from anora_bib.csl.output.shapes import around_hole, parted
from anora_bib.csl.output.writer import Part, Writer
from anora_bib.csl.values.richtext import ENGLISH
from anora_bib.csl.values.typography import Typography
from tests.csl.snippets import framed

ITALIC: Mark = ("font-style", "italic")
MARKS = [(), (ITALIC,), (ITALIC, QUOTED), (QUOTED,), ((FLIPPING, "i"),), ((DISPLAY, "block"),), ((DISPLAY, "indent"),)]
TEXT = st.one_of(
    st.text("ab", min_size=1, max_size=2),
    st.text("aß 李.,?:;\u00a0&%|(\n", max_size=5),
)
DATA = st.sampled_from([None, Variable("title"), Numeric("volume"), STYLE_TEXT, AUTHORS_TEXT])
AFFIX = st.sampled_from(["", "", "(", ". ", ", ", " ", ")", "?", "%"])
LEAF: st.SearchStrategy[Output] = st.builds(framed, TEXT, AFFIX, AFFIX, st.just(""), st.sampled_from(MARKS), DATA)
TREE: st.SearchStrategy[Output] = st.recursive(
    st.one_of(TEXT, LEAF),
    lambda inner: st.builds(
        framed, st.lists(inner, min_size=1, max_size=3), AFFIX, AFFIX, AFFIX, st.sampled_from(MARKS), DATA
    ),
    max_leaves=6,
)
LINES = st.lists(TREE, min_size=1, max_size=3)


def line(trees: list[Output]) -> list[Part]:
    """The trees as cites, with a mark between that goes into quotation marks, or nothing between them."""
    parts: list[Part] = [("0", trees[0])]
    for at, tree in enumerate(trees[1:], 1):
        parts += [("", ", "), (str(at), tree)] if at % 2 else [(str(at), tree)]
    return parts


def retold(tree: Output, letters: str) -> Output:
    """A tree of the same shape with other words in it."""
    if isinstance(tree, str):
        begin, core, end = parted(tree)
        return f"{begin}{letters}{end}" if core and core.isascii() else tree
    if isinstance(tree.children, str):
        changed = tree.children if tree.data is AUTHORS_TEXT else retold(tree.children, letters)
        assert isinstance(changed, str)
        return tree.with_children(changed)
    return tree.with_children([retold(child, letters) for child in tree.children])


def told(segment: Segment) -> tuple[object, ...]:
    span, marks = segment.span, []
    while span.outer is not None:
        marks.append(span.mark)
        span = span.outer
    return segment.text, tuple(marks), segment.source


@pytest.mark.parametrize("inside", [True, False])
@settings(max_examples=120)
@given(trees=LINES, around=st.sampled_from([(), (ITALIC,), (QUOTED,)]))
def test_a_line_of_a_shape_that_came_before(inside: bool, trees: list[Output], around: tuple[Mark, ...]) -> None:
    writer = Writer(Typography(ENGLISH, inside), brackets=inside)
    for _ in range(4):
        writer.write(line(trees), around)
    others = line([retold(tree, "x&y") for tree in trees])
    anew = Writer(Typography(ENGLISH, inside), brackets=inside).write(others, around)
    again = writer.write(others, around)
    assert [told(one) for one in again] == [told(one) for one in anew]
    for name in ("html", "text", "latex", "markdown"):
        assert format_named(name).write(again) == format_named(name).write(anew)


def test_that_a_shape_is_remembered_from_the_third_time_on() -> None:
    writer = Writer(Typography(ENGLISH, punctuation_in_quote=True))
    made = [writer.write([("a", framed(text, suffix="."))]) for text in ("One", "Two", "Three", "Four")]
    assert [isinstance(one, Filled) for one in made] == [False, False, True, True]
    assert format_named("html").write(made[3]) == "Four."
    assert [told(one) for one in pickle.loads(pickle.dumps(made[3]))] == [told(one) for one in made[3]]


def test_formatting_ends_where_the_same_shape_follows_at_once() -> None:
    writer = Writer(Typography(ENGLISH, punctuation_in_quote=True))
    parts: list[Part] = [(id, framed(id, marks=(ITALIC,))) for id in ("1", "2", "3")]
    texts = [format_named("html").write(writer.write(parts)) for _ in range(5)]
    assert texts == ["<i>1</i><i>2</i><i>3</i>"] * 5


@pytest.mark.parametrize(
    ("text", "ends"),
    [("", ("", "", "")), ("Word", ("", "Word", "")), ("Why?", ("", "Why", "?")), (" .a b., ", (" .", "a b", "., "))],
)
def test_the_ends_of_a_text(text: str, ends: tuple[str, str, str]) -> None:
    assert parted(text) == ends


def test_text_without_a_hole() -> None:
    assert around_hole("a.") == ("a.", -1, "")
    assert Node("a").frame.bare
