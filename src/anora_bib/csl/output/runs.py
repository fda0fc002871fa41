"""Text as a list of runs, for output that is no markup: a word processor's document, a canvas, a terminal.

``RUNS`` is an output format whose marks are noncharacters, which Unicode sets aside for a program's own use: the writer
makes text of a tree as in any other format, and :func:`runs` takes the marks out again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any, Final

from anora_bib.csl.output.formats import Format
from anora_bib.csl.output.nodes import DISPLAY, Mark


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


_CHANGES: Final[dict[Mark, dict[str, Any]]] = {
    ("font-style", "italic"): {"italic": True},
    ("font-style", "oblique"): {"italic": True},
    ("font-style", "normal"): {"italic": False},
    ("font-weight", "bold"): {"bold": True},
    ("font-weight", "normal"): {"bold": False},
    ("font-variant", "small-caps"): {"small_caps": True},
    ("font-variant", "normal"): {"small_caps": False},
    ("text-decoration", "underline"): {"underline": True},
    ("text-decoration", "none"): {"underline": False},
    ("vertical-align", "sup"): {"superscript": True, "subscript": False},
    ("vertical-align", "sub"): {"superscript": False, "subscript": True},
    ("vertical-align", "baseline"): {"superscript": False, "subscript": False},
}
_CLOSE, _LINK, _TARGET_END, _FIRST = "\ufdd0", "\ufdd1", "\ufdd2", 0xFDD3
_OPEN: Final = {chr(_FIRST + number): change for number, change in enumerate(_CHANGES.values())}
_SIGNS: Final = re.compile("[\ufdd0-\ufdef]")
_PIECES: Final = re.compile(f"{_LINK}([^{_TARGET_END}]*){_TARGET_END}|([\ufdd0-\ufdef])")


def _escape(text: str) -> str:
    return _SIGNS.sub("", text)


RUNS: Final = Format(
    "runs",
    _escape,
    str.isascii,
    {mark: (sign, _CLOSE) for mark, sign in zip(_CHANGES, _OPEN, strict=True)}
    | {(DISPLAY, "left-margin"): ("", "\t"), (DISPLAY, "block"): ("", "\n"), (DISPLAY, "indent"): ("\n", "")},
    heading="{}",
    link=lambda target: (f"{_LINK}{target}{_TARGET_END}", _CLOSE),
)


def runs(text: str) -> list[Run]:
    """The runs of a text that was written in the format ``RUNS``; neighbours differ in formatting."""
    found: list[Run] = []
    around = [Run("")]
    # A split with two groups: text, target of a link, sign, text, ...
    pieces = [None, None, *_PIECES.split(text)]
    for target, sign, piece in zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True):
        if target is not None:
            around.append(replace(around[-1], link=target))
        elif sign == _CLOSE:
            around.pop()
        elif sign is not None:
            around.append(replace(around[-1], **_OPEN[sign]))
        if not piece:
            continue
        if found and replace(found[-1], text="") == around[-1]:
            found[-1] = replace(found[-1], text=found[-1].text + piece)
        else:
            found.append(replace(around[-1], text=piece))
    return found
