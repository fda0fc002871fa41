"""The author of a cite alone (``author-only``), as citeproc-js prints it; the specification knows nothing of it."""

from __future__ import annotations

from anora_bib.csl.output.nodes import Frame, Node, Output, RenderedDate, RenderedNames, Substitute, find, frame, walk


def author_of(cite: Output) -> Output | None:
    """The names of a cite without formatting, inside the affixes of the elements around them; None if it has none.

    Their substitute counts as names, and comes before the names of others that are printed after it. A date follows a
    substitute that is only a term for "anonymous", and is printed alone where there is nothing else, unless the value
    of some variable is printed before it.
    """
    if (names := _names(cite)) is not None:
        return _only(cite, [names])
    wanted = []
    if (substitute := find(cite, Substitute)) is not None:
        wanted.append(substitute[0])
    if (date := find(cite, RenderedDate)) is not None and not date[1].follows_text:
        wanted.append(date[0])
    return _only(cite, wanted)


def _names(cite: Output) -> Node | None:
    """The first names; None if something stands for them before, or a date begins the cite of what has no author."""
    dated = False
    for node in walk(cite) if isinstance(cite, Node) else ():
        data = node.data
        if isinstance(data, RenderedNames):
            return None if dated and data.variable != "author" else node
        if isinstance(data, Substitute):
            return None
        dated = dated or (isinstance(data, RenderedDate) and not data.follows_text)
    return None


def _only(output: Output, wanted: list[Node]) -> Output | None:
    """A tree with nothing in it but some of its nodes and those around them."""
    if isinstance(output, str):
        return None
    if any(output is node for node in wanted):
        return _plain(output)
    if isinstance(output.children, str):
        return None
    children = [kept for child in output.children if (kept := _only(child, wanted)) is not None]
    return Node(children, _unmarked(output.frame), output.data) if children else None


def _plain(output: Output) -> Output:
    if isinstance(output, str):
        return output
    children = output.children
    plain = children if isinstance(children, str) else [_plain(child) for child in children]
    return Node(plain, _unmarked(output.frame), output.data)


def _unmarked(around: Frame) -> Frame:
    return frame(around.prefix, around.suffix, around.delimiter)
