"""Marks in rendered text: single characters of Unicode's private use area that stand for "italics begin" and the like.

citeproc-py makes strings, not trees. Its case changes and punctuation rules pass over the marks, and as
:func:`unmarked` takes them out of what an item says, nothing in an item can forge one. :func:`write` then escapes all
that is text and turns the marks into markup.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from anora_bib.csl.output.formats import Format
from anora_bib.csl.output.nodes import Mark
from anora_bib.model.richtext import Closing, Opening, Tag, pieces

_FIRST = 0xE000
_MARKS: Final = {tag: (chr(_FIRST + 2 * i), chr(_FIRST + 2 * i + 1)) for i, tag in enumerate(Tag)}
_OPENING: Final = {opening: tag for tag, (opening, _) in _MARKS.items()}
_CLOSING: Final = {closing: tag for tag, (_, closing) in _MARKS.items()}
_ANY_MARK = re.compile(f"([{''.join((*_OPENING, *_CLOSING))}])")
_CSL: Final[Mapping[Tag, Mark]] = {
    Tag.ITALIC: ("font-style", "italic"),
    Tag.BOLD: ("font-weight", "bold"),
    Tag.SUPERSCRIPT: ("vertical-align", "sup"),
    Tag.SUBSCRIPT: ("vertical-align", "sub"),
    Tag.SMALL_CAPS: ("font-variant", "small-caps"),
}
# XML and RTF have no place for control characters, and no name or title needs one.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def mark(tag: Tag, text: str) -> str:
    opening, closing = _MARKS[tag]
    return f"{opening}{text}{closing}"


def marked(value: str) -> str:
    """A value of an item, its tags turned to marks; any mark or control character it held itself is gone."""
    return "".join(
        _MARKS[piece.tag][isinstance(piece, Closing)] if isinstance(piece, Opening | Closing) else piece
        for piece in pieces(unmarked(value))
    )


def unmarked(text: str) -> str:
    """``text`` without marks and control characters."""
    return _CONTROL.sub(" ", _ANY_MARK.sub("", text))


def write(text: str, to: Format) -> str:
    """Rendered text as markup. Runs that cross each other are cut so that they nest; unclosed ones are closed."""
    out: list[str] = []
    stack: list[Tag] = []
    for part in _ANY_MARK.split(text):
        if part in _OPENING:
            stack.append(_OPENING[part])
            out.append(_around(to, stack)[0])
        elif part in _CLOSING:
            _close(_CLOSING[part], stack, out, to)
        else:
            out.append(to.escape(part))
    while stack:
        out.append(_around(to, stack)[1])
        stack.pop()
    return "".join(out).strip()


def _close(tag: Tag, stack: list[Tag], out: list[str], to: Format) -> None:
    if tag not in stack:
        return
    above: list[Tag] = []
    while tag != stack[-1]:
        out.append(_around(to, stack)[1])
        above.append(stack.pop())
    out.append(_around(to, stack)[1])
    stack.pop()
    for reopened in reversed(above):
        stack.append(reopened)
        out.append(_around(to, stack)[0])


def _around(to: Format, stack: list[Tag]) -> tuple[str, str]:
    """The markup of the innermost run; none for italics in italics, which Markdown could not tell from their end."""
    innermost = stack[-1]
    mark = _CSL.get(innermost)
    return ("", "") if mark is None or innermost in stack[:-1] else to.marks.get(mark, ("", ""))
