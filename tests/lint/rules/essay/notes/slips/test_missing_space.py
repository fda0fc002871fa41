from __future__ import annotations

import pytest

from tests.lint.essays import READERS, with_notes
from tests.lint.pipeline import diagnose, only, repair


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("note", "mended"),
    [
        ("Jane Roe, “Lamps,” in Light (Hull,England: Tide Press, 2010), 12.", "(Hull, England:"),
        ("Jane Roe, Light,“Lamps and Oil,” 2010, 12.", "Light, “Lamps"),
        ("Roe and Doe, Light (Hull: Tide, 2010);see also Poe, Oil, 2011.", ""),
    ],
)
def test_the_next_word_touches(note: str, mended: str, reader: str) -> None:
    text = with_notes(reader, note)
    if not mended:
        assert diagnose(text, "N025", reader=reader) == []
        return
    assert only(text, "N025", reader=reader).message.startswith("no space stands behind “,” in “")
    assert mended in repair(text, "N025", reader=reader, unsafe=True).text


@pytest.mark.parametrize(
    "note",
    [
        "Jane Roe, Lamps (Hull: Tide Press, 2010), 1,200 copies.",
        "Jane Roe, Lamps. https://example.org/map/hull,england,lamps.",
        "Jane Roe, Lamps. [Hull](https://example.org/hull,england).",
        "Jane Roe, Lamps &amp;c.",
        "Jane Roe, “Lamps,” 2010; `hull,england`.",
        "Vol.,no.,S.,p.",
    ],
)
def test_nothing_is_missing(note: str) -> None:
    assert diagnose(with_notes("markdown", note), "N025") == []


ARTICLE = "Jane Roe, “{},” Light 3 (2010): 12."


def test_before_a_year_and_a_page() -> None:
    notes = [
        *(ARTICLE.format(title) for title in ("Wicks", "Oil", "Ash")),
        "Jane Roe, “Lamps,” Light 4 (2011):14.",
        "Jane Roe, Lamps (Hull: Tide Press,1990), 12.",
    ]
    assert len(diagnose(with_notes("markdown", *notes), "N025")) == 2


def test_the_way_of_the_essay() -> None:
    notes = [ARTICLE.format("Wicks"), *(ARTICLE.format(title).replace("): ", "):") for title in ("Oil", "Ash"))]
    assert diagnose(with_notes("markdown", *notes), "N025") == []
