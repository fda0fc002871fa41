"""GEXF 1.2, for Gephi: every row an edge (https://gexf.net/schema.html)."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from anora_bib.graph.model import ESSAY, CitationGraph, Row

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
<meta><creator>anora-bib</creator><description>Who cites whom</description></meta>
<graph mode="static" defaultedgetype="directed">
<attributes class="node" mode="static">
<attribute id="kind" title="kind" type="string"/>
</attributes>
<attributes class="edge" mode="static">
<attribute id="relation" title="relation" type="string"/>
<attribute id="how" title="how" type="string"/>
<attribute id="line" title="line" type="integer"/>
<attribute id="words" title="words" type="string"/>
</attributes>
"""


def write(graph: CitationGraph) -> str:
    """The graph as GEXF: a node carries its kind, an edge what its row says."""
    return "".join((_HEAD, *_nodes(graph), *_edges(graph), "</graph>\n</gexf>\n"))


def _nodes(graph: CitationGraph) -> Iterator[str]:
    yield "<nodes>\n"
    for node, label in graph.nodes().items():
        kind = node.partition("/")[0]
        yield f"<node id={quoteattr(node)} label={quoteattr(label)}>{_values(('kind', kind))}</node>\n"
    yield "</nodes>\n"


def _edges(graph: CitationGraph) -> Iterator[str]:
    yield "<edges>\n"
    for number, row in enumerate(graph.rows):
        ends = f"source={quoteattr(ESSAY + row.essay)} target={quoteattr(row.target)}"
        yield f'<edge id="{number}" {ends} label={quoteattr(str(row.relation))}>{_said(row)}</edge>\n'
    yield "</edges>\n"


def _said(row: Row) -> str:
    words = ("words", row.sentence or row.evidence_text)
    return _values(("relation", str(row.relation)), ("how", str(row.how)), ("line", str(row.evidence_line)), words)


def _values(*named: tuple[str, str]) -> str:
    values = (f"<attvalue for={quoteattr(name)} value={quoteattr(value)}/>" for name, value in named)
    return f"<attvalues>{''.join(values)}</attvalues>"
