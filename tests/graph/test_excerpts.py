"""Excerpts: short, whole words, and never without the words they are for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import anora_bib as ab
from anora_bib.graph.excerpts import EXCERPT_LENGTH, SENTENCE_LENGTH, excerpt, sentence, shorten
from anora_bib.text.characters import printable_line
from anora_bib.text.spans import Span

LONG = "one two three four five six seven eight nine ten " * 4


@pytest.mark.parametrize(
    ("text", "words", "expected", "reason"),
    [
        ("Before\nA short line, Tangerine too.\nAfter", "Tangerine", "A short line, Tangerine too.", "the whole line"),
        (f"{LONG}Tangerine{LONG}"[:210], "Tangerine", None, "cut on both sides"),
        ("Tangerine " + LONG, "Tangerine", None, "cut after"),
        (LONG + "Tangerine", "Tangerine", None, "cut before"),
        (
            f"{'word ' * 12}Tangerine \nNext",
            "Tangerine",
            f"{'word ' * 12}Tangerine",
            "a space at the end is no more text",
        ),
        ("a Magazine5 glued", "5", "a Magazine5 glued", "no space is put in"),
        (LONG, LONG.strip(), None, "the words alone are too long"),
        ("two\nlines", "two\nlines", "two lines", "a span over a line break"),
    ],
)
def test_excerpts(text: str, words: str, expected: str | None, reason: str) -> None:
    start = text.index(words)
    found = excerpt(text, Span(start, start + len(words)))
    assert len(found) <= EXCERPT_LENGTH, reason
    assert words in found or found.endswith("…") or expected, reason
    if expected:
        assert found == expected, reason
    else:
        kept = found.strip("…").split()
        assert " ".join(kept) in printable_line(text), reason
        assert set(kept) <= set(text.split()), f"{reason}: only whole words"


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300))
@settings(max_examples=100)
def test_an_excerpt_is_short_and_holds_its_words(text: str, start: int, length: int) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    found = excerpt(text, span)
    assert len(found) <= EXCERPT_LENGTH
    assert "\n" not in found
    core = printable_line(span.of(text))
    if len(core) <= EXCERPT_LENGTH // 2:
        assert core in found


def test_what_would_act_on_a_terminal_is_shown() -> None:
    text = "He wrote \x1b[2JA Film\u202e here."
    assert excerpt(text, Span(9, 19)) == r"He wrote \x1b[2JA Film\u202e here."


def test_shorten_cuts_one_long_word_hard() -> None:
    assert shorten("x" * 100, 10) == "x" * 9 + "…"


ESSAY = (
    "# Of Lamps\n\nIt was dark. She saw “the lamp” burn, as Roe says.[^1] Then\nit went out.\n\n"
    f"- An item {LONG}\n\n[^1]: Roe, Jane. *A Book of Lamps*. 2009.\n"
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the lamp", "She saw “the lamp” burn, as Roe says.[^1]"),
        ("[^1] ", "She saw “the lamp” burn, as Roe says.[^1]"),
        ("went", "Then it went out."),
        ("Book", "Roe, Jane. *A Book of Lamps*. 2009."),
        ("Lamps\n", "Of Lamps"),
    ],
)
def test_the_sentence_or_note_around_a_place(words: str, expected: str) -> None:
    apparatus = ab.apparatus(ab.read_text(ESSAY, reader="markdown"))
    start = apparatus.essay.text.index(words)
    assert sentence(apparatus, Span(start, start + len(words.strip()))) in (expected, expected.removesuffix("[^1]"))


def test_a_long_one_is_cut() -> None:
    apparatus = ab.apparatus(ab.read_text(f"So {LONG * 5} Tangerine.", reader="plain"))
    found = sentence(apparatus, Span(3, 6))
    assert len(found) <= SENTENCE_LENGTH
    assert found.endswith("…")
