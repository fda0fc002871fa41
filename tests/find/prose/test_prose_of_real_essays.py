"""The five published essays: what their prose attributes, names and cites."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import anora_bib as ab
from anora_bib.model import Apparatus, Place, Relation

ESSAYS = Path(__file__).parents[4] / "shared" / "essays"
pytestmark = pytest.mark.skipif(not ESSAYS.is_dir(), reason="the published essays are not part of the project")


@cache
def essay(number: str) -> Apparatus:
    (path,) = ESSAYS.glob(f"{number}_*.txt")
    return ab.apparatus(ab.read(path))


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("001", []),
        (
            "002",
            [
                ("Variety", "outlet/variety", "Sean Baker", "4", False, True),
                ("Filmmaker Magazine", "outlet/filmmaker", "Sean Baker", "5", True, False),
                ("Baker", "person/sean-baker", "Sean Baker", "", False, False),
                ("IndieWire", "outlet/indiewire", "Sean Baker", "6", True, False),
                ("Werhun", "person/andrea-werhun", "Andrea Werhun", "", False, False),
                ("Variety", "outlet/variety", "", "7", False, True),
                ("Baker", "person/sean-baker", "Sean Baker", "", False, False),
            ],
        ),
        (
            "003",
            [
                ("Melissa Gira Grant", "work/playing-the-whore", "", "", False, False),
                ("Juno Mac and Molly Smith", "work/revolting-prostitutes", "", "", False, False),
            ],
        ),
        (
            "004",
            [
                ("L.A. Times", "outlet/los-angeles-times", "Sean Baker", "", True, True),
                ("Baker", "person/sean-baker", "Sean Baker", "", False, False),
            ],
        ),
    ],
)
def test_attributions(number: str, expected: list[tuple[str, str, str, str, bool, bool]]) -> None:
    assert [
        (one.name, one.source, one.speaker, one.marker, one.interview, one.quotation is not None)
        for one in essay(number).attributions
    ] == expected


@pytest.mark.parametrize(
    ("work", "numbers"),
    [
        ("pretty-woman", ["000", "001", "002", "004"]),
        ("tangerine", ["000", "001", "002", "003"]),
        ("the-stroll", ["000"]),
        ("secret-diary-of-a-call-girl", ["000"]),
        ("the-florida-project", ["002", "003"]),
        ("red-rocket", ["001", "002", "003"]),
        ("starlet", ["003"]),
        ("hustlers", ["000", "002"]),
        ("support-the-girls", ["002"]),
        ("modern-whore", ["002"]),
        ("the-substance", ["001"]),
        ("anora", ["000", "001", "002", "003", "004"]),
    ],
)
def test_mentions(work: str, numbers: list[str]) -> None:
    found = [
        number
        for number in ("000", "001", "002", "003", "004")
        if any(mention.record == f"work/{work}" for mention in essay(number).mentions)
    ]
    assert found == numbers


def test_every_mention_is_of_one_work() -> None:
    assert [mention.text for number in ("000", "001", "002", "003", "004") for mention in essay(number).mentions
            if not mention.record] == []  # fmt: skip


def test_markers_of_the_second_essay_cite_their_notes() -> None:
    citations = [one for one in essay("002").citations if one.place is Place.NOTE]
    assert [(one.marker, one.relation) for one in citations] == [
        ("4", Relation.INCLUDES_QUOTATION_FROM),
        ("5", Relation.CITES_AS_AUTHORITY),
        ("6", Relation.CITES_AS_AUTHORITY),
        ("7", Relation.INCLUDES_QUOTATION_FROM),
    ]


def test_every_listed_work_of_the_third_essay_has_evidence_in_its_text() -> None:
    found = essay("003")
    listed = {index for index, reference in enumerate(found.references) if reference.place is Place.WORKS_CITED}
    cited = {cite.reference for citation in found.citations for cite in citation.cites}
    assert cited == listed
    assert all(citation.evidence for citation in found.citations)
