"""The shape of a tree: all of it that matters to how its text is laid out, but for the texts of its leaves.

What happens where texts meet depends on the marks and spaces at their ends alone (:mod:`anora_bib.csl.output.line`). So
a leaf is parted in its ends, which belong to the shape, and its core, which does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from anora_bib.csl.output.nested_formatting import has_italics
from anora_bib.csl.output.nodes import AUTHORS_TEXT, Node, Output
from anora_bib.csl.output.punctuation import PUNCTUATION

_ALL_ENDS: Final = "".join(sorted(PUNCTUATION)) + "".join(filter(str.isspace, map(chr, range(0x3001))))
_ENDS: Final = frozenset(_ALL_ENDS)

_BARE, _LEAF, _ALONE, _END = range(4)
"""Signs in a shape: a text without ends of its own; the text of a leaf follows; the only child of a node follows;
the children of a node end."""

_FIRST_HOLE: Final = 0xF0000
"""A character for private use, which stands for the core of the first leaf; the next ones stand for the next."""
LONGEST: Final = 500
"""The signs of a longer shape are not worth knowing: it hardly comes again."""


def shape(tree: Output) -> tuple[list[object], list[str]]:
    """The shape of a tree as something to compare, and the cores of its leaves in their order."""
    if isinstance(tree, str):
        # What stands between cites, or in the place of one: a few texts that come again and again.
        return [tree], []
    key: list[object] = []
    cores: list[str] = []
    _read(tree, key, cores)
    return key, cores


def _read(tree: Node, key: list[object], cores: list[str]) -> None:
    node = tree
    while True:
        children, data = node.children, node.data
        if data is None:
            key.append(node.frame)
        else:
            key += (node.frame, data.__class__, data.variable)
        if isinstance(children, str):
            key.append(_LEAF)
            if data is AUTHORS_TEXT:
                # Its parentheses may become brackets.
                key.append(children)
            else:
                _read_text(children, key, cores)
            return
        if len(children) != 1 or isinstance(children[0], str):
            break
        key.append(_ALONE)
        node = children[0]
    for child in children:
        if not isinstance(child, str):
            _read(child, key, cores)
        elif child and child[0] not in _ENDS and child[-1] not in _ENDS and child.isascii():
            key.append(_BARE)
            cores.append(child)
        else:
            _read_text(child, key, cores)
    key.append(_END)


def _read_text(text: str, key: list[object], cores: list[str]) -> None:
    begin, core, end = parted(text)
    if not core:
        key.append(text)
        return
    cores.append(core)
    italics = text.isascii() or has_italics(text)
    key.append((begin, end, italics) if begin or end or not italics else _BARE)


def parted(text: str) -> tuple[str, str, str]:
    """The marks and spaces that a text begins with, what is between, and those it ends in."""
    if text and text[0] not in _ENDS:
        if text[-1] not in _ENDS:
            return "", text, ""
        if text[-2] not in _ENDS:
            return "", text[:-1], text[-1]
    core = text.strip(_ALL_ENDS)
    if not core:
        return text, "", ""
    at = text.index(core)
    return text[:at], core, text[at + len(core) :]


def hollow(tree: Output) -> Output:
    """A tree of the same shape, with a hole in the place of each core."""
    return tree if isinstance(tree, str) else _hollow(tree, iter(range(_FIRST_HOLE, _FIRST_HOLE + LONGEST)))


def _hollow(node: Node, holes: Iterator[int]) -> Node:
    children: str | list[Output]
    if not isinstance(node.children, str):
        children = [_hole(child, holes) if isinstance(child, str) else _hollow(child, holes) for child in node.children]
    else:
        children = node.children if node.data is AUTHORS_TEXT else _hole(node.children, holes)
    return node.with_children(children)


def _hole(text: str, holes: Iterator[int]) -> str:
    begin, core, end = parted(text)
    if not core:
        return text
    # A letter of a script that knows italics goes with the hole if there is one in the text.
    letter = _LETTER if text.isascii() or has_italics(text) else ""
    return f"{begin}{letter}{chr(next(holes))}{end}"


_LETTER: Final = "a"


def around_hole(text: str) -> tuple[str, int, str]:
    """What is before and after the hole in a text, and the place of its core; -1 and all of the text if it has none."""
    for at, char in enumerate(text):
        hole = ord(char) - _FIRST_HOLE
        if 0 <= hole < LONGEST:
            return text[:at].removesuffix(_LETTER), hole, text[at + 1 :]
    return text, -1, ""
