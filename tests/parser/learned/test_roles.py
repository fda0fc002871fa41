"""Which part people had, by the words beside their names."""

from __future__ import annotations

import pytest

from anora_bib.parser.learned.roles import role_of


@pytest.mark.parametrize(
    ("before", "behind", "labelled", "expected"),
    [
        ("", " (Host). (2020). Lamps.", "author", "host"),
        ("", ", (Eds.), Lamps", "author", "editor"),
        ("", ", ed. Lamps. Hull, 1999.", "author", "editor"),
        ("", ", Eds.: Lamps", "author", "editor"),
        ("", ", Lamps of the North", "author", "author"),
        ("Lamps. Narrated by ", ". Wick, 2001.", "contributor", "narrator"),
        ("Lamps. Interview by ", ", 2001.", "contributor", "interviewer"),
        ("Lamps, with ", ", 2001.", "contributor", "contributor"),
        ("", " (1999). Lamps.", "author", "author"),
        ("Lampes. ", " (dir.), Paris, 1999.", "editor", "editor"),
        ("Lamps. ", " (dir.), 1999.", "director", "director"),
    ],
)
def test_a_word_beside_the_names_tells(before: str, behind: str, labelled: str, expected: str) -> None:
    text = f"{before}Jane Roe{behind}"
    assert role_of(text, len(before), len(before) + 8, labelled) == expected
