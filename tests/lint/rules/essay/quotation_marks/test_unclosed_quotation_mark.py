from __future__ import annotations

import pytest

from tests.lint.essays import DOE, READERS, line_of_note, with_notes
from tests.lint.pipeline import diagnose, findings, only


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("words", "before"),
    [
        ("Roe, Jane. “A Film. Example Magazine, 2024.", "“A Film. Example Magazine, 2024.”"),
        ("Roe, Jane. “A ‘Film”. Example Magazine, 2024.", "“Film”. Example Magazine, 2024.”"),
        ("Roe, Jane. „Ein Film. Beispiel, 2024.", "“Ein Film. Beispiel, 2024.”"),
    ],
)
def test_never_closed(words: str, before: str, reader: str) -> None:
    found = only(with_notes(reader, DOE, words), "Q003", reader=reader)
    assert found.start.line == line_of_note(reader, 2)
    assert found.message.startswith("nothing closes the quotation mark before ")
    assert found.fix is None


def test_only_the_mark_of_the_item_that_is_never_closed() -> None:
    text = "A claim.\n\n## Works Cited\n\nDoe, John. “A Book.” 2009.\n\nRoe, Jane. “A Film. *Example Weekly*, 2024.\n"
    assert findings(text, "Q003") == [("Q003", 7, "“")]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("words", ["Roe. “A Film.” Example.", "Roe. \ufffdA Film. “Example.", "Roe’s Film, the ’90s."])
def test_closed_or_lost(words: str, reader: str) -> None:
    text = with_notes(reader, DOE, words, claim="A “claim about light that goes on in the next paragraph.")
    assert diagnose(text, "Q003", reader=reader) == []
