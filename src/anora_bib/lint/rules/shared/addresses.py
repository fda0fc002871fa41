"""Where the web addresses in references stand."""

from __future__ import annotations

from typing import Final

from anora_bib.text.spans import Span

_LONGEST: Final = 300


def with_brackets(text: str, start: int, end: int) -> Span:
    """The place of an address with the angle brackets around it, if it has them: inside them nothing is found."""
    closing = text.find(">", end, end + _LONGEST)
    bracketed = text[start - 1 : start] == "<" and closing >= 0
    return Span(start - 1, closing + 1) if bracketed else Span(start, end)
