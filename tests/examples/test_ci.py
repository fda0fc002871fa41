"""The files for pre-commit, GitHub and GitLab: what they run exists."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from anora_bib.cli import main

ROOT = Path(__file__).parents[2]
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")
LINES = [
    *(hook["entry"] for hook in HOOKS),
    *(line.strip() for step in ACTION["runs"]["steps"] for line in step.get("run", "").splitlines()),
    *(line.removeprefix("- ") for line in map(str.strip, PAGE.splitlines()) if line.startswith("- anora-bib")),
]
COMMANDS = [line for line in LINES if line.startswith("anora-bib ")]


@pytest.mark.parametrize("line", COMMANDS)
def test_every_option_of_a_command_exists(line: str) -> None:
    _, name, *words = shlex.split(line)
    root = click.Context(main)
    command = main.get_command(root, name)
    assert command is not None
    known = {flag for option in command.params for flag in (*option.opts, *option.secondary_opts)}
    assert {word for word in words if word.startswith("-")} <= known


def test_the_page_names_the_hooks_and_inputs_there_are() -> None:
    assert set(re.findall(r"- id: ([\w-]+)", PAGE)) == {hook["id"] for hook in HOOKS}
    given = {
        name
        for block in re.findall(r"with:\n((?: {10}[a-z-]+: .*\n)+)", PAGE)
        for name in re.findall(r"([a-z-]+):", block)
    }
    assert given <= {*ACTION["inputs"], "sarif_file"}
    assert "paths" in given


def test_the_action_takes_no_input_into_its_scripts() -> None:
    """An input in a script would be run; as a variable it is words."""
    assert [step["run"] for step in ACTION["runs"]["steps"] if "inputs." in step.get("run", "")] == []
