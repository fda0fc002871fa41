from __future__ import annotations

import pytest

from tests.lint.essays import READERS, with_notes
from tests.lint.pipeline import diagnose, only

NOTE = "Jane Roe, “Oil,” LampCraft, January 1, 2017."


@pytest.mark.parametrize("reader", READERS)
def test_one_word_and_two(reader: str) -> None:
    text = with_notes(reader, NOTE, NOTE.replace("LampCraft", "Lamp Craft").replace("Oil", "Wicks"), claim="So it is.")
    found = only(text, "W017", reader=reader)
    assert found.message.startswith("“Lamp Craft” is spelt “LampCraft” in line ")


@pytest.mark.parametrize(
    "other",
    [
        "LampCraft",
        "Lamp Craft Weekly",
        "the Lamp Craft",
        "https://example.org/Lamp-Craft",
        "“a Lamp Craft, a long way off from here”",
    ],
)
def test_another_name(other: str) -> None:
    claim = "He calls it “Lamp Craft from end to end” and leaves." if other.startswith("“") else "So it is."
    note = NOTE if other.startswith("“") else NOTE.replace("LampCraft", other).replace("Oil", "Wicks")
    assert diagnose(with_notes("markdown", NOTE, note, claim=claim), "W017") == []
