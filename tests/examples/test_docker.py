"""What the wheel is built of reaches the container that builds it."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
SENT = [line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def test_all_that_the_wheel_is_built_of_is_sent() -> None:
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    files = [PROJECT["project"]["readme"], *PROJECT["project"]["license-files"], *wheel["packages"]]
    needed = ["pyproject.toml", *files, *wheel["force-include"]]
    assert [path for path in needed if not any(f"{path}/".startswith(f"{sent}/") for sent in SENT)] == []


def test_nobody_is_root_in_it() -> None:
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    users = [line.split()[1] for line in lines if line.startswith("USER ")]
    assert users
    assert users[-1] not in ("root", "0")
