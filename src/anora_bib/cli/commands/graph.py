"""``anora-bib graph``: who cites whom."""

from __future__ import annotations

import click

from anora_bib.cli.options import FILES, libraries_option, output_option, paths_argument, settings
from anora_bib.cli.output import emit, note
from anora_bib.cli.session import Session
from anora_bib.cli.tables import columns_option, emit_table
from anora_bib.reports import messages
from anora_bib.system.files import Destination


@click.command("graph", short_help="Who cites whom.")
@paths_argument
@settings("to", *FILES)
@columns_option
@click.option("--index", is_flag=True, help="The other way round: each source with the places that cite it.")
@click.option("--source", metavar="WORDS", help="Who cites this one: each place, with its words; a name or a title.")
@libraries_option("A library that the essays cite from by keys. May be repeated.")
@output_option
def command(
    session: Session,
    paths: tuple[str, ...],
    libraries: tuple[str, ...],
    index: bool,
    source: str | None,
    columns: tuple[str, ...],
    output: Destination | None,
) -> None:
    """Say who cites whom, how, and on which line; relations are those of CiTO.

    Formats are table, csv, json, graphml, gexf, dot, mermaid, html (a page with a drawing), canvas (for Obsidian) and
    vosviewer.

    \b
    Example:
      anora-bib graph essays/
      anora-bib graph essays/ --index
      anora-bib graph essays/ --source "Capitalist Realism"
      anora-bib graph essays/ --to html -o shelf.html
      anora-bib graph essays/ --to graphml -o shelf.graphml
    """
    from anora_bib import api
    from anora_bib.graph.writers import table

    graph = api.cross_reference(session.shelf(paths, libraries=libraries).apparatuses, workspace=session.workspace)
    if source is not None:
        graph = graph.citing(source)
    if not graph.rows:
        note(messages.cites_nobody(source))
    to = session.to(session.plugins.graph_writers, "table")
    if index:
        emit_table(("source", "cited by"), table.index(graph), output, columns=columns)
    elif to == "table" and source is not None:
        emit_table(table.PLACES, table.places(graph), output, columns=columns, spare=("how", "title"))
    elif to == "table":
        emit_table(table.HEADER, table.rows(graph), output, columns=columns, spare=("how", "lines"))
    else:
        emit(session.workspace.plugins.graph_writers.get(to)(graph), output)
    session.exit()
