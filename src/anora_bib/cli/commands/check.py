"""``anora-bib check``: what is wrong, like a linter."""

from __future__ import annotations

from typing import Any

import click

from anora_bib.cli.checks import AUTO, Asked, check_and_report
from anora_bib.cli.options import CACHE, FILES, libraries_option, output_option, paths_argument, settings
from anora_bib.cli.session import Session
from anora_bib.system.files import Destination, Folder


class _Jobs(click.IntRange):
    """A number of processes, or "auto"."""

    name = "number of processes; say auto for as many as are sensible"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number, or :data:`AUTO`."""
        return AUTO if value == "auto" else super().convert(value, param, ctx)


@click.command("check", short_help="What is wrong, like a linter.")
@paths_argument
@settings("select", "ignore", "per-file-ignores", "pedantic", "output-format", *FILES, *CACHE, folders=True)
@libraries_option("A library that the documents cite from.")
@click.option(
    "--jobs",
    metavar="N|auto",
    type=_Jobs(min=1),
    default="auto",
    help="Check in so many processes; by default in one for every fifty files, as far as there are processors.",
)
@click.option("--statistics", "counts", is_flag=True, help="Say how often each rule found something, and nothing else.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option("--watch", "watching", is_flag=True, help="Check again whenever a file changes, until Ctrl+C.")
@output_option
def command(
    session: Session,
    paths: tuple[str, ...],
    libraries: tuple[str, ...],
    jobs: int,
    counts: bool,
    exit_zero: bool,
    watching: bool,
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
    asked = Asked(paths, libraries, jobs, counts)
    if watching:
        if output:
            raise click.UsageError("--watch goes to the terminal, not into a file")
        from anora_bib.cli.watch import keep_running

        keep_running(lambda: check_and_report(session.again(), asked, None), paths)
        session.exit()
    found = check_and_report(session, asked, output)
    session.exit(findings=found, zero=exit_zero)
