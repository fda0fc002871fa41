"""What rendering returns: strings and nodes. Disambiguation, collapsing and substitution work on these, not on text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeVar

from anora_bib.model.values.names import Name
from anora_bib.system.memory import Memory

Mark = tuple[str, str]
"""A CSL formatting attribute and its value, ``("font-style", "italic")``; or one of those below."""

QUOTED: Final[Mark] = ("quotes", "outer")
FLIPPING: Final = "flip"
"""The attribute of a mark from rich text in a field: what it means depends on the formatting around it."""
DISPLAY: Final = "display"


class Data:
    """What a node renders, where a later step needs to know; each kind has a class of its own."""

    __slots__ = ()

    variable: str | None = None
    """The variable whose value the node renders; "" for text of the style, None for whatever the node around it
    renders. Affixes belong to the style."""
    is_number: bool = False
    """Whether punctuation after the node is not merged with its own."""


class Variable(Data):
    """The value of a variable, of the item or of the cite."""

    __slots__ = ("variable",)

    def __init__(self, variable: str) -> None:
        self.variable: str = variable


STYLE_TEXT: Final = Variable("")
"""A label inside the node of a variable; its affixes are the style's as well."""


AUTHORS_TEXT: Final = Data()
"""What an author writes before or behind a cite: parentheses that it opens count as the style's do."""


class Numeric(Variable):
    """The value of a number variable that is numeric (specification, "Choose", ``is-numeric``)."""

    __slots__ = ()
    is_number = True


class Address(Variable):
    """Text that leads to an address: an identifier of a thing on the web, or what is linked to one."""

    __slots__ = ("kind", "value")

    def __init__(self, variable: str, value: str, kind: str = "") -> None:
        super().__init__(variable)
        self.value = value
        self.kind = kind or variable
        """The variable whose value the address is."""


class RenderedNames(Variable):
    """The names of a ``names`` element."""

    __slots__ = ("label", "names")

    def __init__(self, variable: str, names: Sequence[Name], label: Node | str | None) -> None:
        self.variable = variable
        self.names = names
        """The names that are printed."""
        self.label = label
        """The label after them."""


class RenderedName(Data):
    """One name, or et al.; ``text`` is its text."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


class Substitute(Data):
    """What ``substitute`` prints in the place of names; ``values`` are those of its variables."""

    __slots__ = ("values",)

    def __init__(self, values: list[str]) -> None:
        self.values = values


class RenderedDate(Variable):
    """A date; ``follows_text`` tells whether the value of another variable is printed before it."""

    __slots__ = ("follows_text",)

    def __init__(self, variable: str, *, follows_text: bool) -> None:
        self.variable = variable
        self.follows_text = follows_text


class RenderedYear(Data):
    """The year of a date; ``year`` is what makes it equal to another."""

    __slots__ = ("year",)

    def __init__(self, year: str) -> None:
        self.year = year


class Rangeable(Variable):
    """A number in a sequence that may be collapsed to a range, ``1-3`` or ``a-c``."""

    __slots__ = ("range_delimiter", "successor", "value")
    is_number = True

    def __init__(self, variable: str, value: int, successor: str, range_delimiter: str) -> None:
        self.variable = variable
        self.value = value
        self.successor = successor
        """The delimiter before it where the number before is one less."""
        self.range_delimiter = range_delimiter
        """"" where ranges are not asked for."""


D = TypeVar("D", bound=Data)


class Frame:
    """What is around the content of a node and between its parts. The same frame is always the same object.

    Prefix and suffix are outside the marks. ``marks`` nest in their order, the first innermost.
    """

    __slots__ = ("affixed", "bare", "delimiter", "marks", "prefix", "suffix")

    def __init__(self, prefix: str, suffix: str, delimiter: str, marks: tuple[Mark, ...]) -> None:
        self.prefix = prefix
        self.suffix = suffix
        self.delimiter = delimiter
        self.marks = marks
        self.affixed = bool(prefix or suffix or marks)
        """Whether there is more than a delimiter."""
        self.bare = not (self.affixed or delimiter)
        """Whether there is nothing at all."""

    def __reduce__(self) -> tuple[object, ...]:
        return frame, (self.prefix, self.suffix, self.delimiter, self.marks)


_FRAMES: Final[Memory[tuple[object, ...], Frame]] = Memory(1 << 14)


def frame(prefix: str = "", suffix: str = "", delimiter: str = "", marks: tuple[Mark, ...] = ()) -> Frame:
    """The frame of these parts."""
    key = prefix, suffix, delimiter, marks
    return _FRAMES.get(key) or _FRAMES.keep(key, Frame(*key))


BARE: Final = Frame("", "", "", ())
"""The frame of a node that has none."""
_FRAMES.keep(("", "", "", ()), BARE)


class Node:
    """A piece of output: in its ``frame``, the text of a leaf or the children of a branch."""

    __slots__ = ("children", "data", "frame")

    def __init__(self, children: str | list[Node | str], frame: Frame = BARE, data: Data | None = None) -> None:
        self.children = children
        self.frame = frame
        self.data = data

    def with_children(self, children: str | list[Node | str]) -> Node:
        """The same node with other content."""
        return Node(children, self.frame, self.data)


Output = Node | str


def walk(node: Output) -> list[Node]:
    """All nodes of a tree in reading order, the root first; strings are not nodes."""
    nodes: list[Node] = []
    stack = [node]
    while stack:
        top = stack.pop()
        if isinstance(top, Node):
            nodes.append(top)
            if not isinstance(top.children, str):
                stack.extend(reversed(top.children))
    return nodes


def find(node: Output | None, kind: type[D]) -> tuple[Node, D] | None:
    """The first node that has data of a kind, with that data."""
    if node is None or isinstance(node, str):
        return None
    if isinstance(node.data, kind):
        return node, node.data
    if not isinstance(node.children, str):
        for child in node.children:
            if not isinstance(child, str) and (pair := find(child, kind)) is not None:
                return pair
    return None


def find_all(node: Output | None, kind: type[D]) -> list[tuple[Node, D]]:
    """All nodes that have data of a kind, in reading order, with that data."""
    nodes = walk(node) if node is not None else []
    return [(inner, inner.data) for inner in nodes if isinstance(inner.data, kind)]


def without(node: Output, unwanted: Node) -> Output | None:
    """A tree without one of its nodes, and without those that had nothing else in them."""
    if node is unwanted:
        return None
    if isinstance(node, str) or isinstance(node.children, str):
        return node
    children = [kept for child in node.children if (kept := without(child, unwanted)) is not None]
    if not children:
        return None
    return node.with_children(children)
