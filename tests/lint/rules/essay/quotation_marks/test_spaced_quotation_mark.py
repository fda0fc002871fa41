from __future__ import annotations

import pytest

from tests.lint.support import build, diagnose, fixed


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("The title is “ A Film ”, no less.", "The title is “A Film”, no less."),
        ("She said “A Film ” and left.", "She said “A Film” and left."),
        ("She said “\u00a0A Film” and left.", "She said “A Film” and left."),
    ],
)
def test_the_spaces_go(wrong: str, right: str) -> None:
    result = fixed(f"{wrong}[1]\n[1] {wrong}\n", "Q004")
    assert result.text == f"{right}[1]\n[1] {right}\n"
    assert result.remaining == ()


@pytest.mark.parametrize("text", ["« Un film »", "“A Film” and “Another”", "“A Film”, or “", "„Ein Film“ und “"])
def test_no_space_or_no_pair(text: str) -> None:
    assert diagnose(build(f"{text}\n"), "Q004") == []
