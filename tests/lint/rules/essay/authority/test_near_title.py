from __future__ import annotations

import pytest

from tests.lint.pipeline import diagnose, fixed, only, repair

BODY = "\nAnora begins well. Then Anora turns. In the end Anora weeps.\n"


@pytest.mark.parametrize("reader", ["markdown", "html"])
@pytest.mark.parametrize(
    ("wrong", "right", "message"),
    [
        ("# Aurora‘s Genre Switch", "# Anora‘s Genre Switch", "“Aurora” is two letters away from “Anora”"),
        ("# On Anroa", "# On Anora", "“Anroa” is one letter away from “Anora”"),
        ("# ANORRA AT LAST", "# ANORA AT LAST", "“ANORRA” is one letter away from “Anora”"),
        ("What Anorra wants is money.", "What Anora wants is money.", "“Anorra” is one letter away from “Anora”"),
    ],
)
def test_a_slip_is_put_right(wrong: str, right: str, message: str, reader: str) -> None:
    text, mended = (page(words, reader) for words in (wrong, right))
    found = only(text, "A004", reader=reader)
    assert found.message == message
    assert found.evidence[0].startswith("The essay names “Anora” again and again, “")
    assert fixed(text, "A004", reader=reader) == text
    result = repair(text, "A004", reader=reader, unsafe=True)
    assert (result.text, result.remaining) == (mended, ())


def page(line: str, reader: str) -> str:
    if reader == "markdown":
        return f"{line}\n{BODY}"
    tag = "h1" if line.startswith("# ") else "p"
    return f"<{tag}>{line.removeprefix('# ')}</{tag}>\n<p>{BODY.strip()}</p>\n"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("# Anora’s Genre Switch", "right"),
        ("The Anoras of this world", "a plural"),
        ("an angora sweater", "no capital"),
        ("Aurora lives in Colorado.", "two letters away, outside a heading"),
        ("Anorra here, and Anorra there", "what is used twice is meant"),
        ("# The Senora", "the first letter and one more"),
        ("# Arora", "a person of the records"),
    ],
)
def test_what_is_no_slip(words: str, why: str) -> None:
    assert diagnose(f"{words}\n{BODY}", "A004") == [], why


def test_a_work_named_in_passing_sets_no_measure() -> None:
    assert diagnose("# On Anroa\n\nAnora is long. I liked Anora.\n", "A004") == []


def test_titles_of_several_words() -> None:
    text = "# The Red Rockets Fall\n\nRed Rokcet is a film. Red Rocket ends. I liked Red Rocket. Red Rocket is long.\n"
    assert fixed(text, "A004", unsafe=True) == text.replace("Rokcet", "Rocket")


def test_signs_are_no_letters() -> None:
    named = "*The Lamp House, Inc.* opened. *The Lamp House, Inc.* closed. *The Lamp House, Inc.* fell."
    assert diagnose(f"{named} The Lamp House, Inc\n", "A004") == []
