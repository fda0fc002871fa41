from __future__ import annotations

import pytest

from tests.lint.support import build, diagnose, fixed


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (
            "“Roe Makes Films in Hopes of ‘Helping’ — and ‘Already Talking'”. Example.",
            "“Roe Makes Films in Hopes of ‘Helping’ — and ‘Already Talking’”. Example.",
        ),
        ('“A Film". Example.', "“A Film”. Example."),
        ('"A Film”. Example.', "“A Film”. Example."),
        ("“A Film“. Example.", "“A Film”. Example."),
        ("‘A Film‘, Example.", "‘A Film’, Example."),
    ],
)
def test_the_odd_mark_is_replaced(wrong: str, right: str) -> None:
    text = f"She said so.[1]\n[1] {wrong}\n"
    result = fixed(text, "Q001")
    assert result.text == f"She said so.[1]\n[1] {right}\n"
    assert result.remaining == ()


def test_running_text_as_well() -> None:
    assert fixed('She calls it “a gamble", no less.\n', "Q001").text == "She calls it “a gamble”, no less.\n"


@pytest.mark.parametrize(
    "text",
    [
        "“A Film”. Example.",
        '"A Film". Example.',
        "„Ein Film“. Beispiel.",
        "«Un film». Exemple.",
        "“The Workers’ Rights and the ’90s”",
        "The 6' wall and the 7\" single.",
        "“Cinderella’ story”",
        "“Never closed",
    ],
)
def test_pairs_and_what_is_no_pair(text: str) -> None:
    assert diagnose(build(f"{text}\n[1] {text}\n"), "Q001") == []


def test_nothing_is_paired_across_paragraphs() -> None:
    assert diagnose(build('She says “this\n\nand that" he says.\n'), "Q001") == []
