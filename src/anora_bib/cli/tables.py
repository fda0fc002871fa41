"""Tables: drawn on a terminal, as wide as that is, with whole words; tab-separated in a pipe or a file."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from anora_bib.cli.colour import on_terminal
from anora_bib.cli.output import emit
from anora_bib.errors import UnknownNameError
from anora_bib.system.files import Destination
from anora_bib.text.characters import join_names, nearest, printable_line

if TYPE_CHECKING:
    from rich.console import RenderableType

Rows = Sequence[Sequence[str]]
F = TypeVar("F", bound=Callable[..., Any])

_FRAME: Final = 3
"""Cells between two columns; one more stands at the end."""
_LONGEST_WORD: Final = 24
"""Cells: a longer word, such as an address, is folded where it must be."""
_READABLE: Final = 20
"""Cells that a column of sentences has at least, where others can be left out for it."""


def columns_option(command: F) -> F:
    """Give a command ``--columns``; it gets ``columns``."""
    return click.option(
        "--columns",
        metavar="NAMES",
        default="",
        help="Only these columns of the table, in this order.",
        callback=lambda _context, _option, said: tuple(part.strip() for part in said.split(",") if part.strip()),
    )(command)


def emit_table(
    header: Sequence[str],
    rows: Rows,
    output: Destination | None = None,
    *,
    columns: Sequence[str] = (),
    spare: Sequence[str] = (),
) -> None:
    """A drawn table on a terminal; in a pipe or a file, tab-separated lines under a header, fit for ``cut``.

    ``columns`` names those that are wanted, all if none. Where a terminal has no room for all, those of ``spare`` are
    left out, the first of them first, as many as must be, and named below the table. The cells hold the words as they
    are, on one line and printable: they are for people and for other programs. A spreadsheet may run one that begins
    with ``=``; what is made for spreadsheets, ``graph --to csv``, writes it inert.

    Raises:
        UnknownNameError: there is no such column.
    """
    header, rows = _chosen(header, rows, columns)
    shown = [tuple(map(printable_line, row)) for row in rows]
    if output or not on_terminal():
        emit("".join("\t".join(line) + "\n" for line in (tuple(header), *shown)), output)
        return
    from rich.console import Console

    console = Console(highlight=False)
    console.print(_fitting(header, shown, shutil.get_terminal_size().columns, () if columns else spare))


def _chosen(header: Sequence[str], rows: Rows, columns: Sequence[str]) -> tuple[Sequence[str], Rows]:
    if not columns:
        return header, rows
    known = [name.casefold() for name in header]
    for name in columns:
        if name.casefold() not in known:
            raise UnknownNameError("column", name, nearest(name, header), known=header)
    at = [known.index(name.casefold()) for name in columns]
    return [header[index] for index in at], [[row[index] for index in at] for row in rows]


def _fitting(header: Sequence[str], rows: Rows, width: int, spare: Sequence[str]) -> RenderableType:
    """A table of that width, without the columns that can be spared if it must be, or a list of the rows."""
    from rich.console import Group
    from rich.text import Text

    for number in range(len(spare) + 1):
        left_out = spare[:number]
        kept_header, kept_rows = _chosen(header, rows, [name for name in header if name not in left_out])
        table = _drawn(kept_header, kept_rows, width, least=_READABLE if number < len(spare) else 1)
        if table is not None:
            told = f"no room for {join_names(left_out)}; --columns chooses which are shown"
            return Group(table, Text(told, style="dim")) if left_out else table
    return _listed(header, rows)


def _drawn(header: Sequence[str], rows: Rows, width: int, *, least: int) -> RenderableType | None:
    """A table of that width; None where it would have to break words, or set long cells in fewer than ``least``."""
    from rich.table import Table
    from rich.text import Text

    room = width - _FRAME * len(header) - 1
    widths = _widths([[*column] for column in zip(header, *rows, strict=True)], room, least)
    if widths is None:
        return None
    table = Table(header_style="bold")
    for name, cells in zip(header, widths, strict=True):
        table.add_column(name.capitalize(), width=cells, overflow="fold")
    for row in rows:
        # Text: what stands in brackets is the essay's, not markup.
        table.add_row(*map(Text, row))
    return table


def _listed(header: Sequence[str], rows: Rows) -> RenderableType:
    """Each row below its first cell."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    parts: list[RenderableType] = []
    for row in rows:
        parts.append(Text(row[0], style="bold"))
        grid = Table.grid(padding=(0, 2))
        grid.add_column(no_wrap=True, style="dim")
        grid.add_column(overflow="fold")
        for name, cell in zip(header[1:], row[1:], strict=True):
            if cell:
                grid.add_row(name, Text(cell))
        parts.append(Padding(grid, (0, 0, 0, 2)))
    return Group(*parts)


def _widths(columns: Sequence[Sequence[str]], room: int, comfort: int) -> list[int] | None:
    """The width of each column, so that all fit and no word is broken; None if there is no room for that.

    A column with long cells gets ``comfort`` at least.

    The first column is what one types or looks for: it is as wide as it needs to be.
    """
    from rich.cells import cell_len

    most = [max(map(cell_len, cells)) for cells in columns]
    words = [max((cell_len(word) for cell in cells for word in cell.split()), default=1) for cells in columns]
    readable = [
        max(min(longest, _LONGEST_WORD), min(whole, comfort)) for longest, whole in zip(words, most, strict=True)
    ]
    least = [most[0], *readable[1:]]
    if sum(most) <= room:
        return most
    spare = room - sum(least)
    if spare < 0:
        return None
    wanted = [want - have for want, have in zip(most, least, strict=True)]
    return [have + spare * want // max(1, sum(wanted)) for have, want in zip(least, wanted, strict=True)]
