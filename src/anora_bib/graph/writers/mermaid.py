"""Mermaid, for Markdown pages: one arrow a link (https://mermaid.js.org/syntax/flowchart.html)."""

from __future__ import annotations

from anora_bib.graph.model import ESSAY, CitationGraph

_PLAIN = frozenset(" ,.()'’–-!?")
"""Signs that mean nothing to Mermaid inside quotation marks: these, letters and digits stay as they are."""


def write(graph: CitationGraph) -> str:
    """Nodes go by number (``n1``), since an id may be a word of the language (``end``) or hold its signs."""
    ids = {node: f"n{number}" for number, node in enumerate(graph.nodes(), start=1)}
    lines = ["flowchart LR"]
    for node, label in graph.nodes().items():
        opening, closing = ("[", "]") if node.startswith(ESSAY) else ("(", ")")
        lines.append(f"  {ids[node]}{opening}{_quoted(label)}{closing}")
    for link in graph.links():
        label = _quoted(f"{link.relation} ({link.how}, l. {link.lines_text})")
        lines.append(f"  {ids[ESSAY + link.essay]} -->|{label}| {ids[link.target]}")
    return "\n".join((*lines, ""))


def _quoted(text: str) -> str:
    """A quoted string with every sign that might be syntax as an entity code: ``#34;`` is a quotation mark."""
    return '"{}"'.format("".join(char if char.isalnum() or char in _PLAIN else f"#{ord(char)};" for char in text))
