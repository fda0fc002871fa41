from __future__ import annotations

import pytest

from tests.lint.pipeline import Found, diagnose, findings, only, understand


def essay(credit: str) -> str:
    return f"The heel is made of glass.\n\n{credit}\n\nThe shoe was worn once.\n"


def test_what_is_missing_is_listed() -> None:
    credit = "Shoe, manufactured by Pleaser (2001), Gift of Harold Koda, 2001 to the Metropolitan Museum of Art"
    found = only(essay(credit), "C001")
    assert found.message.startswith("the picture credit lacks an accession number or address and the rights: “Shoe")
    assert found.evidence == ("It gives a maker, a title, a date and a collection.",)
    assert found.fix is None
    assert findings(essay(credit), "C001") == [Found("C001", 3, credit)]


@pytest.mark.parametrize(
    "credit",
    [
        "Shoe, manufactured by Pleaser, 2001, Metropolitan Museum of Art, 2001.69.1a, b",
        "Shoe, Pleaser, Gift of Harold Koda, https://www.example.org/art/12",
        "Fig. 1. Shoe. Example Museum, acc. no. 1234.",
        "Fig. 1. Shoe. Example Gallery, inv. M.84-31.",
        "Film still, courtesy of Neon",
        "Photograph by Jane Roe",
        "Photo: Example Museum",
        "Fig. 1. Bowl, unknown maker, Ming dynasty. Gift of Jane Roe. Example Museum",
        "Photo: Mask, Dan peoples, 19th century, 31 x 12 cm. Example Museum, Gift of Jane Roe",
    ],
)
def test_it_can_be_found_or_is_no_object_of_a_collection(credit: str) -> None:
    assert [one.text for one in understand(essay(credit)).credits] == [credit]
    assert diagnose(essay(credit), "C001") == []


@pytest.mark.parametrize(
    ("credit", "lacks"),
    [
        (
            "Photo: Mask, Dan peoples, 19th century. Example Museum, Paris, Gift of Jane Roe",
            "an accession number or address and the rights",
        ),
        (
            "Bowl, unknown maker, Ming dynasty. Gift of the Friends, Example Museum",
            "an accession number or address and the rights",
        ),
        (
            "Shoe, American, ca. 1880, Example Museum, Bequest of Ann Poe",
            "an accession number or address and the rights",
        ),
        (
            "Photo: Example Museum, Gift of Jane Roe",
            "a maker, a title, a date, an accession number or address and the rights",
        ),
    ],
)
def test_cultures_and_centuries_count(credit: str, lacks: str) -> None:
    found = only(essay(credit), "C001")
    assert found.message.startswith(f"the picture credit lacks {lacks}: ")


def test_a_heading_is_no_credit() -> None:
    assert diagnose("It rains.\n\n### 4. The Gift of the Harbour\n\nIt snows.\n", "C001") == []


def test_the_description_of_a_picture_is_read_too() -> None:
    (found,) = findings("![Shoe, Gift of Harold Koda to the Example Museum](shoe.jpg)\n\nThe heel is glass.\n", "C001")
    assert found == Found("C001", 1, "Shoe, Gift of Harold Koda to the Example Museum")
