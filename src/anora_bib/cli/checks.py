"""What `check` does with its paths: every file checked, and all that is wrong reported once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from anora_bib.cli.output import note
from anora_bib.cli.progress import counting
from anora_bib.cli.session import Open, Session
from anora_bib.diagnostics import Diagnostic, Severity
from anora_bib.errors import NotReadError
from anora_bib.excerpts import Lines
from anora_bib.reports import messages
from anora_bib.text import counted

if TYPE_CHECKING:
    from anora_bib.lint.rule import Documented
    from anora_bib.reports.pages import Page


@dataclass(frozen=True)
class Run:
    """What the rules found, in how many files, the lines that it is about, and the files if asked for."""

    findings: Sequence[Diagnostic]
    files: int
    lines: Lines
    pages: Sequence[Page]


def run_checks(
    session: Session,
    paths: Sequence[str],
    rules: Sequence[Documented],
    *,
    jobs: int = 1,
    libraries: Sequence[str] = (),
    pages: bool = False,
) -> Run:
    """What the rules find in everything the paths hold; what cannot be read, or is broken, is reported.

    What is only worth knowing about a bibliography is reported if ``pedantic`` is set. With ``pages`` the files are
    kept.
    """
    from anora_bib.checking import Checked, lines_of, run_all, tasks

    workspace, pedantic = session.workspace, session.config.flag("pedantic")
    ignored = session.per_file_ignores
    files = session.files(paths)
    if not all(workspace.opener.is_library(file.path) for file in files):
        session.report(workspace.authority.diagnostics)  # libraries are not held against the records
    todo, only_keys = tasks(files, workspace, [Path(library) for library in libraries])
    with counting(len(files), "checking") as finished:
        read = Open(session.source_format, session.stdin_name)
        outcomes = run_all(todo, workspace, rules, read, jobs=jobs, finished=finished, pages=pages)
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
            note(f"{one.file.path}: {counted(len(one.findings) + len(one.broken), 'finding')}", detail=True)
    if only_keys:
        note(messages.only_keys([str(file.path) for file in files if file.path.resolve() in only_keys]))
    findings = [found for one in checked for found in one.findings]
    findings += (found for outcome in outcomes for found in outcome.citations)
    passed_over = sum(isinstance(one.error, NotReadError) and not one.file.named for one in checked)
    return Run(
        ignored.left(findings), len(files) - passed_over, lines_of(outcomes), [one.page for one in checked if one.page]
    )
