from __future__ import annotations

import pytest

from anora_bib.model import Date, Name
from tests.lint.support import build, diagnose, fixed, ref

ROE = (Name("Roe", "Jane"),)
FULL = "Roe, Jane (2024). “A Film”. Example Magazine."
A = ref(FULL, author=ROE, title="A Film", issued=Date.of(2024))
B = ref("Jane Roe, A Film (2024)", author=ROE, title="A Film", issued=Date.of(2024))
C = ref("Jane Roe, A Film (2024), p. 9", author=ROE, title="A Film", issued=Date.of(2024), locator="9")
SEE = ref("See note 1.", short=True, author=ROE, title="A Film", issued=Date.of(2024))


@pytest.mark.parametrize(
    ("first", "second", "how"),
    [
        (FULL, FULL, "word for word"),
        (FULL, FULL.replace("“", '"').replace("”", '"'), "word for word"),
        (FULL, B.text, "in other words"),
    ],
)
def test_the_later_note_sends_back_to_the_earlier(first: str, second: str, how: str) -> None:
    text = f"A claim.[1] Another.[2]\n[1] {first}\n[2] {second}\n"
    (found,) = diagnose(build(text, [A, B]), "N003")
    assert found.message.startswith(f"note 2 repeats note 1 {how}")
    result = fixed(text, "N003", refs=[A, B, SEE], unsafe=True)
    assert result.text == f"A claim.[1] Another.[2]\n[1] {first}\n[2] See note 1.\n"
    assert result.remaining == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [(FULL, "Ibid."), ("Ibid.", "Ibid."), ("See note 1.", "See note 1."), (B.text, C.text), ("", ""), ("Roe.", "Doe.")],
)
def test_notes_that_differ_or_are_short_already(first: str, second: str) -> None:
    text = f"A claim.[1] Another.[2]\n[1] {first}\n[2] {second}\n"
    assert diagnose(build(text, [A, B, C, SEE]), "N003") == []


def test_not_done_without_being_asked() -> None:
    text = f"A claim.[1] Another.[2]\n[1] {FULL}\n[2] {FULL}\n"
    assert fixed(text, "N003", refs=[A]).text == text
