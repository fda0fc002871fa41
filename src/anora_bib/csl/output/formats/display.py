"""The lines of an entry, where blocks begin and end (specification, "Display")."""

from __future__ import annotations

from collections.abc import Callable

from anora_bib.csl.output.runs import BREAK, MARGIN


def one_space(text: str) -> str:
    """Text in which one space follows a block in the left margin, and in which no line is empty."""
    if MARGIN in text:
        head, *rest = text.split(MARGIN)
        text = " ".join([head.rstrip(), *(part.strip() for part in rest[:-1]), rest[-1].lstrip()])
    if BREAK in text:
        text = BREAK.join([line for part in text.split(BREAK) if (line := part.strip())])
    return text


def lines(text: str, line: Callable[[str], str]) -> str:
    """The same of markup, in which ``line`` sees to it that each line begins no block of its own."""
    text = one_space(text)
    if BREAK in text:
        return BREAK.join([line(one) for one in text.split(BREAK)])
    return line(text)
