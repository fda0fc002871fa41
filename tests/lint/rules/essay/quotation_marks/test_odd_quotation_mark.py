from __future__ import annotations

import pytest

from tests.lint.essays import READERS, with_notes
from tests.lint.pipeline import diagnose, findings


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("note", "words"),
    [
        ('Jane Roe, "She Can Read": Lamps in Hull," Example Review 6 (2008): 261.', '"She Can Read": Lamps in Hull,"'),
        ("Jane Roe, “She Can Read,” Example Review 6; Doe, “Oil, Example Review 7.", "“Oil, Example Review 7."),
        (
            'Roe, “Of Lamps," and "Of Wicks, in Light (Hull: Tide Press, 2009).',
            '"Of Wicks, in Light (Hull: Tide Press, 2009).',
        ),
    ],
)
def test_one_has_no_partner(note: str, words: str, reader: str) -> None:
    found = findings(with_notes(reader, note), "Q006", reader=reader)
    assert len(found) == 1
    assert found[0].words.startswith(words[:20])


@pytest.mark.parametrize(
    "note",
    [
        'Jane Roe, "Of Lamps," *Example Review* 6 (2008): 261.',
        'Jane Roe, *A Lamp of 12"* (Hull: Tide Press, 2009).',
        "Jane Roe, „Von Lampen“, und “Of Lamps” und „Von Dochten“, *Example Review* 6 (2008): 261.",
        "She wrote: “Lamps burn.\n\n    “Wicks do.” So it is.",
        'Roe, *Lamps* (ש"ע קע"ז), with a gloss on יו"ד of old, 12.',
    ],
    ids=["a pair", "inches", "German", "two paragraphs", "Hebrew"],
)
def test_pairs_and_others(note: str) -> None:
    assert diagnose(with_notes("markdown", note), "Q006") == []
