"""Every writer, with labels that try to break out of its syntax."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

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
    """The tags and the words of a page, without those of its styles and scripts; ``labels`` are those of the index."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.labels: list[str] = []
        self.data = ""
        self._within = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        self._within = attributes.get("class") or attributes.get("id") or f"<{tag}>"
        if self._within == "label":
            self.labels.append("")

    def handle_endtag(self, tag: str) -> None:
        self._within = ""

    def handle_data(self, data: str) -> None:
        if self._within == "data":
            self.data += data
        elif self._within == "label":
            self.labels[-1] += data
        elif self._within not in ("<style>", "<script>"):
            self.words.append(data)


def test_html_stands_alone_and_keeps_labels_as_words() -> None:
    text = BUILTIN["html"](GRAPH)
    page = Page(text)
    own = Page(BUILTIN["html"](PLAIN))
    assert [tag for tag, _ in page.tags if tag == "script"] == ["script"] * 4
    assert {tag for tag, _ in page.tags} == {tag for tag, _ in own.tags}
    names = {name for _, attributes in page.tags for name in attributes}
    assert not [name for name in names if name.startswith("on") or name in ("src", "style")]
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//|url\(|@import""", text)
    assert sorted(page.labels) == sorted(LABELS)


def test_html_has_the_index_and_every_place() -> None:
    page = Page(BUILTIN["html"](PLAIN))
    assert page.labels == ["Fisher, Capitalist Realism", "Tangerine"]
    places = [attributes for tag, attributes in page.tags if tag == "li"]
    assert len(places) == len(PLAIN.rows)
    assert {attributes["data-relation"] for attributes in places} == {"discusses", "cites"}
    assert "as in Tangerine" in page.words


def test_html_shows_the_sentence_where_it_is_known() -> None:
    row = Row("e", Relation.CITES, "title/x", "X", 1, "excerpt", Place.NOTE, "All of the sentence.")
    words = Page(BUILTIN["html"](CitationGraph((row,)))).words
    assert "All of the sentence." in words
    assert "excerpt" not in words


def test_the_drawing_has_every_node_and_a_line_a_relation() -> None:
    for graph in (GRAPH, PLAIN):
        data = json.loads(Page(BUILTIN["html"](graph)).data)
        assert [label for label, _ in data["nodes"]] == list(graph.nodes().values())
        pairs = {(row.essay, row.relation, row.target) for row in graph.rows}
        assert len(data["links"]) == len(pairs)
        assert sum(places for *_, places in data["links"]) == len(graph.rows)


def test_what_is_vendored_is_what_the_script_fetches_and_has_its_licence() -> None:
    root = Path(__file__).parents[2]
    folder = root / "src" / "anora_bib" / "graph" / "writers" / "html" / "vendor"
    pinned = re.findall(r'"(d3-\w+)": \("([\d.]+)"', (root / ".ci" / "vendor-d3").read_text("utf-8"))
    assert re.findall(r"d3js\.org/(d3-\w+)/ v([\d.]+)", (folder / "d3-force.js").read_text("utf-8")) == pinned
    assert "Permission to use, copy, modify" in (folder / "LICENSE").read_text("utf-8")


@pytest.mark.parametrize("graph", [GRAPH, PLAIN], ids=["hostile", "plain"])
def test_gexf_has_every_node_and_row(graph: CitationGraph) -> None:
    read = networkx.read_gexf(io.BytesIO(BUILTIN["gexf"](graph).encode()))
    assert {node: read.nodes[node]["label"] for node in read} == dict(graph.nodes())
    rows = [(edge["relation"], edge["how"], edge["line"], edge["words"]) for *_, edge in read.edges(data=True)]
    wanted = [(str(row.relation), str(row.how), row.evidence_line, row.evidence_text) for row in graph.rows]
    assert sorted(rows) == sorted(wanted)


