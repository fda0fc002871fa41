"""What the commands share: settings, the workspace, the inputs, and the exit status."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

from anora_bib.assembly.config import Config, Setting, load_config, read_config
from anora_bib.cli.output import note, say
from anora_bib.cli.progress import progress
from anora_bib.diagnostics import Diagnostic, Severity
from anora_bib.errors import InputError, NotReadError
from anora_bib.notices import Code, diagnostic
from anora_bib.reports import messages
from anora_bib.system import resources
from anora_bib.system.files import Destination, Folder, is_folder, real_path, working_folder
from anora_bib.system.folders import is_empty

if TYPE_CHECKING:
    from anora_bib.assembly.plugins import Plugins
    from anora_bib.assembly.workspace import Workspace
    from anora_bib.checking.cached import CheckedCache
    from anora_bib.inputs.exclusions import Exclusions
    from anora_bib.inputs.opening import Input, InputFile
    from anora_bib.lint.per_file import PerFileIgnores
    from anora_bib.lint.rule import Documented
    from anora_bib.registry import Registry
    from anora_bib.shelf import Shelf

STDIN = "-"
STDIN_NAME = "<stdin>"


class Session:
    """One run of the command line. ``workspace`` may be given, so that a test brings its own."""

    def __init__(self, workspace: Workspace | None = None, folder: Path | None = None) -> None:
        self._workspace = workspace
        self._folder = folder or working_folder()
        self._given: Mapping[str, Setting | None] = {}
        self._held: list[Diagnostic] | None = None
        self._config_file = ""
        self.source_format = ""
        self.stdin_name = STDIN_NAME
        self.failed = False

    @cached_property
    def config(self) -> Config:
        """The settings of the folder, overridden by those given on the command line.

        Raises:
            SettingsError: the file cannot be read, is not TOML, or holds an option or a value that does not exist.
        """
        named = self._config_file
        return (read_config(Path(named)) if named else load_config(self._folder)).merged(self._given)

    def configure(self, given: Mapping[str, Setting | None], file: str = "") -> None:
        """Take the options of the command line; they win over the configuration file, which may be named."""
        self._given = given
        self._config_file = file or self._config_file
        self.__dict__.pop("config", None)
        if given.get("disable") or file:
            self.__dict__.pop("plugins", None)

    @cached_property
    def plugins(self) -> Plugins:
        """The parts at hand, without those that the settings disable."""
        from anora_bib.assembly.plugins import load_plugins

        return self._workspace.plugins if self._workspace else load_plugins(disable=self.config.list("disable"))

    def again(self) -> Session:
        """A session for another run with the same options: files and settings may have changed, plugins have not."""
        session = Session(self._workspace, self._folder)
        session.source_format, session.stdin_name = self.source_format, self.stdin_name
        session.configure(self._given, self._config_file)
        session.__dict__["plugins"] = self.plugins
        return session

    @property
    def commands(self) -> Registry[str]:
        """The commands, by name, each as a reference to a click command."""
        return self.plugins.commands

    @cached_property
    def workspace(self) -> Workspace:
        """The parts and records that the settings call for."""
        from anora_bib.assembly.workspace import Workspace

        references = [Path(folder) for folder in self.config.list("references")]
        return self._workspace or Workspace(self.plugins, references)

    def report(self, problems: Iterable[Diagnostic | InputError | str]) -> None:
        """Say what is wrong with an input, a line each, on standard error; the exit status will be 1.

        An empty file, and what is only worth knowing, are said and are fine. What a command holds (see :meth:`hold`) is
        not said here.
        """
        for problem in problems:
            if isinstance(problem, InputError) and problem.code == Code.EMPTY:
                note(str(problem))
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

    def inputs(self, paths: Sequence[str], *, example: bool = False) -> Iterator[Input]:
        """What the paths hold, one by one; what cannot be read is reported and passed over.

        No path means the working folder, or, with ``example``, the bundled shelf where that folder holds nothing.
        """
        yield from self.opened(self.files(paths, example=example))

    def opened(self, files: Sequence[InputFile]) -> Iterator[Input]:
        """What the files hold, one by one; what cannot be read is reported and passed over."""
        self.report(self.workspace.authority.diagnostics)
        read = Open(self.source_format, self.stdin_name)
        unread: list[tuple[InputFile, InputError]] = []
        for file in progress(files, "reading"):
            try:
                yield read(self.workspace, file)
            except NotReadError as error:
                unread.append((file, error))
            except InputError as error:
                self.report([error])
        self.report_unread(unread)

    def report_unread(self, unread: Iterable[tuple[InputFile, InputError]]) -> None:
        """Report the errors of files that were named, and those of others that should be read; count all others."""
        passed_over: Counter[str] = Counter()
        for file, error in unread:
            if file.named or not isinstance(error, NotReadError):
                self.report([error])
            else:
                note(messages.left_out(error), detail=True)
                passed_over[file.path.suffix.lower() or "without ending"] += 1
        if passed_over:
            note(messages.passed_over(passed_over))

    def files(self, paths: Sequence[str], *, example: bool = False) -> list[InputFile]:
        """The files that the paths stand for, each once.

        A folder that cannot be read, or holds nothing to read, is reported.
        """
        from anora_bib.inputs.opening import InputFile

        given = [Path(path) for path in paths] or [self._default(example)]
        files: dict[str, InputFile] = {}
        for path in given:
            stdin = path == Path(STDIN)
            expanded = [InputFile(path)] if stdin else [*self.workspace.opener.expand([path], self.exclusions)]
            self.report(item for item in expanded if isinstance(item, InputError))
            for item in (item for item in expanded if isinstance(item, InputFile)):
                if item.named and self.is_left_out(str(item.path)):
                    continue
                key = STDIN if stdin else real_path(item.path)
                files[key] = replace(files[key], named=files[key].named or item.named) if key in files else item
        if not paths:
            known = sum(self.workspace.opener.is_known(item.path) for item in files.values())
            note(messages.reading(given[0] == resources.shelf(), known))
        return [*files.values()]

    @cached_property
    def exclusions(self) -> Exclusions:
        """What is left out of folders."""
        from anora_bib.inputs.exclusions import Exclusions, Patterns

        config = self.config
        named = [config.patterns("exclude"), config.patterns("extend-exclude")]
        patterns = [Patterns.of(folder, lines) for folder, lines in named if lines]
        return Exclusions(patterns, gitignore=config.flag("respect-gitignore"))

    def is_left_out(self, named: str) -> bool:
        """Whether a path was named that is left out all the same."""
        forced = named != STDIN and self.config.flag("force-exclude")
        return forced and self.exclusions.holds(Path(named))

    @cached_property
    def per_file_ignores(self) -> PerFileIgnores:
        """The rules that do not count in some files.

        Raises:
            SettingsError, UnknownNameError: as :class:`PerFileIgnores`.
        """
        from anora_bib.lint.per_file import PerFileIgnores

        folder, pairs = self.config.patterns("per-file-ignores")
        return PerFileIgnores(pairs, folder, [*self.workspace.plugins.rules] if pairs else ())

    @property
    def rules(self) -> tuple[Documented, ...]:
        """The rules that the settings choose.

        Raises:
            UnknownNameError: there is no such rule.
        """
        from anora_bib.lint.select import select

        config = self.config
        chosen, left_out = config.list("select"), config.list("ignore")
        return select(self.workspace.plugins.rules, chosen, left_out, pedantic=config.flag("pedantic"))

    def chosen(self, path: str) -> Mapping[str, Sequence[str]]:
        """The rules to select and to ignore in one file."""
        ignore = (*self.config.list("ignore"), *sorted(self.per_file_ignores.codes(path)))
        return {"select": self.config.list("select"), "ignore": ignore}

    def _default(self, example: bool) -> Path:
        if example and is_empty(self._folder):
            return resources.shelf()
        return Path(os.path.relpath(self._folder))

    def to(self, known: Container[str], default: str) -> str:
        """The output format for a command that knows these.

        Where the settings file names one for other commands (formats of bibliographies, outputs of `format`, forms of
        the graph), it is the default; a name that none of them knows stays, to be refused.
        """
        name, plugins = self.config.text("to"), self.plugins
        elsewhere = name not in known and "to" not in self.config.given
        if elsewhere and any(name in kind for kind in (plugins.outputs, plugins.formats, plugins.graph_writers)):
            return default
        return name or default

    def cache(self) -> CheckedCache | None:
        """The results of `check` that are kept; None if they are not wanted, or rest on what cannot be told."""
        config = self.config
        if not config.flag("cache") or self._workspace is not None:
            return None
        from anora_bib.checking.cached import CheckedCache, basis
        from anora_bib.system.folders import cache_folder

        lists = [f"{name} {config.list(name)}" for name in ("select", "ignore", "disable")]
        settings = [*lists, f"pedantic {config.flag('pedantic')}", f"from {self.source_format}"]
        records = [resources.references(), *map(Path, config.list("references"))]
        plugins = [f"{plugin.name} {plugin.distribution}" for plugin in self.plugins.installed]
        try:
            return CheckedCache(Path(config.text("cache-dir") or cache_folder()), basis(settings, records, plugins))
        except InputError:  # there is no home folder, or a record cannot be read, which is reported where it is
            return None

    def shelf(self, paths: Sequence[str], *, example: bool = False, libraries: Sequence[str] = ()) -> Shelf:
        """Everything the paths hold, analysed; what is broken in a bibliography is reported.

        Essays cite by keys from ``libraries`` as well as from those that they name.
        """
        from anora_bib.shelf import Shelf

        inputs = self.inputs(paths, example=example)
        mentions, keys = self.config.flag("mentions"), self.config.text("keys")
        named = [*map(Path, libraries)]
        shelf = Shelf.of(self.workspace, inputs, mentions=mentions, keys=keys, libraries=named)
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

    def exit(self, *, findings: bool = False, zero: bool = False) -> None:
        """Exit with 0 if all is fine or ``zero`` is asked for, with 1 if there are findings or an input failed."""
        raise click.exceptions.Exit(1 if (findings or self.failed) and not zero else 0)


@dataclass(frozen=True)
class Open:
    """What opens the files of a command: those that were named, and standard input, in the ``format`` of ``--from``.

    ``stdin_name`` is what standard input is called; its ending tells the format.
    """

    format: str = ""
    stdin_name: str = STDIN_NAME

    def __call__(self, workspace: Workspace, file: InputFile) -> Input:
        """The essay or bibliography in a file.

        Raises:
            InputError: it cannot be read.
        """
        opener = workspace.opener
        if file.path == Path(STDIN):
            return opener.decode(read_standard_input(), self.stdin_name, format=self.format)
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
