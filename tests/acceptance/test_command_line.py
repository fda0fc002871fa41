"""The command line as its manual says: examples, exit status, standard input, formats, no surprises in a pipe."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import anora_bib as ab
from anora_bib.cli import main

Run = Callable[..., Any]
SHELF = Path(__file__).parents[2] / "examples" / "shelf"
NOTES = SHELF / "03-wedding-tapes.md"
REVIEW = SHELF / "02-after-the-prizes.html"
REFERENCE = "Fisher, Mark. Capitalist Realism. Zero Books. 2009."
PATH_COMMANDS = "format check fix sources export graph".split()
COMMANDS = "format check fix sources export graph parse styles rules plugins explain".split()
KEYS = set("code message path line column end_line end_column severity applicability evidence fix".split())


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_each_command_shows_an_example(command: str, anora_bib: Run) -> None:
    done = anora_bib(command, "--help")
    assert done.returncode == 0
    example = done.stdout.partition("Example")[2]
    assert f"anora-bib {command}" in example


def test_the_help_names_every_command(anora_bib: Run) -> None:
    shown = anora_bib("--help").stdout
    assert [command for command in COMMANDS if f"  {command} " not in shown] == []


def test_format_shows_the_example_shelf_in_a_folder_that_holds_nothing(program: Run, anora_bib: Run) -> None:
    done = program("format")
    assert done.returncode == 0
    told, *others = done.stderr.splitlines()
    assert told == "the current folder holds nothing; this is the example shelf that comes with anora-bib"
    # Two of the essays cite nothing in due form, and are said to.
    assert [line.partition(".")[0] for line in others] == ["01-fairy-tales", "02-after-the-prizes"]
    for words in ("Fisher", "Srnicek", "Swept Off Her Feet", "Playing the Whore"):
        assert words in done.stdout
    assert done.stdout == anora_bib("format", SHELF).stdout


@pytest.mark.parametrize("command", [command for command in PATH_COMMANDS if command != "format"])
def test_other_commands_have_nothing_to_read_there(command: str, anora_bib: Run) -> None:
    done = anora_bib(command)
    assert done.returncode == 1
    assert "holds no essay and no bibliography" in done.stderr + done.stdout


@pytest.mark.parametrize("command", PATH_COMMANDS)
def test_no_path_means_the_current_folder(command: str, tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(
        "# Doors\n\nA door.[1]\n\n[1] Fisher, Mark. Capitalist Realism. 2009.\n", "utf-8"
    )
    with contextlib.chdir(tmp_path):
        done = CliRunner().invoke(main, [command])
    assert done.exit_code == 0, done.output
    assert "reading the current folder: 1 file" in done.stderr.splitlines()


@pytest.mark.parametrize("style", ["mla", "chicago", "apa", "harvard", "ieee", "vancouver"])
def test_short_names_of_styles(style: str, anora_bib: Run) -> None:
    done = anora_bib("format", SHELF / "04-who-changes-the-genre.md", "-s", style)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Platform" in done.stdout


@pytest.mark.parametrize(("to", "mark"), [("html", "<i>"), ("markdown", "*"), ("latex", "\\"), ("rtf", "{")])
def test_outputs_of_format(to: str, mark: str, anora_bib: Run) -> None:
    done = anora_bib("format", SHELF / "04-who-changes-the-genre.md", "-t", to)
    assert (done.returncode, done.stderr) == (0, "")
    assert mark in done.stdout


def test_exit_status_of_check(anora_bib: Run, program: Run) -> None:
    assert anora_bib("check", NOTES).returncode == 1
    assert program("check", NOTES).returncode == 1
    assert anora_bib("check", REVIEW).returncode == 0
    assert anora_bib("check", "--no-such-option").returncode == 2
    assert anora_bib("no-such-command").returncode == 2


def test_findings_as_text_name_file_line_column_and_code(anora_bib: Run) -> None:
    lines = anora_bib("check", NOTES).stdout.splitlines()
    for problem in ab.check(ab.read(NOTES)):
        place = f"{NOTES}:{problem.start.line}:{problem.start.column}"
        assert [line for line in lines if place in line and problem.code in line], place


def test_findings_as_json(anora_bib: Run) -> None:
    found = json.loads(anora_bib("check", NOTES, "--output-format", "json").stdout)
    assert found
    assert all(set(each) >= KEYS for each in found)
    assert found == [problem.to_json() for problem in ab.check(ab.read(NOTES))]


def test_findings_as_sarif(anora_bib: Run) -> None:
    log = json.loads(anora_bib("check", NOTES, "--output-format", "sarif").stdout)
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert len(run["results"]) == len(ab.check(ab.read(NOTES)))
    assert {result["ruleId"] for result in run["results"]} <= {r["id"] for r in run["tool"]["driver"]["rules"]}


def test_findings_for_github(anora_bib: Run) -> None:
    lines = anora_bib("check", NOTES, "--output-format", "github").stdout.splitlines()
    assert lines
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)


def test_select_and_ignore(anora_bib: Run) -> None:
    problems = ab.check(ab.read(NOTES))
    code = problems[0].code
    only = json.loads(anora_bib("check", NOTES, "--select", code, "--output-format", "json").stdout)
    rest = json.loads(anora_bib("check", NOTES, "--ignore", code, "--output-format", "json").stdout)
    assert {each["code"] for each in only} == {code}
    assert len(only) + len(rest) == len(problems)
    assert code not in {each["code"] for each in rest}


def test_a_dash_is_standard_input(program: Run) -> None:
    text = NOTES.read_text("utf-8")
    piped = json.loads(program("check", "-", "--output-format", "json", stdin=text).stdout)
    codes = {problem.code for problem in ab.check(ab.read_text(text))}
    assert {each["code"] for each in piped} == codes
    fixed = program("fix", "-", stdin=text).stdout
    assert fixed == ab.fix(ab.read_text(text)).text


def test_parse_prints_csl_json(anora_bib: Run) -> None:
    (item,) = json.loads(anora_bib("parse", REFERENCE).stdout)
    assert item["type"] == "book"
    assert item["title"] == "Capitalist Realism"
    assert item["author"] == [{"family": "Fisher", "given": "Mark"}]
    assert item["publisher"] == "Zero Books"
    assert item["issued"] == {"date-parts": [[2009]]}


def test_explain_tells_of_every_rule(anora_bib: Run) -> None:
    codes = [line.split("\t")[0] for line in anora_bib("rules").stdout.splitlines()[1:]]
    assert {problem.code for problem in ab.check(ab.read(NOTES))} <= set(codes)
    shown = anora_bib("explain", codes[0]).stdout
    assert codes[0] in shown
    assert len(shown.splitlines()) > 5


def test_lists_of_what_there_is(anora_bib: Run) -> None:
    assert "mla" in anora_bib("styles").stdout
    assert "bibtex" in anora_bib("plugins").stdout


def test_a_bibliography_is_a_path_as_well(tmp_path: Path, anora_bib: Run) -> None:
    references = tmp_path / "references.bib"
    references.write_text("@book{f, author = {Fisher, Mark}, title = {Capitalist Realism}, year = 2009}\n", "utf-8")
    assert "Fisher" in anora_bib("format", references).stdout
    (item,) = json.loads(anora_bib("export", references, "--to", "csl-json").stdout)
    assert item["title"] == "Capitalist Realism"


@pytest.mark.parametrize(("live", "sign"), [("pandoc", "@{}"), ("latex", "cite{{{}}}")])
def test_typed_notes_become_live_citations(live: str, sign: str, tmp_path: Path, anora_bib: Run) -> None:
    output, library = tmp_path / "live.md", tmp_path / "live.bib"
    done = anora_bib("fix", NOTES, "--live", live, "-o", output, "--library", library)
    assert done.returncode == 0, done.stderr
    text = output.read_text("utf-8")
    cited = {"Magazine": "Swept Off Her Feet", "IndieWire": "Sean Baker Didn’t Pick Up", "Stigma": "Sean Baker Makes"}
    for word, title in cited.items():
        (key,) = [entry.key for entry in ab.load(library) if entry.string("title").startswith(title)]
        assert re.search(rf"{word}\W+ ?\W*{re.escape(sign.format(key))}".replace("cite", "[a-z]*cite"), text)
