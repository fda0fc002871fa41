"""Comma-separated values, one line for each place that cites.

A spreadsheet runs a cell that begins with ``=``, ``+``, ``-`` or ``@`` as a formula, and titles come from strangers;
such a cell gets an apostrophe in front, as OWASP's page on CSV injection advises. JSON and GraphML keep the bare words.
"""

from __future__ import annotations

import csv
import io

from anora_bib.graph.model import CitationGraph

HEADER = ("essay", "relation", "target", "target_label", "line", "text", "how")

_FORMULA = ("=", "+", "-", "@")


def write(graph: CitationGraph) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for row in graph.rows:
        cells = (row.essay, str(row.relation), row.target, row.target_label, str(row.evidence_line), row.evidence_text)
        writer.writerow([_inert(cell) for cell in (*cells, str(row.how))])
    return out.getvalue()


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
