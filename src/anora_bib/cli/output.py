"""Where results go: a terminal, a pipe, or a file.

A pipe and a file get the data as they are. A terminal gets them printable: words of an essay never act on it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from anora_bib.files import write_bytes
from anora_bib.text import printable, printable_line


def on_terminal() -> bool:
    """True if standard output is shown to a person."""
    return sys.stdout is not None and sys.stdout.isatty()


def say(line: str) -> None:
    """One line on standard error, printable."""
    click.echo(printable_line(line), err=True)


def emit(text: str, output: str | None) -> None:
    """Print ``text``, or make it the content of the file ``output``.

    Raises:
        InputError: the file cannot be written.
    """
    ended = text if text.endswith("\n") or not text else text + "\n"
    if output:
        write_bytes(Path(output), ended.encode("utf-8"))
    else:
        click.echo(printable(ended) if on_terminal() else ended, nl=False)


def emit_table(header: Sequence[str], rows: Sequence[Sequence[str]], output: str | None = None) -> None:
    """A drawn table on a terminal; in a pipe or a file, tab-separated lines under a header, fit for ``cut``."""
    if output or not on_terminal():
        lines = (tuple(map(printable_line, row)) for row in (header, *rows))
        emit("".join("\t".join(line) + "\n" for line in lines), output)
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(header_style="bold")
    for index, name in enumerate(header):  # the first column is what one types or looks for: it is never cut
        table.add_column(name.capitalize(), overflow="fold", no_wrap=index == 0)
    for row in rows:
        # Text: what stands in brackets is the essay's, not markup.
        table.add_row(*(Text(printable(cell)) for cell in row))
    Console().print(table)
