"""Quotations that are set off as blocks: who speaks in them."""

from __future__ import annotations

import pytest

import anora_bib as ab


def read(text: str) -> list[tuple[str, str]]:
    """The speakers of the blocks of a page of Markdown, with how the blocks begin."""
    essay = ab.read_text(text, reader="markdown")
    found = ab.apparatus(essay).attributions
    return [(essay.text[one.quotation.start :][:9], one.speaker) for one in found if one.quotation]


LEAD = "# Quays\n\nJane Roe came to the harbour in a year of fog.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Roe writes in *The Quay:*\n\n> It fell in a day.", [("It fell i", "Jane Roe")]),
        ("As Jane Roe argues:\n\n> It fell in a day.\n>\n> Nobody came.", [("It fell i", "Jane Roe")]),
        ("Jane Roe argues that tolls fall. She writes:\n\n> It fell in a day.", [("It fell i", "Jane Roe")]),
        ("The town has a motto.\n\n> It fell in a day.\n>\n> — Al Doe", [("It fell i", "Al Doe")]),
        ("The town has a motto.\n\n> It fell in a day. -- Al Doe, *The Quay*", [("It fell i", "Al Doe")]),
        ("> It fell in a day.\n>\n> --Al Doe, \"Quays\"\n\n> Nobody came.\n>\n> --Bo Poe",
         [("It fell i", "Al Doe"), ("Nobody ca", "Bo Poe")]),
        ("> *“It fell in a day of fog.”* – Al Doe *Quays*", [("It fell i", "Al Doe")]),
        ("The town has a motto.\n\n> It fell in a day (Roe, 12).", [("It fell i", "Jane Roe")]),
        ("The town has a motto.\n\n> It fell in a day.", []),
        ("Al Doe came in the fog. This is what he said:\n\n> It fell in a day.", [("It fell i", "Al Doe")]),
        ("Then it was up to Al Doe, and here is what came:\n\n> It fell in a day.", [("It fell i", "Al Doe")]),
        ("Al Doe kept a diary of the fog. In it he wrote\n\n> It fell in a day.", [("It fell i", "Al Doe")]),
        ("Al Doe argues that tolls fall. The town has a motto.\n\n> It fell in a day.", []),
        ("The town has a motto.\n\n> Al Doe argues that “it fell in a day”.", []),
        ("The town has a motto.\n\n> “It fell in a day,” Al Doe says.", [("It fell i", "Al Doe")]),
    ],
)  # fmt: skip
def test_speakers_of_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(LEAD + text) == expected
