"""The extension for VS Code: what it starts is there, and it is woken by the languages that it asks about."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from anora_bib.cli import main

FOLDER = Path(__file__).parents[2] / "editors" / "vscode"
MANIFEST = json.loads((FOLDER / "package.json").read_text("utf-8"))
SOURCE = FOLDER / "src" / "extension.js"


def test_it_starts_a_command_that_there_is() -> None:
    settings = MANIFEST["contributes"]["configuration"]["properties"]
    assert settings["anora-bib.command"]["default"] == MANIFEST["name"] == "anora-bib"
    result = CliRunner().invoke(main, [*settings["anora-bib.arguments"]["default"], "--help"])
    assert result.exit_code == 0
    assert "Language Server Protocol" in result.output


def test_it_is_woken_by_the_languages_that_it_asks_about() -> None:
    listed = re.search(r"LANGUAGES = (\[[^\]]+\])", SOURCE.read_text("utf-8"))
    assert listed is not None
    assert [f"onLanguage:{name}" for name in json.loads(listed[1])] == MANIFEST["activationEvents"]


def test_every_setting_that_it_reads_is_declared() -> None:
    text = SOURCE.read_text("utf-8")
    read = {*re.findall(r'settings\.get\("([\w.]+)"\)', text)} | {
        *re.findall(r'"anora-bib\.(command|arguments)"', text)
    }
    assert read == {"command", "arguments"}
    assert {f"anora-bib.{name}" for name in read} <= set(MANIFEST["contributes"]["configuration"]["properties"])


@pytest.mark.skipif(shutil.which("node") is None, reason="Node is not installed")
def test_it_is_javascript() -> None:
    assert subprocess.run(["node", "--check", str(SOURCE)], check=False).returncode == 0
