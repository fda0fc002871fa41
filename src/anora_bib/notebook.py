"""What a notebook shows of a thing: a line of facts and a small table, as HTML without styles or scripts of its own.

Every text is that of an essay or of a library, and so untrusted: it is made printable, cut short and escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from itertools import islice
from typing import Final

from anora_bib.text.characters import counted, printable_line

ROWS: Final = 20
"""Rows that a table shows; how many more there are stands below it."""

_LONGEST: Final = 300
"""Characters of a cell: a long title or the words of a note, not a page."""


def cell(text: str) -> str:
    """A text, as the content of an element."""
    line = printable_line(text)
    return escape(line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…")


def card(title: str, *parts: str) -> str:
    """A title, which is a text, and under it parts, which are HTML."""
    return f"<div><p><strong>{cell(title)}</strong></p>{''.join(parts)}</div>"


def facts(named: Iterable[tuple[str, str]]) -> str:
    """A table of two columns: what each is called, and its text."""
    rows = "".join(f'<tr><th style="text-align: left">{cell(name)}</th>{_data(text)}</tr>' for name, text in named)
    return f"<table><tbody>{rows}</tbody></table>" if rows else ""


def table(header: Sequence[str], rows: Iterable[Sequence[str]], total: int) -> str:
    """The first rows of a table, and how many more of the ``total`` there are."""
    head = "".join(f'<th style="text-align: left">{cell(name)}</th>' for name in header)
    body = "".join(f"<tr>{''.join(map(_data, row))}</tr>" for row in islice(rows, ROWS))
    more = f"<p>and {counted(total - ROWS, 'more', 'more')}</p>" if total > ROWS else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}" if total else ""


def _data(text: str) -> str:
    return f'<td style="text-align: left">{cell(text)}</td>'


Formatter = Callable[[object], str]


class References:
    """How a notebook shows an entry as a formatted reference: in a way that the rooms above put here.

    The data of an entry lie below the CSL engine, and know nothing of it.
    """

    def __init__(self) -> None:
        self._format: Formatter | None = None

    def use(self, format: Formatter) -> None:
        """Show entries as ``format`` does, which makes HTML of one."""
        self._format = format

    def shown(self, entry: object) -> str:
        """The formatted reference as HTML, "" where nothing formats."""
        return self._format(entry) if self._format else ""


REFERENCES: Final = References()
