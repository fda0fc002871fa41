"""Marks as signs: text with its formatting in it, for output that cannot be made of its pieces one after another.

The signs are noncharacters, which Unicode sets aside for a program's own use. A writer makes text of a tree with them
as it does with the markup of any format; :func:`pieces` and :func:`words` take them out again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from anora_bib.csl.output.nodes import Mark

ITALIC: Final = 1
BOLD: Final = 2
SMALL_CAPS: Final = 4
UNDERLINE: Final = 8
SUPERSCRIPT: Final = 16
SUBSCRIPT: Final = 32
STATES: Final = 64
"""How a piece of text looks is a number below this one: the sum of what is said of it."""

_CHANGES: Final[dict[Mark, tuple[int, int]]] = {
    # mark -> what it ends, what it begins
    ("font-style", "italic"): (0, ITALIC),
    ("font-style", "oblique"): (0, ITALIC),
    ("font-style", "normal"): (ITALIC, 0),
    ("font-weight", "bold"): (0, BOLD),
    ("font-weight", "normal"): (BOLD, 0),
    ("font-variant", "small-caps"): (0, SMALL_CAPS),
    ("font-variant", "normal"): (SMALL_CAPS, 0),
    ("text-decoration", "underline"): (0, UNDERLINE),
    ("text-decoration", "none"): (UNDERLINE, 0),
    ("vertical-align", "sup"): (SUBSCRIPT, SUPERSCRIPT),
    ("vertical-align", "sub"): (SUPERSCRIPT, SUBSCRIPT),
    ("vertical-align", "baseline"): (SUPERSCRIPT | SUBSCRIPT, 0),
}
_CLOSE, _LINK, _TARGET_END, _FIRST = "\ufdd0", "\ufdd1", "\ufdd2", 0xFDD3
_OPEN: Final = {chr(_FIRST + number): change for number, change in enumerate(_CHANGES.values())}
_PIECES: Final = re.compile("([\ufdd0-\ufdef])")
_SIGNS: Final = re.compile("[\ufdd0-\ufdef]")

MARKS: Final[dict[Mark, tuple[str, str]]] = {mark: (sign, _CLOSE) for mark, sign in zip(_CHANGES, _OPEN, strict=True)}
"""The beginning and end of each mark."""


def link(target: str) -> tuple[str, str]:
    """The beginning and end of a link."""
    return f"{_LINK}{target}{_TARGET_END}", _CLOSE


def without_signs(text: str) -> str:
    """Text that can be no mark."""
    return _SIGNS.sub("", text)


Piece = tuple[int, str, str]
"""How it looks, the address it leads to ("" for none), and its text."""


def pieces(text: str) -> list[Piece]:
    """Text with signs in pieces without; neighbours may look the same, and none is empty."""
    found: list[Piece] = []
    state, target = 0, ""
    around: list[tuple[int, str]] = []
    first, *parts = _PIECES.split(text)
    if first:
        found.append((0, "", first))
    for sign, piece in zip(parts[::2], parts[1::2], strict=True):
        if sign == _CLOSE:
            state, target = around.pop()
        elif sign == _LINK:
            around.append((state, target))
            target = piece
            continue
        elif sign != _TARGET_END:
            around.append((state, target))
            ends, begins = _OPEN[sign]
            state = state & ~ends | begins
        if piece:
            found.append((state, target, piece))
    return found


@dataclass(slots=True)
class Word:
    """Text of one look, with no white space at its ends; ``gap`` is the white space before it."""

    state: int
    link: str
    text: str
    gap: str


def words(text: str, looks: Sequence[int], looks_in_links: Sequence[int]) -> list[Word]:
    """Text with signs as words, so that no mark begins or ends at white space; neighbours look different.

    ``looks`` has for each state the one that there is in a format, ``looks_in_links`` the same for text of links.
    White space at the beginning and at the end of the text is left out.
    """
    found: list[Word] = []
    gap = ""
    for state, target, piece in pieces(text):
        core = piece.strip()
        if not core:
            gap += piece
            continue
        start = piece.index(core)
        gap += piece[:start]
        look = looks_in_links[state] if target else looks[state]
        last = found[-1] if found else None
        if last is not None and last.state == look and last.link == target:
            last.text += gap + core
        else:
            found.append(Word(look, target, core, gap))
        gap = piece[start + len(core) :]
    return found
