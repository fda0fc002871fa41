"""Strings that hold no reference, and strings that hold several."""

from __future__ import annotations

from anora_bib.training.chance import Chance
from anora_bib.training.content.lexicon import capitalized, data
from anora_bib.training.content.people import NamedMaker
from anora_bib.training.tape import Tape


def remark(chance: Chance, language: str) -> Tape:
    """A sentence, a short form, a cross-reference: nothing in it is part of a reference."""
    made = NamedMaker(chance, language).word("remark")
    if chance.often(0.8):
        made = capitalized(made)
    return Tape(made)


def together(chance: Chance, first: Tape, second: Tape, language: str) -> Tape:
    """Two references in one string, with what joins them."""
    join = chance.pick(data("damage")[language]["joins"])
    tape = Tape()
    tape.join(first)
    if join[:1] in ";,." and tape.text and tape.text[-1] == ".":
        tape.replace(len(tape) - 1, len(tape), "")
    tape.add(join)
    tape.join(second)
    return tape


def with_remark(chance: Chance, tape: Tape, language: str) -> Tape:
    """A reference with a sentence before or behind it."""
    sentence = capitalized(NamedMaker(chance, language).word("sentence"))
    made = Tape()
    if chance.often(0.35):
        made.add(sentence + " ")
        made.join(tape)
        return made
    made.join(tape)
    if made.text and made.text[-1] not in ".?!":
        made.add(".")
    made.add(" " + sentence)
    return made
