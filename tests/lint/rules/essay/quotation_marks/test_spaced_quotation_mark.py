from __future__ import annotations

import pytest

from tests.lint.essays import DOE, READERS, with_notes
from tests.lint.pipeline import diagnose, repair


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("The title is “ A Film ”, no less.", "The title is “A Film”, no less."),
        ("She said “A Film ” and left.", "She said “A Film” and left."),
        ("She said “\u00a0A Film” and left.", "She said “A Film” and left."),
    ],
)
def test_the_spaces_go(wrong: str, right: str, reader: str) -> None:
    result = repair(with_notes(reader, wrong, claim=wrong), "Q004", reader=reader)
    assert result.text == with_notes(reader, right, claim=right)
    assert result.remaining == ()
    assert [found.message for found in result.applied] == [
        "a space parts the quotation marks from their words: “A Film”"
    ] * 2


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "words",
    ["« Un film »", "“A Film” and “Another”", "“A Film”, or “", "„Ein Film“ und “", "“a lamp“ she said ”a light”"],
)
def test_no_space_or_no_pair(words: str, reader: str) -> None:
    assert diagnose(with_notes(reader, DOE, claim=words), "Q004", reader=reader) == []


@pytest.mark.parametrize("space", [" ", "\u2009", "\u00a0"])
def test_a_space_may_keep_two_marks_apart(space: str) -> None:
    text = f"It is the “{space}‘light of a lamp,’{space}” and so on to “{space}‘oil’ and gas.”\n"
    assert diagnose(text, "Q004") == []
