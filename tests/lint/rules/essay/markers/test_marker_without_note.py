from __future__ import annotations

import pytest

from tests.lint.support import build, diagnose


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("A claim.[3]\n[1] Doe.\n", ["marker “[3]” leads to no note"]),
        ("A claim.[^x] And.[1]\n[1] Doe.\n", ["marker “[^x]” leads to no note"]),
        ("A claim.[1] And.[2] And.[2]\n", ["the text has markers 1 and 2, but the essay has no notes"]),
    ],
)
def test_found(text: str, messages: list[str]) -> None:
    assert [found.message for found in diagnose(build(text), "M001")] == messages


@pytest.mark.parametrize(
    "text", ["A claim.[1]\n[1] Doe.\n", "No marker.\n[1] Doe.\n", "Text.\n![A picture.[9]](x.jpg)\n[1] Doe.\n"]
)
def test_not_found(text: str) -> None:
    assert diagnose(build(text), "M001") == []
