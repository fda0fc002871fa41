"""What stands where in a rendered cite: its author, its year, the first node of a kind."""

from __future__ import annotations

from anora_bib.csl.compile.formatting import flat
from anora_bib.csl.output.nodes import Data, Node, Output, RenderedNames, RenderedYear, Substitute, Variable, find, walk

_OF_OTHERS = frozenset({"recipient", "interviewer", "container-author", "original-author", "reviewed-author",
                        "collection-editor"})  # fmt: skip
"""Names that no cite begins with as its author: they are of another work, or on the other side."""


def begins_with_year(output: Output | None) -> bool:
    """Whether nothing is printed before the year: a term in the place of the author would be left without it."""
    pair = find(output, RenderedYear)
    return pair is not None and flat(output).lstrip("([ ").startswith(flat(pair[0]).strip() or "\0")


def first(output: Output | None, data: type[Data]) -> Node | None:
    """The first node of output with data of that kind, None if there is none."""
    pair = find(output, data) if output is not None else None
    return pair[0] if pair is not None else None


def author(output: Output) -> Node | None:
    """The author that a cite begins with, or what stands for it (specification, "Substitute"); None if none does."""
    for node in walk(output):
        data = node.data
        if isinstance(data, Substitute) or (isinstance(data, RenderedNames) and data.variable not in _OF_OTHERS):
            return node
        if isinstance(data, Variable) and data.variable:
            return None
    return None
