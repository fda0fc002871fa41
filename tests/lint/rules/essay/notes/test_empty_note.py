from __future__ import annotations

import pytest

from tests.lint.support import build, diagnose


@pytest.mark.parametrize("words", ["", " ", "–", "."])
def test_nothing_in_it(words: str) -> None:
    (found,) = diagnose(build(f"A claim.[1]\n[1] {words}\n"), "N004")
    assert found.message == "note 1 is empty"


@pytest.mark.parametrize("words", ["Roe.", "???", "7", "Ibid."])
def test_something_in_it(words: str) -> None:
    assert diagnose(build(f"A claim.[1]\n[1] {words}\n"), "N004") == []
