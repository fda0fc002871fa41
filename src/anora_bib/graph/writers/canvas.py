"""JSON Canvas 1.0, which Obsidian opens: cards and arrows (https://jsoncanvas.org/spec/1.0/).

Each essay has a group with the sources that it alone cites; those that several cite stand in a group of their own, in
the middle. A card holds Markdown, and titles come from strangers: in it they are escaped.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from typing import Final

from anora_bib.documents.dialects import markdown
from anora_bib.graph.model import ESSAY, CitationGraph
from anora_bib.text.characters import json_text

_WIDTH: Final = 260
_HEIGHT: Final = 80
_GAP: Final = 40
_BETWEEN: Final = 160
"""Between groups, for the arrows."""
_ESSAY_COLOUR: Final = "5"
_SHARED: Final = "Cited by several"


@dataclass(frozen=True)
class _Group:
    """Cards that stand together in a grid, the essay first, if it has one."""

    label: str
    nodes: tuple[str, ...]

    @property
    def columns(self) -> int:
        """So many that the grid is about twice as wide as it is high in cards, and a square on the screen."""
        return max(1, ceil(sqrt(len(self.nodes) / 2)))

    @property
    def width(self) -> int:
        return self.columns * (_WIDTH + _GAP) + _GAP

    @property
    def height(self) -> int:
        return ceil(len(self.nodes) / self.columns) * (_HEIGHT + _GAP) + _GAP


def write(graph: CitationGraph) -> str:
    """The graph as a canvas: a card a node, an arrow a link."""
    labels = graph.nodes()
    ids = {node: f"n{number}" for number, node in enumerate(labels, start=1)}
    nodes: list[dict[str, object]] = []
    groups = _groups(graph, labels)
    for number, (group, (left, top)) in enumerate(zip(groups, _places(groups), strict=True), start=1):
        box = {"x": left, "y": top, "width": group.width, "height": group.height}
        nodes.append({"id": f"g{number}", "type": "group", **box, "label": group.label})
        for at, node in enumerate(group.nodes):
            row, column = divmod(at, group.columns)
            nodes.append(
                {
                    "id": ids[node],
                    "type": "text",
                    "x": left + _GAP + column * (_WIDTH + _GAP),
                    "y": top + _GAP + row * (_HEIGHT + _GAP),
                    "width": _WIDTH,
                    "height": _HEIGHT,
                    "text": _card(node, labels[node]),
                    **({"color": _ESSAY_COLOUR} if node.startswith(ESSAY) else {}),
                }
            )
    edges = [
        {
            "id": f"e{number}",
            "fromNode": ids[ESSAY + link.essay],
            "toNode": ids[link.target],
            "toEnd": "arrow",
            "label": f"{link.relation} ({link.how}, l. {link.lines_text})",
        }
        for number, link in enumerate(graph.links(), start=1)
    ]
    return json_text({"nodes": nodes, "edges": edges})


def _card(node: str, label: str) -> str:
    words = markdown.line(markdown.text(label))
    return f"**{words}**" if node.startswith(ESSAY) and words else words


def _groups(graph: CitationGraph, labels: Mapping[str, str]) -> list[_Group]:
    """The group of what several essays cite, then those of the essays; an essay that another cites is its own."""
    citing: dict[str, dict[str, None]] = {}
    for row in graph.rows:
        citing.setdefault(row.target, {})[row.essay] = None
    own: dict[str, list[str]] = {essay: [ESSAY + essay] for essay in graph.essays}
    shared = []
    for target, essays in citing.items():
        if target.startswith(ESSAY) and target.removeprefix(ESSAY) in own:
            continue
        if len(essays) == 1:
            own[next(iter(essays))].append(target)
        else:
            shared.append(target)
    groups = [_Group(labels[ESSAY + essay], tuple(nodes)) for essay, nodes in own.items()]
    return [_Group(_SHARED, tuple(shared)), *groups] if shared else groups


def _places(groups: Sequence[_Group]) -> list[tuple[int, int]]:
    """The corner of each group, in rows that are together about as wide as they are high."""
    area = sum((group.width + _BETWEEN) * (group.height + _BETWEEN) for group in groups)
    widest = max([round(sqrt(area)), *(group.width for group in groups)], default=0)
    out: list[tuple[int, int]] = []
    left = top = tallest = 0
    for group in groups:
        if left and left + group.width > widest:
            left, top, tallest = 0, top + tallest + _BETWEEN, 0
        out.append((left, top))
        left += group.width + _BETWEEN
        tallest = max(tallest, group.height)
    return out
