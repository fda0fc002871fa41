"""The pages: everything is there, every link leads somewhere, and nothing of an essay becomes markup."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import anora_bib as ab
from anora_bib.diagnostics import Diagnostic, Severity
from anora_bib.lint.rules.builtin import BUILTIN
from anora_bib.reports import Findings
from anora_bib.reports.base import PagedReport
from anora_bib.reports.html import report
from anora_bib.reports.pages import Page
from anora_bib.system import resources
from anora_bib.text.spans import Position, SourceSpan

HOSTILE = (
    "# A <script>alert(1)</script> \"title' \x1b[2J\n\n"
    "By <img src=x onerror=alert(1)>\n\n"
    "She told </p></details><b onclick='x()'>Variety</b>5 that “it is so” {{ 7 * 7 }} {% raw %}.\n\n"
    '> “A quotation" onmouseover="alert(1)\n\n'
    "[^1]: javascript:alert(1) <!-- --> ]]> </style></script>\n"
)


class Read(HTMLParser):
    """What a browser would make of a page: its tags in order, ids, links, and text; tags must be closed in order."""

    VOID = frozenset({"meta", "link", "input", "hr", "br"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.within: list[str] = []
        self.feed(page)
        self.close()
        assert self.within == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.within.pop() == tag

    def handle_data(self, data: str) -> None:
        if "script" not in self.within and "style" not in self.within:
            self.text.append(data)

    @property
    def ids(self) -> list[str]:
        return [str(attributes["id"]) for _, attributes in self.tags if "id" in attributes]

    @property
    def links(self) -> list[str]:
        return [str(attributes["href"]) for tag, attributes in self.tags if tag == "a"]

    @property
    def words(self) -> str:
        return " ".join("".join(self.text).split())


def shelf() -> Findings:
    pages: list[Page] = []
    found: list[Diagnostic] = []
    for path in sorted(resources.shelf().iterdir()):
        understood = ab.apparatus(ab.read(path))
        pages.append(Page.of_essay(understood))
        found += ab.check(understood)
    return Findings(found, len(pages), pages=pages)


def of_text(text: str, reader: str = "markdown") -> Findings:
    understood = ab.apparatus(ab.read_text(text, reader=reader, path="an <essay>.md"))
    return Findings(ab.check(understood, pedantic=True), 1, pages=[Page.of_essay(understood)])


def missing(at: int, path: str = "e.md", message: str = "a word is missing") -> Diagnostic:
    return Diagnostic("X1", "x", message, path, SourceSpan(at, at), Position(1, at + 1), Position(1, at + 1))


SHELF = shelf()
WHOLE = report(SHELF, BUILTIN)


def pages_of(found: Findings, form: str) -> list[str]:
    return [report(found, BUILTIN)] if form == "one" else [*report.files(found, BUILTIN, index="i.html").values()]


CLEAN = {tag for form in ("one", "many") for page in pages_of(SHELF, form) for tag, _ in Read(page).tags}


def test_it_is_one_of_many_files_or_one() -> None:
    assert isinstance(report, PagedReport)


def test_every_finding_has_a_card_and_a_place() -> None:
    ids = Read(WHOLE).ids
    for number in range(1, len(SHELF) + 1):
        assert ids.count(f"f{number}") == 1
        assert ids.count(f"m{number}") == 1


def test_ids_are_told_apart_and_links_lead_somewhere() -> None:
    page = Read(WHOLE)
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


def test_markers_lead_to_notes() -> None:
    page = Read(report(of_text("It is so.[^1]\n\n[^1]: Roe, Jane. *Lamps*. 2009.\n")))
    (marker,) = [attributes for tag, attributes in page.tags if tag == "a" and attributes.get("class") == "marker"]
    assert str(marker["href"]).removeprefix("#") in page.ids


def test_markers_lead_to_the_notes_of_their_chapter() -> None:
    chapter = "## {}\n\nIt is so.[1]\n\n### Notes\n\n[1] Roe, Jane. *{}*. 2009.\n\n"
    text = chapter.format("One", "Lamps") + chapter.format("Two", "Docks")
    tags = Read(report(of_text(text))).tags
    leading = [at["href"] for tag, at in tags if tag == "a" and at.get("class") == "marker"]
    assert len(leading) == len({*leading}) == 2


@pytest.mark.parametrize("path", sorted(resources.shelf().iterdir()), ids=lambda path: path.name)
def test_the_text_is_there_word_for_word(path: Path) -> None:
    essay = ab.read(path)
    words = re.sub(r"\W+", "", essay.text)
    assert words in re.sub(r"\W+", "", Read(report(Findings([], 1, pages=[Page.of_essay(ab.apparatus(essay))]))).words)


def test_evidence_and_fixes_are_told() -> None:
    words = Read(WHOLE).words
    for one in SHELF:
        assert " ".join(one.message.split()) in words
        assert all(" ".join(sentence.split()) in words for sentence in one.evidence)
        assert one.fix is None or " ".join(one.fix.title.split()) in words


@pytest.mark.parametrize("form", ["one", "many"])
@pytest.mark.parametrize("text", [HOSTILE, f"<h1>x</h1><p>{HOSTILE}</p>"], ids=["markdown", "html"])
def test_nothing_of_an_essay_becomes_markup(text: str, form: str) -> None:
    found = of_text(text, "html" if text.startswith("<") else "markdown")
    for page in pages_of(found, form):
        read = Read(page)
        tags = {tag for tag, _ in read.tags}
        names = {name for _, attributes in read.tags for name in attributes}
        assert tags <= CLEAN | {"pre", "blockquote", "h4", "h5", "h6"}
        assert [tag for tag, _ in read.tags].count("script") == 2, "the walk, and the filters"
        assert not [name for name in names if name.startswith("on") or name == "style"]
        assert all(link.startswith("#") or link.endswith(".html") for link in read.links)
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f]", page)


SIGNS = [
    "<",
    ">",
    "&amp;",
    "</p>",
    "<script>",
    '"',
    "'",
    "*",
    "5",
    "”",
    "{{ x }}",
    "{%",
    "\x1b",
    "\u202e",
    "<!--",
    "]]>",
]
BLOCKS = [
    "\n\n",
    "\n- ",
    "# ",
    "> ",
    "[^1]",
    "\n\n[^1]: Roe 2009.\n",
    "word ",
    "![",
    "](x.png)",
    "```\n",
    "---\n",
    " 4 ",
]
PIECES = st.sampled_from([*SIGNS, *BLOCKS])


@given(st.lists(PIECES, max_size=25).map("".join), st.sampled_from(["markdown", "plain", "html"]))
@settings(max_examples=40)
def test_any_text_gives_a_sound_page_with_all_of_its_words(text: str, reader: str) -> None:
    found = of_text(f"So {text}", reader)
    page = Read(report(found, BUILTIN))
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert [tag for tag, _ in page.tags].count("script") == 2
    essay = found.pages[0].document
    letters = [sign for sign in essay.text if sign.isalnum()]
    shown = iter("".join(page.text))
    assert all(letter in shown for letter in letters), "in their order"


TAGS = {
    "A <em>fine</em> film": "A fine film",
    "so<br>it <span class='x'>is</span>": "so it is",
    "CO<sub>2</sub> <a href='javascript:x'>go</a>": "CO2 go",
    "a < b and <script>x</script>": "a < b and <script>x</script>",
    "`<em>` is typed": "`<em>` is typed",
    "<div>\n\nwithin\n\n</div>": "within",
    "```\n<p>code</p>\n```": "``` <p>code</p> ```",
}


@pytest.mark.parametrize("text", TAGS)
def test_tags_in_markdown_that_only_say_how_words_look_are_not_printed(text: str) -> None:
    page = report(of_text(text), BUILTIN)
    body = page[page.index('<div class="row">') : page.index("</section>", page.index('<div class="row">'))]
    printed = re.sub(
        r'<(span|pre) class="(?:[^"]*\bmarkup|line-break|part tags|signs)">.*?</\1>', "", body, flags=re.DOTALL
    )
    assert " ".join("".join(Read(printed.replace("<br>", " ")).text).split()) == TAGS[text]
    assert {tag for tag, _ in Read(page).tags} <= CLEAN | {"br"}


def test_messages_are_untrusted_as_well() -> None:
    page = report(Findings([missing(0, message="<script>alert(1)</script>")], 1))
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_policy_allows_what_is_in_the_page_and_nothing_else() -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', WHOLE)
    assert policy
    assert policy[1].startswith("default-src &#39;none&#39;;")
    for tag, number in (("style", 2), ("script", 2)):
        inline = re.findall(rf"<{tag}>(.*?)</{tag}>", WHOLE, re.DOTALL)
        digests = (base64.b64encode(hashlib.sha256(part.encode()).digest()).decode() for part in inline)
        allowed = " ".join(f"&#39;sha256-{digest}&#39;" for digest in digests)
        assert len(inline) == number
        assert f"{tag}-src {allowed}" in policy[1]


def test_nothing_is_loaded() -> None:
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//|url\(|@import""", WHOLE)


