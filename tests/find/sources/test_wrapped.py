"""Sources in text whose lines end at a fixed width: a line may end before a name, within it, or after a verb."""

from __future__ import annotations

import pytest

import anora_bib as ab
from tests.find.sources.test_languages import AROUND

HISTORIAN_EN = "The argument about the bread and the tolls of the port is older than it looks, as the historian"
HISTORIAN_DE = "Die Geschichte dieser Straße am Hafen ist noch lange nicht geschrieben, wie die Historikerin"
TOWN_FR = "La question du pain est bien plus ancienne que nous ne le pensons, comme le rappelle"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", f"{HISTORIAN_EN}\nMary Doe argues.", "Mary Doe"),
        ("en", f"{HISTORIAN_EN} Mary\nDoe argues.", "Mary Doe"),
        ("en", f"{HISTORIAN_EN} Mary Doe\nargues.", "Mary Doe"),
        ("de", f"{HISTORIAN_DE}\nAnna Rohde betont.", "Anna Rohde"),
        ("de", f"{HISTORIAN_DE} Anna\nRohde betont.", "Anna Rohde"),
        ("de", f"{HISTORIAN_DE} Anna Rohde\nbetont.", "Anna Rohde"),
        ("fr", f"{TOWN_FR}\nJean Marchand dans son livre.", "Jean Marchand"),
        ("fr", f"{TOWN_FR} Jean\nMarchand dans son livre.", "Jean Marchand"),
    ],
)
def test_lines_end_anywhere(language: str, text: str, name: str, end: str) -> None:
    whole = f"{AROUND[language]}\n\n{text}\n".replace("\n", end)
    essay = ab.read_text(whole, reader="markdown")
    assert [one.name for one in ab.apparatus(essay).attributions] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "In the evening there is nobody in the port who could say how old they are.\nDoe argues that they are new.",
        "Im Winter bleibt die Stadt unter sich, und niemand fragt nach den Akten. Der Verein\nRohde betont das.",
    ],
)
def test_a_name_does_not_reach_over_a_sentence_or_a_noun(text: str) -> None:
    language = "de" if "Verein" in text else "en"
    essay = ab.read_text(f"{AROUND[language]}\n\n{text}\n", reader="markdown")
    assert not [one for one in ab.apparatus(essay).attributions if " " in one.name]
