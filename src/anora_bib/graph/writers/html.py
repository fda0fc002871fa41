"""One self-contained page: the cross-reference index, then every place. No script, nothing from the network."""

from __future__ import annotations

from collections.abc import Iterable

from anora_bib.documents.dialects import html
from anora_bib.graph.model import CitationGraph

_HEADER = ("Essay", "Line", "Relation", "Target", "How", "Words")

_HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Who cites whom</title>
<style>
body { font-family: Georgia, serif; line-height: 1.45; max-width: 75em; margin: 2em auto; padding: 0 1em; }
table { border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: 0.2em 1em 0.2em 0; border-bottom: 1px solid #ccc; }
dt { font-weight: bold; }
</style>
</head>
<body>
<h1>Who cites whom</h1>
"""


def write(graph: CitationGraph) -> str:
    """The graph as one HTML page: the index of targets, then a table of all rows."""
    return "".join((_HEAD, *_index(graph), *_table(graph), "</body>\n</html>\n"))


def _index(graph: CitationGraph) -> Iterable[str]:
    yield '<h2 id="index">Index</h2>\n<dl>\n'
    for item in graph.index():
        yield f"<dt>{html.text(item.label)}</dt>\n<dd>cited by {html.text(item.places_text)}</dd>\n"
    yield "</dl>\n"


def _table(graph: CitationGraph) -> Iterable[str]:
    yield '<h2 id="places">Places</h2>\n<table>\n<thead>\n'
    yield f"{_cells('th', _HEADER)}</thead>\n<tbody>\n"
    for row in graph.rows:
        where = (row.essay, str(row.evidence_line), str(row.relation))
        yield _cells("td", (*where, row.target_label, str(row.how), row.evidence_text))
    yield "</tbody>\n</table>\n"


def _cells(tag: str, texts: Iterable[str]) -> str:
    return f"<tr>{''.join(f'<{tag}>{html.text(text)}</{tag}>' for text in texts)}</tr>\n"
