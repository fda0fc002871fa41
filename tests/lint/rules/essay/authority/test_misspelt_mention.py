from __future__ import annotations

import pytest

from tests.lint.pipeline import diagnose, findings, only, repair


@pytest.mark.parametrize("reader", ["markdown", "plain"])
@pytest.mark.parametrize(
    ("text", "right", "why"),
    [
        ("Mark Fischer says so.", "Mark Fisher says so.", "a long word beside a right one"),
        ("So says Nick Srnieck.", "So says Nick Srnicek.", "two letters swapped"),
        ("What Platform Capitalsm is.", "What Platform Capitalism is.", "a title"),
        ("She told the Los Angels Times.", "She told the Los Angeles Times.", "an outlet"),
        (
            "Juno Mac and Molly Smith. Then Molly Smyth.",
            "Juno Mac and Molly Smith. Then Molly Smith.",
            "the right name",
        ),
    ],
)
def test_the_word_is_spelt_as_in_the_record(text: str, right: str, why: str, reader: str) -> None:
    result = repair(f"{text}\n", "A005", reader=reader, unsafe=True)
    assert result.text == f"{right}\n", why
    assert result.remaining == ()
    assert repair(f"{text}\n", "A005", reader=reader).applied == ()


def test_the_whole_name_is_shown_with_its_record() -> None:
    found = only("It is so.\n\nMark Fischer says so.\n", "A005")
    assert found.message == "“Mark Fischer” is nearly “Mark Fisher”"
    assert found.evidence == (
        "The authority record person/mark-fisher has “Mark Fisher”, and no other record is near.",
    )
    assert findings("It is so.\n\nMark Fischer says so.\n", "A005") == [("A005", 3, "Mark Fischer")]


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
        ("Mark Fischer says so.[1]\n\n## Notes\n\n[1] Fischer, Hans. A Long Book. 2001.", "so named in a note"),
    ],
)
def test_other_names(text: str, why: str) -> None:
    assert diagnose(f"{text}\n", "A005") == [], why


def test_a_name_that_is_misspelt_in_a_note_as_well_is_told_in_both_places() -> None:
    text = "Mark Fischer says so.[1]\n\n## Notes\n\n[1] Fischer, Mark. A Long Book. 2001.\n"
    assert findings(text, "A001", "A005") == [("A005", 1, "Mark Fischer"), ("A001", 5, "Fischer")]
    assert repair(text, "A001", "A005", unsafe=True).text == text.replace("Fischer", "Fisher")


def test_what_is_told_as_a_near_title_is_not_told_again() -> None:
    text = "Tangerine begins. Tangerine turns. I liked Tangerine. So ends Tangerene.\n"
    assert findings(text, "A005", "A004") == [("A004", 1, "Tangerene")]
    # A title of one word, named nowhere in its own spelling, may as well be another word.
    assert findings("So ends Tangerene.\n", "A005") == []
