"""Comma-separated values, one line for each place that cites.

A spreadsheet runs a cell as a formula that begins with ``=``, ``+``, ``-``, ``@`` (of full width, too), a tab or a
carriage return, and titles come from strangers; such a cell gets an apostrophe in front, as OWASP's page on CSV
injection advises. JSON and GraphML keep the bare words.
"""

from __future__ import annotations

import csv
import io
from dataclasses import fields

from anora_bib.graph.model import CitationGraph, Row

HEADER = tuple(field.name for field in fields(Row) if field.name != "sentence")
"""The columns: a cell has room for an excerpt, not for a sentence."""

_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t", "\r")


def write(graph: CitationGraph) -> str:
    """The rows of the graph as CSV with a header; no cell is read as a formula by a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for row in graph.rows:
        writer.writerow([_inert(str(getattr(row, name))) for name in HEADER])
    return out.getvalue()


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
