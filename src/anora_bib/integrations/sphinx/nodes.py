"""Nodes of docutils: those that stand for citations until all are known, and those of what the engine prints."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from docutils import nodes

from anora_bib.csl.output.runs import MARGIN, Run


class PendingCitation(nodes.Inline, nodes.Element):
    """A citation as it is typed: ``words`` in pandoc's syntax or keys, and its ``mode``."""


class PendingBibliography(nodes.General, nodes.Element):
    """The place of a bibliography; with ``everything``, of all entries there are."""


_LOOKS: Final = (
    ("italic", nodes.emphasis, ()),
    ("bold", nodes.strong, ()),
    ("superscript", nodes.superscript, ()),
    ("subscript", nodes.subscript, ()),
    ("small_caps", nodes.inline, ("small-caps",)),
    ("underline", nodes.inline, ("underline",)),
)
"""The formatting of a run, and the node for it with its classes."""


def nodes_of(printed: Iterable[Run]) -> list[nodes.Node]:
    """What the engine printed."""
    out: list[nodes.Node] = []
    for run in printed:
        made: nodes.Node = nodes.Text(run.text.replace(MARGIN, " "))
        for look, kind, classes in _LOOKS:
            if getattr(run, look):
                made = kind("", "", made, classes=list(classes))
        out.append(nodes.reference("", "", made, refuri=run.link) if run.link else made)
    return out
