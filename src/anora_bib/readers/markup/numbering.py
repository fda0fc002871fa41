"""Numbers of four figures as labels of notes: only where the count of the page reaches them, since most are years."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_FOUR_FIGURES: Final = re.compile(r"\d{4}|[⁰¹²³⁴-⁹]{4}")
_TURN: Final = re.compile(
    r"^[^\w\n]{0,12}(?:<sup>|(?:foot|end)?note[ \xa0])?(999|1000)(?![\w–/-])", re.MULTILINE | re.IGNORECASE
)
"""A line, or the words of a note, that begins with the last number of three figures or the first of four."""


def is_counted(label: str, text: str) -> bool:
    """Whether a number in the place of a label may be one: it has three figures at most, or the text counts so far.

    >>> is_counted("1999", "[1999] The year of the lantern")
    False
    """
    return _FOUR_FIGURES.search(label) is None or _counts_past_three_figures(text)


@lru_cache(maxsize=2)
def _counts_past_three_figures(text: str) -> bool:
    return "1000" in text and "999" in text and {match[1] for match in _TURN.finditer(text)} == {"999", "1000"}
