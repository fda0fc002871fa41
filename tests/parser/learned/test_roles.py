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
        ("", ", éditeur. Lampes. Rennes, 1999.", "author", "editor"),
        ("", ". red. 2004. Lampy.", "author", "editor"),
        ("", " et al. eds. (2007) Lamps.", "author", "editor"),
        ("", ". Editor of Lamps. Hull, 1999.", "author", "author"),
        ("", " (orgs.) – Candeias. Lisboa, 1999.", "author", "editor"),
        ("", " (Hgg.): Lampen. Wien 1999.", "author", "editor"),
    ],
)
def test_a_word_beside_the_names_tells(before: str, behind: str, labelled: str, expected: str) -> None:
    text = f"{before}Jane Roe{behind}"
    assert role_of(text, len(before), len(before) + 8, labelled) == expected


@pytest.mark.parametrize("behind", [" (dir.), Lampes, Paris, 1999.", ", dir., Lampes, Paris, 1999."])
@pytest.mark.parametrize("labelled", ["author", "editor"])
def test_who_directs_a_book_edits_it(behind: str, labelled: str) -> None:
    assert role_of(f"Jane Roe{behind}", 0, 8, labelled, printed=True) == "editor"


def test_who_realised_a_film_does_not() -> None:
    assert role_of("Jane Roe (réal.), Lampes, Paris, 1999.", 0, 8, "director", printed=True) == "director"
