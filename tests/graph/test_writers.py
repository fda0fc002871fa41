"""Every writer, with labels that try to break out of its syntax."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from html.parser import HTMLParser

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.graph import CitationGraph, Row
from anora_bib.graph.writers import BUILTIN, table
from anora_bib.model import Place, Relation

HOSTILE = (
    'say "no"',
    "<script>alert(1)</script>",
    "a | b ` c --> d",
    "line\nbreak",
    "=HYPERLINK(1)",
    "+1",
    "-1",
    "@cmd",
    "back\\slash\\",
    "end",
    "]; evil [",
    "&quot;",
    "#35;",
    "]]>",
    "\x1b[2J",
    "Ünïcode “quoted” ’n’ 中文",
    "{braces} %% comment",
    "",
)


def hostile_graph() -> CitationGraph:
    rows = [
        Row("a \"b'", Relation.DISCUSSES, f"title/{label}", label, line, label, Place.MENTION)
        for line, label in enumerate(HOSTILE, start=1)
    ]
    return CitationGraph((*rows, rows[0]), ("a \"b'", "--> x"))


GRAPH = hostile_graph()
LABELS = list(GRAPH.targets.values())
PLAIN = CitationGraph(
    (
        Row("000", Relation.DISCUSSES, "work/tangerine", "Tangerine", 2, "as in Tangerine", Place.MENTION),
        Row("000", Relation.CITES, "key/fisher2009", "Fisher, Capitalist Realism", 4, "Fisher 3", Place.PARENTHESIS),
        Row("000", Relation.DISCUSSES, "work/tangerine", "Tangerine", 7, "Tangerine again", Place.MENTION),
    ),
    ("000", "001"),
)


@pytest.mark.parametrize("name", BUILTIN)
def test_an_empty_graph_can_be_written(name: str) -> None:
    assert BUILTIN[name](CitationGraph())


@pytest.mark.parametrize("name", BUILTIN)
def test_text_ends_with_one_line_break_and_holds_no_control_character(name: str) -> None:
    text = BUILTIN[name](GRAPH)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", text)


@pytest.mark.parametrize("name", BUILTIN)
def test_writing_is_deterministic(name: str) -> None:
    assert BUILTIN[name](hostile_graph()) == BUILTIN[name](GRAPH)


def test_table() -> None:
    assert BUILTIN["table"](PLAIN).splitlines() == [
        "essay  relation   target                      lines  how",
        "000    discusses  Tangerine                   2, 7   mention",
        "000    cites      Fisher, Capitalist Realism  4      parenthesis",
    ]


def test_the_cells_of_the_table_are_there_for_others_to_draw() -> None:
    assert table.rows(PLAIN)[0] == ("000", "discusses", "Tangerine", "2, 7", "mention")
    assert all(len(row) == len(table.HEADER) for row in table.rows(GRAPH))


def test_the_index_has_cells_as_well() -> None:
    assert table.index(PLAIN) == [("Fisher, Capitalist Realism", "000 l. 4"), ("Tangerine", "000 l. 2, 7")]


def test_csv_keeps_every_row_and_makes_formulas_inert() -> None:
    header, *rows = csv.reader(io.StringIO(BUILTIN["csv"](GRAPH)))
    assert len(rows) == len(GRAPH.rows)
    for cells, row in zip(rows, GRAPH.rows, strict=True):
        label = dict(zip(header, cells, strict=True))["target_label"]
        assert not label.startswith(("=", "+", "-", "@"))
        assert label.removeprefix("'") == row.target_label


def test_json_keeps_the_bare_words() -> None:
    data = json.loads(BUILTIN["json"](GRAPH))
    assert [row["target_label"] for row in data["rows"]] == [row.target_label for row in GRAPH.rows]
    assert data["essays"] == list(GRAPH.essays)
    assert data["index"][-1].keys() == {"target", "label", "cited_by"}


@pytest.mark.parametrize("graph", [GRAPH, PLAIN], ids=["hostile", "plain"])
def test_graphml_comes_back_the_same(graph: CitationGraph) -> None:
    written = graph.to_networkx()
    read = networkx.parse_graphml(BUILTIN["graphml"](graph), force_multigraph=True)
    assert read.is_directed()
    assert {node: read.nodes[node] for node in read} == {node: written.nodes[node] for node in written}

    def edges(graph: networkx.Graph[str]) -> list[tuple[str, str, tuple[tuple[str, object], ...]]]:
        found = graph.edges(data=True)
        return sorted((start, end, tuple(sorted(about.items()))) for start, end, about in found)

    assert edges(read) == edges(written)


DOT_TOKEN = re.compile(r'\s+|"(?:[^"\\]|\\.)*"|->|[{}\[\]=;,]|[A-Za-z_]\w*')


def dot_tokens(text: str) -> list[str]:
    """The tokens of a DOT file; fails on anything that is none."""
    found, position = [], 0
    while position < len(text):
        match = DOT_TOKEN.match(text, position)
        assert match, f"no token at {text[position : position + 30]!r}"
        position = match.end()
        if match[0].strip():
            found.append(match[0])
    return found


def test_dot_is_made_of_whole_tokens_and_names_its_nodes() -> None:
    tokens = dot_tokens(BUILTIN["dot"](GRAPH))
    assert tokens[:3] == ["digraph", "citations", "{"]
    assert tokens[-1] == "}"
    assert tokens.count("->") == len(GRAPH.links())
    unquoted = [re.sub(r"\\(.)", r"\1", token[1:-1]) for token in tokens if token.startswith('"')]
    assert set(LABELS) <= set(unquoted)
    assert {token for token in tokens if token[0].isalpha()} <= {
        *("digraph", "citations", "rankdir", "LR", "node", "shape", "plaintext", "label", "box")
    }


MERMAID_LINE = re.compile(r'  (?:n\d+(?:\["([^"]*)"\]|\("([^"]*)"\))|n\d+ -->\|"([^"]*)"\| n\d+)$')


def test_mermaid_lines_are_nodes_or_arrows_and_labels_are_inert() -> None:
    first, *lines = BUILTIN["mermaid"](GRAPH).splitlines()
    assert first == "flowchart LR"
    labels = []
    for line in lines:
        match = MERMAID_LINE.match(line)
        assert match, line
        label = next(group for group in match.groups() if group is not None)
        bare = re.sub(r"#\d+;", "", label)
        assert not re.search(r"""[<>|`"#;&{}\[\]\\%=:]""", bare), line
        labels.append(html.unescape(re.sub(r"#(\d+);", r"&#\1;", label)))
    assert set(LABELS) <= set(labels)


class Page(HTMLParser):
    """The tags and the words of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.words: list[str] = []
        self.cells: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "td":
            self.cells.append("")
        self.links += [name for name, _ in attrs if name in ("src", "href") or name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if self.cells:
            self.cells[-1] += data.rstrip("\n")


def test_html_stands_alone_and_keeps_labels_as_words() -> None:
    text = BUILTIN["html"](GRAPH)
    page = Page(text)
    assert "script" not in page.tags
    assert not page.links
    assert "http://" not in text
    assert "https://" not in text
    assert {label for label in LABELS if label} <= set(page.words)


def test_html_has_the_index_and_every_place() -> None:
    text = BUILTIN["html"](PLAIN)
    assert "<dt>Tangerine</dt>\n<dd>cited by 000 l. 2, 7</dd>" in text
    assert text.count("<tr>") == 1 + len(PLAIN.rows)


@given(st.lists(st.text(), min_size=1, max_size=4, unique=True))
@settings(derandomize=True, deadline=None, max_examples=60)
def test_whatever_a_label_holds_it_comes_back_as_it_was(labels: list[str]) -> None:
    graph = CitationGraph(
        tuple(Row("e", Relation.CITES, f"title/{n}", label, n, label, Place.NOTE) for n, label in enumerate(labels, 1)),
        ("e",),
    )
    wanted = [row.target_label for row in graph.rows]
    read = networkx.parse_graphml(BUILTIN["graphml"](graph), force_multigraph=True)
    assert [read.nodes[target]["label"] for target in graph.targets] == wanted
    assert [row["target_label"] for row in json.loads(BUILTIN["json"](graph))["rows"]] == wanted
    assert Page(BUILTIN["html"](graph)).cells[3::6] == wanted
    quoted = [re.sub(r"\\(.)", r"\1", token[1:-1]) for token in dot_tokens(BUILTIN["dot"](graph)) if token[0] == '"']
    assert set(wanted) <= set(quoted)
    assert all(MERMAID_LINE.match(line) for line in BUILTIN["mermaid"](graph).splitlines()[1:])
    assert len(list(csv.reader(io.StringIO(BUILTIN["csv"](graph))))) == len(labels) + 1
    assert BUILTIN["table"](graph).count("\n") == len(graph.links()) + 1
