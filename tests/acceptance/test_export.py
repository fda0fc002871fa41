"""The sources as files, by the command line and by the library."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

import anora_bib as ab
from anora_bib.model import Essay, Library

Run = Callable[..., Any]
DISTINCT = 14
"""Seven in the notes (two notes are one source, one note is two), six works cited, one credit."""


def test_csl_json_has_one_entry_for_each_distinct_source(folder: Path, library: Library, anora_bib: Run) -> None:
    done = anora_bib("export", folder, "--to", "csl-json")
    items = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(items) == DISTINCT
    assert len({item["id"] for item in items}) == DISTINCT
    assert items == json.loads(json.dumps(library.to_csl()))


def test_sources_tell_the_essay_and_the_note(folder: Path, paths: Mapping[str, Path], anora_bib: Run) -> None:
    lines = anora_bib("sources", folder).stdout.splitlines()
    (variety,) = [line for line in lines if "Sean Baker Makes Movies" in line]
    assert variety.count(paths["notes"].name) == 2
    assert "note 4" in variety
    assert "note 7" in variety
    (film,) = [line for line in lines if "motion_picture" in line]
    assert paths["works cited"].name in film


@pytest.mark.parametrize("to", ["bibtex", "biblatex", "csl-json", "ris", "yaml"])
def test_every_format_keeps_every_entry(to: str, library: Library, tmp_path: Path) -> None:
    suffix = {"bibtex": ".bib", "biblatex": ".bib", "csl-json": ".json", "ris": ".ris", "yaml": ".yaml"}[to]
    path = tmp_path / f"references{suffix}"
    path.write_text(ab.dump(library, to=to), "utf-8")
    back = ab.load(path)
    assert [entry.string("title") for entry in back] == [entry.string("title") for entry in library]
    creators = [[name.inverted for name in entry.creators()] for entry in library if entry.names("author")]
    assert [[n.inverted for n in entry.creators()] for entry in back if entry.names("author")] == creators


def test_keys_are_stable(essays: Mapping[str, Essay], library: Library) -> None:
    again = ab.collect([ab.read(essay.path) for essay in essays.values()])
    assert [entry.key for entry in again] == [entry.key for entry in library]
