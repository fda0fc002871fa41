"""The wording of messages: the offending text in quotation marks, shortened to fit a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from anora_bib.model import Date
from anora_bib.text.characters import (
    CLOSING_DOUBLE,
    CLOSING_SINGLE,
    OPENING_DOUBLE,
    OPENING_SINGLE,
    collapse,
    join_names,
)

LONGEST_QUOTATION: Final = 72
"""Characters of the offending text that a message repeats: with the rest of the sentence, about two lines."""


MANY: Final = 5
"""Findings of one rule beyond which one cause is behind all of them, and it is told once."""


def quoted(text: str) -> str:
    """``text`` on one line in quotation marks, its middle left out if it is long."""
    bare = collapse(text)
    if len(bare) > LONGEST_QUOTATION:
        half = LONGEST_QUOTATION // 2
        bare = f"{bare[:half].rstrip()} … {bare[-half:].lstrip()}"
    return f"{OPENING_DOUBLE}{bare}{CLOSING_DOUBLE}"


def inner_marks(text: str) -> str:
    """``text`` as it is written inside a quotation: its own double marks made single."""
    for sign, single in ((OPENING_DOUBLE, OPENING_SINGLE), (CLOSING_DOUBLE, CLOSING_SINGLE), ('"', "'")):
        text = text.replace(sign, single)
    return text


def quoted_passage(text: str, start: int, end: int) -> str:
    """The passage ``[start, end)`` of ``text``, quoted; of a long one only the ends are looked at."""
    if end - start <= 8 * LONGEST_QUOTATION:
        return quoted(text[start:end])
    return quoted(f"{text[start : start + 4 * LONGEST_QUOTATION]} {text[end - 4 * LONGEST_QUOTATION : end]}")


def labels(of: Iterable[str], noun: str = "note") -> str:
    """``note 4`` or ``notes 4, 5 and 7``."""
    listed = list(dict.fromkeys(of))
    return f"{noun}{'s' if len(listed) > 1 else ''} {join_names(listed)}"


def capitalised(sentence: str) -> str:
    """The sentence with a capital first letter, the rest as it is."""
    return sentence[:1].upper() + sentence[1:]


def sentences(facts: Iterable[str]) -> tuple[str, ...]:
    """The facts that are not empty, each once, each with a capital and a stop."""
    said = dict.fromkeys(fact.strip() for fact in facts)
    return tuple(capitalised(fact) if fact[-1] in ".!?" else f"{capitalised(fact)}." for fact in said if fact)


def when(date: Date) -> str:
    """``on 2024-05-22``, or ``in 2024-05`` where no day is known."""
    return f"on {date}" if len(date.parts) == 1 and len(date.parts[0]) == 3 else f"in {date}"
