"""Parts of a text written over by blanks, so that what is left keeps its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_SIGN: Final = re.compile(r"[^\n]")


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """``text`` with everything in the spans, which come in order, made blanks; line ends stay."""
    out: list[str] = []
    at = 0
    for start, end in spans:
        if end > at:
            begin = max(start, at)
            out += (text[at:begin], _SIGN.sub(" ", text[begin:end]))
            at = end
    return "".join((*out, text[at:]))


def after(text: str, sign: str, at: int) -> int:
    """The place behind the next ``sign`` at or after ``at``; the end of the text, if there is none."""
    found = text.find(sign, at)
    return found + len(sign) if found >= 0 else len(text)
