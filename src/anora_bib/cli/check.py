"""``anora-bib check``: what is wrong, like a linter."""

from __future__ import annotations

from typing import Final

import click

from anora_bib.cli.checks import run_checks
from anora_bib.cli.colour import line_width, paint
from anora_bib.cli.options import FILES, output_option, paths_argument, settings
from anora_bib.cli.output import QUIET, emit, note, verbosity
from anora_bib.cli.session import Session
from anora_bib.errors import InputError
from anora_bib.files import Destination, Folder, working_folder
from anora_bib.notices import NOTICES
from anora_bib.reports.base import Findings, PagedReport
from anora_bib.reports.people.statistics import statistics
from anora_bib.text import counted

MOST_PAGES: Final = 50
"""So many texts go into one file: a browser is slow with more."""
INDEX: Final = "index.html"


@click.command("check", short_help="What is wrong, like a linter.")
@paths_argument
@settings("select", "ignore", "pedantic", "output-format", "per-file-ignores", *FILES, folders=True)
@click.option("--library", "libraries", metavar="FILE", multiple=True, help="A library that the documents cite from.")
@click.option("--jobs", metavar="N", type=click.IntRange(min=1), default=1, help="Check in so many processes.")
@click.option("--statistics", "counts", is_flag=True, help="Say how often each rule found something, and nothing else.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@output_option
def command(
    session: Session,
    paths: tuple[str, ...],
    libraries: tuple[str, ...],
    jobs: int,
    counts: bool,
    exit_zero: bool,
    output: Destination | Folder | None,
) -> None:
    """Say what is wrong with the notes, references and quotations of each essay and the entries of each .bib file.

    The keys that Markdown, LaTeX (.tex, .aux) and Typst cite by are held against the libraries that the document names,
    those of --library, or else those that are checked with it. Nothing else of LaTeX and Typst is read.

    What could not be read, or not all of it, is a finding too. Exits with 1 if anything is found. `anora-bib explain
    CODE` tells about a rule.

    In folders, hidden files, what .gitignore names, what tools fill (node_modules, vendor, ...) and files that are no
    essays (package.json, requirements.txt, ...) are passed over.

    \b
    Example:
      anora-bib check essay.md
      anora-bib check essays/ --select N,D --output-format github
      anora-bib check paper.tex refs.bib
      anora-bib check essays/ --output-format html -o report.html
    """
    from anora_bib.lint.select import select

    config, workspace = session.config, session.workspace
    pedantic = config.flag("pedantic")
    rules = select(workspace.plugins.rules, config.list("select"), config.list("ignore"), pedantic=pedantic)
    report = workspace.plugins.reports.get(config.text("output-format"))
    paged = isinstance(report, PagedReport)
    if isinstance(output, Folder) and not paged:
        hint = "name a file, or ask for --output-format html, which can be several"
        raise InputError("cannot be written: it is a folder", path=str(output.path), hint=hint)
    problems = session.hold()
    run = run_checks(session, paths, rules, jobs=jobs, libraries=libraries, pages=paged)
    found = Findings(
        [*problems, *run.findings],
        run.files if verbosity() > QUIET else None,
        run.lines,
        folder=str(working_folder()),
        width=line_width(output),
        paint=paint(output),
        pages=run.pages,
    )
    described = (*NOTICES.values(), *workspace.plugins.rules)
    folder = _folder(output, len(run.pages))
    if counts and not isinstance(output, Folder):
        emit(statistics(found, described), output, styled=True)
    elif folder is not None and isinstance(report, PagedReport):
        index = output.path.name if isinstance(output, Destination) else INDEX
        files = report.files(found, described, index=index)
        folder.write({name: text.encode("utf-8") for name, text in files.items()})
        note(f"{folder.path / index}: an index, and {counted(len(files) - 1, 'page')} beside it")
    elif not isinstance(output, Folder):
        emit(report(found, described), output, styled=True)
    session.exit(findings=bool(run.findings), zero=exit_zero)


def _folder(output: Destination | Folder | None, pages: int) -> Folder | None:
    """Where a report goes that is better read as several files; None for one file."""
    if isinstance(output, Destination):
        return output.folder if pages > MOST_PAGES else None
    return output
