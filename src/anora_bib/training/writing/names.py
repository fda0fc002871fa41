"""Names as people write them: in eight orders and more, with what stands between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from anora_bib.training.chance import Weighted
from anora_bib.training.content.people import Person
from anora_bib.training.writing.hand import Hand


class NamePart(StrEnum):
    """What a stretch of a list of names is. What is under none parts names from each other."""

    FAMILY = "family"
    """With the particle that stands before it."""
    GIVEN = "given"
    """Given names and initials, with a particle that stands behind them."""
    SUFFIX = "suffix"
    LITERAL = "literal"
    """The whole name of a body."""
    OTHERS = "others"
    """"et al." and its like."""


class Stretch(NamedTuple):
    """Text in a list of names: which part, and of which name; ``part`` is None for what is between them."""

    text: str
    part: NamePart | None = None
    name: int = -1


ORDERS: Final = (
    "direct", "inverted", "first-inverted", "initials-inverted", "initials-direct", "vancouver", "vancouver-stops",
    "no-comma", "slashes", "slashes-direct", "family", "capitals", "capitals-inverted", "direct-semicolons",
    "brackets",
)  # fmt: skip
ANY_ORDER: Final = Weighted(dict.fromkeys(ORDERS, 1.0))


def initials(given: str, stop: str, space: str) -> str:
    """The initials of given names; those joined by a hyphen stay so."""
    made: list[str] = []
    for word in given.split():
        letters = [part[0] for part in re.findall(r"[^\W\d_]+", word) if part[0].isupper()]
        if letters:
            made.append(f"{stop}-".join(letters) + stop)
    return space.join(made)


def written(people: Sequence[Person], order: str, hand: Hand) -> list[Stretch]:
    """A list of names in an order, parted as this hand parts them."""
    shape = _SHAPES[order]
    shown, others = _shown(people, hand)
    stretches: list[Stretch] = []
    between, last = shape.between(hand)
    for at, person in enumerate(shown):
        if at:
            final = at == len(shown) - 1 and not others
            mark = last if final else between
            if final and len(shown) == 2 and shape.drops_comma(hand) and mark.strip(" ,"):
                mark = mark.lstrip(",")
            stretches.append(Stretch(mark))
        way = shape.first if at == 0 else shape.rest
        stretches += [Stretch(text, part, at if part else -1) for text, part in _one(person, way, hand)]
    if others:
        comma = "" if hand.et_al.startswith(",") else hand.chance.pick((" ", ", ", " "))
        stretches += [Stretch(comma), Stretch(hand.et_al, NamePart.OTHERS)]
    return [stretch for stretch in stretches if stretch.text]


def _shown(people: Sequence[Person], hand: Hand) -> tuple[Sequence[Person], bool]:
    """Those who are named, and whether others are not."""
    many = len(people)
    share = 0.05 if many == 2 else 0.25 if many == 3 else 0.45
    if many > 1 and hand.chance.often(share):
        return people[: hand.chance.pick((1, 1, 1, min(3, many - 1)))], True
    return people, False


def _one(person: Person, way: str, hand: Hand) -> list[tuple[str, NamePart | None]]:
    """One name."""
    if "literal" in person:
        return [(person["literal"], NamePart.LITERAL)]
    family = person["family"]
    particle = person.get("non-dropping-particle", "")
    dropped = person.get("dropping-particle", "")
    suffix = person.get("suffix", "")
    given = person.get("given", "")
    way, capitals = (way.removeprefix("capitals-"), True) if way.startswith("capitals-") else (way, False)
    if capitals:
        family = family.upper()
    if particle:
        family = f"{particle} {family}"
    if way == "family" or not given:
        return [(f"{dropped} {family}".strip(), NamePart.FAMILY)]
    parts = _ordered(way, given, family, dropped, hand)
    if suffix:
        parts += [(hand.chance.pick((", ", " ", ", ")), None), (suffix, NamePart.SUFFIX)]
    return parts


def _ordered(way: str, given: str, family: str, dropped: str, hand: Hand) -> list[tuple[str, NamePart | None]]:
    """Given and family name in their order."""
    stop = "." if hand.initial_stop else ""
    match way:
        case "direct":
            pass
        case "initials-direct":
            given = initials(given, stop or ".", " " if hand.initial_space else "") or given
        case "initials":
            given = initials(given, stop, " " if hand.initial_space and stop else "") or given
        case "vancouver" | "vancouver-stops":
            given = initials(given, "." if way == "vancouver-stops" else "", "") or given
            dropped = ""
    if way == "brackets":
        return [(family, NamePart.FAMILY), (hand.chance.pick((" (", "(")), None), (given, NamePart.GIVEN), (")", None)]
    if way in ("direct", "initials-direct"):
        return [(given, NamePart.GIVEN), (" ", None), (f"{dropped} {family}".strip(), NamePart.FAMILY)]
    comma = ", " if way in ("inverted", "initials") else " "
    return [(family, NamePart.FAMILY), (comma, None), (f"{given} {dropped}".strip(), NamePart.GIVEN)]


class _Shape(NamedTuple):
    """An order: how the first and the others are written, and what stands between them."""

    first: str
    rest: str
    between: Callable[[Hand], tuple[str, str]]
    drops_comma: Callable[[Hand], bool]


def _comma_and(hand: Hand) -> tuple[str, str]:
    comma = "," if hand.serial_comma else ""
    return ", ", _last(hand, comma)


def _last(hand: Hand, comma: str) -> str:
    """What stands before the last name."""
    word = hand.and_word
    if word in ",;/":
        return f"{word} " if word != "/" else "/"
    return f"{comma} {word} "


def _semicolons(hand: Hand) -> tuple[str, str]:
    roll = hand.chance.random()
    if roll < 0.6:
        return "; ", "; "
    if roll < 0.8:
        return "; ", _last(hand, hand.chance.pick((";", "")))
    return _last(hand, ""), _last(hand, "")


def _commas(hand: Hand) -> tuple[str, str]:
    return (", ", ", ") if hand.chance.often(0.7) else (", ", _last(hand, ","))


def _inverted(hand: Hand) -> tuple[str, str]:
    roll = hand.chance.random()
    if roll < 0.5:
        return ", ", _last(hand, ",")
    if roll < 0.75:
        return ", ", _last(hand, "")
    return _semicolons(hand)


def _slashes(hand: Hand) -> tuple[str, str]:
    mark = hand.chance.pick(("/", "/", " / ", " – ", "; "))
    return mark, mark


def _always(_: Hand) -> bool:
    return True


def _never(_: Hand) -> bool:
    return False


_SHAPES: Final[Mapping[str, _Shape]] = {
    "direct": _Shape("direct", "direct", _comma_and, _always),
    "direct-semicolons": _Shape("direct", "direct", _semicolons, _always),
    "inverted": _Shape("inverted", "inverted", _semicolons, _never),
    "first-inverted": _Shape("inverted", "direct", lambda hand: (", ", _last(hand, ",")), _never),
    "initials-inverted": _Shape("initials", "initials", _inverted, _never),
    "initials-direct": _Shape("initials-direct", "initials-direct", _comma_and, _always),
    "vancouver": _Shape("vancouver", "vancouver", _commas, _always),
    "vancouver-stops": _Shape("vancouver-stops", "vancouver-stops", _commas, _always),
    "no-comma": _Shape("no-comma", "no-comma", _commas, _always),
    "slashes": _Shape("inverted", "inverted", _slashes, _never),
    "slashes-direct": _Shape("direct", "direct", _slashes, _never),
    "brackets": _Shape("brackets", "brackets", _comma_and, _always),
    "family": _Shape("family", "family", _comma_and, _always),
    "capitals": _Shape("capitals-no-comma", "capitals-no-comma", _commas, _always),
    "capitals-inverted": _Shape("capitals-inverted", "capitals-inverted", _semicolons, _never),
}
