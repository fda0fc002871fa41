from __future__ import annotations

import pytest

from tests.lint.essays import DOE, READERS, line_of_note, with_notes
from tests.lint.pipeline import diagnose, findings, only


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("words", "before"),
    [
        ("Roe, Jane. „Ein Film. Beispiel, 2024.", "„Ein Film. Beispiel, 2024."),
        ("Léon Maugis, « Les quais de la ville, Annales, 48, 1993, p. 6.", ""),
        ("R. Tagli, Una leggenda, in «Quaderni storici, XXVIII (1993), p. 6.", ""),
    ],
)
def test_never_closed(words: str, before: str, reader: str) -> None:
    found = only(with_notes(reader, DOE, words), "Q003", reader=reader)
    assert found.start.line == line_of_note(reader, 2)
    assert found.message.startswith("nothing closes the quotation mark before ") and before in found.message
    assert found.fix is None


def test_only_the_mark_of_the_item_that_is_never_closed() -> None:
    text = "A claim.\n\n## Works Cited\n\nDoe, John. „Ein Buch“. 2009.\n\nRoe, Jane. „Ein Film. *Weekly*, 2024.\n"
    assert findings(text, "Q003") == [("Q003", 7, "„")]


def test_an_odd_mark_is_told_once() -> None:
    text = with_notes("markdown", DOE, "Roe, Jane. “A Film. Example Magazine, 2024.")
    assert [one.code for one in diagnose(text, "Q003", "Q006")] == ["Q006"]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "words",
    [
        "Roe. “A Film.” Example.",
        "Roe. \ufffdA Film. „Example.",
        "Roe’s Film, the ’90s.",
        "Roe. ‘Âlam al-fikr, 3.",
        "Roe. »Ein Film« und »ein Buch«, S. 4.",
    ],
)
def test_closed_or_lost(words: str, reader: str) -> None:
    text = with_notes(reader, DOE, words, claim="A “claim about light that goes on in the next paragraph.")
    assert diagnose(text, "Q003", reader=reader) == []
