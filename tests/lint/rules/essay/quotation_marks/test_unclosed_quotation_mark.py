from __future__ import annotations

import pytest

from tests.lint.support import build, diagnose


@pytest.mark.parametrize(
    "words", ["Roe. “A Film. Example Magazine.", "Roe. “A ‘Film”. Example.", "Roe. „Ein Film. Beispiel."]
)
def test_never_closed(words: str) -> None:
    (found,) = diagnose(build(f"A claim.[1]\n[1] {words}\n* Doe. “A Book.” 2009.\n"), "Q003")
    assert found.start.line == 2


@pytest.mark.parametrize("words", ["Roe. “A Film.” Example.", "Roe. \ufffdA Film. “Example.", "Roe’s Film, the ’90s."])
def test_closed_or_lost(words: str) -> None:
    assert diagnose(build(f"A “claim.[1]\n[1] {words}\n"), "Q003") == []
