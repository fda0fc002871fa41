"""The cases of the CSL test suite, and fixtures of other processors: where they are, and what each file says."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Self

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
"""Where the cases are if nobody says otherwise: beside the repository."""

VARIABLE = "CSL_TEST_SUITE"
WIDE_VARIABLE = "CSL_WIDE_SUITE"
"""The environment variables that name the folders of the cases."""

# A few files begin with a byte order mark, and the number of equals signs differs even within one section.
_SECTION = re.compile(r"^\ufeff?>>=+ ([A-Z-]+) =+>>\n(.*?)^<<=+ (?:\1|CITATION-ITEMS) =+<<", re.DOTALL | re.MULTILINE)
"""One file of jgm's ends a section by the name of another."""

Cluster = Mapping[str, Any]


def folder(given: str | None = None) -> Path:
    """The folder of the cases: the one given, else the one of the environment, else the one beside the repository."""
    return Path(given or os.environ.get(VARIABLE) or SHARED / "csl-test-suite")


def wide_folder() -> Path:
    """The folder whose folders hold the fixtures of other processors."""
    return Path(os.environ.get(WIDE_VARIABLE) or SHARED / "csl-wide-suite")


@dataclass(frozen=True, slots=True)
class Case:
    """One case. ``bibliography`` tells which of the two things a style makes is meant.

    ``clusters`` are citations to be rendered each for itself (a section CITATION-ITEMS; without one, all items in one
    citation); ``steps`` are edits of a document (a section CITATIONS): each the citation that was inserted or changed,
    with the ids and note numbers of those before and after it. jgm's fixtures give a finished ``whole`` document there.

    ``options`` are those of citeproc-js (OPTIONS), ``abbreviations`` its lists of short forms, ``section`` what a part
    of the bibliography has (BIBSECTION).
    """

    name: str
    bibliography: bool
    style: str
    items: Sequence[Mapping[str, Any]]
    clusters: Sequence[Sequence[Mapping[str, Any]]]
    steps: Sequence[tuple[Cluster, Sequence[tuple[str, int]], Sequence[tuple[str, int]]]]
    expected: str
    whole: Sequence[Cluster] = ()
    options: Mapping[str, Any] = field(default_factory=dict)
    abbreviations: Mapping[str, Any] | None = None
    section: Mapping[str, Any] | None = None

    @classmethod
    def read(cls, path: Path) -> Self:
        sections = {match[1]: match[2] for match in _SECTION.finditer(path.read_text("utf-8"))}
        # A few items have no id, and in one case two have the same: there the later counts.
        numbered = [{"id": f"ITEM-{number}", **item} for number, item in enumerate(json.loads(sections["INPUT"]), 1)]
        items = list({str(item["id"]): item for item in numbered}.values())
        everything = [[{"id": item["id"]} for item in items]]
        citations = json.loads(sections.get("CITATIONS", "[]"))
        edited = all(isinstance(step, list) and len(step) == 3 and isinstance(step[1], list) for step in citations)
        return cls(
            name=path.stem,
            bibliography=sections["MODE"].strip() == "bibliography",
            style=sections["CSL"].lstrip(),
            items=items,
            clusters=json.loads(sections["CITATION-ITEMS"]) if "CITATION-ITEMS" in sections else everything,
            steps=citations if edited else [],
            expected=sections["RESULT"],
            whole=[] if edited else [_cluster(given) for given in citations],
            options=json.loads(sections.get("OPTIONS", "{}")),
            abbreviations=json.loads(sections["ABBREVIATIONS"]) if "ABBREVIATIONS" in sections else None,
            section=json.loads(sections["BIBSECTION"]) if "BIBSECTION" in sections else None,
        )

    @property
    def category(self) -> str:
        return self.name.partition("/")[0] if "/" in self.name else self.name.partition("_")[0]

    def citation_id(self, step: int) -> str:
        """The id of the citation that a step inserts or changes."""
        return str(self.steps[step][0].get("citationID", f"citation-{step}"))

    def document(self, steps: int) -> list[Cluster]:
        """The citations of the document after so many steps, in its order, each with the note it then stands in."""
        latest: dict[str, Cluster] = {}
        order: list[tuple[str, int]] = []
        for number, (cluster, before, after) in enumerate(self.steps[:steps]):
            latest[self.citation_id(number)] = cluster
            note = cluster.get("properties", {}).get("noteIndex", 0)
            order = [*before, (self.citation_id(number), note), *after]
        return [
            {**latest[id], "citationID": id, "properties": {**latest[id].get("properties", {}), "noteIndex": note}}
            for id, note in order
        ]

    def citing(self, document: Sequence[Cluster]) -> Self:
        """The case with only the items that a document cites, in the order of their first cites: a document that is
        edited step by step knows no others."""
        by_id = {str(item["id"]): item for item in self.items}
        ids = dict.fromkeys(str(cite["id"]) for cluster in document for cite in cluster["citationItems"])
        return replace(self, items=[by_id[id] for id in ids if id in by_id])


def _cluster(given: Any) -> Cluster:
    """A citation in jgm's shape: its cites alone, or a mapping with affixes and note of its own names."""
    if isinstance(given, list):
        return {"citationItems": given}
    cluster: dict[str, Any] = {"citationItems": given["citationItems"]}
    names = {"prefix": "citationPrefix", "suffix": "citationSuffix", "noteIndex": "citationNoteNumber"}
    properties = {name: given[own] for name, own in names.items() if own in given}
    return {**cluster, "properties": properties} if properties else cluster


def read_cases(source: Path) -> list[Case]:
    """All cases of a folder, by name."""
    return [Case.read(path) for path in sorted(source.glob("*.txt"))]


def read_wide(source: Path) -> list[Case]:
    """The cases of the folders in a folder, each with that of its processor in its name: "citeproc-js/name_Case"."""
    return [
        replace(case, name=f"{place.name}/{case.name}")
        for place in sorted(source.glob("*/"))
        for case in read_cases(place)
    ]
