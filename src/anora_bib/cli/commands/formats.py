"""``anora-bib formats``: what is read and written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from anora_bib.cli.session import Session
from anora_bib.cli.tables import columns_option, emit_table

if TYPE_CHECKING:
    from anora_bib.assembly.plugins import Plugins

HEADER = ("name", "of", "read", "written by", "endings", "what it is")
SPARE = ("what it is", "endings")


@click.command("formats", short_help="The formats that are read and written.")
@columns_option
@click.pass_obj
def command(session: Session, columns: tuple[str, ...]) -> None:
    """List what essays and bibliographies are read from and written as, by the names that --from and --to take.

    \b
    Example:
      anora-bib formats
      anora-bib formats --columns name,endings
    """
    emit_table(HEADER, list(_rows(session.workspace.plugins)), columns=columns, spare=SPARE)
    session.exit()


def _rows(plugins: Plugins) -> Iterator[tuple[str, ...]]:
    from anora_bib.formats.base import Dumper, Loader

    for reader in plugins.readers:
        yield (reader.name, "essays", "yes", "fix", " ".join(reader.suffixes), _said(reader))
    for format in plugins.formats:
        read, written = isinstance(format, Loader), isinstance(format, Dumper)
        marks = "yes" if read else "", "export" if written else ""
        yield (format.name, "bibliographies", *marks, " ".join(format.suffixes), _said(format))
    for name in plugins.outputs.names():
        yield (name, "text in a style", "", "format", "", "")
    for name in plugins.graph_writers.names():
        yield (name, "graphs", "", "graph", "", "")
    for name in plugins.reports.names():
        yield (name, "findings", "", "check", "", "")


def _said(part: object) -> str:
    return (type(part).__doc__ or "").partition("\n")[0].replace("``", "")
