"""``anora-bib styles``: the CSL styles there are."""

from __future__ import annotations

import click

from anora_bib.cli.output import emit_table
from anora_bib.cli.session import Session


@click.command("styles", short_help="The CSL styles there are.")
@click.argument("query", required=False, default="")
@click.pass_obj
def command(session: Session, query: str) -> None:
    """List the short names and our own styles; with a QUERY, search all titles of the CSL repository.

    \b
    Example:
      anora-bib styles
      anora-bib styles film
    """
    from anora_bib.csl.styles import search_styles

    emit_table(("name", "title", "kind"), [(style.name, style.title, style.kind) for style in search_styles(query)])
    session.exit()
