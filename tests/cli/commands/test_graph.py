"""``anora-bib graph``: who cites one source, and what it says where nobody does."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from anora_bib.cli import main
from anora_bib.cli.session import Session

HEAD = "---\ntitle: On Doors\n---\n\n"
ESSAY = HEAD + "A door.[1] As Fisher writes, “it is shut”.\n\n[1] Fisher, Mark. Capitalist Realism. Zero Books. 2009.\n"


@pytest.mark.parametrize(
    ("source", "cells"),
    [
        ("capitalist realism", [["5", "cites", "note"], ["5", "includesQuotationFrom", "attribution"]]),
        ("FISHER", [["5", "includesQuotationFrom", "attribution"]]),
        ("Realists", []),
    ],
)
def test_who_cites_a_source(source: str, cells: list[list[str]], tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(ESSAY, "utf-8")
    done = CliRunner().invoke(main, ["graph", str(tmp_path / "a.md"), "--source", source], obj=Session(folder=tmp_path))
    assert done.exit_code == 0
    header, *rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert header == ["essay", "line", "title", "relation", "source", "words", "how"]
    assert [[row[1], row[3], row[6]] for row in rows] == cells
    assert all(row[2] == "On Doors" and "As Fisher writes" in row[5] for row in rows)


@pytest.mark.parametrize(
    ("text", "options", "said"),
    [
        ("# Oars\n\nSo it was.\n", [], "nobody cites anything in what was read\n"),
        (ESSAY, ["--source", "Lamps"], "nobody cites 'Lamps'\n"),
        (ESSAY, ["--source", "fisher"], ""),
        (ESSAY, [], ""),
    ],
)
def test_an_empty_graph_says_why(text: str, options: list[str], said: str, tmp_path: Path) -> None:
    essay = tmp_path / "essay.md"
    essay.write_text(text, "utf-8")
    done = CliRunner().invoke(main, ["graph", str(essay), *options], obj=Session())
    assert (done.exit_code, done.stderr) == (0, said)
