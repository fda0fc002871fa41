"""The example of a plugin installs, offline, and its rule is one of the rules."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PLUGIN = Path(__file__).parents[2] / "examples" / "plugin"
ESSAY = """The door stays open.[1] Then it closes.[2]

[1] Fisher, Mark. Capitalist Realism. Zero Books. 2009.
[2] Fisher, op. cit., p. 8.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the plugin installed in it. It is built from a copy: a build leaves files behind."""
    work = tmp_path_factory.mktemp("plugin")
    source, target = shutil.copytree(PLUGIN, work / "source"), work / "site"
    quiet = ["--quiet", "--disable-pip-version-check"]
    offline = ["--no-build-isolation", "--no-deps", "--no-index"]
    subprocess.run([sys.executable, "-m", "pip", "install", *quiet, *offline, "--target", target, source], check=True)
    return target


def run(site: Path | None, *arguments: object) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    if site:
        environment["PYTHONPATH"] = str(site)
    command = [sys.executable, "-c", "from anora_bib.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, env=environment, encoding="utf-8", timeout=60)


def test_the_rule_finds_what_it_is_for(site: Path, tmp_path: Path) -> None:
    essay = tmp_path / "essay.txt"
    essay.write_text(ESSAY, "utf-8")
    done = run(site, "check", essay, "--select", "X001", "--output-format", "json")
    (finding,) = json.loads(done.stdout)
    assert (finding["rule"], finding["line"]) == ("op-cit", 4)
    assert "'op. cit.'" in finding["message"]
    assert done.returncode == 1


def test_the_report_counts_what_every_rule_found(site: Path, tmp_path: Path) -> None:
    essay = tmp_path / "essay.txt"
    essay.write_text(ESSAY, "utf-8")
    done = run(site, "check", essay, "--select", "X001", "--output-format", "count")
    assert done.stdout == "X001 1\n"
    refused = run(None, "check", essay, "--output-format", "count")
    assert "there is no report 'count'" in refused.stderr
    assert refused.returncode == 2


def test_a_setting_leaves_a_part_of_it_out(site: Path, tmp_path: Path) -> None:
    essay = tmp_path / "essay.txt"
    essay.write_text(ESSAY, "utf-8")
    assert "X001" not in run(site, "check", essay, "--disable", "rule:X001").stdout
    refused = run(site, "check", essay, "--disable", "rule:X002")
    assert "there is no rule 'X002'; did you mean" in refused.stderr
    assert refused.returncode == 2


def test_it_is_listed_where_it_is_installed_and_nowhere_else(site: Path) -> None:
    assert "op-cit" in run(site, "rules").stdout
    listed = run(site, "plugins").stdout
    assert "op_cit" in listed
    assert "count" in listed
    assert "op-cit" not in run(None, "rules").stdout


def test_it_is_short() -> None:
    code = (PLUGIN / "anora_bib_op_cit.py").read_text("utf-8").splitlines()
    assert len([line for line in code if line.strip()]) < 30
