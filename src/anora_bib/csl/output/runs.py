"""Text as a list of runs, for output that is no markup: a word processor's document, a canvas, a terminal.

``RUNS`` is an output format whose marks are signs: the writer makes text of a tree as in any other format, and
:func:`runs` takes the marks out again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from anora_bib.csl.output import signs
from anora_bib.csl.output.formats import Format
from anora_bib.csl.output.nodes import DISPLAY


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one formatting. ``link`` is the URL it leads to, "" for none."""

    text: str
    italic: bool = False
    bold: bool = False
    small_caps: bool = False
    underline: bool = False
    superscript: bool = False
    subscript: bool = False
    link: str = ""


RUNS: Final = Format(
    "runs",
    signs.without_signs,
    str.isascii,
    signs.MARKS
    | {(DISPLAY, "left-margin"): ("", "\t"), (DISPLAY, "block"): ("", "\n"), (DISPLAY, "indent"): ("\n", "")},
    heading="{}",
    link=signs.link,
)


def runs(text: str) -> list[Run]:
    """The runs of a text that was written in the format ``RUNS``; neighbours differ in formatting."""
    joined: list[signs.Piece] = []
    for state, link, piece in signs.pieces(text):
        if joined and joined[-1][:2] == (state, link):
            joined[-1] = state, link, joined[-1][2] + piece
        else:
            joined.append((state, link, piece))
    return [
        Run(
            piece,
            italic=bool(state & signs.ITALIC),
            bold=bool(state & signs.BOLD),
            small_caps=bool(state & signs.SMALL_CAPS),
            underline=bool(state & signs.UNDERLINE),
            superscript=bool(state & signs.SUPERSCRIPT),
            subscript=bool(state & signs.SUBSCRIPT),
            link=link,
        )
        for state, link, piece in joined
    ]
