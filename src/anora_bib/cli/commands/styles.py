"""``anora-bib styles``: the CSL styles there are, and which one references are printed in."""

from __future__ import annotations

import os
from pathlib import Path

import click

from anora_bib.cli.output import emit, say
from anora_bib.cli.progress import progress
from anora_bib.cli.session import Open, Session
from anora_bib.cli.tables import columns_option, emit_table
from anora_bib.errors import InputError


@click.command("styles", short_help="The CSL styles there are; which one references are in.")
@click.argument("query", required=False, default="")
@click.option("--like", metavar="FILE", help="Rank the styles by how nearly they print the references of a text.")
@click.option("--library", metavar="FILE", help="With --like: a bibliography that has the entries of the references.")
@click.option("--locale", metavar="LANG", help="With --like: the language of the references, for styles without one.")
@click.option("--limit", metavar="N", type=click.IntRange(1), default=10, help="With --like: how many.  [default: 10]")
@click.option("--all", "everything", is_flag=True, help="With --like: compare all styles, the unlikely ones too.")
@columns_option
@click.pass_obj
def command(
    session: Session,
    query: str,
    like: str | None,
    library: str | None,
    locale: str | None,
    limit: int,
    everything: bool,
    columns: tuple[str, ...],
) -> None:
    """List the short names and our own styles; with a QUERY, search all titles of the CSL repository.

    With --like, rank them by how nearly each prints the references of a file (- is standard input), two or more: those
    that an essay lists, or has in its notes; else each line. It shows where the first differs. The exit status is 1 if
    none comes near.

    \b
    Example:
      anora-bib styles
      anora-bib styles film
      anora-bib styles --like refs.txt
    """
    from anora_bib.csl.styles import search_styles

    if like is None:
        styles = list(search_styles(query))
        if styles:
            rows = [(style.name, style.title, style.kind) for style in styles]
            emit_table(("name", "title", "kind"), rows, columns=columns, spare=("kind",))
        else:
            say(f"no style matches {query}")
        session.exit(findings=not styles)
        return
    convincing = _rank(session, like, library, locale, limit, everything)
    session.exit(findings=not convincing)


def _rank(session: Session, like: str, library: str | None, locale: str | None, limit: int, everything: bool) -> bool:
    from anora_bib import api
    from anora_bib.identify.identify import identify
    from anora_bib.identify.report import HEADER, differences, rows
    from anora_bib.system.folders import cache_folder

    found = identify(
        _references(session, like),
        lambda text: api.parse(text, workspace=session.workspace),
        library=api.load(library, workspace=session.workspace).entries if library else (),
        locale=locale,
        folder=cache_folder(),
        everything=everything,
        limit=limit,
        jobs=os.cpu_count() or 1,
        progress=progress,
    )
    for problem in found.problems:
        say(problem)
    emit_table(HEADER, rows(found))
    emit(differences(found), None)
    return found.convincing


def _references(session: Session, like: str) -> list[str]:
    """The references of a file: those that an essay lists or has in its notes, else what stands on its lines."""
    from anora_bib import api
    from anora_bib.identify.printed import cited, references
    from anora_bib.inputs.opening import Bibliography, InputFile

    opened = Open(session.source_format, session.stdin_name)(session.workspace, InputFile(Path(like)))
    if isinstance(opened, Bibliography):
        hint = "give references as a style has printed them; --library takes their entries"
        raise InputError("is a bibliography, not formatted references", path=opened.path, hint=hint)
    return cited(api.apparatus(opened, workspace=session.workspace)) or references(opened.document.source)
