"""Whether a printed name is that of a person, or a misspelling of it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from anora_bib.authority.likeness import Misspelling, letters_apart, misspellings, words
from anora_bib.model import Name, Person
from anora_bib.text.characters import fold

NICKNAME_LETTERS = 3
"""A given name may be cut to its first three letters or more ("Alex" for Alexander, "Ben" for Benjamin)."""

LONE_FAMILY_LETTERS = 6
"""A misspelt family name with no given name beside it counts only from this length: short ones agree by chance."""


class Likeness(IntEnum):
    """How like a printed name is to that of a person; a greater one is a better match."""

    OTHER = 0
    MISSPELT = 1
    SAME = 2
    """The same name, maybe less of it, with initials, without accents, or in the other order."""


class Pairing(NamedTuple):
    """The place of a printed name among the others, the person it is, and its misspelt words."""

    place: int
    person: Person
    likeness: Likeness
    misspellings: tuple[Misspelling, ...]


def compare(name: Name, person: Person) -> tuple[Likeness, tuple[Misspelling, ...]]:
    """How like a printed name is to that of a person, and its misspelt words."""
    full = fold(name.display)
    if not full:
        return Likeness.OTHER, ()
    if full in map(fold, person.forms) or sorted(full.split()) == sorted(fold(person.name.display).split()):
        return Likeness.SAME, ()
    if name.literal or person.name.literal:
        return _judge(misspellings(words(name.display), words(person.name.display)))
    return _compare_parts(name, person.name)


def _compare_parts(name: Name, known: Name) -> tuple[Likeness, tuple[Misspelling, ...]]:
    # A particle may be left off in print: "Sternberg, Josef".
    bare = name.non_dropping_particle or len(name.family.split()) > len(known.family.split())
    family = misspellings(words(name.full_family), words(known.full_family if bare else known.family))
    fits = _given_fits(_given(name), _given(known))
    given = [] if fits else misspellings(words(name.given), words(known.given))
    if family is None or given is None:
        return Likeness.OTHER, ()
    if family and not name.given and len(fold(name.full_family)) < LONE_FAMILY_LETTERS:
        return Likeness.OTHER, ()
    return _judge([*family, *given])


def _judge(misspellings: list[Misspelling] | None) -> tuple[Likeness, tuple[Misspelling, ...]]:
    if misspellings is None:
        return Likeness.OTHER, ()
    return (Likeness.MISSPELT, tuple(misspellings)) if misspellings else (Likeness.SAME, ())


def _given(name: Name) -> list[str]:
    return fold(f"{name.given} {name.dropping_particle}").split()


def _given_fits(printed: Sequence[str], known: Sequence[str]) -> bool:
    """True if the one can be the other with names left out or cut to initials. No given name fits any."""
    if len(printed) > len(known):
        printed, known = known, printed
    rest = iter(known)
    return all(any(_cut(one, other) for other in rest) for one in printed)


def _cut(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and (len(short) == 1 or len(short) >= NICKNAME_LETTERS)


def _nearly(name: Name, person: Person) -> tuple[Likeness, tuple[Misspelling, ...]]:
    """As :func:`compare`, but a short name may have one letter wrong, too, where the other half is right in full.

    Only for the people of one work: elsewhere "Juno Mack" may be somebody else than "Juno Mac".
    """
    comparison = compare(name, person)
    if comparison[0]:
        return comparison
    known = person.name
    halves = (name.full_family, known.full_family), (name.given, known.given)
    for (printed, right), (vouching, other) in (halves, halves[::-1]):
        one, true, sure = fold(printed), fold(right), fold(vouching)
        vouched = len(sure) >= NICKNAME_LETTERS and sure == fold(other)
        if vouched and len(one) >= NICKNAME_LETTERS and one[:1] == true[:1] and letters_apart(one, true) == 1:
            return Likeness.MISSPELT, (Misspelling(printed, right, 1),)
    return comparison


def pair(names: Sequence[Name], people: Sequence[Person]) -> list[Pairing]:
    """Which printed name is which person of a work, in the order printed. Sure pairs first; each person once."""
    compared = [Pairing(index, person, *_nearly(name, person)) for index, name in enumerate(names) for person in people]
    pairings: dict[int, Pairing] = {}
    taken: set[str] = set()
    for pairing in sorted(compared, key=lambda pairing: -pairing.likeness):
        if pairing.likeness and pairing.place not in pairings and pairing.person.id not in taken:
            pairings[pairing.place] = pairing
            taken.add(pairing.person.id)
    return [pairings[place] for place in sorted(pairings)]
