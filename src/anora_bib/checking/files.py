"""Files checked by rules, in one process or several: the findings and their order are the same.

Bibliographies and the documents that cite from them are one task, since they are read together; each other file is a
task of its own.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from anora_bib.diagnostics import Diagnostic, Severity
from anora_bib.errors import InputError
from anora_bib.inputs.keyed_documents import KeyedDocuments, Libraries
from anora_bib.inputs.opening import Bibliography, Input, InputFile, together
from anora_bib.notices import Code
from anora_bib.text.excerpts import Lines, SourceLine, by_number, lines_about

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from anora_bib.assembly.workspace import Workspace
    from anora_bib.lint.citing import Citing
    from anora_bib.lint.rule import Documented
    from anora_bib.reports.pages import Page

_FILES_A_PROCESS: Final = 50
STANDARD_INPUT: Final = Path("-")

Read = Callable[["Workspace", InputFile], Input]
Finished = Callable[[Sequence[InputFile]], None]


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of one file: why it could not be read, what was broken in it, what the rules found, and the lines.

    ``page`` is the whole file, if it was asked for.
    """

    file: InputFile
    error: InputError | None = None
    broken: tuple[Diagnostic, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    lines: tuple[SourceLine, ...] = ()
    page: Page | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """Files that are checked together, with the documents that cite from them by keys."""

    files: tuple[InputFile, ...]
    keyed: KeyedDocuments | None = None


@dataclass(frozen=True)
class Outcome:
    """What came of a task: of each of its files in their order, and of the citation keys.

    ``cited`` has the lines that the findings about keys are about, by the paths of their files.
    """

    files: tuple[Checked, ...]
    citations: tuple[Diagnostic, ...] = ()
    problems: tuple[InputError, ...] = ()
    cited: Mapping[str, tuple[SourceLine, ...]] = field(default_factory=dict)


def lines_of(outcomes: Iterable[Outcome]) -> Lines:
    """The lines that anything found is about."""
    out: dict[str, dict[int, SourceLine]] = {}
    for outcome in outcomes:
        of_files = ((one.findings + one.broken, one.lines) for one in outcome.files)
        for diagnostics, lines in of_files:
            for path in {diagnostic.path for diagnostic in diagnostics}:
                out.setdefault(path, {}).update(by_number(lines))
        for path, lines in outcome.cited.items():
            out.setdefault(path, {}).update(by_number(lines))
    return out


def tasks(
    files: Iterable[InputFile], workspace: Workspace, libraries: Sequence[Path] = ()
) -> tuple[list[Task], frozenset[Path]]:
    """The files as tasks, and the paths of those of which nothing but the citation keys is read."""
    listed = list(files)
    keyed = KeyedDocuments.among([file.path for file in listed], workspace.opener, libraries)
    only_keys = keyed.only_keys
    read = [file for file in listed if not only_keys or file.path.resolve() not in only_keys]
    together = tuple(file for file in read if workspace.opener.is_library(file.path))
    out = [Task((file,)) for file in read if not workspace.opener.is_library(file.path)]
    if together or keyed.documents:
        out.insert(0, Task(together, keyed))  # the longest first
    return out, only_keys


def run(task: Task, workspace: Workspace, rules: Sequence[Documented], read: Read, *, pages: bool = False) -> Outcome:
    """Read and check the files of a task, one by one; with ``pages``, for a report that shows them whole."""
    opened: list[Input | InputError] = []
    for file in task.files:
        try:
            opened.append(read(workspace, file))
        except InputError as error:
            opened.append(error)
    good = iter(together(item for item in opened if not isinstance(item, InputError)))
    inputs = [item if isinstance(item, InputError) else next(good) for item in opened]
    files = tuple(
        _checked(file, item, workspace, rules, pages=pages) for file, item in zip(task.files, inputs, strict=True)
    )
    if task.keyed is None or not task.keyed.documents:
        return Outcome(files)
    from anora_bib.lint.checker import check_citations

    loaded = [item for item in inputs if isinstance(item, Bibliography)]
    citing, problems = task.keyed.citing(Libraries(workspace.opener, loaded))
    found = tuple(check_citations(citing, rules))
    return Outcome(files, found, tuple(problems), _cited(citing, found))


def _cited(citing: Sequence[Citing], found: Sequence[Diagnostic]) -> dict[str, tuple[SourceLine, ...]]:
    """The lines that the findings about citation keys are about, in documents and libraries."""
    documents = {document.path: document for one in citing for document in one.documents}
    paths = dict.fromkeys(diagnostic.path for diagnostic in found)
    return {
        path: lines_about(documents[path].source, [one for one in found if one.path == path])
        for path in paths
        if path in documents
    }


def _checked(
    file: InputFile, item: Input | InputError, workspace: Workspace, rules: Sequence[Documented], *, pages: bool
) -> Checked:
    if isinstance(item, InputError):
        return Checked(file, item)
    from anora_bib.checking.examine import examine  # all stages and what they know, which a kept result spares

    try:
        examined = examine(item, workspace, rules)
    except Exception as error:
        error.add_note(f"{file.path} was being checked")  # a fault of ours, or of a plugin: which of 300 files shows it
        raise
    lines = lines_about(examined.source, examined.diagnostics)
    return Checked(file, None, examined.broken, examined.findings, lines, examined.page if pages else None)


def run_all(
    todo: Sequence[Task],
    workspace: Workspace,
    rules: Sequence[Documented],
    read: Read,
    *,
    jobs: int = 1,
    finished: Finished | None = None,
    pages: bool = False,
) -> list[Outcome]:
    """The outcome of each task, in their order, worked out in as many processes as ``jobs``.

    ``read`` opens a file, and must be a function of a module; standard input is read here. ``finished`` is told which
    files are done. With ``pages`` each file is given whole. A process that is killed costs the files that it had in
    hand, each with an error that says so.
    """
    tell = finished or _nobody
    here = [task for task in todo if any(file.path == STANDARD_INPUT for file in task.files)]
    apart = [task for task in todo if task not in here]
    if jobs < 2 or len(apart) < 2:
        here, apart = list(todo), []
    done: dict[int, Outcome] = {}
    for task in here:
        done[id(task)] = run(task, workspace, rules, read, pages=pages)
        tell(task.files)
    if apart:
        chosen = {rule.code: rule.thorough for rule in rules}
        for task, outcome in _in_processes(apart, _Work(workspace, chosen, read, pages), min(jobs, len(apart))):
            done[id(task)] = outcome
            tell(task.files)
    return [done[id(task)] for task in todo]


def sensible_jobs(todo: Sequence[Task]) -> int:
    """How many processes check the tasks soonest: no more than the machine has processors for, one for few files.

    A process reads rules, records and models anew, in which time another checks some dozens of essays.
    """
    ours = getattr(os, "sched_getaffinity", None)  # Linux alone tells those that this process may use
    processors = len(ours(0)) if ours else os.cpu_count() or 1
    return max(1, min(processors, len(todo) // _FILES_A_PROCESS))


def _nobody(files: Sequence[InputFile]) -> None:
    """Nobody is told."""
    del files


def check_file(
    path: Path,
    workspace: Workspace,
    rules: Sequence[Documented],
    libraries: Sequence[Path] = (),
    *,
    pedantic: bool = False,
) -> list[Diagnostic]:
    """What is wrong with one file: what was broken in it, what the rules find, and its citation keys.

    What is only worth knowing about a bibliography is left out unless ``pedantic``.

    Raises:
        InputError: it, or one of ``libraries``, cannot be read.
    """
    todo, _ = tasks([InputFile(path)], workspace, libraries)
    out: list[Diagnostic] = []
    for outcome in run_all(todo, workspace, rules, _read):
        for error in (*outcome.problems, *(one.error for one in outcome.files if one.error)):
            raise error
        for one in outcome.files:
            out += (problem for problem in one.broken if pedantic or problem.severity is not Severity.INFO)
            out += one.findings
        out += outcome.citations
    return out


def _read(workspace: Workspace, file: InputFile) -> Input:
    return workspace.opener.open(file.path)


@dataclass(frozen=True)
class _Work:
    """What a process needs to know: rules by name, as a plugin's may be no data, and whether each is thorough."""

    workspace: Workspace
    rules: Mapping[str, bool]
    read: Read
    pages: bool


def _in_processes(todo: Sequence[Task], work: _Work, jobs: int) -> Iterator[tuple[Task, Outcome]]:
    """The tasks as they are done. After a process died, those that were not done run alone, each in a new one."""
    from concurrent.futures import as_completed
    from concurrent.futures.process import BrokenProcessPool

    unfinished: list[Task] = []
    with _pool(jobs, work) as pool:
        futures: dict[Future[Outcome], Task] = {}
        try:
            futures |= {pool.submit(_run, task): task for task in todo}
            for future in as_completed(futures):
                try:
                    yield futures[future], future.result()
                except BrokenProcessPool:
                    unfinished.append(futures[future])
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    for task in unfinished:
        with _pool(1, work) as pool:
            try:
                yield task, pool.submit(_run, task).result()
            except BrokenProcessPool:
                yield task, Outcome(tuple(Checked(file, _lost(file)) for file in task.files))


def _lost(file: InputFile) -> InputError:
    message = "was not checked: the process that did it was ended, or ran out of memory"
    return InputError(message, path=str(file.path), hint="check it alone, with --jobs 1", code=Code.CUT_SHORT)


def _pool(jobs: int, work: _Work) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_begin, initargs=(work,))


_ours: list[_Work] = []
"""In a process of the pool: its work. Every other process has none."""


def _begin(work: _Work) -> None:
    _ours.append(work)


def _run(task: Task) -> Outcome:
    work = _ours[0]
    known = [rule for rule in work.workspace.plugins.rules if rule.code in work.rules]
    rules = [replace(rule, thorough=work.rules[rule.code]) for rule in known]
    return run(task, work.workspace, rules, work.read, pages=work.pages)
