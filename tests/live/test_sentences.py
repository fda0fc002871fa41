"""A sentence behind a reference is never taken away with it."""

from __future__ import annotations

import pytest

import anora_bib as ab
from anora_bib import api
from tests.wild.conversions import lost_words


@pytest.mark.parametrize(
    "note",
    [
        '"Meeting of the Lamp Society," *Lighter*, 17 February 1865. Orme made the statement while arguing for oil.',
        "Ada Orme, *Lamps of the Coast* (Hull: Tide Press, 1961), 47. These were wicks with which Orme could agree.",
        "Quoted in Ada Orme, *Lamps*, 47. These were sentiments with which Pole could also agree.",
    ],
)
def test_the_words_stay(note: str) -> None:
    text = f"The lamp fell.[^a]\n\n[^a]: {note}\n"
    live = api.make_live(ab.apparatus(ab.read_text(text, reader="markdown")))
    assert not lost_words(text, live)
    assert note[-20:] in live.text
