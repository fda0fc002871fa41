"""A small world of references, labelled, for tests of the labeller: it learns these forms from a few hundred."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from anora_bib.parser.labelled import Labelled, LabelledSpan
from anora_bib.parser.labels import Label

GIVEN = "Jane John Ann Bo Al Ida Max Zoe".split()
FAMILY = "Roe Doe Poe Low Moe Kay Orme Lamb Wick Quill".split()
NOUNS = "Lamps Doors Tides Quays Rooms Lights Harbours Wicks Oils Keys".split()
JOURNALS = ("Harbour Review", "Journal of Lamps", "The Lantern", "Studies in Light")
HOUSES = ("Lantern House", "Harbour Press", "Wick and Sons")
CITIES = ("London", "Paris", "New York", "Leiden")


def references(count: int, seed: int = 1) -> Iterator[Labelled]:
    """So many references of two kinds, articles and books, in two orders each."""
    chance = Random(seed)
    for _ in range(count):
        parts = _article(chance) if chance.random() < 0.5 else _book(chance)
        text, spans = "", []
        for part, label in parts:
            if label:
                spans.append(LabelledSpan(len(text), len(text) + len(part), label))
            text += part
        yield Labelled(text, tuple(spans))


Parts = list[tuple[str, Label | None]]


def _name(chance: Random) -> str:
    return f"{chance.choice(FAMILY)}, {chance.choice(GIVEN)}"


def _title(chance: Random) -> str:
    return f"{chance.choice(NOUNS)} and the {chance.choice(NOUNS)} of {chance.choice(NOUNS)}"


def _article(chance: Random) -> Parts:
    year = str(chance.randint(1950, 2020))
    start = chance.randint(1, 300)
    return [
        (_name(chance), Label.AUTHOR),
        (". “", None),
        (_title(chance), Label.TITLE),
        (".” ", None),
        (chance.choice(JOURNALS), Label.CONTAINER),
        (" ", None),
        (str(chance.randint(1, 90)), Label.VOLUME),
        (", no. ", None),
        (str(chance.randint(1, 12)), Label.ISSUE),
        (" (", None),
        (year, Label.DATE),
        ("): ", None),
        (f"{start}–{start + 20}", Label.PAGES),
        (".", None),
    ]


def _book(chance: Random) -> Parts:
    year = str(chance.randint(1950, 2020))
    return [
        (_name(chance), Label.AUTHOR),
        (". ", None),
        (_title(chance), Label.TITLE),
        (". ", None),
        (chance.choice(CITIES), Label.PLACE),
        (": ", None),
        (chance.choice(HOUSES), Label.PUBLISHER),
        (", ", None),
        (year, Label.DATE),
        (".", None),
    ]
