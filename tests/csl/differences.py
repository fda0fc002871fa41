"""Kinds of difference: what two processors print, compared, and the differences grouped by what they have in common."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_TOKEN = re.compile(r"<[^>]*>|\w+|\s+|.", re.DOTALL)
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Difference:
    """One text that differs: where (style and id), what was expected and what we print."""

    style: str
    what: str
    expected: str
    actual: str

    def kind(self) -> str:
        """The first place that differs and the sign before it; long words are all alike, and so are numbers."""
        expected, actual = (_TOKEN.findall(text) for text in (self.expected, self.actual))
        matcher = difflib.SequenceMatcher(None, expected, actual, autojunk=False)
        for operation, start, end, other_start, other_end in matcher.get_opcodes():
            if operation != "equal":
                before = _shape(expected[max(0, start - 1) : start])
                return f"{before} [{_shape(expected[start:end])}] -> [{_shape(actual[other_start:other_end])}]"
        return "equal"


def _shape(tokens: Sequence[str]) -> str:
    shape = re.sub(r"(?:\bw\b(?: |(?=w)))+w\b", "w...", "".join(_sort_of(token) for token in tokens))
    return shape if len(shape) <= _LONGEST else f"{shape[:_LONGEST]}…"


def _sort_of(token: str) -> str:
    if token.isdigit():
        return "0"
    if len(token) > 3 and token.isalpha():
        return "W" if token[0].isupper() else "w"
    return token


def folded(text: str) -> str:
    """``text`` with its white space folded."""
    return re.sub(r"\s+", " ", text).strip()


def by_kind(differences: Iterable[Difference]) -> list[tuple[str, list[Difference]]]:
    """Differences grouped by kind, the most frequent first."""
    groups: defaultdict[str, list[Difference]] = defaultdict(list)
    for difference in differences:
        groups[difference.kind()].append(difference)
    return sorted(groups.items(), key=lambda group: -len(group[1]))
