"""Completion, the manual page, and what `doctor` says."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from anora_bib.assembly.builtins import COMMANDS
from anora_bib.cli import main
from anora_bib.cli.manual import page
from anora_bib.cli.session import Session


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "refs.bib").write_text(
        "@book{roe2009, title = {On Doors}}\n@book{poe2010, title = {On Ink}}\n", "utf-8"
    )
    (tmp_path / "other.json").write_text('[{"id": "abe2011", "type": "book", "title": "On Glue"}]', "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def offered(line: str) -> list[str]:
    """What a shell offers for the last word of a line."""
    *words, typed = line.split(" ")
    return [item.value for item in ShellComplete(main, {}, "anora-bib", "X").get_completions(words, typed)]


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("che", ["check"]),
        ("check --output-f", ["--output-format"]),
        ("check --output-format j", ["json", "jsonl", "junit"]),
        ("check --output-format=git", ["github", "gitlab"]),
        ("check --select N001,glued", ["N001,glued-marker"]),
        ("check --disable rule:M003", ["rule:M003"]),
        ("format -t mark", ["markdown"]),
        ("export -t bib", ["biblatex", "bibtex"]),
        ("graph -t ta", ["table"]),
        ("graph -t mer", ["mermaid"]),
        ("parse --parser ru", ["rules"]),
        ("fix --live pan", ["pandoc"]),
        ("explain F00", ["F001", "F002", "F003", "F004", "F005", "F006", "F007"]),
        ("cite --library refs.bib ro", ["roe2009"]),
        ("cite --library refs.bib abe", []),
        ("cite abe", ["abe2011"]),
        ("cite --mode comp", ["composite"]),
        ("check --from html", ["html"]),
        ("completion z", ["zsh"]),
    ],
)
def test_values_are_offered(line: str, values: list[str]) -> None:
    assert sorted(offered(line)) == sorted(values)


def test_styles_and_files() -> None:
    styles = offered("format -s film-essay")
    assert {"film-essay", "film-essay-notes"} <= set(styles)
    assert "modern-language-association" in offered("format -s modern-l")
    for line in ("check ess", "check --config a", "cite x --library r", "format --abbreviations a", "check x -o y"):
        items = ShellComplete(main, {}, "anora-bib", "X").get_completions(line.split(" ")[:-1], line.split(" ")[-1])
        assert [item.type for item in items] == ["file"], line


def test_broken_settings_offer_nothing_and_say_nothing(folder: Path) -> None:
    (folder / "anora-bib.toml").write_text("references = 1", "utf-8")
    assert offered("che") == ["check"]
    assert offered("check --select M") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell(shell: str) -> None:
    done = CliRunner().invoke(main, ["completion", shell], prog_name="anora-bib")
    assert done.exit_code == 0
    assert "_ANORA_BIB_COMPLETE" in done.stdout


def test_a_shell_that_is_not_known() -> None:
    done = CliRunner().invoke(main, ["completion", "tcsh"])
    assert done.exit_code == 2
    assert "'bash', 'zsh', 'fish'" in done.output


def manual() -> str:
    return CliRunner().invoke(main, ["man"], prog_name="anora-bib").stdout


def test_the_manual_tells_of_every_command_and_option() -> None:
    text = manual()
    heads = {name: f'.SS "anora-bib {name}'.replace("-", "\\-") for name in COMMANDS}
    assert [name for name, head in heads.items() if head not in text] == []
    assert "\\fB\\-\\-output\\-format FORMAT\\fR" in text
    assert "\\fB\\-\\-unsafe / \\-\\-no\\-unsafe\\fR" in text
    assert ".nf\nExample:\n  anora\\-bib check essay.md" in text


def test_nothing_of_a_help_text_is_a_macro() -> None:
    @click.group()
    def group() -> None:
        """First.

        .so /etc/passwd and 'tick and \\fBfont
        """

    context = click.Context(group, info_name="x", obj=Session())
    assert "\n\\&.so /etc/passwd and 'tick and \\efBfont\n" in page(context)


@pytest.mark.skipif(not shutil.which("groff"), reason="groff is not installed")
def test_groff_finds_nothing_wrong_with_the_manual() -> None:
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-z"], input=manual(), capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def doctor(*arguments: str) -> tuple[int, dict[str, str]]:
    done = CliRunner().invoke(main, ["doctor", *arguments], obj=Session())
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    lines = [line.split(None, 2) for line in done.stdout.splitlines()]
    return done.exit_code, {f"{state} {what}": rest for state, what, rest in lines}


def test_the_doctor_says_what_there_is() -> None:
    status, told = doctor()
    assert status == 0
    assert told["ok anora-bib"].startswith("0.")
    assert "click 8" in told["ok packages"]
    assert told["ok settings"] == "the defaults; there is no settings file"
    assert " works" in told["ok records"]
    assert " independent ones, 2 of them ours" in told["ok styles"]


def test_what_is_wrong_is_told(folder: Path) -> None:
    (folder / "mine").mkdir()
    (folder / "mine/works.yaml").write_text("works:\n  - [", "utf-8")
    (folder / "anora-bib.toml").write_text('references = ["mine"]\ncache = false\n', "utf-8")
    status, told = doctor()
    assert status == 1
    assert "works.yaml" in told["wrong records"]
    assert told["ok cache"] == "off"
    assert told["ok settings"] == str(folder / "anora-bib.toml")
