"""References of many styles, as printed, beside the type and every field they must give.

``references.txt`` holds them: a reason, the string, then one block an entry (type, fields), all between lines of one
dot. Names are inverted and joined by "; ", dates are ISO.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from anora_bib.model import Entry
from anora_bib.parser import parse

FIXTURE = Path(__file__).with_name("references.txt")


class Case(NamedTuple):
    line: int
    reason: str
    text: str
    entries: list[list[str]]


def cases() -> list[Case]:
    found = []
    lines = FIXTURE.read_text("utf-8").split("\n")
    start = 0
    while start < len(lines) and lines[start]:
        end = lines.index("", start)
        blocks: list[list[str]] = [[]]
        for line in lines[start:end]:
            if line == ".":
                blocks.append([])
            else:
                blocks[-1].append(line)
        reason, text, *entries = blocks
        found.append(Case(start + 1, reason[0], text[0], [entry for entry in entries if entry]))
        start = end + 1
    return found


CASES = cases()


def shown(entry: Entry) -> list[str]:
    return [entry.type, *(f"{name}: {entry.string(name)}" for name in sorted(entry.fields))]


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 150
    assert len({case.text for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.line}: {case.reason}")
def test_reference(case: Case) -> None:
    assert [shown(entry) for entry in parse(case.text)] == case.entries
