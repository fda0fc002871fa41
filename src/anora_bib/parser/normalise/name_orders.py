"""In which order the names of a list stand, and where a family name ends, if no comma says so.

The words of the whole list tell it together: what a given name is like is learnt (``learned.given``).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from anora_bib.parser.learned.given import likeness
from anora_bib.parser.normalise.person import (
    is_body,
    is_complete,
    is_family_first,
    is_initials,
    is_sciences,
    is_small,
    is_suffix,
)
from anora_bib.parser.text.person import is_given

_SURELY_INVERTED: Final = 4.2
"""How much likelier, as a logarithm, the given names of a list must stand last: few people write so."""
_SURELY_GIVEN: Final = 1.0
"""How likely names must be given ones, and others not, where commas stand between them all: "Roe, Ann, Doe, Bob"."""
_SURELY_ONE: Final = 2.0
"""How much likelier the last of four words between two commas must be given than the first: "Roe Doe, Anna Maria"."""
_BY_LIST: Final = 3.0
"""What it tells besides that the first word is in the list of given names, and the last is not."""
_BY_INITIAL: Final = 2.0
"""What an initial tells: behind a name it is a given one's, within it ends one."""


class Order(NamedTuple):
    """Of a whole list: ``families`` if it has no given names, ``inverted`` if they stand last without a comma."""

    families: bool
    inverted: bool

    @classmethod
    def of(cls, parts: Sequence[str]) -> Order:
        """The order of what stands between commas and conjunctions."""
        return cls(_are_families(parts), _are_inverted(parts))

    def is_told(self, part: str) -> bool:
        """Whether a part is a name of its own, which needs no given names from behind a comma."""
        return self.families or (self.inverted and " " in part)


def _are_families(parts: Sequence[str]) -> bool:
    """Whether a list has family names only, "Roe, Doe, and van Poe", and no given names between them."""
    if len(parts) < 3 or any(is_initials(part) or is_suffix(part) for part in parts):
        return False
    if any(len([word for word in part.split(" ") if not is_small(word)]) > 1 for part in parts):
        return False
    given = [is_given(part) for part in parts]
    if len(parts) % 2 == 0 and sum(map(likeness, parts[1::2])) > _SURELY_GIVEN > sum(map(likeness, parts[0::2])):
        return False
    return not given[1] or any(given[0::2])


def _are_inverted(parts: Sequence[str]) -> bool:
    """Whether given names stand behind family names without a comma in all of a list: "Roe Ann, Moss Bertrand"."""
    names = [[word for word in part.split(" ") if not is_small(word)] for part in parts]
    if any(words and is_initials(words[0]) for words in names):
        return False
    told = 0.0
    for part, words in zip(parts, names, strict=True):
        if " " not in part and likeness(part) > 0 and not is_suffix(part):
            return False  # "Roe Doe, Anna": a comma stands between the two halves of a name
        whole = [word for word in words if not is_initials(word)]
        if len(whole) < 2 or "(" in part:
            continue
        told += likeness(whole[-1]) - likeness(whole[0])
        if is_given(whole[0]) and not is_given(whole[-1]):
            told -= _BY_LIST
        if len(whole) < len(words):
            told += _BY_INITIAL if is_initials(words[-1]) else -_BY_INITIAL
    return told > _SURELY_INVERTED


def is_alike_in_any(part: str) -> bool:
    """Whether a name says by itself where its halves are: "van Roe AB", "ROE Ann", "Bong Joon-ho"."""
    words = part.split(" ")
    whole = [word for word in words if not is_small(word) and not is_initials(word)]
    return len(whole) < 2 or (whole[0].isupper() and not whole[-1].isupper()) or is_family_first(words)


def halves(part: str) -> tuple[str, str]:
    """The family and the given names of a name in which they stand in this order: "van der Roe Doe Anna B."."""
    words = part.split(" ")
    first = next((at for at, word in enumerate(words) if not is_small(word)), 0) + 1
    last = max(first, next((at for at, word in enumerate(words) if at >= first and is_initials(word)), len(words) - 1))
    told = [likeness(word) for word in words]
    split = max(range(first, last + 1), key=lambda at: (sum(told[at:]) - sum(told[:at]), -at))
    return " ".join(words[:split]), " ".join(words[split:])


def are_one(family: str, given: str, parts: Sequence[str], at: int) -> bool:
    """Whether two parts between commas are family and given name of one person."""
    if is_complete(family):
        return False
    if is_initials(given):
        return True
    if is_body(family):
        return False
    words = [word for word in family.split(" ") if not is_small(word)]
    others = [word for word in given.split(" ") if not is_small(word) and not is_initials(word)]
    if len(words) <= 1 or (family.isupper() and not given.isupper()):
        return True
    if is_complete(given) and not is_sciences(given):
        return False  # "Xin Hua, R. Roe": given names begin with no initial, unless nothing else is printed of them.
    known = is_given(words[0])
    if len(words) == len(others) == 2:
        # "Roe Doe, Anna Maria", not "Ann Roe, Bob Doe"
        return len(parts) == 2 and likeness(others[-1]) - likeness(words[0]) > _SURELY_ONE
    if len(others) == 1:
        return not known or (is_given(others[0]) and at == 0 and len(parts) == 2)
    return not known and bool(others) and is_given(others[0]) and len(parts) == 2
