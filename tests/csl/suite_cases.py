"""The cases of the official CSL test suite: where they are, and what each of their files says."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

VARIABLE = "CSL_TEST_SUITE"
"""The environment variable that names the folder of the cases."""

BESIDE = Path(__file__).resolve().parents[2].parent / "shared" / "csl-test-suite"
"""Where the cases are if nobody says otherwise: beside the repository."""

# A few files begin with a byte order mark, and the number of equals signs differs even within one section.
_SECTION = re.compile(r"^\ufeff?>>=+ ([A-Z-]+) =+>>\n(.*?)^<<=+ \1 =+<<", re.DOTALL | re.MULTILINE)

Cluster = Mapping[str, Any]


def folder(given: str | None = None) -> Path:
    """The folder of the cases: the one given, else the one of the environment, else the one beside the repository."""
    return Path(given or os.environ.get(VARIABLE) or BESIDE)


@dataclass(frozen=True, slots=True)
class Case:
    """One case. ``bibliography`` tells which of the two things a style makes is meant.

    ``clusters`` are citations to be rendered each for itself (a section CITATION-ITEMS; without one, all items in one
    citation); ``steps`` are edits of a document (a section CITATIONS): each the citation that was inserted or changed,
    with the ids and note numbers of those before and after it.
    """

    name: str
    bibliography: bool
    style: str
    items: Sequence[Mapping[str, Any]]
    clusters: Sequence[Sequence[Mapping[str, Any]]]
    steps: Sequence[tuple[Cluster, Sequence[tuple[str, int]], Sequence[tuple[str, int]]]]
    expected: str

    @classmethod
    def read(cls, path: Path) -> Self:
        sections = {match[1]: match[2] for match in _SECTION.finditer(path.read_text("utf-8"))}
        # A few items have no id, and in one case two have the same: there the later counts.
        numbered = [{"id": f"ITEM-{number}", **item} for number, item in enumerate(json.loads(sections["INPUT"]), 1)]
        items = list({str(item["id"]): item for item in numbered}.values())
        everything = [[{"id": item["id"]} for item in items]]
        return cls(
            name=path.stem,
            bibliography=sections["MODE"].strip() == "bibliography",
            style=sections["CSL"],
            items=items,
            clusters=json.loads(sections["CITATION-ITEMS"]) if "CITATION-ITEMS" in sections else everything,
            steps=json.loads(sections.get("CITATIONS", "[]")),
            expected=sections["RESULT"],
        )

    @property
    def category(self) -> str:
        return self.name.partition("_")[0]

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
        return [{**latest[id], "citationID": id, "properties": {"noteIndex": note}} for id, note in order]

    def citing(self, document: Sequence[Cluster]) -> Self:
        """The case with only the items that a document cites, in the order of their first cites: a document that is
        edited step by step knows no others."""
        by_id = {str(item["id"]): item for item in self.items}
        ids = dict.fromkeys(str(cite["id"]) for cluster in document for cite in cluster["citationItems"])
        return replace(self, items=[by_id[id] for id in ids])


def read_cases(source: Path) -> list[Case]:
    """All cases of a folder, by name."""
    return [Case.read(path) for path in sorted(source.glob("*.txt"))]
