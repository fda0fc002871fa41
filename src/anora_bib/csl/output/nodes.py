"""What rendering returns: strings and nodes. Disambiguation, collapsing and substitution work on these, not on text."""

from __future__ import annotations

from enum import Enum
from typing import Any, Final

Mark = tuple[str, str]
"""A CSL formatting attribute and its value, ``("font-style", "italic")``; or one of those below."""

QUOTED: Final[Mark] = ("quotes", "outer")
FLIPPING: Final = "flip"
"""The attribute of a mark from rich text in a field: what it means depends on what stands around it."""
DISPLAY: Final = "display"


class Tag(Enum):
    """What a node is, where something later needs to find it again."""

    NAMES = "names"
    NAME = "name"
    """One name, or et al.; ``data`` is the text of the name that it renders."""
    SUBSTITUTED = "substituted"
    """What stands in the place of names; ``data`` is its value."""
    DATE = "date"
    """A date; ``data`` is whether the value of another variable was printed before it."""
    YEAR = "year"
    """``data`` is the year."""
    DIGITS = "digits"
    """A numeric variable: punctuation after it is not merged."""
    LINK = "link"
    """An address, if links are asked for; ``data`` is the variable and what it says."""
    NUMBER = "number"
    """A number that may be collapsed with its neighbours; ``data`` is the :class:`Rangeable`."""


class Rangeable:
    """A number in a sequence that may be written as a range, ``1-3`` or ``a-c``."""

    __slots__ = ("kind", "range_delimiter", "successor", "value")

    def __init__(self, kind: str, value: int, successor: str, range_delimiter: str) -> None:
        self.kind = kind
        self.value = value
        self.successor = successor
        """What joins it to the number before, if that is one less."""
        self.range_delimiter = range_delimiter
        """"" where ranges are not asked for."""


class Node:
    """A piece of output. ``children`` of a leaf is its text. A node always has text in it somewhere.

    Prefix and suffix stand outside the marks. ``marks`` nest in their order, the first innermost.
    """

    __slots__ = ("children", "data", "delimiter", "marks", "prefix", "suffix", "tag")

    def __init__(
        self,
        children: str | list[Node | str],
        prefix: str = "",
        suffix: str = "",
        delimiter: str = "",
        marks: tuple[Mark, ...] = (),
        tag: Tag | None = None,
        data: Any = None,
    ) -> None:
        self.children = children
        self.prefix = prefix
        self.suffix = suffix
        self.delimiter = delimiter
        self.marks = marks
        self.tag = tag
        self.data = data


Output = Node | str


def walk(node: Output) -> list[Node]:
    """All nodes of a tree in reading order, the root first; strings are not nodes."""
    found: list[Node] = []
    stack = [node]
    while stack:
        top = stack.pop()
        if isinstance(top, Node):
            found.append(top)
            if not isinstance(top.children, str):
                stack.extend(reversed(top.children))
    return found


def find(node: Output, tag: Tag) -> Node | None:
    """The first node with a tag."""
    if isinstance(node, str):
        return None
    if node.tag is tag:
        return node
    if not isinstance(node.children, str):
        for child in node.children:
            if not isinstance(child, str) and (found := find(child, tag)) is not None:
                return found
    return None


def without(node: Output, unwanted: Node) -> Output | None:
    """A tree without one of its nodes, and without those that had nothing else in them."""
    if node is unwanted:
        return None
    if isinstance(node, str) or isinstance(node.children, str):
        return node
    children = [kept for child in node.children if (kept := without(child, unwanted)) is not None]
    if not children:
        return None
    return Node(children, node.prefix, node.suffix, node.delimiter, node.marks, node.tag, node.data)
