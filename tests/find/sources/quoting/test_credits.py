"""Names behind quoted words: the author in a parenthesis, the name under a motto."""

from __future__ import annotations

import pytest

from anora_bib.find.sources.attributions import find_attributions
from anora_bib.model import Apparatus, Entry, Essay, Name, Place, Reference
from anora_bib.records.record_set import RecordSet
from anora_bib.text.spans import Span
from tests.find.support import paragraphs, stressed, with_prose

CITED = (Name("Roe", "Jane"), Name("Doe", "Al"), Name("Poe", "Bo"))


def read(text: str) -> list[tuple[str, str]]:
    """The quoted words that somebody speaks, with the speaker, in an essay that cites three authors."""
    references = tuple(Reference(Entry.of("book", author=(name,)), Place.WORKS_CITED, Span(0, 0)) for name in CITED)
    essay = Essay.of("e.txt", text, "text", emphases=stressed(text))
    cut = with_prose(Apparatus(essay, references=references, body=paragraphs(text)))
    found = find_attributions(cut, RecordSet())
    return [(one.quotation.of(text), one.speaker or one.name) for one in found if one.quotation]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was “all fog” (Roe, 12).", [("all fog", "Jane Roe")]),
        ("It was “all fog” (Roe 12).", [("all fog", "Jane Roe")]),
        ("It was “all fog” (Roe and Doe, 2011, p. 12).", [("all fog", "Jane Roe and Al Doe")]),
        ("It was “all fog” (Roe et al., 12–14).", [("all fog", "Jane Roe")]),
        ("It was “all fog” (Roe, *Quays*, 12).", [("all fog", "Jane Roe")]),
        ("It was “all fog.” (Roe, xii)", [("all fog.", "Jane Roe")]),
        ("For Al Doe, it was plain: “all was fog” (Roe, 12).", [("all was fog", "Jane Roe")]),
        ("Al Doe writes that “all was fog” (Roe, 12).", [("all was fog", "Al Doe")]),
        ("It was “all fog” (Voe, 2011, 12).", [("all fog", "Voe")]),
        ("It was “all fog” (Roe, pg. 12).", [("all fog", "Jane Roe")]),
        ("It was “all fog”(Roe, 12).", [("all fog", "Jane Roe")]),
        ("It was “all fog” in the harbour (Roe, 12).", [("all fog", "Jane Roe")]),
        ("«Todo es niebla aquí». Poe, B. *Muelles*. Hull", [("Todo es niebla aquí", "Poe")]),
        ("„Alles war Nebel hier.“\nIda Voe am 12. Mai 2017 in Hull", [("Alles war Nebel hier.", "Ida Voe")]),
        ("“All was fog here.”\nIda Voe, docker, to the *Herald*", [("All was fog here.", "Ida Voe")]),
        ("“All was fog here.”\nIda Voe had said nothing of it before.", []),
        ("“All was fog here.”\nHull in May", []),
        ("It was “all fog” (Voe, 713-714).", [("all fog", "Voe")]),
        ("It was “all fog” (Figure 12).", []),
        ("It was “all fog” (Roe left in 12 days).", []),
        ("It was “all fog” (Voe, 12).", [("all fog", "Voe")]),
        ("It was “all fog” (May, 12).", []),
        ("It was “all fog and stone” [@voe2005, 320].", [("all fog and stone", "Voe")]),
        ("It was “all fog and stone” [@voe2005; @poe2006].", []),
        ("“All was fog and stone.” — Bo Poe", [("All was fog and stone.", "Bo Poe")]),
        ("“All was fog and stone.” -- *Bo Poe*, docker", [("All was fog and stone.", "Bo Poe")]),
        ("« Tout est brume ici ! » -\nÈve Foe, militante", [(" Tout est brume ici ! ", "Ève Foe")]),
        ("“All was fog and stone” – Bo Poe saw it.", []),
        ("It was “all fog and stone” – Bo Poe.", []),
    ],
)  # fmt: skip
def test_credits(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected
