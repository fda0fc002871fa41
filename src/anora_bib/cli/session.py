"""What the commands share: settings, the workspace, the inputs, and the exit status."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from anora_bib import resources
from anora_bib.cli.output import say
from anora_bib.config import Config, Setting, load_config
from anora_bib.diagnostics import Diagnostic, Severity
from anora_bib.errors import InputError, NotReadError
from anora_bib.excerpts import Lines
from anora_bib.files import Destination, Folder, is_folder, working_folder
from anora_bib.folders import is_empty
from anora_bib.notices import Code, diagnostic
from anora_bib.reports import messages

if TYPE_CHECKING:
    from anora_bib.inputs import Input, InputFile
    from anora_bib.lint.rule import Documented
    from anora_bib.plugins import Plugins
    from anora_bib.registry import Registry
    from anora_bib.reports.pages import Page
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
        self._held: list[Diagnostic] | None = None
        self.source_format = ""
        self.failed = False

    @cached_property
    def config(self) -> Config:
        """The settings of the folder, overridden by those given on the command line.

        Raises:
            InputError: the settings file cannot be read.
        SettingsError: it is not TOML, or holds an option or a value that does not exist.
        """
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
        """Say what is wrong with an input, a line each, on standard error; the exit status will be 1.

        An empty file, and what is only worth knowing, are said and are fine. What a command holds (see :meth:`hold`) is
        not said here.
        """
        for problem in problems:
            if isinstance(problem, InputError) and problem.code == Code.EMPTY:
                say(str(problem))
                continue
            self.failed = self.failed or not (isinstance(problem, Diagnostic) and problem.severity is Severity.INFO)
            if self._held is not None and not isinstance(problem, str):
                self._held.append(problem if isinstance(problem, Diagnostic) else diagnostic(problem))
            else:
                say(messages.problem(problem) if isinstance(problem, Diagnostic) else str(problem))

    def hold(self) -> Sequence[Diagnostic]:
        """Keep the problems that are met from now on for the command's own report; they are added to what is given."""
        self._held = []
        return self._held

    def check(
        self,
        paths: Sequence[str],
        rules: Sequence[Documented],
        *,
        jobs: int = 1,
        libraries: Sequence[str] = (),
        pedantic: bool = False,
        pages: bool = False,
    ) -> Run:
        """What the rules find in everything the paths hold; what cannot be read, or is broken, is reported.

        What is only worth knowing about a bibliography is reported if ``pedantic``. With ``pages`` the files are kept.
        """
        from anora_bib.checking import Checked, lines_of, run_all, tasks

        workspace = self.workspace
        files = self._files(paths, example=False)
        if not all(workspace.opener.is_library(file.path) for file in files):
            self.report(workspace.authority.diagnostics)  # libraries are not held against the records
        todo, only_keys = tasks(files, workspace, [Path(library) for library in libraries])
        with self.counting(len(files), "checking") as finished:
            read = Open(self.source_format)
            outcomes = run_all(todo, workspace, rules, read, jobs=jobs, finished=finished, pages=pages)
        came_of: dict[int, Checked] = {}
        for task, outcome in zip(todo, outcomes, strict=True):
            came_of |= zip(map(id, task.files), outcome.files, strict=True)
        checked = [came_of[id(file)] for file in files if id(file) in came_of]
        self._report_unread((one.file, one.error) for one in checked if one.error)
        self.report(problem for outcome in outcomes for problem in outcome.problems)
        broken = (problem for one in checked for problem in one.broken)
        self.report(problem for problem in broken if pedantic or problem.severity is not Severity.INFO)
        if only_keys:
            say(messages.only_keys([str(file.path) for file in files if file.path.resolve() in only_keys]))
        findings = [found for one in checked for found in one.findings]
        findings += (found for outcome in outcomes for found in outcome.citations)
        passed_over = sum(isinstance(one.error, NotReadError) and not one.file.named for one in checked)
        kept = [one.page for one in checked if one.page]
        return Run(findings, len(files) - passed_over, lines_of(outcomes), kept)

    def inputs(self, paths: Sequence[str], *, example: bool = False) -> Iterator[Input]:
        """What the paths hold, one by one; what cannot be read is reported and passed over.

        No path means the working folder, or, with ``example``, the bundled shelf where that folder holds nothing.
        """
        self.report(self.workspace.authority.diagnostics)
        read = Open(self.source_format)
        unread: list[tuple[InputFile, InputError]] = []
        for file in self.progress(self._files(paths, example), "reading"):
            try:
                yield read(self.workspace, file)
            except NotReadError as error:
                unread.append((file, error))
            except InputError as error:
                self.report([error])
        self._report_unread(unread)

    def _report_unread(self, unread: Iterable[tuple[InputFile, InputError]]) -> None:
        """Report the errors of files that were named, and those of others that should be read; count all others."""
        passed_over: Counter[str] = Counter()
        for file, error in unread:
            if file.named or not isinstance(error, NotReadError):
                self.report([error])
            else:
                passed_over[file.path.suffix.lower() or "without ending"] += 1
        if passed_over:
            say(messages.passed_over(passed_over))

    def _files(self, paths: Sequence[str], example: bool) -> list[InputFile]:
        """The files that the paths stand for; a folder that cannot be read, or holds nothing to read, is reported."""
        from anora_bib.inputs import InputFile

        given = [Path(path) for path in paths] or [self._default(example)]
        files: list[InputFile] = []
        for path in given:
            expanded = [InputFile(path)] if path == Path(STDIN) else [*self.workspace.opener.expand([path])]
            self.report(item for item in expanded if isinstance(item, InputError))
            files += (item for item in expanded if not isinstance(item, InputError))
        if not paths:
            known = sum(self.workspace.opener.is_known(item.path) for item in files)
            say(messages.reading(given[0] == resources.shelf(), known))
        return files

    def _default(self, example: bool) -> Path:
        if example and is_empty(self._folder):
            return resources.shelf()
        return Path(os.path.relpath(self._folder))

    def shelf(self, paths: Sequence[str], *, example: bool = False) -> Shelf:
        """Everything the paths hold, analysed; what is broken in a bibliography is reported."""
        from anora_bib.shelf import Shelf

        inputs = self.inputs(paths, example=example)
        mentions, keys = self.config.flag("mentions"), self.config.text("keys")
        shelf = Shelf.of(self.workspace, inputs, mentions=mentions, keys=keys)
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

    @staticmethod
    def folder(output: str | None, paths: Sequence[str], *, force: bool) -> Folder | None:
        """The folder that ``-o`` names, if it is one or is written as one.

        Raises:
            InputError: nothing can be written there.
        """
        if output and (output.endswith(("/", os.sep)) or is_folder(Path(output))):
            return Folder(Path(output), [Path(path) for path in paths if path != STDIN], force=force)
        return None

    def progress(self, items: Sequence[T], doing: str) -> Iterator[T]:
        """The items, with a progress bar on a terminal when there are many."""
        if len(items) < 5 or not sys.stderr.isatty():
            yield from items
            return
        from rich.console import Console
        from rich.progress import track

        yield from track(items, doing, console=Console(stderr=True), transient=True)

    @contextmanager
    def counting(self, total: int, doing: str) -> Iterator[Callable[[Sequence[object]], None] | None]:
        """What is told of each lot that is done, and shows it in a progress bar; None where none is wanted."""
        if total < 5 or not sys.stderr.isatty():
            yield None
            return
        from rich.console import Console
        from rich.progress import Progress

        with Progress(console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(doing, total=total)
            yield lambda done: bar.advance(task, len(done))

    def exit(self, *, findings: bool = False) -> None:
        """Exit with 0 if all is fine, with 1 if there are findings or an input failed."""
        raise click.exceptions.Exit(1 if findings or self.failed else 0)


@dataclass(frozen=True)
class Run:
    """What `check` found by its rules, in how many files, the lines that it is about, and the files if asked for."""

    findings: Sequence[Diagnostic]
    files: int
    lines: Lines
    pages: Sequence[Page]


@dataclass(frozen=True)
class Open:
    """What opens the files of a command: those that were named, and standard input, in the ``format`` of ``--from``."""

    format: str = ""

    def __call__(self, workspace: Workspace, file: InputFile) -> Input:
        """The essay or bibliography in a file.

        Raises:
            InputError: it cannot be read.
        """
        opener = workspace.opener
        if file.path == Path(STDIN):
            return opener.decode(read_standard_input(), STDIN_NAME, format=self.format)
        return opener.open(file.path, named=file.named, format=self.format if file.named else "")


def read_standard_input() -> bytes:
    """All of standard input.

    Raises:
        InputError: it is closed, or cannot be read.
    """
    if sys.stdin is None:
        raise InputError("is closed", path=STDIN_NAME, hint="name a file")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", path=STDIN_NAME) from error
