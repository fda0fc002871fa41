from __future__ import annotations

import pytest

from tests.lint.support import build, diagnose, fixed


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Roe‘s film", "Roe’s film"),
        ("it isn‘t, we‘ve seen", "it isn’t, we’ve seen"),
        ("John O‘Hara", "John O’Hara"),
        ("the workers‘ rights", "the workers’ rights"),
    ],
)
def test_it_is_turned(wrong: str, right: str) -> None:
    assert fixed(f"{wrong}\n", "Q002").text == f"{right}\n"


@pytest.mark.parametrize(
    "text",
    [
        "She calls it ‘a gamble’.",
        "(‘so it is’)",
        "“‘Helping’ it”",
        "Er sagt ‚so ist‘s‘.",
        "word‘quotation’",
        "the workers’ rights",
        "1960‘s",
    ],
)
def test_real_opening_marks(text: str) -> None:
    assert diagnose(build(f"{text}\n"), "Q002") == []
