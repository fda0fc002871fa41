"""``anora-bib merge`` and the map that ``fix --rename-keys`` takes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from anora_bib.cli import main
from anora_bib.cli.session import Session


def run(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(main, list(arguments), obj=Session())
    return done.exit_code, done.stdout, done.stderr


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.bib").write_text("@book{k1, title = {Ten}}\n@book{r:1, author = {Roe, A}, title = {Film}}", "utf-8")
    (tmp_path / "b.bib").write_text("@book{k1, title = {Five}}\n@book{r1, author = {Roe, A}, title = {Film}}", "utf-8")
    return tmp_path


def test_merge_tells_what_it_did_and_writes_the_map(folder: Path) -> None:
    code, out, told = run("merge", "a.bib", "b.bib", "--map", "keys.json")
    assert code == 0
    assert [line for line in out.splitlines() if line.startswith("@")] == ["@book{k1,", "@book{r:1,", "@book{k1a,"]
    assert "r1 is r:1" in told
    assert json.loads((folder / "keys.json").read_text("utf-8")) == {"b.bib": {"k1": "k1a", "r1": "r:1"}}


def test_the_map_goes_into_documents(folder: Path) -> None:
    run("merge", "a.bib", "b.bib", "--map", "keys.json")
    paper = folder / "paper.tex"
    paper.write_bytes(b"\\cite{k1} \xff k1\r\n")
    code, out, _ = run("fix", "paper.tex", "--rename-keys", "keys.json", "--diff")
    assert code == 1
    assert "+\\cite{k1a}" in out
    assert paper.read_bytes() == b"\\cite{k1} \xff k1\r\n"
    assert run("fix", "paper.tex", "--rename-keys", "keys.json")[0] == 0
    assert paper.read_bytes() == b"\\cite{k1a} \xff k1\r\n"


def test_a_map_that_gives_a_key_two_new_ones_is_refused(folder: Path) -> None:
    (folder / "keys.json").write_text('{"a.bib": {"k": "x"}, "b.bib": {"k": "y"}}', "utf-8")
    (folder / "e.md").write_text("@k", "utf-8")
    assert run("fix", "e.md", "--rename-keys", "keys.json")[0] == 2
    assert (folder / "e.md").read_text("utf-8") == "@k"
