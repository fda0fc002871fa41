"""Elements whose closing tags are left out."""

from __future__ import annotations

import time

import pytest

from anora_bib.model import BlockKind
from anora_bib.readers.html import HtmlReader
from anora_bib.text.spans import TextSpan


def blocks(page: str) -> list[tuple[BlockKind, int, str]]:
    essay = HtmlReader().read(page.encode(), "e.html")
    return [(block.kind, block.level, block.span.of(essay.text)) for block in essay.blocks]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>One<p>Two", ["One", "Two"]),
        ("<ul><li>One<li>Two<ul><li>Three</ul></ul>", ["One", "Two", "Three"]),
        ("<dl><dt>One<dd>Two<dt>Three<dd>Four</dl>", ["One", "Two", "Three", "Four"]),
        ("<table><tr><th>One<td>Two<tr><td>Three</table>", ["One", "Two", "Three"]),
    ],
)
def test_one_begins_where_the_one_before_ends(page: str, words: list[str]) -> None:
    assert [text for _, _, text in blocks(page)] == words


def test_a_list_inside_an_item_does_not_end_it() -> None:
    item = BlockKind.LIST_ITEM
    assert blocks("<ul><li>One<ul><li>Two</ul><li>Three</ul>") == [
        (item, 1, "One"),
        (item, 2, "Two"),
        (item, 1, "Three"),
    ]


def test_white_space_is_kept_only_inside_pre() -> None:
    assert [text for _, _, text in blocks("<pre>a  b</pre><p>c  d</p>")] == ["a  b", "c d"]


@pytest.mark.parametrize(
    "unit",
    ["<dt>A<dd>Roe, Jane. ", "<tr><td>A<td>B", "<li>A", "<div>A", "<em>A ", "<p>A</em>", "<blockquote>A", "<ol><li>A"],
)
def test_pages_without_closing_tags_take_time_in_their_length(unit: str) -> None:
    def seconds(length: int) -> float:
        start = time.process_time()
        HtmlReader().read((unit * (length // len(unit))).encode(), "e.html")
        return time.process_time() - start

    seconds(1000)
    long, short = (min(seconds(length) for _ in range(2)) for length in (100_000, 25_000))
    assert long < 20 * max(short, 0.02)


def test_a_character_reference_has_its_own_place_in_the_file() -> None:
    page = "<p>One</p>\n<p>&ldquo;Two&rdquo; &amp; so on</p>"
    essay = HtmlReader().read(page.encode(), "e.html")
    start = essay.text.index("“")
    assert essay.document.position(start) == (2, 4)
    for words, written in [("“Two”", "&ldquo;Two&rdquo;"), ("Two", "Two"), ("” &", "&rdquo; &amp;"), ("“", "&ldquo;")]:
        start = essay.text.index(words)
        span = essay.source_span(TextSpan(start, start + len(words)))
        assert page[span.start : span.end] == written
