"""The stretches that signs cut a reference into: small ones between commas, large ones between stops and marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import reduce
from itertools import product
from operator import or_
from typing import Final, NamedTuple

from anora_bib.parser.learned.features.facts import CAPITAL, DIGITS, FACTS, INITIALS, YEARS, Facts
from anora_bib.parser.learned.tokens import Token

SMALL: Final = frozenset(".,;:")
LARGE: Final = frozenset(".;")


SIZES: Final = (1, 3, 7, 16)
"""From so many words on a stretch is of the next size."""
KINDS: Final = tuple(map("".join, product("01234", "0amf", ("", "d", "y"), ("", "i"))))
"""All kinds of stretches: how many words, how many of them with capitals, figures or a year, initials."""


class Segment(NamedTuple):
    """Tokens ``start`` to ``end``, the ``number``-th such stretch of a text; ``kind`` sums them up."""

    number: int
    start: int
    end: int
    kind: str


def small_segments(tokens: Sequence[Token]) -> list[Segment]:
    """The stretches that end with a comma, a colon, a semicolon or a stop with white space behind it."""
    ends: list[int] = []
    start = 0
    last = len(tokens) - 1
    for at, (_, _, text, _) in enumerate(tokens):
        if text not in SMALL or (at < last and not tokens[at + 1][3]):
            continue
        if text == "." and at > start and FACTS[tokens[at - 1][2]].is_short:
            continue
        ends.append(at + 1)
        start = at + 1
    return _segments(tokens, ends)


def large_segments(tokens: Sequence[Token], quoted: Sequence[int], bracketed: Sequence[int]) -> list[Segment]:
    """The stretches that end with a stop or a semicolon, or where quotation marks or brackets begin or end."""
    ends: list[int] = []
    start = 0
    for at in range(len(tokens) - 1):
        if quoted[at] == quoted[at + 1] and bracketed[at] == bracketed[at + 1]:
            text = tokens[at][2]
            if text not in LARGE or quoted[at] or bracketed[at] or not tokens[at + 1][3]:
                continue
            if text == "." and FACTS[tokens[at - 1][2] if at > start else "."].is_abbreviated:
                continue
        ends.append(at + 1)
        start = at + 1
    return _segments(tokens, ends)


def _segments(tokens: Sequence[Token], ends: list[int]) -> list[Segment]:
    out: list[Segment] = []
    start = 0
    if not ends or ends[-1] < len(tokens):
        ends.append(len(tokens))
    facts = [FACTS[token[2]] for token in tokens]
    for number, end in enumerate(ends):
        out.append(Segment(number, start, end, _kind(facts[start:end])))
        start = end
    return out


def _kind(facts: Sequence[Facts]) -> str:
    """How many words a stretch has, how many of them with capitals, and whether there are figures, initials, a year."""
    capitals, words = divmod(sum([one.counts for one in facts]), CAPITAL)
    flags = reduce(or_, [one.flags for one in facts], 0)
    share = "0" if not words else "a" if capitals == words else "m" if capitals * 2 > words else "f"
    size = bisect_right(SIZES, words)
    figures = "y" if flags & YEARS else "d" if flags & DIGITS else ""
    return f"{size}{share}{figures}{'i' if flags & INITIALS else ''}"
