"""A command that runs again when files change."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from anora_bib.cli import main
from anora_bib.cli.session import Session
from anora_bib.cli.watch import keep_running, matters
from anora_bib.errors import InputError

WATCHING = """
import signal
from anora_bib.cli import main

# What a shell runs in its background is deaf to Ctrl+C, and so is what that starts.
signal.signal(signal.SIGINT, signal.default_int_handler)
main(["check", "--watch", "a.md"])
"""
FINE = "The film ends at a door.\n"
FAULTY = "# Doors\n\nShe wrote in the Magazine1 of it.\n\n## Notes\n\n[1] Roe, Ann. “A Door.” Verso. 2001.\n"


def test_it_runs_once_and_after_each_change(capsys: pytest.CaptureFixture[str]) -> None:
    runs: list[int] = []

    def run() -> None:
        runs.append(len(runs))
        if len(runs) == 2:
            raise InputError("is broken", path="a.md")

    keep_running(run, ["a.md"], changes=["one", "two"])
    assert runs == [0, 1, 2]
    waiting = "waiting for changes; Ctrl+C ends this"
    assert capsys.readouterr().err.splitlines() == [waiting, "Error: a.md: is broken", waiting, waiting]


def test_what_is_wrong_from_the_beginning_ends_it() -> None:
    def run() -> None:
        raise InputError("is broken")

    with pytest.raises(InputError):
        keep_running(run, [], changes=["one"])


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/site/a.md", True),
        ("/site/posts/refs.bib", True),
        ("/site/.a.md.swp", False),
        ("/site/a.md~", False),
        ("/site/4913", False),
        ("/site/node_modules/a/README.md", False),
        ("/site/_site/a.html", False),
    ],
)
def test_changes_that_matter(path: str, expected: bool) -> None:
    assert matters(Path(path)) is expected


def test_a_file_is_no_place_for_it(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FINE, "utf-8")
    arguments = ["check", str(tmp_path / "a.md"), "--watch", "-o", str(tmp_path / "out.txt")]
    assert CliRunner().invoke(main, arguments, obj=Session()).exit_code == 2


def test_a_change_on_the_disk_is_seen(tmp_path: Path) -> None:
    """The whole way, with watchfiles: an essay is fine, becomes faulty, and Ctrl+C ends it with 0."""
    pytest.importorskip("watchfiles", reason="an extra")
    essay = tmp_path / "a.md"
    essay.write_text(FINE, "utf-8")
    program = subprocess.Popen(
        [sys.executable, "-c", WATCHING],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        cwd=tmp_path,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"},
    )
    assert program.stdout is not None
    lines: Iterator[str] = iter(program.stdout)
    over = threading.Event()

    def write_again_and_again() -> None:
        """It may not watch yet when it says that it waits."""
        while not over.wait(0.5):
            essay.write_text(FAULTY, "utf-8")

    try:
        assert next(lines) == "All fine: 1 file\n"
        assert next(lines).startswith("waiting")
        threading.Thread(target=write_again_and_again, daemon=True).start()
        assert next(lines).startswith("a.md:3:26 M003 ")
        program.send_signal(signal.SIGINT)
        assert program.wait(20) == 0
    finally:
        over.set()
        program.kill()
        program.stdout.close()
        program.wait()
