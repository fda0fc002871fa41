from __future__ import annotations

import pytest

from tests.lint.support import build, diagnose, fixed


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("One says “he came “late” that night.” So be it.", "One says “he came ‘late’ that night.” So be it."),
        ("“A “B” and “C” of it,” she said.", "“A ‘B’ and ‘C’ of it,” she said."),
    ],
)
def test_the_inner_marks_become_single(wrong: str, right: str) -> None:
    result = fixed(f"{wrong}\n", "Q005", unsafe=True)
    assert result.text == f"{right}\n"
    assert result.remaining == ()
    assert fixed(f"{wrong}\n", "Q005").applied == ()


@pytest.mark.parametrize(
    "text",
    [
        "“He came ‘late’ that night.”",
        "‘He came “late” that night.’",
        "“He said ‘she said “late” too’ then.”",
        "“One” and “two”",
        "“The first paragraph opens, “late” and never closes.",
    ],
)
def test_sound_nesting(text: str) -> None:
    assert diagnose(build(f"{text}\n"), "Q005") == []
