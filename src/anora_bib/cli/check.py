"""``anora-bib check``: what is wrong, like a linter."""

from __future__ import annotations

import click

from anora_bib.cli.colour import line_width, paint
from anora_bib.cli.options import output_option, paths_argument, settings
from anora_bib.cli.output import emit
from anora_bib.cli.session import Session
from anora_bib.files import Destination, working_folder
from anora_bib.notices import NOTICES
from anora_bib.reports.base import Findings


@click.command("check", short_help="What is wrong, like a linter.")
@paths_argument
@settings("select", "ignore", "pedantic", "output-format")
@click.option("--library", "libraries", metavar="FILE", multiple=True, help="A library that the documents cite from.")
@click.option("--jobs", metavar="N", type=click.IntRange(min=1), default=1, help="Check in so many processes.")
@output_option
def command(
    session: Session, paths: tuple[str, ...], libraries: tuple[str, ...], jobs: int, output: Destination | None
) -> None:
    """Say what is wrong with the notes, references and quotations of each essay and the entries of each .bib file.

    The keys that Markdown, LaTeX (.tex, .aux) and Typst cite by are held against the libraries that the document names,
    those of --library, or else those that are checked with it. Nothing else of LaTeX and Typst is read.

    What could not be read, or not all of it, is a finding too. Exits with 1 if anything is found. `anora-bib explain
    CODE` tells about a rule.

    \b
    Example:
      anora-bib check essay.md
      anora-bib check essays/ --select N,D --output-format github
      anora-bib check paper.tex refs.bib
    """
    from anora_bib.lint.select import select

    config, workspace = session.config, session.workspace
    pedantic = config.flag("pedantic")
    rules = select(workspace.plugins.rules, config.list("select"), config.list("ignore"), pedantic=pedantic)
    report = workspace.plugins.reports.get(config.text("output-format"))
    problems = session.hold()
    run = session.check(paths, rules, jobs=jobs, libraries=libraries, pedantic=pedantic)
    found = Findings(
        [*problems, *run.findings],
        run.files,
        run.lines,
        folder=str(working_folder()),
        width=line_width(output),
        paint=paint(output),
    )
    emit(report(found, (*NOTICES.values(), *workspace.plugins.rules)), output, styled=True)
    session.exit(findings=bool(run.findings))
