"""A pattern together with a sign that every match has: text without it need not be held against the pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signed:
    """Every match of ``pattern``, in small letters, has a match of ``sign``, which is quicker to look for.

    A sign begins with a few known characters, so that :mod:`re` skips the others, and has no flags.
    """

    pattern: re.Pattern[str]
    sign: re.Pattern[str]

    def finditer(self, text: str, lowered: str) -> Iterable[re.Match[str]]:
        """The matches in ``text``; ``lowered`` is the same in small letters."""
        return self.pattern.finditer(text) if self.sign.search(lowered) else ()

    def search(self, text: str, lowered: str) -> re.Match[str] | None:
        """The first match in ``text``."""
        return self.pattern.search(text) if self.sign.search(lowered) else None


def signed(pattern: str, sign: str, flags: int = 0) -> Signed:
    """A pattern with its sign."""
    return Signed(re.compile(pattern, flags), re.compile(sign))
