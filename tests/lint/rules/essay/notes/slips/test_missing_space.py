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
