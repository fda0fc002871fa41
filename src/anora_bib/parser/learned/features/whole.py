"""What holds of a reference as a whole, and so of each of its tokens."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import product
from typing import Final

from anora_bib.parser.learned.features.facts import ADDRESS, PAGES, WITHIN
from anora_bib.parser.learned.tokens import Token

Whole = tuple[str, int, int, str, int]
"""Where the year stands, whether there are quotation marks and italics, words that tell of a part, the length."""

YEARS: Final = ("-", *map("".join, product("01234", ("", "b"))))
"""The first year: none, or in which fifth, and whether behind a bracket."""
LENGTHS: Final = (8, 20, 45)
"""From so many tokens on a reference is of the next length."""
HAS: Final = tuple(map("".join, product("01", repeat=3)))


def whole_of(
    tokens: Sequence[Token], flags: int, quotes: Sequence[int], italics: Sequence[int], years: Sequence[int]
) -> Whole:
    """What :func:`whole_features` describe a reference by; ``flags`` are those of all its words, none empty."""
    count = len(tokens)
    year = "-"
    if years:
        first = years[0]
        bracket = "b" if first and tokens[first - 1].text in "([" else ""
        year = f"{first * 5 // count}{bracket}"
    has = f"{flags & ADDRESS > 0:d}{flags & PAGES > 0:d}{flags & WITHIN > 0:d}"
    return year, min(max(quotes), 2), min(max(italics), 2), has, bisect_right(LENGTHS, count)


def whole_features(key: Whole) -> tuple[str, ...]:
    """The features: where the year stands, which marks there are, whether there is an address or pages, the length."""
    year, quotes, italics, has, size = key
    return f"wy={year}", f"wm={quotes}{italics}{has}", f"ws={size}{quotes}{italics}"
