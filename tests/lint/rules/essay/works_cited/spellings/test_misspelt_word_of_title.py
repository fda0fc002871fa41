from __future__ import annotations

import pytest

from tests.lint.essays import READERS, with_notes
from tests.lint.pipeline import diagnose, only

CLAIM = (
    "All folklore of lamps is folklore of wicks, as the philosopher knows, and his statues are marital gifts, to each "
    "other philosopher a marital sign."
)


def note(title: str, rest: str = "") -> str:
    return f"Jane Roe, *{title}* (Hull: Tide Press, 2009), 12.{rest}"


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("title", "message"),
    [
        ("Lamps and Other Folkore", "“Folkore” is spelt “Folklore” in the rest of the essay"),
        ("The Lamp of the philosohper", "“philosohper” is spelt “philosopher” in the rest of the essay"),
    ],
)
def test_the_essay_spells_it_otherwise(title: str, message: str, reader: str) -> None:
    assert only(with_notes(reader, note(title), claim=CLAIM), "W009", reader=reader).message == message


def test_the_address_spells_it_otherwise() -> None:
    text = with_notes("markdown", note("Lamps and Folkore", " <https://example.org/lamps-and-folklore>."), claim=CLAIM)
    assert only(text, "W009").message == "“Folkore” is spelt “Folklore” in the address of the same work"


@pytest.mark.parametrize(
    "title",
    [
        "Lamps and Other Folklore",
        "The Martial Lamp",
        "Le folkore de la lampe et des mèches",
        "Lamps and Other Folkore [sic]",
        "Of Folklores and Lamps",
        "The Journal of Jane Folkore",
    ],
    ids=["spelt so", "a word of its own", "another language", "seen", "another form", "a name"],
)
def test_words_that_are_meant(title: str) -> None:
    assert diagnose(with_notes("markdown", note(title), claim=CLAIM), "W009") == []


@pytest.mark.parametrize(
    ("title", "told_of"),
    [
        ("Lamps: History, Culture, Politcs of Light", True),
        ("The Univeristy and the Lamp", True),
        ("The Lamps of Nineteenth-Centrury Hull", True),
        ("The Lamps of Nineteenth-Century Hull", False),
        ("Lampes, langages, mouvements", False),
        ("Un langage of Lamps", False),
        ("Politcs", False),
        ("The Champaign Lamp of Hull", False),
    ],
)
def test_a_slip_for_a_word_of_every_essay(title: str, told_of: bool) -> None:
    found = diagnose(with_notes("markdown", f"Jane Roe, *{title}* (Hull: Tide Press, 2009), 12."), "W009")
    assert [one.message.partition("seems")[1] for one in found] == ["seems"] * told_of


def test_what_the_rule_on_names_tells_is_told_once() -> None:
    houses = [("Lamps", "University"), ("Wicks", "University"), ("Oil", "Unversity")]
    notes = [f"Ada Roe, *{title}* (Ada: Ada {name} Press, 2009), 12." for title, name in houses]
    assert [one.code for one in diagnose(with_notes("markdown", *notes), "W006", "W009")] == ["W006"]
