"""Trees of nodes: finding and leaving out parts of them, and the text the writer makes of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.csl import RUNS, Processor, Run, Style, runs
from anora_bib.csl.output.formats import format_named
from anora_bib.csl.output.links import address
from anora_bib.csl.output.nodes import (
    QUOTED,
    Address,
    Mark,
    Output,
    RenderedName,
    RenderedNames,
    RenderedYear,
    find,
    find_all,
    walk,
    without,
)
from anora_bib.csl.output.runs import FormattedText
from anora_bib.csl.output.writer import Part, Writer
from anora_bib.csl.values.richtext import ENGLISH
from anora_bib.csl.values.typography import Typography
from tests.csl.snippets import Around, cite, entries, entry, framed, style

ITALIC: Mark = ("font-style", "italic")
BOLD: Mark = ("font-weight", "bold")


def written(node: Output, *, to: str = "text", inside: bool = True, marks: tuple[Mark, ...] = ()) -> str:
    return format_named(to).write(Writer(Typography(ENGLISH, inside)).write([("", node)], marks))


TREES: dict[str, tuple[Output, str]] = {
    "a string": ("T", "T"),
    "a leaf": (framed("T"), "T"),
    "affixes": (framed("T", "(", ")"), "(T)"),
    "children": (framed(["A", "B"]), "AB"),
    "a delimiter": (framed(["A", "B", "C"], delimiter=", "), "A, B, C"),
    "all of it": (framed([framed("A", "[", "]"), "B"], "(", ")", " – "), "([A] – B)"),
    "a delimiter of one": (framed(["A"], delimiter=", "), "A"),
    "nested delimiters": (framed([framed(["A", "B"], delimiter="/"), "C"], delimiter="; "), "A/B; C"),
    "quotation marks": (framed("T", marks=(QUOTED,)), "“T”"),
    "quotation marks and a comma": (framed([framed("T", suffix=",", marks=(QUOTED,)), " U"]), "“T,” U"),
    "a delimiter moves inside": (framed([framed("T", marks=(QUOTED,)), "U"], delimiter=", "), "“T,” U"),
    "a doubled mark": (framed([framed("T.", suffix="."), "U"], delimiter=". "), "T. U"),
}


@pytest.mark.parametrize(("node", "text"), TREES.values(), ids=TREES)
def test_the_text_of_a_tree(node: Output, text: str) -> None:
    assert written(node) == text


def test_marks_nest_the_first_innermost_and_leave_out_affixes() -> None:
    assert written(framed("T", "(", ")", marks=(ITALIC, BOLD)), to="html") == "(<b><i>T</i></b>)"
    assert written(framed("T", "(", ")", marks=(ITALIC, QUOTED)), to="html") == "(“<i>T</i>”)"


def test_affixes_are_escaped_as_text_is() -> None:
    assert written(framed("a", "<", "&", marks=(ITALIC,)), to="html") == "&#60;<i>a</i>&#38;"
    assert written(framed(["a", "b"], delimiter=" & "), to="latex") == r"a \& b"
    assert written(framed("a", "{", "}"), to="rtf") == r"\{a\}"


def test_nothing_meets_between_two_parts_of_a_line() -> None:
    writer = Writer(Typography(ENGLISH, punctuation_in_quote=True))
    parts: list[Part] = [("a", framed("A", suffix=".")), ("", "; "), ("b", framed("B", prefix=". "))]
    assert format_named("text").write(writer.write(parts)) == "A.; . B"
    assert format_named("text").write(writer.write([("b", framed("B", prefix=". "))])) == ". B"


def test_marks_around_a_whole_line() -> None:
    assert written("T", to="html", marks=(ITALIC, BOLD)) == "<b><i>T</i></b>"
    assert written("T", to="html", marks=(QUOTED, BOLD)) == "<b>“T”</b>"
    assert written("T", to="html", marks=(("font-style", "normal"),)) == "T"


WORDS = st.text("abc", min_size=1, max_size=3)
TREE = st.recursive(
    WORDS,
    lambda inner: st.builds(
        framed,
        st.lists(inner, min_size=1, max_size=3),
        st.sampled_from(["", "(", ". ", " "]),
        st.sampled_from(["", ")", ".", ", ", " ", "?"]),
        st.sampled_from(["", ", ", "; ", " ", "."]),
        st.sampled_from([(), (ITALIC,), (BOLD, QUOTED), (QUOTED,)]),
    ),
    max_leaves=8,
)


def words(node: Output) -> str:
    if isinstance(node, str):
        return node
    return "".join(words(child) for child in node.children)


@settings(max_examples=80)
@given(tree=TREE, inside=st.booleans())
def test_whatever_the_tree_its_words_come_in_their_order_and_no_mark_is_doubled(tree: Output, inside: bool) -> None:
    text = written(tree, inside=inside)
    assert "".join(char for char in text if char.isalpha()) == words(tree)
    assert text.count("“") == text.count("”")
    for mark in "?,;":
        assert mark * 2 not in text


# -- blocks

NOTED = {"title": "Tangerine", "note": "In colour", "publisher": "Magnolia"}
BLOCKS = '<text variable="title" display="block" {}/><text variable="note" display="block" {}/>'


def blocks(inside: str, around: Around) -> list[str]:
    """The text of each block of an entry that has nothing but blocks."""
    made = entry(inside, NOTED, around, to="html")
    body = made.strip().removeprefix('<div class="csl-entry">').removesuffix("</div>")
    lines = [line.strip() for line in body.split("\n") if line.strip()]
    assert all(line.startswith('<div class="csl-block">') and line.endswith("</div>") for line in lines)
    return [line.removeprefix('<div class="csl-block">').removesuffix("</div>").strip() for line in lines]


BLOCK_MARKS = [
    # attributes of two blocks, what they print
    ("", 'prefix=". "', ["Tangerine.", "In colour"]),
    ("", 'prefix=", "', ["Tangerine,", "In colour"]),
    ('suffix="."', 'prefix=". "', ["Tangerine.", "In colour"]),
    ('suffix="."', 'prefix=", "', ["Tangerine.,", "In colour"]),
    ('font-style="italic"', 'prefix=". "', ["<i>Tangerine</i>.", "In colour"]),
    ("", 'prefix="("', ["Tangerine", "(In colour"]),
]


@pytest.mark.parametrize(("first", "second", "printed"), BLOCK_MARKS)
def test_a_mark_that_a_block_begins_with_ends_the_block_before_it(first: str, second: str, printed: list[str]) -> None:
    assert blocks(BLOCKS.format(first, second), Around()) == printed


@pytest.mark.parametrize(
    ("second", "printed"),
    [("", "In colour."), ('suffix="."', "In colour."), ('suffix="!"', "In colour.!"), ('suffix=")"', "In colour).")],
)
def test_the_suffix_of_a_layout_ends_the_last_block_once(second: str, printed: str) -> None:
    assert blocks(BLOCKS.format("", second), Around(layout='suffix="."')) == ["Tangerine", printed]


@pytest.mark.parametrize(("suffix", "end"), [(".", "."), (".]", ".]"), (",", ".,")])
def test_the_suffix_of_a_layout_meets_that_of_text_behind_a_block(suffix: str, end: str) -> None:
    inside = '<text variable="title" display="block"/><text variable="note" suffix="."/>'
    made = entry(inside, NOTED, Around(layout=f'suffix="{suffix}"'), to="html")
    assert made.endswith(f"</div>\nIn colour{end}</div>")


# -- parentheses

NESTED = {
    "in a parenthesis": (
        '<group prefix="(" suffix=")"><text variable="title"/><text variable="publisher" prefix=" (" suffix=")"/>'
        "</group>",
        "(Tangerine (Magnolia))",
        "(Tangerine [Magnolia])",
    ),
    "in a parenthesis in one": (
        '<group prefix="(" suffix=")"><text variable="title"/><group prefix=" (" suffix=")">'
        '<text variable="publisher"/><text variable="note" prefix=" (" suffix=")"/></group></group>',
        "(Tangerine (Magnolia (In colour)))",
        "(Tangerine [Magnolia (In colour)])",
    ),
    "side by side": (
        '<text variable="title" prefix="(" suffix=")"/><text variable="publisher" prefix=" (" suffix=")"/>',
        "(Tangerine) (Magnolia)",
        "(Tangerine) (Magnolia)",
    ),
    "from a prefix to a suffix": (
        '<text variable="title" prefix="("/><text variable="publisher" prefix=" (" suffix="))"/>',
        "(Tangerine (Magnolia))",
        "(Tangerine [Magnolia])",
    ),
}


@pytest.mark.parametrize(("inside", "parentheses", "brackets"), NESTED.values(), ids=NESTED)
def test_parentheses_inside_parentheses_are_brackets_in_notes(inside: str, parentheses: str, brackets: str) -> None:
    note, text = Around(kind="note"), Around(kind="in-text")
    assert cite(inside, NOTED, note) == brackets
    assert cite(inside, NOTED, text) == entry(inside, NOTED, note) == entry(inside, NOTED, text) == parentheses


def test_parentheses_of_a_field_stay() -> None:
    inside = '<group prefix="(" suffix=")"><text variable="title"/></group>'
    assert cite(inside, {"title": "Tangerine (a film)"}, Around(kind="note")) == "(Tangerine (a film))"


# -- trees

YEAR = framed("2001", data=RenderedYear("2001"))
NAME = framed("Doe", data=RenderedName("Doe"))
NAMES = framed([NAME, framed("Roe", data=RenderedName("Roe"))], delimiter=", ", data=RenderedNames("author", [], None))
ROOT = framed(["x", framed([NAMES], "("), framed([framed([YEAR], suffix=")")], marks=(ITALIC,))], delimiter=" ")


def test_nodes_are_walked_in_reading_order() -> None:
    kinds = [type(node.data) for node in walk(ROOT) if node.data is not None]
    assert kinds == [RenderedNames, RenderedName, RenderedName, RenderedYear]
    assert [data.text for _, data in find_all(ROOT, RenderedName)] == ["Doe", "Roe"]
    assert walk(ROOT)[0] is ROOT
    assert walk("x") == []


def test_the_first_node_with_data_of_a_kind_is_found() -> None:
    assert find(ROOT, RenderedName) == (NAME, NAME.data)
    assert find(ROOT, RenderedNames) == (NAMES, NAMES.data)
    assert find(NAME, RenderedName) == (NAME, NAME.data)
    assert find(ROOT, Address) is None
    assert find("x", RenderedName) is None


def test_a_node_is_left_out_with_those_that_held_nothing_else() -> None:
    less = without(ROOT, YEAR)
    assert less is not None
    assert (written(ROOT), written(less)) == ("x (Doe, Roe 2001)", "x (Doe, Roe")
    assert without(YEAR, YEAR) is None
    assert without(framed([framed([YEAR])]), YEAR) is None
    assert find(ROOT, RenderedYear) == (YEAR, YEAR.data), "the tree itself stays"


# -- links and runs

ADDRESSES = [
    ("URL", "https://e.org/a b", "https://e.org/a%20b"),
    ("URL", "HTTP://E.ORG", "HTTP://E.ORG"),
    ("URL", " https://e.org ", "https://e.org"),
    ("URL", "https://e.org/%20", "https://e.org/%20"),
    ("URL", "e.org", ""),
    ("URL", "ftp://e.org", ""),
    ("URL", "data:text/html,x", ""),
    ("URL", "", ""),
    ("DOI", "10.1000/182", "https://doi.org/10.1000/182"),
    ("DOI", "DOI: 10.1000/182", "https://doi.org/10.1000/182"),
    ("DOI", "10.1000/<1>", "https://doi.org/10.1000/%3C1%3E"),
    ("PMID", "PMID: 123", "https://www.ncbi.nlm.nih.gov/pubmed/123"),
    ("PMCID", "PMC3", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3"),
]


@pytest.mark.parametrize(("variable", "text", "target"), ADDRESSES)
def test_the_address_of_a_variable(variable: str, text: str, target: str) -> None:
    assert address(variable, text) == target


@settings(max_examples=80)
@given(variable=st.sampled_from(["URL", "DOI", "PMID", "PMCID"]), text=st.text(max_size=12))
def test_an_address_is_of_the_web_and_ends_in_no_format(variable: str, text: str) -> None:
    for whole in (text, f"https://{text}"):
        found = address(variable, whole)
        assert not found or found.lower().startswith(("http://", "https://"))
        assert not set(found) & set("<>\"'{}\\^`| \n\t")
        assert found.isascii()


RUN_TREES: dict[str, tuple[Output, list[Run]]] = {
    "plain": (framed("T"), [Run("T")]),
    "a mark and its affixes": (framed("T", "(", ")", marks=(ITALIC,)), [Run("("), Run("T", italic=True), Run(")")]),
    "two marks": (framed("T", marks=(ITALIC, BOLD)), [Run("T", italic=True, bold=True)]),
    "neighbours alike": (framed([framed("A", marks=(BOLD,)), framed("B", marks=(BOLD,))]), [Run("AB", bold=True)]),
    "neighbours unlike": (
        framed([framed("A", marks=(BOLD,)), framed("B", marks=(ITALIC,))]),
        [Run("A", bold=True), Run("B", italic=True)],
    ),
    "a mark in a mark": (
        framed(["a", framed("b", marks=(ITALIC,)), "c"], marks=(BOLD,)),
        [Run("a", bold=True), Run("b", bold=True, italic=True), Run("c", bold=True)],
    ),
}


@pytest.mark.parametrize(("node", "expected"), RUN_TREES.values(), ids=RUN_TREES)
def test_the_runs_of_a_tree(node: Output, expected: list[Run]) -> None:
    segments = Writer(Typography(ENGLISH, punctuation_in_quote=True)).write([("", node)])
    for format in (RUNS, format_named("html")):
        assert runs(FormattedText.of(format.write(segments), segments)) == expected


def test_no_runs_of_no_text() -> None:
    assert runs("") == []


@settings(max_examples=80)
@given(text=st.text(max_size=20))
def test_runs_of_any_text_at_all(text: str) -> None:
    segments = Writer(Typography(ENGLISH, punctuation_in_quote=True)).write([("", framed(text, marks=(BOLD,)))])
    made = RUNS.write(segments)
    assert made == text
    assert runs(FormattedText.of(made, segments)) == ([Run(text, bold=True)] if text else [])
    assert runs(text) == ([Run(text)] if text else [])


def test_every_entry_has_its_id() -> None:
    items = [{"id": name, "title": name.upper()} for name in ("b", "a")]
    made = Processor(Style.load(style('<text variable="title"/>')), items, to="text").bibliography()
    assert [(entry.id, entry.text) for entry in made] == [("b", "B"), ("a", "A")]
    assert entries('<text variable="title"/>', items) == ["B", "A"]


# -- numbers and affixes that leave nothing to meet

EMPTY: dict[str, tuple[Output, str]] = {
    "a leaf without text": (framed("", suffix="."), "."),
    "one at the end": (framed([framed("", suffix=".")], suffix="."), "."),
    "one after text": (framed(["T.", framed("", suffix=".")], suffix="?"), "T.?"),
    "one in quotation marks": (framed([framed("", marks=(QUOTED,), suffix=",")], suffix=":"), "“”,:"),
    "a node without children": (framed([], "(", ")"), "()"),
    "one inside another": (framed([framed([framed([], suffix=",")], suffix=",")], suffix="."), ",."),
}


@pytest.mark.parametrize("inside", [True, False])
@pytest.mark.parametrize(("node", "text"), EMPTY.values(), ids=EMPTY)
def test_affixes_around_nothing(node: Output, text: str, inside: bool) -> None:
    made = written(node, inside=inside)
    assert made.replace("“,”", "“”,") == text
