"""A parser that remembers gives what the parser gives that it asks, and asks it for no text twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import repeat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.model import Place, Records
from anora_bib.model.essay.pieces import Piece
from anora_bib.parser import remembering
from anora_bib.parser.learned.parser import LearnedParser
from anora_bib.parser.remembering import RememberingParser
from tests.parser.test_laws import STRINGS

NOTES = [
    "Ann Roe, Lamps (London: Verso, 2001), 12.",
    "Ibid., 14; see also Jan Doe, “Doors,” Screen 4, no. 2 (1999): 30–31.",
    "See note 1.",
    "Roe v. Wade, 410 U.S. 113, 116 (1973).",
    "I thank the library.",
    "",
]


class Counting(LearnedParser):
    """Says what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def many(
        self,
        texts: Iterable[str],
        *,
        offsets: Iterable[int] = repeat(0),
        records: Records | None = None,
        hint: Place | None = None,
    ) -> Iterator[tuple[Piece, ...]]:
        listed = list(texts)
        self.asked += listed
        return super().many(listed, offsets=offsets, records=records, hint=hint)


@given(st.lists(st.one_of(STRINGS, st.sampled_from(NOTES)), max_size=4), st.integers(0, 50), st.integers(0, 50))
@settings(max_examples=40)
def test_the_pieces_are_those_of_the_other_wherever_the_text_stands(texts: list[str], first: int, then: int) -> None:
    other = LearnedParser()
    parser = RememberingParser(other)
    for start in (first, then):
        offsets = range(start, start + 5)
        given_ = list(parser.many(texts, offsets=offsets, hint=Place.NOTE))
        assert given_ == list(other.many(texts, offsets=offsets, hint=Place.NOTE))
    assert [parser.pieces(text, offset=first) for text in texts] == [other.pieces(text, offset=first) for text in texts]


def test_a_text_is_read_once_for_each_kind_of_place() -> None:
    counting = Counting()
    parser = RememberingParser(counting)
    for _ in range(2):
        list(parser.many([*NOTES, NOTES[0]], hint=Place.NOTE))
    parser.pieces(NOTES[0], hint=Place.WORKS_CITED)
    assert counting.asked == [*NOTES, NOTES[0]]


def test_it_does_not_remember_without_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "_TEXTS", 3)
    counting = Counting()
    parser = RememberingParser(counting)
    for text in (*NOTES[:4], NOTES[0], NOTES[0]):
        parser.pieces(text)
    assert counting.asked == [*NOTES[:4], NOTES[0]]
