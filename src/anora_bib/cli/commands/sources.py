"""``anora-bib sources``: the normalized sources, as a table."""

from __future__ import annotations

from pathlib import Path

import click

from anora_bib.cli.options import FILES, output_option, paths_argument, settings
from anora_bib.cli.session import Session
from anora_bib.cli.tables import columns_option, emit_table
from anora_bib.system.files import Destination

HEADER = ("key", "type", "creators", "title", "in", "date", "met in")
SPARE = ("type", "met in", "in")


@click.command("sources", short_help="The normalized sources, as a table.")
@paths_argument
@settings("mentions", *FILES)
@columns_option
@output_option
def command(session: Session, paths: tuple[str, ...], columns: tuple[str, ...], output: Destination | None) -> None:
    """List each distinct source, normalized, with the essay and the note it came from.

    \b
    Example:
      anora-bib sources essays/
      anora-bib sources essay.md --columns key,title,date
    """
    from anora_bib.model import Entry, Provenance

    def met(where: Provenance) -> str:
        line = f":{where.line}" if where.line else ""
        return f"{Path(where.path).name}{line} {where.how} {where.label}".strip()

    def row(entry: Entry) -> tuple[str, ...]:
        container = entry.string("container-title") or entry.string("publisher")
        places = "; ".join(map(met, entry.provenance))
        creators = "; ".join(name.inverted for name in entry.creators())
        return (entry.key, entry.type, creators, entry.string("title"), container, entry.string("issued"), places)

    emit_table(HEADER, [row(entry) for entry in session.shelf(paths).library()], output, columns=columns, spare=SPARE)
    session.exit()
