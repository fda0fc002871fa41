"""The citation graph: one row for each place of an essay that cites, and the same read the other way round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING

from anora_bib.graph.excerpts import one_line
from anora_bib.model import Place, Relation
from anora_bib.text import fold

if TYPE_CHECKING:
    import networkx

ESSAY = "essay/"
"""What the node of an essay begins with; a target that begins so is itself an essay of the shelf."""


@dataclass(frozen=True, slots=True)
class Row:
    """One place that cites: ``essay`` stands in ``relation`` to ``target``, and line ``evidence_line`` shows it.

    ``essay`` is the name tables use. ``target`` is the node: a record (``work/...``, ``outlet/...``), an entry of
    the library (``key/...``), an essay of the shelf (``essay/...``) or something no record knows, by what is printed
    (``title/...``, ``name/...``). Every text of a row is one line of printable characters.
    """

    essay: str
    relation: Relation
    target: str
    target_label: str
    evidence_line: int
    evidence_text: str
    how: Place

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if type(value) is str:
                object.__setattr__(self, field.name, one_line(value))


@dataclass(frozen=True, slots=True)
class IndexItem:
    """One target and the (essay, line) pairs that cite it, without repeats."""

    target: str
    label: str
    places: tuple[tuple[str, int], ...]

    @property
    def places_text(self) -> str:
        """``000 l. 2, 14; 001 l. 2``"""
        lines: dict[str, list[str]] = {}
        for essay, line in self.places:
            lines.setdefault(essay, []).append(str(line))
        return "; ".join(f"{essay} l. {', '.join(numbers)}" for essay, numbers in lines.items())

    def __str__(self) -> str:
        """``Pretty Woman: cited by 000 l. 2, 14; 001 l. 2``"""
        return f"{self.label}: cited by {self.places_text}"


@dataclass(frozen=True, slots=True)
class Link:
    """All rows of one essay that name the same target in the same way, as one: what tables and drawings show."""

    essay: str
    relation: Relation
    target: str
    target_label: str
    how: Place
    lines: tuple[int, ...]

    @property
    def lines_text(self) -> str:
        return ", ".join(map(str, self.lines))


@dataclass(frozen=True)
class CitationGraph:
    """Rows in the order of the shelf and, within an essay, of its text.

    ``essays`` are all that were looked at, those that cite nothing too; the essays of the rows are always among them.
    """

    rows: tuple[Row, ...] = ()
    essays: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        names = (*map(one_line, self.essays), *(row.essay for row in self.rows))
        object.__setattr__(self, "essays", tuple(dict.fromkeys(names)))

    @cached_property
    def targets(self) -> Mapping[str, str]:
        """What is cited: node to label, in the order of first citation."""
        return {row.target: row.target_label for row in self.rows}

    def index(self) -> tuple[IndexItem, ...]:
        """The cross-reference: each target, in alphabetical order, with the places that cite it."""
        places: dict[str, dict[tuple[str, int], None]] = {}
        for row in self.rows:
            places.setdefault(row.target, {})[row.essay, row.evidence_line] = None
        items = (IndexItem(target, label, tuple(places[target])) for target, label in self.targets.items())
        return tuple(sorted(items, key=lambda item: (fold(item.label), item.label, item.target)))

    def links(self) -> tuple[Link, ...]:
        """The rows drawn together: one link for each essay, relation, target and way of citing."""
        found: dict[tuple[str, Relation, str, Place], list[int]] = {}
        for row in self.rows:
            lines = found.setdefault((row.essay, row.relation, row.target, row.how), [])
            if row.evidence_line not in lines[-1:]:
                lines.append(row.evidence_line)
        return tuple(
            Link(essay, relation, target, self.targets[target], how, tuple(sorted(set(lines))))
            for (essay, relation, target, how), lines in found.items()
        )

    def nodes(self) -> Mapping[str, str]:
        """Every node and its label: the essays first, then what they cite."""
        return {**{ESSAY + essay: essay for essay in self.essays}, **self.targets}

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """For analysis: a node carries ``label`` and ``kind``, an edge what its row says of essay and target."""
        import networkx

        graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
        for node, label in self.nodes().items():
            graph.add_node(node, label=label, kind=node.partition("/")[0])
        for row in self.rows:
            graph.add_edge(
                ESSAY + row.essay,
                row.target,
                relation=str(row.relation),
                how=str(row.how),
                evidence_line=row.evidence_line,
                evidence_text=row.evidence_text,
            )
        return graph
