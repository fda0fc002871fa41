"""One run of the command line: settings, inputs, exit status."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from anora_bib.assembly.builtins import COMMANDS
from anora_bib.cli import main
from anora_bib.cli.session import Session

NOTE = "# Doors\n\nThe film ends at a door.[1]\n\n[1] Fisher, Mark. Capitalist Realism. Zero Books. 2009.\n"


def run(arguments: Sequence[str], folder: Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), obj=Session(folder=folder), input=stdin)


@pytest.fixture
def essay(tmp_path: Path) -> Path:
    path = tmp_path / "doors.md"
    path.write_text(NOTE, "utf-8")
    return path


def test_the_file_decides_and_the_command_line_wins(essay: Path, tmp_path: Path) -> None:
    (tmp_path / "anora-bib.toml").write_text('style = "apa"\n')
    assert "Fisher, M. (2009)" in run(["format", str(essay)], tmp_path).output
    assert "Fisher, Mark." in run(["format", str(essay), "-s", "mla"], tmp_path).output


@pytest.mark.parametrize(
    ("to", "command", "begins"),
    [
        ("html", "format", "<style>"),
        ("html", "graph", "<!DOCTYPE html>"),
        ("html", "export", "@book{"),
        ("ris", "export", "TY  - "),
        ("ris", "merge", "TY  - "),
        ("ris", "format", "Fisher"),
        ("ris", "graph", "essay\t"),
        ("mermaid", "export", "@book{"),
    ],
)
def test_an_output_format_of_the_settings_is_for_the_commands_that_know_it(
    to: str, command: str, begins: str, essay: Path, tmp_path: Path
) -> None:
    (tmp_path / "anora-bib.toml").write_text(f'to = "{to}"\n')
    (tmp_path / "refs.bib").write_text("@book{fisher2009, author = {Fisher, Mark}, title = {Realism}}\n")
    done = run([command, str(tmp_path / "refs.bib" if command == "merge" else essay)], tmp_path)
    assert (done.exit_code, done.stdout[: len(begins)]) == (0, begins)


@pytest.mark.parametrize("command", ["format", "export", "graph", "merge"])
def test_an_output_format_that_nothing_knows_is_refused(command: str, essay: Path, tmp_path: Path) -> None:
    (tmp_path / "anora-bib.toml").write_text('to = "htm"\n')
    assert run([command, str(essay)], tmp_path).exit_code == 2
    (tmp_path / "anora-bib.toml").write_text("")
    assert run([command, str(essay), "-t", "pdf"], tmp_path).exit_code == 2


def test_a_setting_that_does_not_exist_is_one_line(essay: Path, tmp_path: Path) -> None:
    (tmp_path / "anora-bib.toml").write_text('\nstile = "apa"\n')
    result = run(["format", str(essay)], tmp_path)
    assert result.exit_code == 2
    assert result.output == (
        f"Error: {tmp_path / 'anora-bib.toml'}:2: there is no option 'stile'; did you mean 'style'?\n"
    )


def test_a_name_that_does_not_exist_is_misuse(essay: Path, tmp_path: Path) -> None:
    result = run(["format", str(essay), "-s", "chicgo"], tmp_path)
    assert result.exit_code == 2
    assert result.output.startswith("Error: there is no style 'chicgo'; did you mean 'chicago'")


def test_own_records_are_read_after_the_bundled(essay: Path, tmp_path: Path) -> None:
    records = tmp_path / "records"
    records.mkdir()
    (records / "works.yaml").write_text(
        "works:\n  the-door: {title: The Long Door, type: motion_picture, issued: 1999}\n", "utf-8"
    )
    essay.write_text("She prefers The Long Door to it.\n", "utf-8")
    assert "The Long Door" not in run(["graph", str(essay)], tmp_path).output
    assert "The Long Door" in run(["graph", str(essay), "--references", str(records)], tmp_path).output


def test_standard_input_is_read_like_a_file(tmp_path: Path) -> None:
    assert "capitalist" in run(["export", "-"], tmp_path, NOTE.encode()).output
    assert run(["export", "-"], tmp_path, b"\0\1\2").exit_code == 1


def test_every_command_is_there_with_an_example() -> None:
    assert main.list_commands(click.Context(main)) == list(COMMANDS)
    for name in COMMANDS:
        result = CliRunner().invoke(main, [name, "--help"])
        assert result.exit_code == 0
        assert f"anora-bib {name}" in result.output.split("Example:")[1]


def test_a_folder_that_was_deleted_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    result = CliRunner().invoke(main, ["rules"])
    assert (result.exit_code, result.output) == (1, "Error: .: cannot be read: No such file or directory\n")


@pytest.mark.parametrize("arguments", [["sources", "doors.md"], ["--help"], ["rules"]])
def test_a_full_disk_is_one_line(arguments: list[str], essay: Path) -> None:
    program = [sys.executable, "-m", "anora_bib", *arguments]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            program, stdout=full, stderr=subprocess.PIPE, cwd=essay.parent, encoding="utf-8", check=False
        )
    assert done.returncode == 1
    assert done.stderr == "Error: the output cannot be written: No space left on device\n"
