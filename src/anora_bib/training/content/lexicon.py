"""The words and patterns that titles, names of outlets and the like are made of: one data file a language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from anora_bib.training.chance import Chance

LANGUAGES: Final = ("en", "de", "fr", "it", "es", "nl", "pt")

_SLOT: Final = re.compile(r"\{([A-Za-z_]{1,40})\}")
_A: Final = re.compile(r"\b([Aa]) (?=[aeiouAEIO])")
_FOLDER: Final = Path(__file__).parent / "words"
_KNOWN: Final = "known_"
"""How the names of lists of real names begin."""
_REAL: Final = 0.4
"""The share of names of houses, papers and the like that are real ones."""

Words = Mapping[str, tuple[str, ...]]


@cache
def words(language: str) -> Words:
    """The lists of a language by name; those it lacks are the English ones."""
    known = {f"{_KNOWN}{name}": tuple(names.strip().split("; ")) for name, names in data("known")[language].items()}
    own = {**_read(_FOLDER / f"{language}.toml"), **known}
    return {**words("en"), **own} if language != "en" else own


@cache
def data(name: str) -> Mapping[str, Any]:
    """A data file of its own shape: "names", "places", ..."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))


def _read(path: Path) -> Words:
    lists: dict[str, tuple[str, ...]] = {}
    for table in tomllib.loads(path.read_text("utf-8")).values():
        for name, values in table.items():
            if isinstance(values, str):
                lists[name] = tuple(word.replace("_", " ").strip() for word in values.split())
            else:
                lists[name] = tuple(values)
    return lists


class Maker:
    """Makes texts of the patterns of a language. ``given`` are further words, made for each text by :meth:`fresh`."""

    def __init__(self, chance: Chance, language: str) -> None:
        self.chance = chance
        self.language = language
        self.lists = words(language)

    def make(self, pattern: str) -> str:
        """A text of a pattern: every {name} replaced by a word, which may be a pattern itself.

        A name that begins with a capital gives a word that does.
        """
        made = _SLOT.sub(lambda slot: self.word(slot[1]), pattern)
        return _A.sub(r"\1n ", made) if self.language == "en" else made

    def word(self, name: str) -> str:
        """A word of a list, or what a pattern of that name makes."""
        lower = name[0].lower() + name[1:]
        special = self.special(lower)
        made = special if special is not None else self.make(self._pattern(lower))
        if name != lower:
            made = capitalized(made)
        return made

    def _pattern(self, name: str) -> str:
        """A pattern of a list, or a real name of its kind."""
        known = self.lists.get(_KNOWN + name)
        return self.chance.pick(known if known and self.chance.often(_REAL) else self.lists[name])

    def special(self, name: str) -> str | None:
        """The words that are made by rule; None for those of the lists."""
        made = _SPECIAL.get(name)
        return made(self) if made is not None else None

    def years(self) -> str:
        """A span of years, "1850–1900" and its like."""
        chance = self.chance
        first = chance.between(1200, 1990)
        last = first + chance.between(2, 120 if first < 1850 else 30)
        short = str(last)[2:] if last // 100 == first // 100 and chance.often(0.3) else str(last)
        return f"{first}{chance.pick('–––-')}{short}"

    def acronym(self) -> str:
        """Capitals that look like the short name of something."""
        chance = self.chance
        made = "".join(chance.pick("AABCDEEFGHIILMNOOPRSSTTUVX") for _ in range(chance.between(2, 5)))
        if chance.often(0.12):
            made += f"-{chance.between(1, 9)}"
        return made


_SPECIAL: Final[Mapping[str, Callable[[Maker], str]]] = {
    "year": lambda maker: str(maker.chance.between(1640 if maker.chance.often(0.3) else 1890, 2024)),
    "years": Maker.years,
    "digit": lambda maker: str(maker.chance.between(2, 9)),
    "some": lambda maker: str(maker.chance.between(2, 40)),
    "ordinal": lambda maker: ordinal(maker.chance.between(2, 40)),
    "two_digits": lambda maker: f"{maker.chance.between(85, 124) % 100:02}",
    "number": lambda maker: str(
        maker.chance.between(10 ** (power := maker.chance.between(1, 4)), 10 ** (power + 1) - 1)
    ),
    "age": lambda maker: str(maker.chance.between(34, 101)),
    "time": lambda maker: (
        f"{maker.chance.between(1, 12)}:{maker.chance.between(0, 59):02} {maker.chance.pick(('a.m.', 'pm'))}"
    ),
    "roman": lambda maker: maker.chance.pick(("I", "II", "III", "IV", "V", "VI", "VII", "IX")),
    "capital": lambda maker: maker.chance.pick("ABCDEX"),
    "acronym": Maker.acronym,
}


def ordinal(number: int) -> str:
    """An English ordinal in figures: 2nd, 23rd, 30th."""
    tail = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{tail}"


def capitalized(text: str) -> str:
    """The text with its first letter as a capital."""
    for at, letter in enumerate(text):
        if letter.isalnum():
            return text[:at] + letter.upper() + text[at + 1 :]
    return text
