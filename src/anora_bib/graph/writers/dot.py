"""DOT, for Graphviz: one edge a link (https://graphviz.org/doc/info/lang.html)."""

from __future__ import annotations

from anora_bib.graph.model import ESSAY, CitationGraph


def write(graph: CitationGraph) -> str:
    """The links of the graph as a Graphviz ``digraph``."""
    lines = ["digraph citations {", "  rankdir=LR;", "  node [shape=plaintext];"]
    for node, label in graph.nodes().items():
        shape = ", shape=box" if node.startswith(ESSAY) else ""
        lines.append(f"  {_quoted(node)} [label={_quoted(label)}{shape}];")
    for link in graph.links():
        label = f"{link.relation} ({link.how}, l. {link.lines_text})"
        lines.append(f"  {_quoted(ESSAY + link.essay)} -> {_quoted(link.target)} [label={_quoted(label)}];")
    return "\n".join((*lines, "}", ""))


def _quoted(text: str) -> str:
    """A quoted string. A backslash is doubled: in labels it escapes, and before the last quote it would open one."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
