"""What a text is written in, by signs that prose does not have."""

from __future__ import annotations

from pathlib import Path

import pytest

from anora_bib.inputs.sniffing import MOST_SNIFFED, UNREAD, mentions_item, sniff, unread_kind

SHOWN = [
    # format, text
    ("html", "<!DOCTYPE html>\n<html><body>Words.</body></html>"),
    ("html", "\ufeff\n<!-- saved -->\n<HTML lang='en'>"),
    ("html", "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0'>"),
    ("html", '<p class="first">He left.<sup><a href="#fn1">1</a></sup></p>'),
    ("xml", "<?xml version='1.0'?>\n<TEI xmlns='http://www.tei-c.org/ns/1.0'>"),
    ("bibtex", "@book{a, title = {A}}"),
    ("bibtex", "% Encoding: UTF-8\n\n@String(x = {y})\n"),
    ("ris", "TY  - BOOK\nTI  - A\nER  - \n"),
    ("enw", "%0 Journal Article\n%A Roe, Ann\n"),
    ("nbib", "PMID- 12345678\nOWN - NLM\n"),
    ("csl-json", '[\n  {"id": "a", "type": "book"}\n]'),
    ("csl-json", '{"items": []}'),
    ("ipynb", '{"cells": [], "nbformat": 4}'),
    ("yaml", "references:\n- id: a\n  type: book\n"),
    ("yaml", "---\nreferences:\n- id: a\n...\n"),
    ("yaml", "- id: a\n  type: book\n"),
    ("latex", "% a paper\n\\documentclass{article}\n\\begin{document}"),
    ("latex", "\\section{Doors}\nThe film ends."),
    ("latex", "It ends.\\footnote{Roe.} \\emph{Anora} is~\\autocite[12]{roe2001}."),
    ("org", "#+TITLE: Doors\n\nThe film ends."),
    ("rst", "Doors\n=====\n\nIt ends [1]_.\n\n.. [1] Roe, Ann.\n"),
    ("mediawiki", "== Plot ==\nIt ends.<ref>Roe, Ann. ''A Door''.</ref>"),
    ("markdown", "---\ntitle: Doors\nreferences:\n- id: a\n---\n\nThe film ends.\n"),
    ("markdown", "# Doors\n\nThe film[^1] ends.\n\n[^1]: Roe, Ann.\n"),
    ("markdown", "Notes:\n\n" + "<li>Roe, <em>Docks</em>, 2009.</li>\n" * 8),
    ("markdown", "See [the page](https://example.org) and **look**.\n"),
]

PROSE = [
    "",
    "The film ends at a door.[1]\n\n[1] Roe, Ann. A Door. Verso. 2001.\n",
    "[1] Roe, Ann. A Door. Verso. 2001.\n",
    "# One heading as scraped pages have it\n\nThe film ends.\n",
    "> quoted as in an e-mail\n\nYes.\n",
    "@anora wrote: see (this)\n",
    "{sic} is not JSON\n",
    "- a list\n- of things\n",
    "1 < 2 and <emph>so on</emph>\n",
    "In LaTeX one writes \\emph{word} for emphasis.\n",
    "a == b == c\n",
    "TY for reading\n",
    "---\n\nA rule, then words: and a colon.\n",
    "# Doors\n"
    + "[a link](https://example.org) "
    + "in long lines " * 20
    + "\n"
    + "that follow each other " * 20
    + "\n",
]


@pytest.mark.parametrize(("format", "text"), SHOWN)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_format_shows_itself(format: str, text: str, encoding: str) -> None:
    assert sniff(text.encode(encoding)) == format


@pytest.mark.parametrize("text", PROSE)
def test_prose_shows_none(text: str) -> None:
    assert sniff(text.encode("utf-8")) == ""


def test_the_shelf_is_read_as_its_endings_say() -> None:
    shelf = Path(__file__).parents[2] / "examples" / "shelf"
    assert {sniff(path.read_bytes()) for path in shelf.glob("*.txt")} == {""}


def test_only_the_beginning_is_looked_at() -> None:
    words = "Words. " * MOST_SNIFFED
    assert sniff(f"{words}\n\\documentclass{{article}}\n".encode()) == ""


def test_every_format_that_can_show_itself_is_read_or_has_a_name() -> None:
    read = {"html", "markdown", "bibtex", "ris", "csl-json", "yaml", "enw", "nbib"}
    assert {format for format, _ in SHOWN} <= read | set(UNREAD)
    assert unread_kind(".tex") == "LaTeX"
    assert unread_kind(".xyz") == ""


@pytest.mark.parametrize(
    ("text", "is_bibliography"),
    [
        ('{"name": "site", "type": "module"}', False),
        ("title: My site\ntheme: minima\n", False),
        ('[{"type":"book","title":"A"}]', True),
        ("- id: a\n  type: article-journal\n", True),
        ("references:\n- id: a\n", True),
        ("# mine\nreferences:\n- id: a\n", True),
        ("works:\n  a-door: {title: A Door, type: book}\n", False),
        ("- name: build\n  type: pipeline\n", False),
        ('{"prototype": "book"}', False),
        ("", False),
    ],
)
def test_data_is_a_bibliography_if_it_holds_an_item(text: str, is_bibliography: bool) -> None:
    assert mentions_item(text.encode(), frozenset({"book", "article-journal"})) is is_bibliography
