"""Files checked in several processes: the same findings in the same order, and an end that is told."""

from __future__ import annotations

import json
import os
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from anora_bib.assembly.workspace import Workspace
from anora_bib.checking.files import Task, run_all, sensible_jobs, tasks
from anora_bib.cli import main
from anora_bib.cli.session import Open, Session
from anora_bib.inputs.opening import Input, InputFile
from anora_bib.lint.rule import Finding, Rule
from anora_bib.model import Apparatus, Records

ESSAY = "# On Editing\n\nIt was so [1] and so [^{0}].\n\n1. Roe, Jane. *On Editing*. Zero Books, 2009.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for number in range(2, 5):
        (tmp_path / f"essay{number}.md").write_text(ESSAY.format(number), "utf-8")
    (tmp_path / "refs.bib").write_text("@misc{a, title = {TEN}, month = {Foo}}\n@misc{b, crossref = {c}}\n", "utf-8")
    (tmp_path / "more.bib").write_text("@book{c, title = {On}, isbn = {978-3-16-148410-1}}\n@misc{", "utf-8")
    (tmp_path / "paper.tex").write_text("\\cite{nobody}\\bibliography{refs}", "utf-8")
    (tmp_path / "bad.md").write_bytes(b"\x00\xff\x00")
    (tmp_path / "odd.xyz").write_bytes(b"odd")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_the_output_is_the_same_with_any_number_of_jobs(folder: Path, form: str) -> None:
    paths = ["gone.md", ".", "essay2.md"] if form == "text" else ["."]
    one, two, auto = (
        CliRunner().invoke(main, ["check", *paths, "--output-format", form, "--jobs", jobs], obj=Session())
        for jobs in ("1", "2", "auto")
    )
    for other in (two, auto):
        assert (one.stdout, one.stderr, one.exit_code) == (other.stdout, other.stderr, 1)
    assert "M001" in one.stdout and "B301" in one.stdout and "L001" in one.stdout


def test_standard_input_is_read_once(folder: Path) -> None:
    result = CliRunner().invoke(
        main, ["check", "-", "essay3.md", "essay4.md", "--jobs", "2"], obj=Session(), input=ESSAY.format(9)
    )
    assert [line.split(":")[0] for line in result.stdout.splitlines() if " M001 " in line] == [
        "<stdin>",
        "essay3.md",
        "essay4.md",
    ]


@pytest.mark.parametrize(("options", "told"), [((), 0), (("--pedantic",), 2), (("--select", "D001"), 2)])
def test_processes_know_whether_a_rule_is_thorough(options: tuple[str, ...], told: int, tmp_path: Path) -> None:
    text = "# Doors\n\nIt is a delay.[^1]\n\n[^1]: Ann Roe, *Lamps* (London: Verso, 2001), 12. Accessed 3 May 1999.\n"
    paths = [tmp_path / "one.md", tmp_path / "two.md"]
    for path in paths:
        path.write_text(text, "utf-8")
    asked = ["check", *map(str, paths), "--jobs", "2", "--output-format", "json", *options]
    found = json.loads(CliRunner().invoke(main, asked, obj=Session()).stdout)
    assert [one["code"] for one in found].count("D001") == told


@pytest.mark.parametrize(
    ("files", "processors", "jobs"), [(1, 8, 1), (99, 8, 1), (100, 8, 2), (5000, 8, 8), (5000, 1, 1)]
)
def test_few_files_need_one_process(files: int, processors: int, jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: range(processors), raising=False)
    assert sensible_jobs([Task(())] * files) == jobs


def test_a_number_of_jobs_that_is_none_is_wrong_usage(folder: Path) -> None:
    assert CliRunner().invoke(main, ["check", ".", "--jobs", "0"], obj=Session()).exit_code == 2


def read_or_die(workspace: Workspace, file: InputFile) -> Input:
    if file.path.name == "essay3.md":
        os._exit(1)
    return workspace.opener.open(file.path)


@pytest.mark.timeout(120)
def test_a_process_that_is_killed_costs_its_own_files_only(folder: Path) -> None:
    workspace = Workspace()
    files = [InputFile(folder / f"essay{number}.md") for number in range(2, 5)]
    todo, _ = tasks(files, workspace)
    outcomes = run_all(todo, workspace, [*workspace.plugins.rules], read_or_die, jobs=2)
    errors = [outcome.files[0].error for outcome in outcomes]
    assert [error and error.code for error in errors] == [None, "F007", None]
    assert "was not checked" in str(errors[1])
    assert all(outcome.files[0].findings for outcome in (outcomes[0], outcomes[2]))


def divided_by_nothing(apparatus: Apparatus, records: Records) -> Iterator[Finding]:
    if apparatus.essay.document.path.endswith("essay3.md"):
        raise ZeroDivisionError
    yield from ()


def test_a_fault_of_a_rule_says_in_which_file_it_showed(folder: Path) -> None:
    workspace = Workspace()
    todo, _ = tasks([InputFile(folder / f"essay{number}.md") for number in (2, 3)], workspace)
    with pytest.raises(ZeroDivisionError) as fault:
        run_all(todo, workspace, [Rule("X001", "nothing", "", "", divided_by_nothing)], Open())
    assert fault.value.__notes__ == [f"{folder / 'essay3.md'} was being checked"]
    assert pickle.loads(pickle.dumps(fault.value)).__notes__ == fault.value.__notes__  # as it comes from a process
