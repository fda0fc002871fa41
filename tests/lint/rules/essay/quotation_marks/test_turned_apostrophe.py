from __future__ import annotations

import pytest

from tests.lint.essays import DOE, READERS, with_notes
from tests.lint.pipeline import diagnose, findings, repair


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Here is Roe‘s film of it.", "Here is Roe’s film of it."),
        ("And yet it isn‘t so, we‘ve seen.", "And yet it isn’t so, we’ve seen."),
        ("So says John O‘Hara.", "So says John O’Hara."),
        ("Here are the workers‘ rights.", "Here are the workers’ rights."),
        ("I‘m told she‘d have rock‘n’roll.", "I’m told she’d have rock’n’roll."),
        ("L‘art, c‘est ce qu‘elle aime.", "L’art, c’est ce qu’elle aime."),
    ],
)
def test_it_is_turned(wrong: str, right: str, reader: str) -> None:
    result = repair(with_notes(reader, wrong, claim=wrong), "Q002", reader=reader)
    assert result.text == with_notes(reader, right, claim=right)
    assert len(result.applied) == 2 * wrong.count("‘")
    assert result.remaining == ()


def test_the_finding_is_the_mark_and_its_word() -> None:
    text = "# Roe‘s Lamps\n\nA claim.\n"
    (found,) = diagnose(text, "Q002")
    assert findings(text, "Q002") == [("Q002", 1, "‘")]
    assert found.message == "an opening quotation mark stands for an apostrophe: “Roe‘s”"
    assert found.fix
    assert found.fix.title == "Write “Roe’s”"


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "words",
    [
        "She calls it ‘a gamble’.",
        "(‘so it is’)",
        "“‘Helping’ it”",
        "Er sagt ‚so ist‘s‘.",
        "word‘quotation’",
        "the workers’ rights",
        "1960‘s",
        "On O‘ahu they read Ibn Sa‘d, and Ma‘n the poet",
        "Hawai‘i‘s lamps",
        "so it says‘ a gamble’, no less",
        "word‘t is a letter’",
    ],
)
def test_real_opening_marks(words: str, reader: str) -> None:
    assert diagnose(with_notes(reader, DOE, claim=words), "Q002", reader=reader) == []


def test_code_is_left_alone() -> None:
    assert diagnose("Here is how it is written:\n\n    print(Roe‘s)\n\nNo more.\n", "Q002") == []
