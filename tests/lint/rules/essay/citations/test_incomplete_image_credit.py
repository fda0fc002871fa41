from __future__ import annotations

from typing import Any

import pytest

from anora_bib.model import Date, Name
from tests.lint.support import build, diagnose, ref

PARTS: dict[str, Any] = {"title": "Shoe", "issued": Date.of(2001), "author": (Name(literal="Pleaser"),)}


def test_what_is_missing_is_listed() -> None:
    credit = "Shoe, manufactured by Pleaser (2001), Gift of Harold Koda, 2001 to the Metropolitan Museum of Art"
    (found,) = diagnose(build(f"@ {credit}\nText.\n", [ref(credit, **PARTS)]), "C001")
    assert found.message.startswith("the picture credit lacks an accession number or address and the rights: “Shoe")
    assert found.evidence == ("It gives a maker, a title, a date and a collection.",)


@pytest.mark.parametrize(
    "credit",
    [
        "Shoe, Pleaser, 2001, Metropolitan Museum of Art, 2001.69.1a, b",
        "Shoe, Pleaser, Gift of Harold Koda, https://www.example.org/art/12",
        "Shoe, Example Museum, acc. no. 1234",
        "Shoe, Example Gallery, inv. M.84-31",
        "A film still, courtesy of Neon",
        "Photograph by Jane Roe",
    ],
)
def test_it_can_be_found_or_is_no_object_of_a_collection(credit: str) -> None:
    assert diagnose(build(f"@ {credit}\nText.\n"), "C001") == []


@pytest.mark.parametrize(
    ("credit", "lacks"),
    [
        (
            "Photo: Mask, Dan peoples, 19th century. Example Museum, Paris.",
            "an accession number or address and the rights",
        ),
        ("Bowl, unknown maker, Ming dynasty. Example Museum", "an accession number or address and the rights"),
        ("Shoe, American, ca. 1880, Example Museum", "an accession number or address and the rights"),
        ("Example Museum", "a maker, a title, a date, an accession number or address and the rights"),
    ],
)
def test_cultures_and_centuries_count(credit: str, lacks: str) -> None:
    (found,) = diagnose(build(f"@ {credit}\nText.\n"), "C001")
    assert found.message.startswith(f"the picture credit lacks {lacks}: ")
