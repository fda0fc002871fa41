"""Bibliographies as documents: headings, sections, and what a law without a title is called."""

from __future__ import annotations

import re

import pytest

from anora_bib.csl import BUILTIN, Engine, Style
from anora_bib.csl.process.items.abbreviations import Abbreviations
from anora_bib.csl.process.items.selection import Selection
from anora_bib.csl.sections import Asked, Section, typeset
from anora_bib.errors import InputError, UnsupportedError
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


FILM = Entry.of("motion_picture", key="film", title="The Long Quay", issued=Date.of(2003))
BOOK = Entry.of("book", key="book", title="A Book of Lamps", issued=Date.of(2001), keyword="light, oil", annote="Good.")
PIECE = Entry.of(
    "article-journal", key="piece", title="Wicks", issued=Date.of(2002), container_title="Journal of Lamps"
)


def headings(*parts: tuple[str, str], annotate: str = "") -> list[tuple[str, list[str]]]:
    """What stands under each heading, in a style that numbers entries."""
    made = typeset(
        [Section("", (FILM, BOOK, PIECE))], BUILTIN[0], Style.load("ieee"), to="text", asked=Asked(parts, annotate)
    ).text
    blocks = made.replace("\n\n\n", "\n\n").strip().split("\n\n")
    out: list[tuple[str, list[str]]] = []
    for block in blocks:
        if "\n=" in block:
            out.append((block.split("\n")[0], []))
        else:
            out[-1][1].append(block)
    return out


def test_parts_have_headings_and_one_numbering() -> None:
    assert headings(("Films", "type:motion_picture"), ("Others", "*")) == [
        ("Films", ["[1] The Long Quay, (2003)."]),
        ("Others", ["[2] A Book of Lamps. 2001.", "[3] “Wicks,” Journal of Lamps, 2002."]),
    ]


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ("type:book,type:motion_picture", ["film", "book"]),
        ("!type:book", ["film", "piece"]),
        ("keyword:oil", ["book"]),
        ("container-title", ["piece"]),
        ("type:book, !keyword:oil", []),
        ("title:Wicks", ["piece"]),
    ],
)
def test_conditions_in_short(conditions: str, expected: list[str]) -> None:
    selection = Selection.parse(conditions)
    assert [entry.key for entry in (FILM, BOOK, PIECE) if selection.takes(entry)] == expected


def test_a_condition_names_a_field() -> None:
    with pytest.raises(InputError, match="names no field; write FIELD:VALUE"):
        Selection.parse(":book")


def test_annotations_stand_below_their_entries() -> None:
    [(_, [entry])] = headings(("Books", "type:book"), annotate="annote")
    assert entry == "[2] A Book of Lamps. 2001.\nGood."


def test_short_forms_come_from_a_list() -> None:
    short = Abbreviations({"default": {"container-title": {"Journal of Lamps": "J. Lamps"}}})
    made = typeset([Section("", (PIECE,))], BUILTIN[0], Style.load("nature"), asked=Asked(abbreviations=short)).text
    assert made.strip() == "1. Wicks. J. Lamps (2002)."


def test_an_engine_that_makes_no_parts_says_so() -> None:
    with pytest.raises(UnsupportedError, match="makes no parts, annotations and abbreviations"):
        typeset(SECTIONS, BUILTIN[1], Style.load("mla"), asked=Asked(annotate="note"))


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
