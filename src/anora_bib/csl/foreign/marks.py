"""Formatting in text that citeproc-py renders: characters of Unicode's private use area for "italics begin" and so on.

citeproc-py makes strings, not trees. Its case changes and punctuation rules pass over these characters, and as
:func:`unmarked` takes them out of what an item says, nothing in an item can forge one. :func:`segments` makes runs of
the rendered text at once, so that only this package knows of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from anora_bib.csl.output.nodes import Mark
from anora_bib.csl.output.runs import LINE, Segment, Source, Span
from anora_bib.model.values.richtext import Closing, Tag, pieces

ITALIC: Final[Mark] = ("font-style", "italic")
OBLIQUE: Final[Mark] = ("font-style", "oblique")
BOLD: Final[Mark] = ("font-weight", "bold")
LIGHT: Final[Mark] = ("font-weight", "light")
UNDERLINE: Final[Mark] = ("text-decoration", "underline")
SUPERSCRIPT: Final[Mark] = ("vertical-align", "sup")
SUBSCRIPT: Final[Mark] = ("vertical-align", "sub")
SMALL_CAPS: Final[Mark] = ("font-variant", "small-caps")

_ALL: Final = (ITALIC, OBLIQUE, BOLD, LIGHT, UNDERLINE, SUPERSCRIPT, SUBSCRIPT, SMALL_CAPS)
_FIRST: Final = 0xE000
_SIGNS: Final = {mark: (chr(_FIRST + 2 * i), chr(_FIRST + 2 * i + 1)) for i, mark in enumerate(_ALL)}
_OPENING: Final = {opening: mark for mark, (opening, _) in _SIGNS.items()}
_CLOSING: Final = {closing: mark for mark, (_, closing) in _SIGNS.items()}
_ANY_SIGN: Final = re.compile(f"([{''.join((*_OPENING, *_CLOSING))}])")
_OF_TAGS: Final[Mapping[Tag, Mark]] = {
    Tag.ITALIC: ITALIC,
    Tag.BOLD: BOLD,
    Tag.SUPERSCRIPT: SUPERSCRIPT,
    Tag.SUBSCRIPT: SUBSCRIPT,
    Tag.SMALL_CAPS: SMALL_CAPS,
}
"""The marks of tags in fields. Text that keeps its case has none: citeproc-py does not know it."""
# XML and RTF have no place for control characters, and no name or title needs one.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def marked(text: str, mark: Mark) -> str:
    """Text with a mark around it."""
    opening, closing = _SIGNS[mark]
    return f"{opening}{text}{closing}"


def field(value: str) -> str:
    """A value of an item, its tags turned to marks; any mark or control character it held itself is gone."""
    values: list[str] = []
    for piece in pieces(unmarked(value)):
        if isinstance(piece, str):
            values.append(piece)
        elif (mark := _OF_TAGS.get(piece.tag)) is not None:
            values.append(_SIGNS[mark][isinstance(piece, Closing)])
    return "".join(values)


def unmarked(text: str) -> str:
    """``text`` without marks and control characters."""
    return _CONTROL.sub(" ", _ANY_SIGN.sub("", text))


def segments(text: str, source: Source) -> list[Segment]:
    """Rendered text as runs of ``source``. Marks that cross each other are cut so that they nest."""
    made: list[Segment] = []
    opened: list[Mark] = []
    for part in _ANY_SIGN.split(text.strip()):
        if part in _OPENING:
            opened.append(_OPENING[part])
        elif part in _CLOSING:
            _close(_CLOSING[part], opened)
        elif part:
            made.append(Segment(part, _span(made, opened), source))
    return made


def _close(mark: Mark, opened: list[Mark]) -> None:
    """End the innermost mark of that kind, if one is open."""
    for at in range(len(opened) - 1, -1, -1):
        if opened[at] == mark:
            del opened[at]
            return


def _span(made: list[Segment], opened: list[Mark]) -> Span:
    """The span inside all marks that are open; a mark inside one of its own kind changes nothing.

    A span that the text before is already in is used again instead of a new one.
    """
    around: list[Span] = []
    at: Span | None = made[-1].span if made else None
    while at is not None and at.outer is not None:
        around.insert(0, at)
        at = at.outer
    span = LINE
    for depth, mark in enumerate(dict.fromkeys(opened)):
        if depth < len(around) and around[depth].mark == mark and around[depth].outer is span:
            span = around[depth]
        else:
            span = Span(mark, span)
    return span
