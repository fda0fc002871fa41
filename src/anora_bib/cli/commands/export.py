"""``anora-bib export``: the sources as a bibliography file."""

from __future__ import annotations

import click

from anora_bib.cli.options import FILES, output_option, paths_argument, settings
from anora_bib.cli.output import emit
from anora_bib.cli.session import Session
from anora_bib.system.files import Destination


@click.command("export", short_help="The sources as a bibliography file.")
@paths_argument
@settings("to", "keys", "mentions", *FILES)
@output_option
def command(session: Session, paths: tuple[str, ...], output: Destination | None) -> None:
    """Write the sources of essays, and every entry of bibliographies, in a format for bibliographies.

    These are bibtex, biblatex, csl-json, ris, yaml and wikipedia (citation templates); and for archives and web pages
    tei, json-ld (schema.org), highwire (meta tags) and coins.

    Entries of bibliographies are never merged, renamed or put in another order. Of two with one key the first keeps it;
    that, and a value that the format has no place for, is named on standard error.

    \b
    Example:
      anora-bib export essays/ --to bibtex -o references.bib
      anora-bib export old.bib --to csl-json
    """
    from anora_bib import api
    from anora_bib.formats.losses import unwritten

    library = session.shelf(paths).library()
    to = session.to(session.plugins.formats, "bibtex")
    emit(api.dump(library, to=to, workspace=session.workspace), output)
    session.report(library.diagnostics)
    session.report(unwritten(library, session.workspace.plugins.formats.get(to)))
    session.exit()
