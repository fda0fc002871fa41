from __future__ import annotations

import pytest

from tests.lint.support import build, diagnose, fixed


@pytest.mark.parametrize(
    ("text", "right", "why"),
    [
        ("Mark Fischer says so.", "Mark Fisher says so.", "a long word beside a right one"),
        ("So says Nick Srnieck.", "So says Nick Srnicek.", "two letters swapped"),
        ("What Platform Capitalsm is.", "What Platform Capitalism is.", "a title"),
        ("She told Los Angels Times.", "She told Los Angeles Times.", "an outlet"),
        (
            "Juno Mac and Molly Smith. Then Molly Smyth.",
            "Juno Mac and Molly Smith. Then Molly Smith.",
            "the right name",
        ),
    ],
)
def test_the_word_is_spelt_as_in_the_record(text: str, right: str, why: str) -> None:
    result = fixed(f"{text}\n", "A005", unsafe=True)
    assert result.text == f"{right}\n", why
    assert result.remaining == ()
    assert fixed(f"{text}\n", "A005").applied == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Marc Fisher says so.", "a short word, and nothing else speaks for the record"),
        ("Molly Smyth says so.", "the same"),
        ("Mark Fischer, Mark Fischer and Mark Fischer.", "used often"),
        ("Jane Fischer says so.", "somebody else"),
        ("Fischer says so.", "a family name alone"),
        ("Mark Fisher says so.", "right"),
        ("Tangerines are sweet.", "a plural"),
        ("The verse of it, and the Anoras.", "short"),
        ("Mark Fischer says so.[1]\n[1] Fischer, Mark. A Book. 2001.", "so named in a note"),
    ],
)
def test_other_names(text: str, why: str) -> None:
    assert diagnose(build(f"{text}\n"), "A005") == [], why


def test_what_is_told_as_a_near_title_is_not_told_again() -> None:
    from tests.lint.support import mentions

    text = "Tangerine, Tangerine and Tangerine. Tangerene.\n"
    found = diagnose(build(text, extra=mentions("Tangerine")), "A004", "A005")
    assert [one.code for one in found] == ["A004"]
