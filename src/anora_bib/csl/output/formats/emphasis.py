"""How CommonMark pairs the asterisks of a paragraph (https://spec.commonmark.org/0.31.2/#phase-2-inline-structure)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DelimiterRun:
    """Asterisks with nothing between them: how many belong to each mark, and whether it begins there.

    ``opens`` and ``closes`` say what the run can do by the characters around it.
    """

    marks: list[tuple[int, bool]]
    opens: bool
    closes: bool

    def __len__(self) -> int:
        return sum(asterisks for asterisks, _ in self.marks)


Pair = tuple[int, int, int]
"""The numbers of two runs, and how many asterisks of theirs are a mark: one for emphasis, two for strong emphasis."""


def misread(runs: Sequence[DelimiterRun]) -> bool:
    """True if a reader pairs asterisks otherwise than they were set."""
    return sorted(_read(runs)) != sorted(_meant(runs))


def _meant(runs: Sequence[DelimiterRun]) -> list[Pair]:
    found: list[Pair] = []
    stack: list[tuple[int, int]] = []
    for number, run in enumerate(runs):
        for asterisks, opens in run.marks:
            if opens:
                stack.append((number, asterisks))
            else:
                found.append((stack.pop()[0], number, asterisks))
    return found


def _read(runs: Sequence[DelimiterRun]) -> list[Pair]:
    found: list[Pair] = []
    left = [len(run) for run in runs]
    openers: list[int] = []
    for number, run in enumerate(runs):
        while run.closes and left[number]:
            opener = next((one for one in reversed(openers) if _matches(runs[one], run)), None)
            if opener is None:
                break
            asterisks = 2 if left[opener] > 1 and left[number] > 1 else 1
            found.append((opener, number, asterisks))
            left[opener] -= asterisks
            left[number] -= asterisks
            # Runs between the two no longer open anything.
            del openers[openers.index(opener) + (left[opener] > 0) :]
        if run.opens and left[number]:
            openers.append(number)
    return found


def _matches(opener: DelimiterRun, closer: DelimiterRun) -> bool:
    """Rules 9 and 10: of two runs of which one could be both, the lengths must not add up to a multiple of three."""
    both = opener.closes or closer.opens
    return not both or (len(opener) + len(closer)) % 3 != 0 or (len(opener) % 3 == 0 and len(closer) % 3 == 0)
