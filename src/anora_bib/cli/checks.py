"""What `check` does with its paths: every file checked, and all that is wrong reported once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, overload

from anora_bib.cli.colour import line_width, paint
from anora_bib.cli.output import QUIET, emit, note, verbosity
from anora_bib.cli.progress import counting
from anora_bib.cli.session import Open, Session
from anora_bib.diagnostics import Diagnostic, Severity
from anora_bib.errors import InputError, NotReadError
from anora_bib.notices import NOTICES
from anora_bib.reports import messages
from anora_bib.reports.base import Described, Findings, PagedReport
from anora_bib.reports.people.statistics import statistics
from anora_bib.system.files import Destination, Folder, working_folder
from anora_bib.text.characters import counted
from anora_bib.text.excerpts import Lines

if TYPE_CHECKING:
    from anora_bib.checking.files import Outcome, Task
    from anora_bib.reports.pages import Page


MOST_PAGES: Final = 50
"""So many texts go into one file: a browser is slow with more."""
INDEX: Final = "index.html"


@dataclass(frozen=True)
class Run:
    """What the rules found, in how many files, the lines that it is about, and the files if asked for.

    ``order`` is the paths of all, in the order in which they were named or met.
    """

    findings: Sequence[Diagnostic]
    files: int
    lines: Lines
    pages: Sequence[Page]
    order: Sequence[str]


AUTO: Final = 0
"""As many processes as are sensible."""


@dataclass(frozen=True)
class Asked:
    """What is asked of `check` beside its settings: ``counts`` asks how often each rule found something."""

    paths: Sequence[str]
    libraries: Sequence[str] = ()
    jobs: int = AUTO
    """How many processes check, or :data:`AUTO`."""
    counts: bool = False


def check_and_report(session: Session, asked: Asked, output: Destination | Folder | None) -> bool:
    """Check what was asked for, and print or write the report; True if anything was found.

    Raises:
        UnknownNameError: there is no such rule or report.
        InputError: the output cannot be written, or is a folder for a report that is one file.
    """
    report = session.workspace.plugins.reports.get(session.config.text("output-format"))
    paged = isinstance(report, PagedReport)
    if isinstance(output, Folder) and (asked.counts or not paged):
        hint = "name a file, or ask for --output-format html, which can be several"
        raise InputError("cannot be written: it is a folder", path=str(output.path), hint=hint)
    problems = session.hold()
    run = run_checks(session, asked, pages=paged)
    found = Findings(
        _in_order(problems, run.findings, run.order),
        run.files if verbosity() > QUIET else None,
        run.lines,
        folder=str(working_folder()),
        width=line_width(output),
        paint=paint(output),
        pages=run.pages,
    )
    described = _Described(session)
    folder = _folder(output, len(run.pages))
    if asked.counts and not isinstance(output, Folder):
        emit(statistics(found, described), output, styled=True)
    elif folder is not None and isinstance(report, PagedReport):
        index = output.path.name if isinstance(output, Destination) else INDEX
        files = report.files(found, described, index=index)
        folder.write({name: text.encode("utf-8") for name, text in files.items()})
        note(f"{folder.path / index}: an index, and {counted(len(files) - 1, 'page')} beside it")
    elif not isinstance(output, Folder):
        emit(report(found, described), output, styled=True)
    return bool(run.findings)


def _in_order(problems: Sequence[Diagnostic], findings: Sequence[Diagnostic], paths: Sequence[str]) -> list[Diagnostic]:
    """All that is wrong with a file together, from its top.

    What could not be read though nobody named it (a library, a record) comes first, for other findings may come of it;
    files that a named one takes in come last.
    """
    named = set(paths)
    unasked = (one.path for one in problems if one.path not in named)
    order = dict.fromkeys((*unasked, *paths, *(one.path for one in findings)))
    place = {path: number for number, path in enumerate(order)}
    return sorted((*problems, *findings), key=lambda one: (place[one.path], one.start))


def _folder(output: Destination | Folder | None, pages: int) -> Folder | None:
    """Where a report goes that is better read as several files; None for one file."""
    if isinstance(output, Destination):
        return output.folder if pages > MOST_PAGES else None
    return output


class _Described(Sequence[Described]):
    """What a report may describe, notices and rules, loaded when one asks: few do."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @cached_property
    def _all(self) -> tuple[Described, ...]:
        return (*NOTICES.values(), *self._session.workspace.plugins.rules)

    @overload
    def __getitem__(self, index: int) -> Described: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Described]: ...
    def __getitem__(self, index: int | slice) -> Described | Sequence[Described]:
        return self._all[index]

    def __len__(self) -> int:
        return len(self._all)


def run_checks(session: Session, asked: Asked, *, pages: bool = False) -> Run:
    """What the rules find in everything the paths hold; what cannot be read, or is broken, is reported.

    What is only worth knowing about a bibliography is reported if ``pedantic`` is set. With ``pages`` the files are
    kept. Where all results are known from before, neither rules nor records are loaded: they were, and were sound.

    Raises:
        UnknownNameError: the settings name a rule that does not exist.
    """
    from anora_bib.checking.files import STANDARD_INPUT, Checked, lines_of, run_all, sensible_jobs, tasks

    workspace, pedantic = session.workspace, session.config.flag("pedantic")
    ignored = session.per_file_ignores
    files = session.files(asked.paths)
    only_libraries = all(workspace.opener.is_library(file.path) for file in files)

    def of_records() -> Sequence[Diagnostic]:
        return () if only_libraries else workspace.authority.diagnostics  # libraries are not held against the records

    todo, only_keys = tasks(files, workspace, [Path(library) for library in asked.libraries])
    with counting(len(files), "checking") as finished:
        read = Open(session.source_format, session.stdin_name)

        def run(some: Sequence[Task]) -> list[Outcome]:
            rules = session.rules
            session.report(of_records())
            jobs = asked.jobs or sensible_jobs(some)
            return run_all(some, workspace, rules, read, jobs=jobs, finished=finished, pages=pages)

        cache = None if pages else session.cache()
        if cache and todo:
            outcomes, known = cache.run_all(todo, run, keep=lambda: not of_records())
        else:
            outcomes, known = run(todo), 0
    if cache:
        note(f"cache: {known} of {len(todo)} known{cache.problem and f'; {cache.problem}'}", detail=True)
    came_of: dict[int, Checked] = {}
    for task, outcome in zip(todo, outcomes, strict=True):
        came_of |= zip(map(id, task.files), outcome.files, strict=True)
    checked = [came_of[id(file)] for file in files if id(file) in came_of]
    session.report_unread((one.file, one.error) for one in checked if one.error)
    session.report(problem for outcome in outcomes for problem in outcome.problems)
    broken = (problem for one in checked for problem in one.broken)
    session.report(problem for problem in broken if pedantic or problem.severity is not Severity.INFO)
    for one in checked:
        if not one.error:
            found = len(ignored.left(one.findings)) + len(one.broken)
            note(f"{one.file.path}: {counted(found, 'finding')}", detail=True)
    if only_keys:
        note(messages.only_keys([str(file.path) for file in files if file.path.resolve() in only_keys]))
    findings = [found for one in checked for found in one.findings]
    findings += (found for outcome in outcomes for found in outcome.citations)
    passed_over = sum(isinstance(one.error, NotReadError) and not one.file.named for one in checked)
    return Run(
        ignored.left(findings),
        len(files) - passed_over,
        lines_of(outcomes),
        [one.page for one in checked if one.page],
        [session.stdin_name if file.path == STANDARD_INPUT else str(file.path) for file in files],
    )
