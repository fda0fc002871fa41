from __future__ import annotations

import pytest

from tests.lint.support import build, diagnose


@pytest.mark.parametrize(
    "words",
    ["https://www.example.org/a-film", "<http://example.org/?a=1&b=2>", "www.example.org/page.", "HTTPS://EXAMPLE.ORG"],
)
def test_only_an_address(words: str) -> None:
    (found,) = diagnose(build(f"A claim.[1]\n[1] {words}\n"), "N006")
    assert found.fix is None


@pytest.mark.parametrize("words", ["Roe, https://example.org", "https://example.org, read 3 May 2024", "Roe.", ""])
def test_more_than_an_address(words: str) -> None:
    assert diagnose(build(f"A claim.[1]\n[1] {words}\n"), "N006") == []
