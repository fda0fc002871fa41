"""What holds of the learned parser for every string: the text is covered, spans are true, time is linear."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.model import Place
from anora_bib.model.essay.pieces import Reference
from anora_bib.parser.learned.parser import LearnedParser
from tests.parser.test_laws import STRINGS

PARSER = LearnedParser()
ORIENTAL = st.text(alphabet="שלום مرحبا،.؛()«»12٣٤ \u202b\u202e\u200f", max_size=200)
SIGNS = st.text(alphabet=".,;:()[]{}<>“”‘’«»\"'`-–—/&*_@#%§\u2026", max_size=200)
ANY = st.one_of(STRINGS, ORIENTAL, SIGNS, st.text(max_size=200))


@given(ANY, st.integers(0, 1000), st.sampled_from((None, Place.NOTE)))
@settings(max_examples=150)
def test_pieces_cover_the_text_and_spans_cut_out_what_is_printed(text: str, offset: int, hint: Place | None) -> None:
    found = PARSER.pieces(text, offset=offset, hint=hint)
    edges = [offset, *(piece.span.end for piece in found)]
    assert [piece.span.start for piece in found] == edges[:-1]
    assert edges[-1] == offset + len(text)
    for entry in [piece.entry for piece in found if isinstance(piece, Reference)]:
        assert entry.span is not None
        assert entry.span.shift(-offset).of(text) == entry.text
        assert 0 < entry.confidence <= 1
        for field in entry.fields.values():
            assert field.span is not None
            assert len(field.span)
            assert entry.span.contains(field.span)
            assert 0 < field.confidence <= 1


@given(st.lists(ANY, max_size=6))
@settings(max_examples=40)
def test_many_are_read_as_each_alone(texts: list[str]) -> None:
    assert list(PARSER.many(texts)) == [PARSER.pieces(text) for text in texts]
    placed = list(PARSER.many(texts, offsets=range(10, 20), hint=Place.NOTE))
    assert placed == [PARSER.pieces(text, offset=at, hint=Place.NOTE) for at, text in enumerate(texts, 10)]


UNITS = ["x", " ", ".", "א ", "“", "(", "Roe, J. ", "2001 ", "\u202e", "\n", "é, ", "&"]


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_a_million_characters_take_time_that_is_linear(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        start = process_time()
        found = PARSER.pieces(text)
        assert found[-1].span.end == len(text)
        return process_time() - start

    seconds(1000)
    short = min(seconds(125_000) for _ in range(2))
    assert seconds(1_000_000) < 40 * max(short, 0.01)


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_the_longest_text_that_is_labelled_is_read(unit: str) -> None:
    text = unit * (3_900 // len(unit))
    assert PARSER.pieces(text)[-1].span.end == len(text)
