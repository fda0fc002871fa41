"""The author of a cite alone (``author-only``), as citeproc-js prints it; the specification knows nothing of it."""

from __future__ import annotations

from anora_bib.csl.output.nodes import Node, Output, Tag, find


def author_of(cite: Output) -> Output | None:
    """The names of a cite without formatting, under the affixes of what stands around them; None if there are none.

    What stands in for names counts as they do. A date follows what is only a word for "anonymous", and stands alone
    where there is nothing else, unless the value of some variable comes before it.
    """
    names = find(cite, Tag.NAMES)
    kept = names or find(cite, Tag.SUBSTITUTED)
    date = find(cite, Tag.DATE) if names is None else None
    return _only(cite, [node for node in (kept, date) if node is not None and not (node is date and date.data)])


def _only(output: Output, wanted: list[Node]) -> Output | None:
    """A tree with nothing in it but some of its nodes and those around them."""
    if isinstance(output, str):
        return None
    if any(output is node for node in wanted):
        return _plain(output)
    if isinstance(output.children, str):
        return None
    children = [kept for child in output.children if (kept := _only(child, wanted)) is not None]
    return Node(children, output.prefix, output.suffix, output.delimiter) if children else None


def _plain(output: Output) -> Output:
    if isinstance(output, str):
        return output
    children = output.children
    plain = children if isinstance(children, str) else [_plain(child) for child in children]
    return Node(plain, output.prefix, output.suffix, output.delimiter)
