from __future__ import annotations

import pytest

from tests.lint.support import build, diagnose, fixed, mentions

BODY = "Anora begins well. Then Anora turns. In the end Anora weeps.\n"


@pytest.mark.parametrize(
    ("wrong", "right", "message"),
    [
        ("# Aurora‘s Genre Switch", "# Anora‘s Genre Switch", "“Aurora” is two letters away from “Anora”"),
        ("# On Anroa", "# On Anora", "“Anroa” is one letter away from “Anora”"),
        ("# ANORRA AT LAST", "# ANORA AT LAST", "“ANORRA” is one letter away from “Anora”"),
        ("What Anorra wants is money.", "What Anora wants is money.", "“Anorra” is one letter away from “Anora”"),
    ],
)
def test_a_slip_is_put_right(wrong: str, right: str, message: str) -> None:
    text = f"{wrong}\n{BODY}"
    (found,) = diagnose(build(text, extra=mentions("Anora")), "A004")
    assert found.message == message
    assert fixed(text, "A004", extra=mentions("Anora")).text == text
    result = fixed(text, "A004", extra=mentions("Anora"), unsafe=True)
    assert (result.text, result.remaining) == (f"{right}\n{BODY}", ())


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("# Anora’s Genre Switch", "right"),
        ("The Anoras of this world", "a plural"),
        ("an angora sweater", "no capital"),
        ("Aurora lives in Colorado.", "two letters away, outside a heading"),
        ("Anorra here, and Anorra there", "what is used twice is meant"),
        ("# The Senora", "the first letter and one more"),
    ],
)
def test_what_is_no_slip(words: str, why: str) -> None:
    assert diagnose(build(f"{words}\n{BODY}", extra=mentions("Anora")), "A004") == [], why


def test_a_name_that_the_records_know_is_no_slip() -> None:
    text = "# Arora\nAnora, Anora, Anora.\n"  # Arora Roe is a person of the records
    assert diagnose(build(text, extra=mentions("Anora")), "A004") == []


def test_a_work_named_in_passing_sets_no_measure() -> None:
    assert diagnose(build("# On Anroa\nAnora and Anora.\n", extra=mentions("Anora")), "A004") == []


def test_titles_of_several_words() -> None:
    text = "# The Red Rockets Fall\nRed Rokcet is a film. Red Rocket. Red Rocket. Red Rocket.\n"
    result = fixed(text, "A004", extra=mentions("Red Rocket"), unsafe=True)
    assert result.text == text.replace("Rokcet", "Rocket")
