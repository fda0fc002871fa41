"""Indents, spacing and margins of a bibliography, as a style asks, in the formats that have a way to say them."""

from __future__ import annotations

import pytest

from anora_bib.csl import Arrangement, Document, Processor, Style
from anora_bib.csl.anora import Anora
from anora_bib.csl.sections import Section, typeset
from anora_bib.model import Entry

ENTRIES = tuple(Entry("book", {}).with_values(title=f"Title {number}") for number in range(11))


def style(options: str, *, numbered: bool = False) -> Style:
    number = '<text variable="citation-number" prefix="[" suffix="]"/>' if numbered else ""
    return Style.load(
        f"""<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>A</title></info>
        <citation><layout><text variable="title"/></layout></citation><bibliography {options}>
        <layout>{number}<text variable="title"/></layout></bibliography></style>"""
    )


def test_a_processor_and_a_document_tell_how_entries_are_set_out() -> None:
    made = style('hanging-indent="true" line-spacing="2" entry-spacing="0"')
    items = [{"id": "a", "type": "book", "title": "T"}]
    expected = Arrangement(hanging_indent=True, line_spacing=2, entry_spacing=0)
    assert Processor(made, items).arrangement == expected
    assert Document(made, items).arrangement == expected


def test_the_longest_first_field_is_measured() -> None:
    items = [{"id": str(number), "type": "book", "title": "T"} for number in range(11)]
    processor = Processor(style('second-field-align="flush"', numbered=True), items)
    processor.bibliography()
    assert processor.arrangement == Arrangement(second_field_align="flush", max_offset=len("[11]"))


def test_a_style_without_a_bibliography_sets_nothing_out() -> None:
    without = Style.load(
        """<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><info><title>N</title></info>
        <citation><layout><text variable="title"/></layout></citation></style>"""
    )
    assert Processor(without, []).arrangement is None
    assert typeset([Section("", ENTRIES[:1])], Anora(), without, to="latex").text == "Title 0\n"


HANGING, MARGIN, FLUSH = 'hanging-indent="true"', 'second-field-align="margin"', 'second-field-align="flush"'
SET: tuple[tuple[str, str, list[str], list[str]], ...] = (
    ("html", HANGING, ["<style>", "text-indent: -2em", "margin-top"], ["float"]),
    ("html", HANGING + ' entry-spacing="0" line-spacing="2"', ["line-height: 2.7"], ["margin-top"]),
    ("html", FLUSH, [".csl-left-margin { float: left; }", "margin-left: 3.4em"], ["text-indent"]),
    ("html", MARGIN, ["margin-left: -3.4em"], []),
    ("latex", HANGING, [r"\setlength{\itemindent}{-2em}", r"\item[] Title 0"], [r"\linespread"]),
    ("latex", FLUSH, [r"\settowidth{\labelwidth}{0000}", r"\item[{[1]}] Title 0"], []),
    ("latex", 'line-spacing="2"', [r"{\linespread{2}", r"\end{list}}"], []),
    ("rtf", HANGING, [r"{\pard\li720\fi-720\sa240 Title 0"], [r"\tx"]),
    ("rtf", "", [r"{\pard\sa240 Title 0"], [r"\fi"]),
    ("rtf", FLUSH + ' entry-spacing="0" line-spacing="2"', [r"\tx720\sl480\slmult1\sa0 [1]\tab Title 0"], []),
    ("rtf", MARGIN, [r"{\pard\li0\fi-720\tx0"], []),
    ("markdown", HANGING, ["::: {.references .csl-bib-body .hanging-indent"], []),
    ("text", HANGING, ["Title 0\n\nTitle 1\n"], ["{"]),
)  # fmt: skip


@pytest.mark.parametrize(("to", "options", "there", "absent"), SET)
def test_outputs_set_entries_out(to: str, options: str, there: list[str], absent: list[str]) -> None:
    made = style(options, numbered="second" in options)
    text = typeset([Section("", ENTRIES)], Anora(), made, to=to, arranged=True).text
    assert [part for part in there if part not in text] == []
    assert [part for part in absent if part in text] == []


@pytest.mark.parametrize("to", ["html", "markdown"])
def test_markup_that_takes_more_is_to_be_asked_for(to: str) -> None:
    text = typeset([Section("", ENTRIES)], Anora(), style(HANGING), to=to).text
    assert "<style>" not in text
    assert ":::" not in text
