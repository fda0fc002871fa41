from __future__ import annotations

import pytest

from tests.lint.essays import READERS, with_notes
from tests.lint.pipeline import diagnose, only, repair


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("note", "mended"),
    [
        ("Jane Roe, Lamps ( Hull: Tide Press, 2010), 12.", "Lamps (Hull"),
        ("Jane Roe, “Lamps,” Light 3 (2010): 207\u2013 36.", "207\u201336."),
    ],
)
def test_it_is_one_too_many(note: str, mended: str, reader: str) -> None:
    text = with_notes(reader, note)
    assert only(text, "N026", reader=reader).message.startswith("a space is one too many in “")
    assert mended in repair(text, "N026", reader=reader, unsafe=True).text


@pytest.mark.parametrize(
    "note",
    [
        "Jane Roe, Lamps (Hull: Tide Press, 2010), 12\u201315.",
        "Jane Roe, “Lamps,” Light 3 (2010): 207 \u2013 36.",
        "Jane Roe, Lamps ( in her own words: “it burns, 2010).",
        "Jane Roe, Lamps, 2010- present; Oil, 1990- 2000 copies.",
        "Jane Roe, Lamps ({{ place }} Hull: Tide Press, 2010), 12.",
    ],
)
def test_it_belongs_there(note: str) -> None:
    assert diagnose(with_notes("markdown", note), "N026") == []
