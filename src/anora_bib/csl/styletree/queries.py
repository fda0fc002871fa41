"""Questions about the elements of a style."""

from __future__ import annotations

from anora_bib.csl.styletree.nodes import Choose, Date, Element, Group, Number, Text


def variable_of(node: Text | Number | Date) -> str:
    """The variable that an element prints; "" for a term, a value and a macro."""
    if isinstance(node, Text):
        return node.name if node.source == "variable" else ""
    return node.variable


def has_date(nodes: tuple[Element, ...]) -> bool:
    """Whether a date stands among elements or inside them, macros that they call apart."""
    for node in nodes:
        if isinstance(node, Date):
            return True
        if isinstance(node, Group) and has_date(node.children):
            return True
        if isinstance(node, Choose) and any(has_date(branch.children) for branch in node.branches):
            return True
    return False
