"""The citation graph: one row for each place of an essay that cites, and an index of the targets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING

from anora_bib.errors import UnsupportedError
from anora_bib.model import Place, Relation
from anora_bib.notebook import card, table
from anora_bib.text.characters import counted, fold, printable_line

if TYPE_CHECKING:
    import networkx

ESSAY = "essay/"
"""The prefix of the node of an essay; a target with it is itself an essay of the shelf."""


KEY = "key/"
"""The prefix of the node of an entry of the library."""


@dataclass(frozen=True, slots=True)
class Row:
    """One place that cites: ``essay`` has the ``relation`` to ``target``, and line ``evidence_line`` shows it.

    ``essay`` is the name tables use. ``target`` is the node: a record (``work/...``, ``outlet/...``), an entry of
    the library (``key/...``), an essay of the shelf (``essay/...``) or something no record knows, by what is printed
    (``title/...``, ``name/...``). ``evidence_text`` is a short excerpt for tables, ``sentence`` all of the sentence or
    note that cites, as far as a page has room. Every text of a row is one line of printable characters.
    """

    essay: str
    relation: Relation
    target: str
    target_label: str
    evidence_line: int
    evidence_text: str
    how: Place
    sentence: str = ""

    def __post_init__(self) -> None:
        for one in fields(self):
            value = getattr(self, one.name)
            if type(value) is str:
                object.__setattr__(self, one.name, printable_line(value))


@dataclass(frozen=True, slots=True)
class IndexItem:
    """One target and the (essay, line) pairs that cite it, without repeats."""

    target: str
    label: str
    places: tuple[tuple[str, int], ...]

    @property
    def places_text(self) -> str:
        """The places as tables show them: ``000 l. 2, 14; 001 l. 2``."""
        lines: dict[str, list[str]] = {}
        for essay, line in self.places:
            lines.setdefault(essay, []).append(str(line))
        return "; ".join(f"{essay} l. {', '.join(numbers)}" for essay, numbers in lines.items())

    def __str__(self) -> str:
        """The line of an index: ``Pretty Woman: cited by 000 l. 2, 14; 001 l. 2``."""
        return f"{self.label}: cited by {self.places_text}"


@dataclass(frozen=True, slots=True)
class Link:
    """All rows of one essay that name the same target in the same way, as one edge: what tables and drawings show."""

    essay: str
    relation: Relation
    target: str
    target_label: str
    how: Place
    lines: tuple[int, ...]

    @property
    def lines_text(self) -> str:
        """The lines for showing: "2, 14"."""
        return ", ".join(map(str, self.lines))


@dataclass(frozen=True, repr=False)
class CitationGraph:
    """Rows in the order of the shelf and, within an essay, of its text.

    ``essays`` are all that were looked at, those that cite nothing too; the essays of the rows are always among them.
    ``titles`` are those of the essays that have one, by the names of the essays.
    """

    rows: tuple[Row, ...] = ()
    essays: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict, hash=False)

    def __repr__(self) -> str:
        return f"CitationGraph of {counted(len(self.essays), 'essay')}: {counted(len(self.rows), 'row')}"

    def _repr_html_(self) -> str:
        """What a notebook shows: the index, the most cited first."""
        items = sorted(self.index(), key=lambda item: -len(item.places))
        return card(repr(self), table(("cited", "by"), ((item.label, item.places_text) for item in items), len(items)))

    def __post_init__(self) -> None:
        names = (*map(printable_line, self.essays), *(row.essay for row in self.rows))
        object.__setattr__(self, "essays", tuple(dict.fromkeys(names)))
        titles = {printable_line(essay): printable_line(title) for essay, title in self.titles.items()}
        object.__setattr__(self, "titles", {essay: title for essay, title in titles.items() if title})

    def __add__(self, other: CitationGraph) -> CitationGraph:
        """Both in one, the rows of this one first; a row of both counts once.

        Essays are told apart by their names, and works by their nodes. The key of an entry only means something in
        the library of its own graph: where both have a node ``key/...`` of that name but call it otherwise, the other
        graph's becomes a node of its own (``key/...-2``). ``sum(graphs, CitationGraph())`` adds up many.
        """
        if not isinstance(other, CitationGraph):
            return NotImplemented
        node = _joined(self.targets, other.targets)
        mine = Counter(self.rows)
        added = []
        for theirs in other.rows:
            id, label = node[theirs.target]
            row = replace(theirs, target=id, target_label=label)
            if mine[row]:
                mine[row] -= 1
            else:
                added.append(row)
        return CitationGraph((*self.rows, *added), (*self.essays, *other.essays), {**other.titles, **self.titles})

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

    def citing(self, source: str) -> CitationGraph:
        """The part of the graph that cites a source: one whose name or title has these words, in any case."""
        wanted = f" {fold(source)} "
        found = {node for node, label in self.nodes().items() if wanted in f" {fold(label)} "}
        rows = tuple(row for row in self.rows if row.target in found) if source.strip() else ()
        return CitationGraph(rows, tuple(dict.fromkeys(row.essay for row in rows)), self.titles)

    def links(self) -> tuple[Link, ...]:
        """The rows drawn together: one link for each essay, relation, target and way of citing."""
        links: dict[tuple[str, Relation, str, Place], list[int]] = {}
        for row in self.rows:
            lines = links.setdefault((row.essay, row.relation, row.target, row.how), [])
            if row.evidence_line not in lines[-1:]:
                lines.append(row.evidence_line)
        return tuple(
            Link(essay, relation, target, self.targets[target], how, tuple(sorted(set(lines))))
            for (essay, relation, target, how), lines in links.items()
        )

    def nodes(self) -> Mapping[str, str]:
        """Every node and its label: the essays first, by their titles, then what they cite.

        An essay without a title goes by its name, which also tells those of one title apart.
        """
        count = Counter(self.titles.get(essay, essay) for essay in self.essays)
        essays = {}
        for essay in self.essays:
            label = self.titles.get(essay, essay)
            essays[ESSAY + essay] = f"{label} ({essay})" if count[label] > 1 and label != essay else label
        return essays | {node: label for node, label in self.targets.items() if node not in essays}

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """For analysis: a node carries ``label`` and ``kind``, an edge what its row says of essay and target.

        Raises:
            UnsupportedError: networkx is not installed; it comes with the extra ``graph``.
        """
        try:
            import networkx
        except ImportError as error:
            hint = "install it with: pip install 'anora-bib[graph]'"
            raise UnsupportedError("GraphML and graph analysis need networkx", hint=hint) from error

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


_TOLD_APART = re.compile(r" (?:\(-?\d+\)|\[[^\[\]]*\])$")
"""What a label has at its end where another node of its graph would have the same."""


def _joined(known: Mapping[str, str], added: Mapping[str, str]) -> Mapping[str, tuple[str, str]]:
    """The node and label in the sum of each node that is added to the known ones; no two nodes have one label."""
    nodes = dict(known)
    labels = set(known.values())
    joined: dict[str, tuple[str, str]] = {}
    for id, label in added.items():
        node = next(name for name in _names(id) if name not in nodes or _is_one(name, nodes[name], label))
        if node not in nodes:
            nodes[node] = f"{label} [{node}]" if label in labels else label
            labels.add(nodes[node])
        joined[id] = node, nodes[node]
    return joined


def _names(id: str) -> Iterator[str]:
    yield id
    yield from (f"{id}-{number}" for number in count(2))


def _is_one(id: str, label: str, other: str) -> bool:
    """Whether two nodes of that id are one: always, unless the id is a key, which two libraries may give two works."""
    return not id.startswith(KEY) or _TOLD_APART.sub("", label) == _TOLD_APART.sub("", other)
