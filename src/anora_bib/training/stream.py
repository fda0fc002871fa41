"""The stream of references: blocks of rendered and written ones, damaged and mixed."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Final

from anora_bib.parser.labelled import Labelled
from anora_bib.parser.labels import Label
from anora_bib.system.gc_pause import collector_at_rest
from anora_bib.training import mixing
from anora_bib.training.chance import Chance, Weighted
from anora_bib.training.content.items import Item, ItemMaker, types
from anora_bib.training.damage import damage
from anora_bib.training.rendering.references import Made, rendered
from anora_bib.training.tape import Tape
from anora_bib.training.writing.hand import Hand
from anora_bib.training.writing.templates import Family, families
from anora_bib.training.writing.writer import Writer

_SWEEP: Final = 4
"""Blocks between two collections of garbage."""
_BLOCK: Final = 480
"""References that are made at a time, and then put in any order."""
_IN_A_STYLE: Final = 12
_LANGUAGES: Final = Weighted({"en": 55.0, "de": 14, "fr": 11, "it": 8, "es": 5, "nl": 3, "pt": 4})
_RENDERED: Final = 0.42
"""The share of references rendered by the CSL engine; the wild has more of those that follow no manual."""
_REMARKS: Final = 0.045
"""The share of strings that are no reference."""
_DAMAGED_REMARKS: Final = 0.3
_TOGETHER: Final = 0.04
_WITH_REMARK: Final = 0.02
_BARE: Final = 0.15
"""The share of short cites ("Roe 2001, 12") that are kept."""
_SHORTEST: Final = 12
_TRIES: Final = 14
_WAYS: Final = (1, 1, 2, 3)
"""In how many ways a reference is written, of which the richest is taken: few have parts that most lack."""
_RARE: Final = frozenset(
    {
        Label.ARCHIVED,
        Label.AUTHORITY,
        Label.PERFORMER,
        Label.ORIGINAL_DATE,
        Label.SECTION,
        Label.NUMBER_OF_PAGES,
        Label.TRANSLATOR,
        Label.COLLECTION,
        Label.EDITION,
    }
)


def generate(count: int, seed: int | str = 0) -> Iterator[Labelled]:
    """Made-up references with their parts, the same for the same seed and release of Faker and of the CSL styles.

    Fewer are the beginning of more.

    About half are rendered by the CSL engine, half written as people do by hand; some are damaged, some are several
    in one string, and some strings are none, whose type is "".

    Args:
        count: how many.
        seed: what makes them other ones.

    Raises:
        UnsupportedError: Faker is not installed.
    """
    yield from islice(_endless(seed), count)


def _endless(seed: int | str) -> Iterator[Labelled]:
    block = 0
    while True:
        with collector_at_rest():
            made = list(_block(Chance(f"{seed}/{block}")))
        if block % _SWEEP == 0:
            gc.collect()  # styles and processors refer to themselves in circles, and would pile up
        yield from made
        block += 1


def _block(chance: Chance) -> Iterator[Labelled]:
    """A block of references in any order."""
    made: list[tuple[Tape, str, str]] = []
    while len(made) < _BLOCK * _RENDERED:
        language = chance.draw(_LANGUAGES)
        made += [
            (tape, type, language) for tape, type in rendered(chance, language, _IN_A_STYLE) if _worth(chance, tape)
        ]
    while len(made) < _BLOCK:
        language = chance.draw(_LANGUAGES)
        one = written(chance, language)
        if one is not None:
            made.append((*one, language))
    chance.shuffle(made)
    spare: dict[str, Tape] = {}
    for tape, type, language in made:
        if chance.often(_REMARKS):
            yield _finished(chance, mixing.remark(chance, language), "", language)
            continue
        mixed = tape
        if language in spare and chance.often(_TOGETHER):
            mixed = mixing.together(chance, tape, spare[language], language)
        elif chance.often(_WITH_REMARK):
            mixed = mixing.with_remark(chance, tape, language)
        spare[language] = tape
        yield _finished(chance, mixed, type, language)


def _finished(chance: Chance, tape: Tape, type: str, language: str) -> Labelled:
    """The reference as it comes into an essay."""
    copy = Tape()
    copy.join(tape)
    if type or chance.often(_DAMAGED_REMARKS):
        damage(chance, copy, language)
    if not type:
        copy.labels = [None] * len(copy)
    return copy.labelled(type)


def _worth(chance: Chance, tape: Tape) -> bool:
    """Whether a rendered reference says enough: a cite of name and year does only now and then."""
    if sum(span.label is Label.TITLE for span in tape.labelled().spans) > 1:
        return False  # a style that prints the short form and then all of it
    enough = len(tape) >= _SHORTEST and {Label.TITLE, Label.CONTAINER, Label.ARCHIVE, Label.URL} & set(tape.labels)
    return bool(enough) or chance.often(_BARE)


@cache
def _for_type(language: str, type: str, domain: str) -> Weighted[Family] | None:
    """The families that have templates for a type, by how often they write of a domain."""
    fit = {family: family.weight_for(domain) for family in families(language) if type in family.templates}
    return Weighted(fit) if fit else None


def written(chance: Chance, language: str, type: str = "") -> Made | None:
    """One reference as people write by hand; None where no template suits what was drawn."""
    item: Item = ItemMaker(chance, language).make(type or chance.draw(types()))
    type = item["type"]
    suited = _for_type(language, type, item["domain"])
    if suited is None:
        return None
    made: list[Tape] = []
    wanted = chance.pick(_WAYS)
    for _ in range(_TRIES):
        family = chance.draw(suited)
        hand = Hand(chance, language)
        tape = Writer(chance, hand, item, family).write(chance.pick(family.templates[type]))
        if tape is not None and any(tape.labels):
            made.append(tape)
            if len(made) == wanted:
                break
    return (max(made, key=_richness), type) if made else None


def _richness(tape: Tape) -> int:
    """How many kinds of parts there are; those that are seldom met count three times."""
    kinds = set(tape.labels)
    return len(kinds) + 2 * len(kinds & _RARE)