def test_something_missing_is_shown_between_the_words() -> None:
    essay = ab.apparatus(ab.read_text("It so.", path="e.md"))
    page = report(Findings([missing(3), missing(6)], 1, pages=[Page.of_essay(essay)]))
    assert re.sub("<[^>]+>", "", re.search(r'<p class="part.*?</p>', page, re.DOTALL)[0]) == "It ‸so.‸"  # type: ignore[index]


FRONT = """---
title: Doors
layout: post
---

So.
"""


@pytest.mark.parametrize(
    ("source", "at", "folded"),
    [
        (FRONT, 40, '<details class="front">'),
        (FRONT, 5, '<details class="front" open>'),
        (FRONT.replace("---", "+++").replace(": ", " = "), 40, '<details class="front">'),
        (FRONT.removeprefix("---"), 5, ""),
    ],
    ids=["nothing is found in it", "something is", "in TOML", "no front matter"],
)
def test_front_matter_is_folded_unless_something_is_found_in_it(source: str, at: int, folded: str) -> None:
    essay = ab.apparatus(ab.read_text(source, reader="markdown", path="e.md"))
    page = report(Findings([missing(at)], 1, pages=[Page.of_essay(essay)]))
    assert "".join(re.findall(r'<details class="front"[^>]*>', page)) == folded
    assert "layout" in page