def test_vosviewer_has_a_link_for_each_pair() -> None:
    network = json.loads(BUILTIN["vosviewer"](PLAIN))["network"]
    labels = {item["id"]: item["label"] for item in network["items"]}
    assert [(labels[one["source_id"]], labels[one["target_id"]], one["strength"]) for one in network["links"]] == [
        ("000", "Tangerine", 2),
        ("000", "Fisher, Capitalist Realism", 1),
    ]
    assert [(item["label"], item["cluster"], item["weights"]) for item in network["items"]][:2] == [
        ("000", 1, {"Links": 2, "Places": 3}),
        ("001", 1, {"Links": 0, "Places": 0}),
    ]


def spread(essays: int, sources: int) -> CitationGraph:
    """Essays that each cite five sources, and one that all cite."""
    rows = [
        Row(f"e{essay}", Relation.CITES, f"title/{source}", f"Title {source}", 1, "", Place.NOTE)
        for essay in range(essays)
        for source in {0, *((essay * 5 + step) % sources for step in range(5))}
    ]
    return CitationGraph(tuple(rows))


SIZES = {"hostile": GRAPH, "plain": PLAIN, "50": spread(10, 40), "2000": spread(300, 1700)}


@pytest.mark.parametrize("graph", SIZES.values(), ids=SIZES)
def test_cards_of_a_canvas_stand_apart_in_their_groups(graph: CitationGraph) -> None:
    canvas = json.loads(BUILTIN["canvas"](graph))
    cards = [node for node in canvas["nodes"] if node["type"] == "text"]
    groups = [node for node in canvas["nodes"] if node["type"] == "group"]
    assert len(cards) == len(graph.nodes())
    assert len({node["id"] for node in canvas["nodes"]}) == len(canvas["nodes"])
    ids = {card["id"] for card in cards}
    assert {edge[end] for edge in canvas["edges"] for end in ("fromNode", "toNode")} <= ids
    assert len(canvas["edges"]) == len(graph.links())
    for boxes in (cards, groups):
        corners = [(box["x"], box["y"]) for box in boxes]
        assert len(set(corners)) == len(corners)
    for card in cards:
        assert [group for group in groups if inside(card, group)] != []
    wide = max(group["x"] + group["width"] for group in groups)
    high = max(group["y"] + group["height"] for group in groups)
    assert 0.3 < wide / high < 4 or len(cards) < 12


def inside(card: dict[str, int], group: dict[str, int]) -> bool:
    return all(
        group[at] < card[at] and card[at] + card[size] < group[at] + group[size]
        for at, size in (("x", "width"), ("y", "height"))
    )


def test_words_on_cards_are_no_markup() -> None:
    row = Row("a_b", Relation.CITES, "title/x", "# [x](javascript:alert(1)) <img src=x>", 1, "", Place.NOTE)
    texts = [node["text"] for node in json.loads(BUILTIN["canvas"](CitationGraph((row,))))["nodes"] if "text" in node]
    assert texts == ["**a\\_b**", "\\# \\[x\\](javascript:alert(1)) \\<img src=x\\>"]


@given(st.lists(st.text(), min_size=1, max_size=4, unique=True))
@settings(max_examples=60)
def test_whatever_a_label_holds_it_comes_back_as_it_was(labels: list[str]) -> None:
    graph = CitationGraph(
        tuple(Row("e", Relation.CITES, f"title/{n}", label, n, label, Place.NOTE) for n, label in enumerate(labels, 1)),
        ("e",),
    )
    wanted = [row.target_label for row in graph.rows]
    read = networkx.parse_graphml(BUILTIN["graphml"](graph), force_multigraph=True)
    assert [read.nodes[target]["label"] for target in graph.targets] == wanted
    assert [row["target_label"] for row in json.loads(BUILTIN["json"](graph))["rows"]] == wanted
    assert sorted(Page(BUILTIN["html"](graph)).labels) == sorted(wanted)
    quoted = [re.sub(r"\\(.)", r"\1", token[1:-1]) for token in dot_tokens(BUILTIN["dot"](graph)) if token[0] == '"']
    assert set(wanted) <= set(quoted)
    assert all(MERMAID_LINE.match(line) for line in BUILTIN["mermaid"](graph).splitlines()[1:])
    assert len(list(csv.reader(io.StringIO(BUILTIN["csv"](graph))))) == len(labels) + 1
    assert BUILTIN["table"](graph).count("\n") == len(graph.links()) + 1
