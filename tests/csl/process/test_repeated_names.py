"""What is said once of several works of the same names, and where they are not the same."""

from __future__ import annotations

import pytest

from anora_bib.csl import Processor, Style
from tests.csl.snippets import Around, Item, citations, entries

TWO = [{"family": "Luz", "given": "Una"}, {"family": "Frank", "given": "Ida"}]
THREE = [*TWO, {"family": "Abe", "given": "Ken"}]
YEAR = '<date variable="issued"><date-part name="year"/></date>'
CITE = f'<group delimiter=" "><names variable="author"/>{YEAR}<text variable="status"/></group>'


@pytest.mark.parametrize("rule", ["complete-all", "complete-each"])
def test_names_cut_by_et_al_are_not_those_that_are_all(rule: str) -> None:
    around = Around(
        bibliography=f'et-al-min="3" et-al-use-first="2" subsequent-author-substitute="---" '
        f'subsequent-author-substitute-rule="{rule}"'
    )
    items: list[Item] = [{"author": THREE}, {"author": TWO}, {"author": TWO}]
    same = "---" if rule == "complete-all" else "---, ---"
    assert entries('<names variable="author"/>', items, around) == [
        "Una Luz, Ida Frank, et al.",
        "Una Luz, Ida Frank",
        same,
    ]


DOE = [{"family": "Doe"}]
OWN = Around(citation='collapse="year"', layout='delimiter="; "')
AFTER = Around(citation='collapse="year" after-collapse-delimiter=" + "', layout='delimiter="; "')
ITEMS: list[Item] = [
    {"id": "old", "author": DOE, "issued": {"date-parts": [[2000]]}},
    {"id": "new", "author": DOE, "issued": {"date-parts": [[2016]]}},
    {"id": "press", "author": DOE, "status": "in press"},
    {"id": "unsigned", "issued": {"date-parts": [[1950]]}},
    {"id": "roe", "author": [{"family": "Roe"}], "issued": {"date-parts": [[1999]]}},
]
COLLAPSED: dict[tuple[Around, tuple[str, ...]], str] = {
    (OWN, ("old", "new", "press")): "Doe 2000, 2016, in press",
    (OWN, ("old", "press", "roe")): "Doe 2000, in press; Roe 1999",
    (AFTER, ("old", "new", "roe")): "Doe 2000, 2016 + Roe 1999",
    (AFTER, ("roe", "unsigned")): "Roe 1999; 1950",
}


@pytest.mark.parametrize(("around", "ids"), COLLAPSED)
def test_what_follows_names_that_are_left_out_is_in_their_group(around: Around, ids: tuple[str, ...]) -> None:
    assert citations(CITE, ITEMS, [[{"id": id} for id in ids]], around) == [COLLAPSED[around, ids]]


AUTHORS = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>A</title></info>
<citation><layout><group delimiter=", "><names variable="author"><substitute><names variable="editor"/>
<text variable="title"/></substitute></names><date variable="issued"><date-part name="year"/></date>
<names variable="translator" prefix="[" suffix="]"/></group></layout></citation></style>"""
TRANSLATOR = [{"family": "Low", "given": "Cy"}]
ALONE: dict[str, tuple[Item, str]] = {
    "author": ({"author": DOE, "translator": TRANSLATOR}, "Doe"),
    "editor in its place": ({"editor": DOE, "translator": TRANSLATOR}, "Doe"),
    "title in its place": ({"title": "Rivers", "translator": TRANSLATOR}, "Rivers"),
    "nothing in its place": ({"translator": TRANSLATOR}, "2004"),
}


@pytest.mark.parametrize("case", ALONE)
def test_the_author_alone_is_no_translator(case: str) -> None:
    values, expected = ALONE[case]
    item = {"id": "a", "type": "book", "issued": {"date-parts": [[2004]]}, **values}
    processor = Processor(Style.load(AUTHORS), [item], to="text")
    cluster = {"citationItems": [{"id": "a"}], "properties": {"noteIndex": 0, "mode": "author-only"}}
    assert processor.citations([cluster]) == [expected]
