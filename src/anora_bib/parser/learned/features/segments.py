"""The stretches that signs cut a reference into: small ones between commas, large ones between stops and marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from anora_bib import language
from anora_bib.parser.learned.features.words import YEAR
from anora_bib.parser.learned.tokens import Token

_SMALL: Final = frozenset(".,;:")
_LARGE: Final = frozenset(".;")
_SHORT: Final = 2
"""Letters of a word whose stop ends nothing: an initial, "p."."""
_ABBREVIATED: Final = frozenset(
    (
        *map(
            language.bare, language.abbreviations("number", "scholarly", "before_name", "behind_name", "firm", "place")
        ),
        *(word for word in (*language.roles(), *language.locators()) if len(word) < 5),
        *(word for kind in ("volumes", "issues", "editions") for word in language.vocabulary(kind) if len(word) < 5),
    )
)
"""Words whose stop ends nothing."""


class Segment(NamedTuple):
    """Tokens ``start`` to ``end``, the ``number``-th such stretch of a text; ``kind`` sums them up."""

    number: int
    start: int
    end: int
    kind: str


def small_segments(tokens: Sequence[Token]) -> list[Segment]:
    """The stretches that end with a comma, a colon, a semicolon or a stop with white space behind it."""
    ends = []
    start = 0
    last = len(tokens) - 1
    for at, (_, _, text, _) in enumerate(tokens):
        if text not in _SMALL or (at < last and not tokens[at + 1].spaced):
            continue
        if text == "." and at > start and _is_short(tokens[at - 1].text):
            continue
        ends.append(at + 1)
        start = at + 1
    return _segments(tokens, ends)


def large_segments(tokens: Sequence[Token], quoted: Sequence[int], bracketed: Sequence[int]) -> list[Segment]:
    """The stretches that end with a stop or a semicolon, or where quotation marks or brackets begin or end."""
    ends = []
    start = 0
    last = len(tokens) - 1
    for at in range(last):
        edge = quoted[at] != quoted[at + 1] or bracketed[at] != bracketed[at + 1]
        text = tokens[at].text
        if not edge:
            if text not in _LARGE or quoted[at] or bracketed[at] or not tokens[at + 1].spaced:
                continue
            before = tokens[at - 1].text if at > start else "."
            if text == "." and (_is_short(before) or before.lower() in _ABBREVIATED):
                continue
        ends.append(at + 1)
        start = at + 1
    return _segments(tokens, ends)


def _is_short(word: str) -> bool:
    return len(word) <= _SHORT and word.isalpha()


def _segments(tokens: Sequence[Token], ends: list[int]) -> list[Segment]:
    out: list[Segment] = []
    start = 0
    if not ends or ends[-1] < len(tokens):
        ends.append(len(tokens))
    for number, end in enumerate(ends):
        out.append(Segment(number, start, end, _kind(tokens[start:end])))
        start = end
    return out


def _kind(tokens: Sequence[Token]) -> str:
    """How many words a stretch has, how many of them with capitals, and whether there are figures, initials, a year."""
    words = capitals = 0
    digits = year = initials = False
    for _, _, text, _ in tokens:
        first = text[0]
        if first.isalpha():
            words += 1
            if first.isupper():
                capitals += 1
                initials = initials or len(text) == 1
        elif first.isdecimal():
            digits = True
            year = year or (len(text) == 4 and YEAR.fullmatch(text) is not None)
    share = "0" if not words else "a" if capitals == words else "m" if capitals * 2 > words else "f"
    size = "0" if words < 1 else "1" if words < 3 else "2" if words < 7 else "3" if words < 16 else "4"
    return f"{size}{share}{'y' if year else 'd' if digits else ''}{'i' if initials else ''}"
