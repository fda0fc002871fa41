"""The difference between two texts, as a unified diff."""

from __future__ import annotations

import difflib
import io
from collections.abc import Iterator, Sequence
from typing import Literal

_CONTEXT = 3
"""Unchanged lines around a change: what ``diff -u`` shows."""

_NO_NEWLINE = "\n\\ No newline at end of file\n"

Opcode = tuple[str, int, int, int, int]
_TypedOpcode = tuple[Literal["replace", "delete", "insert", "equal"], int, int, int, int]


def unified_diff(before: str, after: str, path: str) -> str:
    r"""What changed, as ``diff -u`` prints it; "" if nothing did. Lines end at ``\n`` only, as spans count them."""
    if before == after:
        return ""
    old, new = _split(before), _split(after)
    out = [f"--- {path}\n", f"+++ {path}\n"]
    matcher = _matcher(old, new)
    for group in matcher.get_grouped_opcodes(_CONTEXT):
        out.extend(_hunk(group, old, new))
    return "".join(out)


def _split(text: str) -> list[str]:
    return io.StringIO(text, newline="\n").readlines()


def _matcher(old: Sequence[str], new: Sequence[str]) -> difflib.SequenceMatcher[str]:
    """A matcher of the lines.

    Fixes rarely add or remove one: then lines are compared in pairs, which takes linear time.
    """
    return _LineByLine(old, new) if len(old) == len(new) else difflib.SequenceMatcher(None, old, new)


class _LineByLine(difflib.SequenceMatcher[str]):
    """A matcher of two lists of equal length that never asks whether a line has moved."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        super().__init__(None, (), ())
        self._old, self._new = old, new

    def get_opcodes(self) -> list[_TypedOpcode]:
        return list(self._runs())

    def _runs(self) -> Iterator[_TypedOpcode]:
        same = [old == new for old, new in zip(self._old, self._new, strict=True)]
        start = 0
        for end in range(1, len(same) + 1):
            if end == len(same) or same[end] != same[start]:
                yield ("equal" if same[start] else "replace", start, end, start, end)
                start = end


def _hunk(group: Sequence[Opcode], old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    first, last = group[0], group[-1]
    yield f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@\n"
    for tag, old_start, old_end, new_start, new_end in group:
        if tag == "equal":
            yield from _marked(" ", old[old_start:old_end])
        else:
            yield from _marked("-", old[old_start:old_end])
            yield from _marked("+", new[new_start:new_end])


def _range(start: int, end: int) -> str:
    length = end - start
    if length == 1:
        return str(start + 1)
    return f"{start + 1 if length else start},{length}"


def _marked(sign: str, lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield f"{sign}{line}" if line.endswith("\n") else f"{sign}{line}{_NO_NEWLINE}"
