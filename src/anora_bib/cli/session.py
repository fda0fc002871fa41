"""What the commands share: settings, the workspace, the inputs, and the exit status."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from anora_bib import resources
from anora_bib.cli.output import say
from anora_bib.config import Config, Setting, load_config
from anora_bib.diagnostics import Diagnostic
from anora_bib.errors import InputError
from anora_bib.files import Destination, working_folder
from anora_bib.reports import lines

if TYPE_CHECKING:
    from anora_bib.inputs import Input
    from anora_bib.plugins import Plugins
    from anora_bib.registry import Registry
    from anora_bib.shelf import Shelf
    from anora_bib.workspace import Workspace

STDIN = "-"
STDIN_NAME = "<stdin>"
T = TypeVar("T")


class Session:
    """One run of the command line. ``workspace`` may be given, so that a test brings its own."""

    def __init__(self, workspace: Workspace | None = None, folder: Path | None = None) -> None:
        self._workspace = workspace
        self._folder = folder or working_folder()
        self._given: Mapping[str, Setting | None] = {}
        self.failed = False

    @cached_property
    def config(self) -> Config:
        return load_config(self._folder).merged(self._given)

    def configure(self, given: Mapping[str, Setting | None]) -> None:
        """Take the options of the command line; they win over the configuration file."""
        self._given = given
        self.__dict__.pop("config", None)
        if given.get("disable"):
            self.__dict__.pop("plugins", None)

    @cached_property
    def plugins(self) -> Plugins:
        """The parts at hand, without those that the settings disable."""
        from anora_bib.plugins import load_plugins

        return self._workspace.plugins if self._workspace else load_plugins(disable=self.config.list("disable"))

    @property
    def commands(self) -> Registry[str]:
        """The commands, by name, each as a reference to a click command."""
        return self.plugins.commands

    @cached_property
    def workspace(self) -> Workspace:
        """The parts and records that the settings call for."""
        from anora_bib.workspace import Workspace

        references = [Path(folder) for folder in self.config.list("references")]
        return self._workspace or Workspace(self.plugins, references)

    def report(self, problems: Iterable[Diagnostic | InputError | str]) -> None:
        """Say what is wrong with an input, a line each, on standard error; the exit status will be 1."""
        for problem in problems:
            self.failed = True
            say(lines.problem(problem) if isinstance(problem, Diagnostic) else str(problem))

    def inputs(self, paths: Sequence[str]) -> Iterator[Input]:
        """What the paths hold, one by one; what cannot be read is reported and passed over."""
        self.report(self.workspace.authority.diagnostics)
        for path in self.progress(self._files(paths), "reading"):
            try:
                yield self._open(path)
            except InputError as error:
                self.report([error])

    def _open(self, path: Path) -> Input:
        opener = self.workspace.opener
        return opener.decode(sys.stdin.buffer.read(), STDIN_NAME) if path == Path(STDIN) else opener.open(path)

    def _files(self, paths: Sequence[str]) -> list[Path]:
        """The files that the paths stand for; a folder without any is reported."""
        given = [Path(path) for path in paths] or [resources.shelf()]
        expanded = list(self.workspace.opener.expand(given))
        self.report(path for path in expanded if isinstance(path, InputError))
        return [path for path in expanded if isinstance(path, Path)]

    def shelf(self, paths: Sequence[str]) -> Shelf:
        """Everything the paths hold, analysed; what is broken in a bibliography is reported."""
        from anora_bib.shelf import Shelf

        shelf = Shelf.of(self.workspace, self.inputs(paths), mentions=self.config.flag("mentions"))
        self.report(shelf.diagnostics)
        return shelf

    @staticmethod
    def destination(output: str | None, paths: Sequence[str], *, force: bool) -> Destination | None:
        """Where ``-o`` says that the result goes; None for standard output.

        Raises:
            OverwriteError: a file would be replaced that is one of the paths, or holds something.
            InputError: nothing can be written there.
        """
        inputs = [Path(path) for path in paths if path != STDIN]
        return Destination(Path(output), inputs, force=force) if output else None

    def progress(self, items: Sequence[T], doing: str) -> Iterator[T]:
        """The items, with a progress bar on a terminal when there are many."""
        if len(items) < 5 or not sys.stderr.isatty():
            yield from items
            return
        from rich.console import Console
        from rich.progress import track

        yield from track(items, doing, console=Console(stderr=True), transient=True)

    def exit(self, *, findings: bool = False) -> None:
        """Leave with 0 if all is fine, with 1 if there are findings or an input failed."""
        raise click.exceptions.Exit(1 if findings or self.failed else 0)
