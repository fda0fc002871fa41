"""The bibliography of a document, as pandoc's writers know it: divisions with the classes of citeproc."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from anora_bib.csl.engine import FormattedEntry
from anora_bib.csl.output.arrangement import Arrangement
from anora_bib.csl.output.runs import MARGIN, Run, runs
from anora_bib.integrations.pandoc.tree import SPACE, Node, Nodes, node, tag
from anora_bib.integrations.pandoc.words import Words
from anora_bib.integrations.shared.notes import with_text

_PLACE: Final = "refs"
"""The id of the division that the bibliography goes into."""


def division(entries: Iterable[FormattedEntry], arrangement: Arrangement | None, words: Words) -> Node:
    """All entries, set out as the style asks."""
    how = arrangement or Arrangement(entry_spacing=0)
    classes = ["references", "csl-bib-body"] + ["hanging-indent"] * how.hanging_indent
    spacing = [["entry-spacing", str(how.entry_spacing)]] if how.entry_spacing else []
    if how.line_spacing > 1:
        spacing.append(["line-spacing", str(how.line_spacing)])
    return node("Div", [[_PLACE, classes, spacing], [_entry(entry, words) for entry in entries]])


def _entry(entry: FormattedEntry, words: Words) -> Node:
    left, right = _margin(runs(entry.text))
    inlines = words.inlines(right)
    if left:
        spans = (("csl-left-margin", [*words.inlines(left), SPACE]), ("csl-right-inline", inlines))
        inlines = [node("Span", [["", [name], []], content]) for name, content in spans]
    return node("Div", [[f"ref-{entry.id}", ["csl-entry"], []], [node("Para", inlines)]])


def _margin(printed: list[Run]) -> tuple[list[Run], list[Run]]:
    """The first field, if it stands in a margin of its own, and the rest."""
    for at, run in enumerate(printed):
        before, found, after = run.text.partition(MARGIN)
        if found:
            return [*printed[:at], with_text(run, before)], [with_text(run, after), *printed[at + 1 :]]
    return [], printed


def placed(blocks: Nodes, list: Node, title: Nodes) -> Nodes:
    """The blocks with the bibliography: in the division ``refs``, if there is one, else at the end.

    There it gets the ``title`` as a heading, unless the last block is one.
    """
    filled, found = _filled(blocks, list)
    if found:
        return filled
    if title:
        heading = node("Header", [1, ["bibliography", ["unnumbered"], []], title])
        return [*blocks, heading, list]
    if blocks and tag(blocks[-1]) == "Header":
        level, (name, classes, pairs), words = blocks[-1]["c"]
        unnumbered = classes if "unnumbered" in classes else [*classes, "unnumbered"]
        return [*blocks[:-1], node("Header", [level, [name, unnumbered, pairs], words]), list]
    return [*blocks, list]


def _filled(blocks: Nodes, entries: Node) -> tuple[Nodes, bool]:
    out: Nodes = []
    any_found = False
    for block in blocks:
        one: Any = block
        if tag(block) == "Div":
            (name, classes, pairs), content = block["c"]
            if name == _PLACE:
                (_, wanted, spacing), listed = entries["c"]
                together = [*classes, *(one for one in wanted if one not in classes)]
                one, found = node("Div", [[name, together, [*pairs, *spacing]], [*content, *listed]]), True
            else:
                inner, found = _filled(content, entries)
                one = node("Div", [[name, classes, pairs], inner]) if found else block
            any_found = any_found or found
        out.append(one)
    return out, any_found
