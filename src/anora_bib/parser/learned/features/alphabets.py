"""The values that the parts of keys have, in order, so that many keys are told and put together as numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum, auto
from math import prod
from typing import Final

from anora_bib.parser.learned.features.enclosure import BRACKETS, QUOTES
from anora_bib.parser.learned.features.facts import BRIEFS, CAPITAL, cues, facts_of
from anora_bib.parser.learned.features.places import TIMES, Key
from anora_bib.parser.learned.features.segments import KINDS, LARGE, SMALL
from anora_bib.parser.learned.features.whole import HAS, YEARS

_YES: Final = (False, True)
_BRIEF: Final = ("^", "$", *BRIEFS)
BEGIN, END = range(2)
"""What stands for the tokens before the first and behind the last, among kinds of tokens and among signs."""
NO_CUE: Final = 1


class Code(IntEnum):
    """What is told of a word, each as a number."""

    BRIEF = 0
    CUE = auto()
    SIGN = auto()
    LEAD = auto()
    WORDS = auto()
    CAPITALS = auto()
    FLAGS = auto()


WORD: Final = 1 << 8
"""Of :attr:`Code.FLAGS`, above those of :attr:`Facts.flags`: it begins with a letter."""
SIGN: Final = 1 << 9
SHORT: Final = 1 << 10
ABBREVIATED: Final = 1 << 11
OPENS: Final = 1 << 12
CLOSES: Final = 1 << 13
QUOTE: Final = 1 << 14
ENDS_SMALL: Final = 1 << 15
ENDS_LARGE: Final = 1 << 16
STOP: Final = 1 << 17


class Alphabets:
    """The values of the parts of keys, by column, in the order of ``places.FEATURES``.

    Signs and words that lead on are without number: those of ``signs`` and ``leads`` have theirs, all others share one.
    """

    def __init__(self, signs: Iterable[str], leads: Iterable[str]) -> None:
        known = ("^", "$", "", *sorted({*signs} - {"^", "$", ""}))
        leading = ("", *sorted({*leads} - {""}))
        leads_on = ("none", *cues())
        self.columns: tuple[tuple[Sequence[object], ...], ...] = (
            (range(3), range(3), _YES, TIMES),
            (range(10), _YES, _YES, _YES),
            (known, known, range(4)),
            (TIMES, leads_on, range(5)),
            (range(5), range(5), range(3), range(13)),
            (range(8), KINDS),
            (range(5), range(5)),
            (range(6), range(4), KINDS),
            (KINDS, (*KINDS, "$")),
            (("^", *KINDS), KINDS),
            (YEARS, range(3), range(3), HAS, range(4)),
            (_BRIEF,) * 3,
            (_BRIEF,) * 5,
            (leading, _BRIEF),
        )
        self.sizes = [[len(part) for part in parts] for parts in self.columns]
        self._signs, self._leads, self._cues, self._brief = map(_numbered, (known, leading, leads_on, _BRIEF))

    def size(self, column: int) -> int:
        """How many keys there are in a column."""
        return prod(self.sizes[column])

    def key(self, column: int, number: int) -> Key:
        """The key of a number."""
        values: list[object] = []
        for part in reversed(self.columns[column]):
            number, at = divmod(number, len(part))
            values.append(part[at])
        return tuple(reversed(values))

    def numbers(self, column: int, keys: Iterable[Key]) -> list[int]:
        """The numbers of keys.

        Raises:
            KeyError: one has a value that is none of its column.
        """
        sizes = self.sizes[column]
        parts = [{value: number for number, value in enumerate(part)} for part in self.columns[column]]
        out: list[int] = []
        for key in keys:
            number = 0
            for size, part, value in zip(sizes, parts, key, strict=True):
                number = number * size + part[value]
            out.append(number)
        return out

    def codes(self, word: str) -> tuple[int, ...]:
        """What is told of a word, in the order of :class:`Code`."""
        facts = facts_of(word)
        capitals, words = divmod(facts.counts, CAPITAL)
        flags = facts.flags
        if facts.is_word:
            flags |= WORD
        if facts.is_sign:
            flags |= SIGN | _of_sign(word)
        if facts.is_short:
            flags |= SHORT
        if facts.is_abbreviated:
            flags |= ABBREVIATED
        sign = self._signs.get(word, _OTHER) if facts.is_sign else 0
        return (
            self._brief[facts.brief],
            self._cues[facts.cue],
            sign,
            self._leads.get(facts.lead, 0),
            words,
            capitals,
            flags,
        )


_OTHER: Final = 2
"""The number of signs that have none of their own."""


def _of_sign(sign: str) -> int:
    """What a sign encloses, and what it ends."""
    step = BRACKETS.get(sign, 0)
    flags = OPENS if step > 0 else CLOSES if step < 0 else QUOTE if sign in QUOTES else 0
    if sign in SMALL:
        flags |= ENDS_SMALL
    if sign in LARGE:
        flags |= ENDS_LARGE
    return flags | (STOP if sign == "." else 0)


def _numbered(values: Sequence[str]) -> dict[str, int]:
    return {value: number for number, value in enumerate(values)}
