"""A pattern together with words that every match has: text without them need not be held against the pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signed:
    """``signs`` are small letters (and other characters); every match of the pattern has one of them in it."""

    pattern: re.Pattern[str]
    signs: tuple[str, ...]

    def finditer(self, text: str, lowered: str) -> Iterator[re.Match[str]]:
        """The matches in ``text``; ``lowered`` is the same in small letters."""
        if any(sign in lowered for sign in self.signs):
            yield from self.pattern.finditer(text)


def signed(pattern: str, signs: str, flags: int = 0) -> Signed:
    """A pattern with its signs, which are given in one string with ``|`` between them."""
    return Signed(re.compile(pattern, flags), tuple(signs.split("|")))
