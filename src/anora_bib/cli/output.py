"""Where results go: a terminal, a pipe, or a file."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from anora_bib.files import write_bytes


def emit(text: str, output: str | None) -> None:
    """Print ``text``, or make it the content of the file ``output``.

    Raises:
        InputError: the file cannot be written.
    """
    ended = text if text.endswith("\n") or not text else text + "\n"
    if output:
        write_bytes(Path(output), ended.encode("utf-8"))
    else:
        click.echo(ended, nl=False)


def emit_table(header: Sequence[str], rows: Sequence[Sequence[str]], output: str | None = None) -> None:
    """A drawn table on a terminal; in a pipe or a file, tab-separated lines under a header, fit for ``cut``."""
    if output or not sys.stdout.isatty():
        lines = (tuple(map(_one_line, row)) for row in (header, *rows))
        emit("".join("\t".join(line) + "\n" for line in lines), output)
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(header_style="bold")
    for index, name in enumerate(header):  # the first column is what one types or looks for: it is never cut
        table.add_column(name.capitalize(), overflow="fold", no_wrap=index == 0)
    for row in rows:
        table.add_row(*map(Text, row))  # Text: what stands in brackets is the essay's, not markup
    Console().print(table)


def _one_line(cell: str) -> str:
    return " ".join(cell.split())