def test_a_file_without_a_text_has_its_findings() -> None:
    page = Read(report(Findings([missing(0, "paper.tex")], 2)))
    assert "1 finding in 1 of 2 files" in page.words
    assert "paper.tex" in page.words


def test_a_long_bibliography_shows_the_entries_in_question() -> None:
    source = "\n".join(f"@book{{key{number}, title = {{Title {number}}}}}" for number in range(400))
    at = source.index("key250")
    words = Read(report(Findings([missing(at, "refs.bib")], 1, pages=[Page.of_source("refs.bib", source)]))).words
    assert "Title 250" in words
    assert "Title 249" not in words
    assert "250 parts without a finding left out" in words
    assert "149 parts without a finding left out" in words


def test_all_fine() -> None:
    page = Read(report(Findings([], 3)))
    assert "All fine: 3 files" in page.words
    assert not [attributes for _, attributes in page.tags if attributes.get("id") == "tools"]


def test_many_files_and_an_index_lead_to_each_other() -> None:
    files = report.files(SHELF, BUILTIN, index="report.html")
    index, *names = files
    assert index == "report.html"
    assert [name for name in names if not re.fullmatch(r"report-files/\d{4}-[\w-]+\.html", name)] == []
    assert set(names) == {link for link in Read(files[index]).links if link.endswith(".html")}
    for name in names:
        there = {f"report-files/{link}" for link in Read(files[name]).links if link.endswith(".html")}
        assert there - {"report-files/../report.html"} <= set(names)
        assert "report-files/../report.html" in there


def test_the_table_of_files_begins_with_those_that_have_findings() -> None:
    pages = [Page.of_source(name, "One.\n") for name in ("a.md", "b.md", "c.md")]
    found = Findings([missing(0, "c.md")], 3, {}, pages=pages)
    listed = re.findall(r'<th scope="row"><a [^>]*>(\w\.md)', report.files(found, index="report.html")["report.html"])
    assert listed == ["c.md", "a.md", "b.md"]


@pytest.mark.parametrize("path", ["../../etc/passwd", "C:\\x\\con.md", "a b/ü<>.md", "", "…"])
def test_names_of_files_are_harmless(path: str) -> None:
    for name in report.files(Findings([missing(0, path)], 1), index="i.html"):
        assert re.fullmatch(r"i\.html|i-files/\d{4}[\w-]*\.html", name, re.ASCII)


def severities(pages: Sequence[str]) -> list[str]:
    return re.findall(r'class="card (\w+)"', "".join(pages))


def test_the_worst_of_two_colours_a_word() -> None:
    essay = ab.apparatus(ab.read_text("It is so.", path="e.md"))
    word = SourceSpan(3, 5)
    found = [
        Diagnostic("X1", "x", "m", "e.md", word, Position(1, 4), Position(1, 6), severity)
        for severity in (Severity.INFO, Severity.ERROR)
    ]
    page = report(Findings(found, 1, pages=[Page.of_essay(essay)]))
    assert severities([page]) == ["info", "error"]
    assert 'class="mark error"' in page
