"""The items that are compared with citeproc-js: they must show an engine everything a style can ask for."""

from __future__ import annotations

import json
import re
from pathlib import Path

HERE = Path(__file__).parents[2]
ITEMS = json.loads((HERE / "items.json").read_text("utf-8"))
CLUSTERS = json.loads((HERE / "clusters.json").read_text("utf-8"))

# What a processor works out for itself.
MADE = {"citation-number", "citation-label", "first-reference-note-number", "locator", "page-first", "year-suffix"}
# Names of 1.0 for what 1.0.2 calls otherwise, and what nobody prints.
RARE = {"editor-translator", "citation-key", "division"}


def _schema(name: str) -> set[str]:
    import citeproc

    text = (Path(citeproc.SCHEMA_PATH).parent / name).read_text("utf-8")
    return set(re.findall(r'"([\w-]+)"', text))


def test_every_type_is_there() -> None:
    assert {item["type"] for item in ITEMS} == _schema("csl-types.rnc")


def test_every_variable_is_there() -> None:
    assert _schema("csl-variables.rnc") - {key for item in ITEMS for key in item} == MADE | RARE


def test_no_id_is_used_twice() -> None:
    ids = [item["id"] for item in ITEMS]
    assert len(set(ids)) == len(ids)


def test_only_items_that_exist_are_cited() -> None:
    ids = {item["id"] for item in ITEMS}
    assert {cite["id"] for cluster in CLUSTERS for cite in cluster["citationItems"]} <= ids
