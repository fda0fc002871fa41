"""Bibliographies as documents: headings, sections, and what a law without a title is called."""

from __future__ import annotations

import re

import pytest

from anora_bib.csl import BUILTIN, Engine, Style
from anora_bib.csl.sections import Section, typeset
from anora_bib.model import Date, Entry, Name

FISHER = Entry.of(
    "book", author=(Name("Fisher", "Mark"),), title="Capitalist Realism", publisher="Zero Books", issued=Date.of(2009)
)
LAW = Entry.of("legislation", container_title="U.S.C.", volume="42", section="426")
SECTIONS = [Section("a.md & b", (FISHER,)), Section("empty.md", ())]

WHOLE = {
    "text": "a.md & b\n========\n\nFisher, Mark. Capitalist Realism. Zero Books, 2009.\n\nempty.md\n========\n\n",
    "markdown": "## a.md & b\n\nFisher, Mark. *Capitalist Realism*. Zero Books, 2009.\n\n## empty.md\n\n",
    "html": (
        '<h2>a.md &#38; b</h2>\n<div class="csl-bib-body">\n  <div class="csl-entry">Fisher, Mark. '
        "<i>Capitalist Realism</i>. Zero Books, 2009.</div>\n</div>\n\n<h2>empty.md</h2>\n"
    ),
    "latex": (
        "\\section*{a.md \\& b}\n\nFisher, Mark. \\emph{Capitalist Realism}. Zero Books, 2009.\n\n"
        "\\section*{empty.md}\n\n"
    ),
}
"""By the engines that do not tell how a style sets its entries out, and in formats that have no way to."""

ENGINES = pytest.mark.parametrize("engine", BUILTIN, ids=lambda engine: engine.name)


@ENGINES
@pytest.mark.parametrize("to", WHOLE)
def test_a_document_has_its_sections(engine: Engine, to: str) -> None:
    text = typeset(SECTIONS, engine, Style.load("mla"), to=to).text
    if to == "latex" and engine.name == "anora":
        text = re.sub(r"\{\\linespread.*\n\\begin\{list\}.*\n\\item\[\] |\\end\{list\}\}\n", "", text)
    assert text == WHOLE[to]


@ENGINES
def test_rtf_is_one_group(engine: Engine) -> None:
    text = typeset(SECTIONS, engine, Style.load("mla"), to="rtf").text
    assert text.startswith("{\\rtf1")
    assert text.count("{") == text.count("}")


@ENGINES
@pytest.mark.parametrize("style", ["mla", "chicago", "apa", "oscola", "vancouver", "film-essay", "bluebook"])
def test_a_law_without_title_is_never_an_empty_line(style: str, engine: Engine) -> None:
    text = typeset([Section("", (LAW,))], engine, Style.load(style)).text
    assert "42 U.S.C." in text
    assert "426" in text


@ENGINES
def test_what_is_ours_alone_is_printed_where_a_style_can(engine: Engine) -> None:
    page = FISHER.with_values(archived=Date.of(2024, 9, 21), URL="https://example.org/x", publisher=None)
    page = Entry("webpage", page.fields)
    assert "archived 21 September 2024" in typeset([Section("", (page,))], engine, Style.load("film-essay")).text


def test_no_entries_no_text() -> None:
    assert typeset([Section("", ())], BUILTIN[0], Style.load("mla")).text == ""
