"""The stream of lists of names, for a labeller that tells names and their parts from each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from anora_bib.training.chance import Chance, Weighted
from anora_bib.training.content.people import People
from anora_bib.training.writing.hand import Hand
from anora_bib.training.writing.names import ANY_ORDER, NamePart, Stretch, written

_LANGUAGES: Final = Weighted({"en": 55.0, "de": 14, "fr": 10, "it": 8, "es": 6, "nl": 4, "pt": 3})
_CAPITALS: Final = 0.05
_LOST: Final = 0.06
"""The share of lists in which stops, or commas, or spaces are lost or put in the place of each other."""


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A stretch of a list of names: ``text[start:end]`` is that part of the name with that number, from 0."""

    start: int
    end: int
    part: NamePart
    name: int


@dataclass(frozen=True, slots=True)
class LabelledNames:
    """A list of names with its parts, in order; what they leave parts the names."""

    text: str
    spans: tuple[NameSpan, ...]


def generate_names(count: int, seed: int | str = 0) -> Iterator[LabelledNames]:
    """Made-up lists of names in every order in which they are written, the same for the same seed.

    Args:
        count: how many lists.
        seed: what makes them other ones.
    """
    for number in range(count):
        chance = Chance(f"names/{seed}/{number}")
        language = chance.draw(_LANGUAGES)
        people = People(chance, language).authors(science=chance.often(0.4), bodies=0.05)
        stretches = written(people, chance.draw(ANY_ORDER), Hand(chance, language))
        yield _labelled(_damaged(chance, stretches))


_AROUND: Final = ".,;()’'"


def name_words(count: int, seed: int | str = 0) -> Counter[tuple[str, str]]:
    """The capitalised words of the people in ``count`` made-up lists, each with its part, and how often it is met."""
    words: Counter[tuple[str, str]] = Counter()
    for names in generate_names(count, seed):
        for span in names.spans:
            if span.part in (NamePart.FAMILY, NamePart.GIVEN):
                for word in names.text[span.start : span.end].replace("-", " ").split():
                    bare = word.strip(_AROUND)
                    if bare[:1].isupper() and bare.isalpha():
                        words[bare.title() if bare.isupper() else bare, span.part.value] += 1
    return words


def _damaged(chance: Chance, stretches: list[Stretch]) -> list[Stretch]:
    """The list with capitals, or with marks lost or changed, now and then."""
    if chance.often(_CAPITALS):
        return [stretch._replace(text=stretch.text.upper()) for stretch in stretches]
    if not chance.often(_LOST):
        return stretches
    old, new = chance.pick(((".", ""), (",", ""), (", ", ","), (",", "."), (",", ";"), (". ", "."), (" ", "  ")))
    between = new.strip() == "" or chance.often(0.5)
    return [
        stretch._replace(text=stretch.text.replace(old, new)) if stretch.part is None or between else stretch
        for stretch in stretches
    ]


def _labelled(stretches: list[Stretch]) -> LabelledNames:
    spans: list[NameSpan] = []
    text = ""
    for stretch in stretches:
        if stretch.part is not None and stretch.text:
            spans.append(NameSpan(len(text), len(text) + len(stretch.text), stretch.part, stretch.name))
        text += stretch.text
    return LabelledNames(text, tuple(spans))
