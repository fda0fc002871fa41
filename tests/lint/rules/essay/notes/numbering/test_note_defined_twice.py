from __future__ import annotations

import pytest

from tests.lint.essays import DOE, ROE
from tests.lint.pipeline import Found, diagnose, findings


@pytest.mark.parametrize("label", ["1", "lamp", "Lamp"])
def test_the_second_is_never_shown(label: str) -> None:
    text = f"A claim.[^{label}]\n\n[^{label.lower()}]: {DOE}\n[^{label}]: {ROE}\n"
    assert findings(text, "N008") == [Found("N008", 4, f"[^{label}]: {ROE}")]
    assert diagnose(text, "N008")[0].message.startswith(f"note {label} is defined already in line 3: “Roe, Jane.")


@pytest.mark.parametrize(
    ("text", "reader"),
    [
        (f"A claim.[^1] One.[^2]\n\n[^1]: {DOE}\n[^2]: {DOE}\n", "markdown"),
        (f"A claim.[^1]\n\n```\n[^1]: {ROE}\n```\n\n[^1]: {DOE}\n", "markdown"),
        (f"ONE\n\nA claim.[1]\n\n[1] {DOE}\n\nTWO\n\nA claim.[1]\n\n[1] {ROE}\n", "plain"),
    ],
    ids=["two labels", "code", "numbers that begin again"],
)
def test_each_is_shown(text: str, reader: str) -> None:
    assert diagnose(text, "N008", reader=reader) == []
