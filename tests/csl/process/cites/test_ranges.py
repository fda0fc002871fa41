"""Numbers at the end of cites, odd ones too, and what is printed where nothing is left."""

from __future__ import annotations

import pytest

from anora_bib.csl import Processor, Style
from anora_bib.csl.output.formats import FORMATS
from anora_bib.csl.output.nodes import Node, Rangeable
from anora_bib.csl.process.cites.ranges import Unit, ends_in_number, only_number, split_number, with_ranges
from tests.csl.snippets import Around, citations, style

ODD = ["-", "–", "--", "&", ",", "-,-"]
"""Numbers that are nothing but signs."""


@pytest.mark.parametrize("to", [format.name for format in FORMATS])
@pytest.mark.parametrize("number", ODD)
def test_a_number_of_signs_only_breaks_nothing(number: str, to: str) -> None:
    inside = (
        '<group suffix="."><number variable="volume" suffix=","/></group><text variable="volume" quotes="true"'
        ' prefix=" " suffix=":"/><group delimiter="; "><text variable="volume"/><text variable="locator"/></group>'
    )
    around = Around(citation='collapse="citation-number"', layout='suffix="." delimiter=", "')
    items = [{"id": "1", "type": "book", "volume": number, "title": "T"}, {"id": "2", "type": "bill", "volume": number}]
    processor = Processor(Style.load(style(inside, around)), items, to=to)
    assert [entry.id for entry in processor.bibliography()] == ["1", "2"]
    assert all(processor.citations([{"citationItems": [{"id": "1", "locator": number}, {"id": "2"}]}]))


def test_a_citation_without_a_printed_form_says_so_as_text() -> None:
    cites = [[{"id": "1", "suppress-author": True}]]
    assert citations('<text variable="note"/>', [{"title": "T"}], cites, to="latex") == [r"[NO\_PRINTED\_FORM]"]


def test_the_end_of_nothing_is_no_number() -> None:
    assert only_number(Node([])) is None
    assert split_number(Node([])) is None
    assert split_number(Node(["x", Node([])])) is None
    assert not ends_in_number(Node([Node([])]))


def unit(item: str, value: int) -> Unit:
    number = Rangeable("citation-number", value, ", ", "–")
    made = Unit(item, Node(str(value), data=number), number)
    made.delimiter = ", " if item != "a" else ""
    return made


def test_three_numbers_in_a_row_are_a_range_and_two_are_not() -> None:
    assert [item for item, _ in with_ranges([unit("a", 1), unit("b", 2)])] == ["a", "", "b"]
    made = with_ranges([unit("a", 1), unit("b", 2), unit("c", 3), unit("d", 5)])
    assert [item for item, _ in made] == ["a", "", "c", "", "d"]
    assert [output for _, output in made if isinstance(output, str)] == ["–", ", "]
