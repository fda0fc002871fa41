"""An index of the names that a misspelt one may be: it compares a few of them instead of all.

Two names that the word rules of ``authority.likeness`` call one, misspelt, are alike in one of two ways:

- without spaces, and maybe without articles, they are no more than two letters apart (one word misspelt, a space too
  many or too few). Of two such strings cut into five segments at least one segment is left whole, near its place.
- they have several words, and at most half of those are misspelt: then one of the few rarest words is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from anora_bib.model.values.titles import LIGHT_WORDS

MOST_LETTERS: Final = 2
"""Letters that one misspelt word may have wrong."""

SEGMENTS: Final = 2 * MOST_LETTERS + 1
"""Two exchanged letters may change two segments, any other misspelling changes one."""

NEAR_ENOUGH: Final = 0.7
"""Forms less alike than this (1 is the same) are none: the word rules allow far less than three letters in ten."""

FEWEST_WORDS: Final = 4
"""Names of fewer words may have one misspelt only, which the segments find."""

MOST_REMEMBERED: Final = 1 << 14
"""Texts whose answer is kept: notes name the same publishers, papers and authors again and again."""


class _Segment(NamedTuple):
    """One segment of all the strings of one length: where it stands, and by its letters the forms that have it."""

    start: int
    end: int
    forms: dict[str, list[str]]


class NearForms:
    """An index over folded names."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._segments: dict[int, tuple[_Segment, ...]] = {}
        """The segments of the strings of each length."""
        self._remembered: dict[str, list[str]] = {}
        self._by_word: dict[str, list[str]] = {}
        for form in forms:
            for letters in _joined(form):
                length = len(letters)
                if length not in self._segments:
                    self._segments[length] = tuple(_Segment(start, end, {}) for start, end in _cuts(length))
                for segment in self._segments[length]:
                    segment.forms.setdefault(letters[segment.start : segment.end], []).append(form)
            if form.count(" ") >= FEWEST_WORDS - 2:
                for word in set(form.split()) - LIGHT_WORDS:
                    self._by_word.setdefault(word, []).append(form)

    def search(self, key: str) -> list[str]:
        """The forms that the folded text may be a misspelling of, itself included, in a fixed order."""
        near = self._remembered.get(key)
        if near is None:
            if len(self._remembered) >= MOST_REMEMBERED:
                self._remembered.clear()
            near = self._remembered[key] = self._search(key)
        return near

    def _search(self, key: str) -> list[str]:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        choices = sorted({*self._by_letters(key), *self._by_words(key.split())})
        near = process.extract(key, choices, scorer=OSA.normalized_similarity, score_cutoff=NEAR_ENOUGH, limit=None)
        return [form for form, _, _ in near]

    def _by_letters(self, key: str) -> Iterator[str]:
        for letters in _joined(key):
            for more in range(-MOST_LETTERS, MOST_LETTERS + 1):
                # Letters put in or left out before a segment shift it; those after it make up the rest of the
                # difference in length. Both together are no more than may be wrong.
                left, right = (MOST_LETTERS - more) // 2, (MOST_LETTERS + more) // 2
                for start, end, forms in self._segments.get(len(letters) - more, ()):
                    # A part that the end of the text cuts short is too short to be any form's segment.
                    for first in range(start - left if start > left else 0, start + right + 1):
                        part = letters[first : first + end - start]
                        if part in forms:
                            yield from forms[part]

    def _by_words(self, words: list[str]) -> Iterator[str]:
        """The forms that share one of the rarest words, one more of them than may be misspelt."""
        if len(words) < FEWEST_WORDS:
            return
        # A form may have a word more than the text, and half of its words misspelt.
        wrong = (len(words) + 1) // 2
        for word in sorted(set(words) - LIGHT_WORDS, key=lambda word: len(self._by_word.get(word, ())))[: wrong + 1]:
            yield from self._by_word.get(word, ())


def _joined(form: str) -> set[str]:
    """The letters of a folded name without its spaces, with and without the words that are often left out."""
    words = form.split()
    return {"".join(words), "".join(word for word in words if word not in LIGHT_WORDS)} - {""}


def _cuts(length: int) -> list[tuple[int, int]]:
    """Where the segments of a string of that length begin and end; those of a short one may be empty."""
    marks = [length * number // SEGMENTS for number in range(SEGMENTS + 1)]
    return [(start, end) for start, end in pairwise(marks) if end > start]
