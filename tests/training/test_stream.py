"""The stream of made-up references: the same for the same seed, with parts that are what they say."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.model.values.csl import TYPES
from anora_bib.parser.labelled import Labelled, dump, load
from anora_bib.parser.labels import Label
from anora_bib.training import generate, generate_names
from anora_bib.training.content.lexicon import LANGUAGES

MANY = 1440


@cache
def some() -> tuple[Labelled, ...]:
    return tuple(generate(MANY, seed="tests"))


def test_the_same_seed_gives_the_same_references() -> None:
    assert tuple(generate(60, seed="tests")) == some()[:60]


def test_another_seed_gives_others() -> None:
    others = {reference.text for reference in generate(40, seed="other") if reference.type}
    assert not others & {reference.text for reference in some()}


def test_nearly_no_reference_is_made_twice() -> None:
    assert len({reference.text for reference in some() if reference.type}) > 0.97 * sum(bool(r.type) for r in some())


def test_what_is_made_can_be_written_down_and_read_back() -> None:
    assert tuple(load(dump(some()))) == some()


@pytest.mark.parametrize("label", Label)
def test_every_label_occurs(label: Label) -> None:
    assert any(reference.of(label) for reference in some())


def test_a_string_without_type_has_no_parts_and_only_such_a_one() -> None:
    assert all(reference.type in TYPES for reference in some() if reference.type)
    assert all(not reference.spans for reference in some() if not reference.type)
    assert sum(not reference.type for reference in some()) > 0.02 * MANY


def test_parts_begin_and_end_with_what_belongs_to_them() -> None:
    for reference in some():
        for span in reference.spans:
            text = reference.text[span.start : span.end]
            assert text == text.strip(), reference
            assert text[-1] not in ",;:", reference
            assert any(letter.isalnum() for letter in text), reference


SHAPES = {
    Label.IDENTIFIER: r"10\.\d|[\dX-]{8,}|arXiv|\d",
    Label.URL: r"https?:|www\.|\w\.\w",
    Label.DATE: r"\d|[A-Za-z]{3}|\w[.\s]{1,2}\w",
    Label.NUMBER_OF_PAGES: r"\d",
}


@pytest.mark.parametrize("label", SHAPES)
def test_parts_look_like_what_they_are(label: Label) -> None:
    for reference in some():
        for text in reference.of(label):
            assert re.search(SHAPES[label], text), (text, reference)


def test_types_and_references_to_articles_and_books_are_not_too_rare() -> None:
    types = Counter(reference.type for reference in some())
    assert types["article-journal"] > 0.15 * MANY
    assert types["book"] > 0.1 * MANY
    assert len(types) > 25


def test_both_references_of_one_string_have_their_parts() -> None:
    assert sum(len(reference.of(Label.TITLE)) > 1 for reference in some()) > 0.02 * MANY


def test_languages_are_seven() -> None:
    assert len(LANGUAGES) == 7


@given(st.integers(0, 10_000))
@settings(max_examples=60)
def test_names_are_told_from_what_parts_them(seed: int) -> None:
    (names,) = generate_names(1, seed)
    (again,) = generate_names(1, seed)
    assert names == again
    numbers = [span.name for span in names.spans if span.name >= 0]
    assert numbers == sorted(numbers)
    assert all(before.end <= after.start for before, after in pairwise(names.spans))
    assert all(names.text[span.start : span.end].strip() for span in names.spans)
