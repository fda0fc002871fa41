"""Live citations of whole essays, read and understood as any other."""

from __future__ import annotations

import pytest

from anora_bib import api
from anora_bib.live.syntax import BUILTIN

FISHER = "Fisher, Mark. Capitalist Realism. Zero Books. 2009."
KEY = "fisher2009capitalist"


def live(text: str, reader: str = "plain", syntax: str = "pandoc") -> str:
    return api.make_live(api.read_text(text, reader=reader), syntax=syntax).text


@pytest.mark.parametrize("reader", ["plain", "markdown"])
@pytest.mark.parametrize(
    ("text", "made"),
    [
        (f"The end of it.[1]\n\n[1] {FISHER}\n", f"The end of it [@{KEY}].\n\n"),
        (f"# All is open[1]\n\n[1] {FISHER}\n", f"# All is open [@{KEY}]\n\n"),
        (f"So he says.[1]\n\nNo more of it\n\n[1] {FISHER}\n", f"So he says [@{KEY}].\n\nNo more of it\n\n"),
        (f"So he says.[1]\n\n# Notes\n\n[1] {FISHER}\n", f"So he says [@{KEY}].\n\n"),
        (f"So he says.[1]\n\n# No more of it\n\n[1] {FISHER}\n", f"So he says [@{KEY}].\n\n# No more of it\n\n"),
    ],
    ids=["one line", "a title with a marker", "a short last line", "a heading of notes", "another heading"],
)
def test_only_the_heading_of_notes_goes_with_them(reader: str, text: str, made: str) -> None:
    assert live(text, reader) == made


@pytest.mark.parametrize("syntax", BUILTIN)
@pytest.mark.parametrize("reader", ["plain", "markdown"])
def test_line_ends_make_no_difference(reader: str, syntax: str) -> None:
    text = f"# Of the end\n\nSo he says\nand so.[1] Or\nnot.[2]\n\n# Notes\n\n[1] {FISHER}\n\n[2] Nobody\nknows.\n"
    made = live(text, reader, syntax)
    assert made != text
    assert live(text.replace("\n", "\r\n"), reader, syntax) == made.replace("\n", "\r\n")


@pytest.mark.parametrize("syntax", BUILTIN)
@pytest.mark.parametrize("reader", ["plain", "markdown"])
@pytest.mark.parametrize(
    "text",
    [
        f"# A title[1][2]\n\n# Notes\n[1] {FISHER}\n[2] See note 1. [1]\n",
        f"![A still.[1]](x.png)\n\nWords (Fisher 2009, 12).[2]\n\n[1] {FISHER}\n[2] As Fisher (2009) says.[1]\n",
        f"Words (see Fisher 2009).[1]\n\nNotes\n1. {FISHER}\n\nWorks Cited\n\n- {FISHER}\n",
        f"1\n\n[1] {FISHER}\n\n# Notes\n\n# Notes\n\n[1] {FISHER}\n",
    ],
)
def test_no_essay_is_edited_twice_in_one_place(text: str, reader: str, syntax: str) -> None:
    assert live(text, reader, syntax)


def test_words_that_stay_are_written_in_latex() -> None:
    text = f"So.[1] Or not.[2]\n\n[1] {FISHER}\n[2] Not so in C:\\temp ^ ~ 9 % of {{times}}.\n"
    made = live(text, syntax="latex")
    assert (
        r"\footnote{Not so in C:\textbackslash{}temp \textasciicircum{} \textasciitilde{} 9 \% of \{times\}.}" in made
    )
