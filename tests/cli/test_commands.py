"""Commands come from their registry: plugins add to it, settings leave some out, and a broken one is one line."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import anora_bib as ab
from anora_bib.assembly.plugins import load_plugins
from anora_bib.assembly.workspace import Workspace
from anora_bib.cli import main
from anora_bib.cli.session import Session
from anora_bib.registry import Registry

HERE = __name__


@click.command("hello", short_help="Say hello.")
def hello() -> None:
    """Say hello."""
    click.echo("hello")


class Hello:
    """A plugin with a command; ``reference`` says where it is."""

    def __init__(self, reference: str = f"{HERE}:hello") -> None:
        self.reference = reference

    @ab.hookimpl
    def register_commands(self, registry: Registry[str]) -> None:
        registry.add("hello", self.reference, before="explain")


def run(plugin: Hello, *arguments: str) -> Result:
    session = Session(Workspace(load_plugins([plugin], installed=False)))
    return CliRunner().invoke(main, arguments, obj=session)


def test_a_plugin_adds_a_command_with_its_line_of_the_help() -> None:
    assert run(Hello(), "hello").output == "hello\n"
    names = [line.split()[0] for line in run(Hello(), "--help").output.split("Commands:")[1].splitlines() if line]
    assert names.index("hello") + 1 == names.index("explain")


BROKEN = {
    "no_such_module_of_ours:hello": "No module named 'no_such_module_of_ours'",
    f"{HERE}:goodbye": "goodbye",
    f"{HERE}:HERE": "is no click command",
    "not a reference": "cannot be loaded",
}


@pytest.mark.parametrize("arguments", [["hello"], ["--help"]])
@pytest.mark.parametrize("reference", BROKEN)
def test_a_command_that_cannot_be_loaded_is_named_in_one_line(reference: str, arguments: list[str]) -> None:
    result = run(Hello(reference), *arguments)
    assert result.exit_code == 2
    assert result.output.startswith(f"Error: the command 'hello' ({reference}) ")
    assert BROKEN[reference] in result.output
    assert result.output.count("\n") == 1


def test_settings_leave_a_command_out(tmp_path: Path) -> None:
    (tmp_path / "anora-bib.toml").write_text('disable = ["command:graph"]\n', "utf-8")
    result = CliRunner().invoke(main, ["graph"], obj=Session(folder=tmp_path))
    assert result.exit_code == 2
    assert "No such command 'graph'" in result.output
    assert "  graph " not in CliRunner().invoke(main, ["--help"], obj=Session(folder=tmp_path)).output


def test_a_setting_that_names_no_part_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "anora-bib.toml").write_text('disable = ["rules:N001"]\n', "utf-8")
    for arguments in (["rules"], ["--help"]):
        result = CliRunner().invoke(main, arguments, obj=Session(folder=tmp_path))
        assert result.exit_code == 2
        assert result.output.splitlines()[-1].startswith("Error: there is no kind of part 'rules'; did you mean 'rule'")


@pytest.mark.parametrize(("code", "availability"), [("N001", "never"), ("N003", "sometimes"), ("M003", "always")])
def test_rules_and_explain_say_whether_a_rule_brings_a_fix(code: str, availability: str) -> None:
    assert f"\n\nA fix is {availability} available.\n\n" in CliRunner().invoke(main, ["explain", code]).output
    listed = CliRunner().invoke(main, ["rules"]).output.splitlines()
    assert [line.split()[2] for line in listed if line.split()[:1] == [code]] == [availability]


def test_a_command_that_is_spelt_wrong_is_told_with_the_nearest() -> None:
    result = CliRunner().invoke(main, ["chek"], obj=Session())
    assert result.exit_code == 2
    assert "No such command 'chek'; did you mean check?" in result.output
    assert "did you mean" not in CliRunner().invoke(main, ["qqqq"], obj=Session()).output
