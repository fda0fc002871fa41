"""A command run again whenever a file changes that it reads."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import click

from anora_bib.cli.colour import on_terminal
from anora_bib.cli.output import say
from anora_bib.errors import AnoraBibError, UnsupportedError
from anora_bib.system.folders import of_tools

Changes = Iterable[object]

_WAITING: Final = "waiting for changes; Ctrl+C ends this"
_TEMPORARY: Final = ("~", ".swp", ".swx", ".tmp", "4913")
"""What editors write beside a file while they save it."""


def keep_running(run: Callable[[], object], paths: Sequence[str], changes: Changes | None = None) -> None:
    """Run once, and again after each change below the paths, until it is interrupted.

    Args:
        run: what to run; what a person can mend is said, and ends only the first run.
        paths: files and folders; none means the current folder.
        changes: what yields once for each change, in place of the file system.

    Raises:
        UnsupportedError: the package that watches files is not installed.
        AnoraBibError: the first run failed.
    """
    watched = [path for path in paths if Path(path).exists()] or [os.curdir]
    happened = changes if changes is not None else _changes(watched)
    run()
    say(_WAITING)
    with suppress(KeyboardInterrupt):  # that is how it is meant to end
        for _ in happened:
            if on_terminal():
                click.clear()
            _rerun(run)
            say(_WAITING)


def _rerun(run: Callable[[], object]) -> None:
    try:
        run()
    except AnoraBibError as error:
        say(f"Error: {error}")


def _changes(paths: Sequence[str]) -> Changes:
    try:
        from watchfiles import watch
    except ImportError as error:
        hint = "install it: python3 -m pip install 'anora-bib[watch]'"
        raise UnsupportedError("--watch needs the package watchfiles", hint=hint) from error
    return watch(*paths, watch_filter=lambda _change, path: matters(Path(path)), raise_interrupt=False)


def matters(path: Path) -> bool:
    """True for a file whose change is worth another run: not hidden, not of tools, not what an editor leaves."""
    folders = path.parts[:-1]
    return not (
        path.name.startswith(".")
        or path.name.endswith(_TEMPORARY)
        or any(of_tools(Path(folder), True) for folder in folders)
    )
