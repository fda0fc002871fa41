"""Words compared letter by letter: which are misspelt, and where they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from anora_bib.model import Entry
from anora_bib.model.values.titles import LIGHT_WORDS
from anora_bib.text.characters import fold
from anora_bib.text.spans import Span

_WORD = re.compile(r"[^\W_]+(?:['\u2018\u2019][^\W_]+)*")

SURE_LETTERS: Final = 8
"""From this length on a word may have two letters wrong: two in eight still leave no doubt which word it is."""

PLAIN_LETTERS: Final = 4
"""From this length on, one. Shorter words ("Mac", "Cam") are one letter from too many others."""

LETTERS_FOR_SHORT_WORDS: Final = 8
"""In a text of so many letters even a short word may have one wrong: the rest of the text vouches for it."""

SURE_WORD: Final = 5
"""A misspelt word of so many letters, begun with the right one, is sure by itself. The first letter is hardly ever
wrong: "Culture" is a magazine of its own, not a misspelling of "Vulture", and "give" is none of "live"."""

MOST_LETTERS: Final = 2
"""Letters that one word may have wrong: no rule here allows more, so none are counted beyond."""

_ROMAN = re.compile(r"[ivxlcdm]{1,15}")
"""A Roman number; the longest below 4000 is mmmdccclxxxviii."""


class Word(NamedTuple):
    """One word: as printed, folded, and its place if known."""

    text: str
    key: str
    span: Span | None = None


class Misspelling(NamedTuple):
    """Words that differ by a few letters: as printed, as they should be, and by how many letters."""

    printed: str
    expected: str
    letters: int


def words(text: str, start: int | None = None) -> list[Word]:
    """The words of ``text``; with spans if ``start``, the offset at which the text stands, is given."""
    every = (
        Word(match[0], fold(match[0]), None if start is None else Span(start + match.start(), start + match.end()))
        for match in _WORD.finditer(text)
    )
    return [word for word in every if word.key]


def printed(entry: Entry, variable: str) -> str | None:
    """What is printed where the variable was read; None if the entry does not know the place."""
    field = entry.fields.get(variable)
    if field is None or field.span is None or entry.span is None or len(entry.text) != len(entry.span):
        return None
    if not entry.span.contains(field.span):
        return None
    return field.span.shift(-entry.span.start).of(entry.text)


def locate(entry: Entry, variable: str, printed_words: str) -> Span | None:
    """The place of those words in what is printed for the variable; None if unknown, or if it has them twice."""
    text, field = printed(entry, variable), entry.fields.get(variable)
    if text is None or field is None or field.span is None:
        return None
    here, sought = words(text, field.span.start), [word.key for word in words(printed_words)]
    keys = [word.key for word in here]
    size = len(sought)
    starts = [index for index in range(len(keys) - size + 1) if keys[index : index + size] == sought]
    if len(starts) != 1 or not size:
        return None
    first, last = here[starts[0]].span, here[starts[0] + size - 1].span
    return Span(first.start, last.end) if first and last else None


def letters_apart(one: str, other: str) -> int:
    """How many letters were left out, put in, exchanged, or swapped with their neighbour; 3 stands for any more."""
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other, score_cutoff=MOST_LETTERS)


def apart(misspelling: Misspelling) -> str:
    """How far apart the words of a misspelling are, for a sentence."""
    return "one letter apart" if misspelling.letters == 1 else f"{misspelling.letters} letters apart"


def is_sure(misspelling: Misspelling, shortest: int = SURE_WORD) -> bool:
    """True if the misspelling needs nothing else to speak for it."""
    printed, expected = fold(misspelling.printed), fold(misspelling.expected)
    return len(expected) >= shortest and printed[:1] == expected[:1]


def misspellings(printed: Sequence[Word], expected: Sequence[Word]) -> list[Misspelling] | None:
    """The misspellings that make ``expected`` into ``printed``: none if the two are alike, None if they are different.

    A number, Roman ones among them, is never a misspelling of another: it is what tells parts of a work apart.
    """
    total = sum(len(word.key) for word in expected)
    out: list[Misspelling] = []
    keys = [word.key for word in printed], [word.key for word in expected]
    for tag, a, b, c, d in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for left, right in _facing(printed[a:b], expected[c:d]):
            if {word.key for word in (*left, *right)} <= LIGHT_WORDS:
                continue
            misspelling = _slip(left, right, total)
            if misspelling is None:
                return None
            out.append(misspelling)
    # One word in two may be misspelt: more, and it is another text.
    return out if not out or len(out) <= max(1, len(expected) // 2) else None


def _facing(left: Sequence[Word], right: Sequence[Word]) -> Iterator[tuple[Sequence[Word], Sequence[Word]]]:
    """Words in pairs where there are as many on both sides; else all against all (a space too many or too few)."""
    if len(left) != len(right):
        yield left, right
    else:
        yield from (((one,), (other,)) for one, other in zip(left, right, strict=True))


def _slip(left: Sequence[Word], right: Sequence[Word], total: int) -> Misspelling | None:
    one, other = "".join(word.key for word in left), "".join(word.key for word in right)
    if not one or not other or _is_number(one, other):
        return None
    letters = letters_apart(one, other)
    if letters > _allowed(min(len(one), len(other)), total):
        return None
    return Misspelling(_text(left), _text(right), letters)


def _is_number(one: str, other: str) -> bool:
    """True if either has a digit in it, or both can be Roman numbers (a word like "mix" may stand for another word)."""
    return any(char.isdigit() for char in one + other) or bool(_ROMAN.fullmatch(one) and _ROMAN.fullmatch(other))


def _allowed(letters: int, total: int) -> int:
    if letters >= SURE_LETTERS:
        return 2
    return 1 if letters >= PLAIN_LETTERS or total >= LETTERS_FOR_SHORT_WORDS else 0


def _text(group: Iterable[Word]) -> str:
    return " ".join(word.text for word in group)


def mend(text: str, misspellings: Iterable[Misspelling]) -> str:
    """``text`` with each misspelt word corrected, where the text has it once."""
    for misspelling in misspellings:
        if text.count(misspelling.printed) == 1:
            text = text.replace(misspelling.printed, misspelling.expected)
    return text
