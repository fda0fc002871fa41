"""What people are said to be beside their names."""

from __future__ import annotations

import pytest

from anora_bib.find.phrases.callings import calling_before, is_introduced, is_played


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the sociologist Jane Roe left", True),
        ("Jane Roe, a professor of harbour law, left", True),
        ("Jane Roe is the founder of the Board", True),
        ("[Jane Roe](https://example.org/a), the long-time editor of Quays, left", True),
        ("Jane Roe, a friend. The professor left", False),
        ("Jane Roe left the professor", False),
        ("die Soziologin Jane Roe ging", True),
        ("Jane Roe est une historienne", True),
        ("lo storico Jane Roe", True),
        ("Jane Roe, la escritora de Cádiz", True),
    ],
)
def test_who_is_introduced(text: str, expected: bool) -> None:
    start = text.index("Jane Roe")
    assert is_introduced(text, start, start + 8) is expected


def test_the_word_before_a_name() -> None:
    assert calling_before("the film critic [Roe", 17) == "critic"
    assert calling_before("the film, Roe", 10) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the heroine Ani leaves", True),
        ("Mikey Doe plays Ani", True),
        ("Ani (Mikey Doe) leaves", True),
        ("Ani (2014) leaves", False),
        ("Ani leaves", False),
    ],
)
def test_who_is_played(text: str, expected: bool) -> None:
    start = text.index("Ani")
    assert is_played(text, start, start + 3) is expected
