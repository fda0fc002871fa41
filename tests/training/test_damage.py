"""Damage keeps each letter under its label."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from anora_bib.parser.labels import Label
from anora_bib.training.chance import Chance
from anora_bib.training.damage import damage
from anora_bib.training.tape import Tape


def tape() -> Tape:
    made = Tape("Orme, Ada", Label.AUTHOR)
    made.add(", ")
    made.add("Harbour law: on the tolls of piers", Label.TITLE, italic=True)
    made.add(" (")
    made.add("1961", Label.DATE)
    made.add("), ")
    made.add("https://tide.example/tolls", Label.URL)
    made.add(".")
    return made


@given(st.integers(0, 100_000), st.sampled_from(["en", "de", "fr", "it", "es", "nl", "pt"]))
@settings(max_examples=150)
def test_damage_leaves_a_sound_tape(seed: int, language: str) -> None:
    damaged = tape()
    damage(Chance(seed), damaged, language)
    assert len(damaged.text) == len(damaged.labels) == len(damaged.italics)
    made = damaged.labelled("book")
    assert made.of(Label.URL) in ((), ("https://tide.example/tolls",))
    assert len(made.of(Label.TITLE)) <= 1
    assert all("Orme" in text or len(text) < 40 for text in made.of(Label.AUTHOR))


def test_a_part_is_trimmed_of_the_marks_around_it() -> None:
    made = Tape("“Tolls,”", Label.TITLE)
    made.add(" ")
    made.add("(Hull", Label.PLACE)
    assert made.labelled().of(Label.TITLE) == ("Tolls",)
    assert made.labelled().of(Label.PLACE) == ("Hull",)


def test_quotation_marks_inside_a_title_stay() -> None:
    made = Tape("“Tolls” and “Piers”", Label.TITLE)
    assert made.labelled().of(Label.TITLE) == ("“Tolls” and “Piers”",)
