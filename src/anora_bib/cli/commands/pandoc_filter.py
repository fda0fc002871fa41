"""``anora-bib pandoc-filter``, and ``anora-bib-pandoc``, which is the same for ``pandoc --filter``."""

from __future__ import annotations

import sys

import click

from anora_bib.assembly.config import DEFAULTS
from anora_bib.cli.options import settings
from anora_bib.cli.output import emit, say
from anora_bib.cli.session import STDIN_NAME, Session, read_standard_input


@click.command("pandoc-filter", short_help="Citations and findings inside a pandoc run.")
@click.argument("format", default="", expose_value=False)
@click.option("--check", is_flag=True, help="Only say what is wrong; the document stays as it is.")
@click.option("--strict", is_flag=True, help="Exit with 1 if anything is found, which ends pandoc's run.")
@click.option("--source", "sources", metavar="FILE", multiple=True, help="A file that pandoc reads, for line numbers.")
@settings("style", "select", "ignore", "pedantic")
def command(session: Session, check: bool, strict: bool, sources: tuple[str, ...]) -> None:
    """Read a document in pandoc's JSON, render its citations with our CSL engine, and write it again.

    Libraries, style and language are those of its metadata: bibliography, references, csl, lang, nocite,
    link-citations, reference-section-title and the others of pandoc's citeproc, in whose place it stands. What is wrong
    with keys and cited entries goes to standard error. FORMAT, which pandoc gives, makes no difference. pandoc does not
    say which file it reads: without --source it is the one in the working folder that has the same keys.

    \b
    Example:
      pandoc essay.md --filter anora-bib-pandoc -o essay.html
      pandoc essay.md -t json | anora-bib pandoc-filter --check --strict > /dev/null
    """
    from anora_bib.integrations.pandoc.checking import DOCUMENT
    from anora_bib.integrations.pandoc.filter import DEFAULT_STYLE, filtered
    from anora_bib.integrations.pandoc.tree import Tree

    tree = Tree.read(read_standard_input().decode("utf-8", "replace"), STDIN_NAME)
    style = session.config.text("style")
    made = filtered(
        tree,
        session.workspace,
        session.rules,
        style=DEFAULT_STYLE if style == DEFAULTS.text("style") and "style" not in session.config.given else style,
        only_check=check,
        sources=sources,
    )
    for one in made.diagnostics:
        place = one.path if one.path == DOCUMENT else one.place
        say(f"{place}: {one.code} {one.message}")
    for problem in made.problems:
        say(problem)
    emit(made.tree.write(), None)
    session.exit(findings=(strict or made.strict) and bool(made.diagnostics))


def run() -> None:
    """The program that ``pandoc --filter`` starts: it gives no arguments but a format."""
    from anora_bib.cli import main

    main(["pandoc-filter", *sys.argv[1:]], prog_name="anora-bib")
