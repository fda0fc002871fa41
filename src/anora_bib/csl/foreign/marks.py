"""Marks in rendered text: single characters of Unicode's private use area that stand for "italics begin" and the like.

citeproc-py makes strings, not trees. Its case changes and punctuation rules pass over the marks, and as
:func:`unmarked` takes them out of what an item says, nothing in an item can forge one. :func:`write` then makes markup
of the marks and escapes all that is text, as our own engine's writer does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from anora_bib.csl.output.formats import Format
from anora_bib.csl.output.nodes import Mark
from anora_bib.model.richtext import Closing, Tag, pieces

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
    found: list[str] = []
    for piece in pieces(unmarked(value)):
        if isinstance(piece, str):
            found.append(piece)
        elif (mark := _OF_TAGS.get(piece.tag)) is not None:
            found.append(_SIGNS[mark][isinstance(piece, Closing)])
    return "".join(found)


def unmarked(text: str) -> str:
    """``text`` without marks and control characters."""
    return _CONTROL.sub(" ", _ANY_SIGN.sub("", text))


def write(text: str, to: Format) -> str:
    """Rendered text as markup. Runs that cross each other are cut so that they nest; unclosed ones are closed."""
    base = to.draft or to
    out: list[str] = []
    stack: list[Mark] = []
    for part in _ANY_SIGN.split(text):
        if part in _OPENING:
            stack.append(_OPENING[part])
            out.append(_around(base, stack)[0])
        elif part in _CLOSING:
            _close(_CLOSING[part], stack, out, base)
        else:
            out.append(base.escape(part))
    while stack:
        out.append(_around(base, stack)[1])
        stack.pop()
    written = "".join(out).strip()
    return written if to.finish is None else to.finish(written)


def _close(mark: Mark, stack: list[Mark], out: list[str], to: Format) -> None:
    if mark not in stack:
        return
    above: list[Mark] = []
    while mark != stack[-1]:
        out.append(_around(to, stack)[1])
        above.append(stack.pop())
    out.append(_around(to, stack)[1])
    stack.pop()
    for reopened in reversed(above):
        stack.append(reopened)
        out.append(_around(to, stack)[0])


def _around(to: Format, stack: list[Mark]) -> tuple[str, str]:
    """The markup of the innermost run; none within its like, which LaTeX would take for its opposite."""
    *outer, markup = (to.marks.get(mark, ("", "")) for mark in stack)
    return ("", "") if markup in outer else markup
