"""The values of an entry while a format writes it that takes only what it has a place for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from anora_bib import language
from anora_bib.model import Date, Entry, Name
from anora_bib.model.values.dates import SEASONS
from anora_bib.model.values.names import OTHERS
from anora_bib.model.values.richtext import plain
from anora_bib.text.characters import collapse

_RANGE: Final = re.compile(r"([^\s,;\u2010-\u2015-]+)\s?[\u2010-\u2015-]{1,2}\s?([^\s,;\u2010-\u2015-]+)")
_NO_SIGN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 has no way to write, and HTML neither; half characters among them."""


class Taking:
    """Hands out the values of an entry and remembers what was asked for: all else the format has no place for."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self._left = {name for name, field in entry.fields.items() if field.value not in ("", (), Date())}
        self._parts: dict[str, str] = {}

    def key(self) -> str:
        """The key of the entry, in one line."""
        return collapse(_NO_SIGN.sub("", self.entry.key))

    def has(self, variable: str) -> bool:
        """Whether a value is there that nothing was made of yet."""
        return variable in self._left

    def peek(self, variable: str) -> str:
        """A value as text, which nothing is made of by that; "" if it is missing."""
        return self.entry.string(variable)

    def rich(self, variable: str) -> str:
        """A value as text in one line, with the tags that CSL-JSON has in it; "" if it is missing."""
        self._left.discard(variable)
        value = self.entry.get(variable)
        text = value if isinstance(value, str) else self.entry.string(variable)
        return collapse(_NO_SIGN.sub("", text))

    def text(self, *variables: str) -> str:
        """The first of some values that is there, as text in one line without tags."""
        name = next((name for name in variables if name in self._left), "")
        return plain(self.rich(name)) if name else ""

    def names(self, variable: str, *, goes_on: bool = False) -> tuple[Name, ...]:
        """The names of a variable, each part of them in one line.

        The sign of a list that goes on is none of them; ``goes_on`` is whether the format has one for it.
        """
        self._left.discard(variable)
        value = self.entry.get(variable)
        names = (Name(literal=value),) if isinstance(value, str) and value else self.entry.names(variable)
        known = tuple(_clean(name) for name in names if name.display and name.literal != OTHERS)
        if len(known) < len(names) and not goes_on:
            self.lose(variable, "and others")
        return known

    def roles(self, *but: str) -> Iterator[tuple[str, tuple[Name, ...]]]:
        """The other roles that people have, and who has them, in the order of their names."""
        for name in sorted(self._left - set(but)):
            if isinstance(self.entry.get(name), tuple):
                yield name, self.names(name)

    def date(self, variable: str) -> Date | None:
        """The date of a variable; None if it is missing or nothing but words (those :meth:`text` gives)."""
        value = self.entry.date(variable)
        if value is None or not value.parts:
            return None
        self._left.discard(variable)
        return value

    def pages(self) -> tuple[str, str, str]:
        """The pages as they stand, the first and the last; both are "" where there are several ranges, or words."""
        text = self.text("page")
        match = _RANGE.fullmatch(text)
        if match:
            return text, match[1], match[2]
        return text, text if text.isalnum() else "", ""

    def lose(self, variable: str, part: str) -> None:
        """Remember that a part of a value could not be written."""
        self._parts[variable] = part

    def left(self) -> list[str]:
        """What was not written, variable by variable: ``note (Read twice.)``."""
        whole = {name: self.entry.string(name) for name in self._left}
        return [f"{name} ({collapse(value)})" for name, value in sorted({**self._parts, **whole}.items())]


def season_word(season: str) -> str:
    """A season in English, given by its number or as a word."""
    return language.season_names("en")[int(season) - 1] if season in SEASONS else season


def _clean(name: Name) -> Name:
    def text(part: str) -> str:
        return collapse(_NO_SIGN.sub("", plain(part)))

    return replace(
        name,
        family=text(name.family),
        given=text(name.given),
        dropping_particle=text(name.dropping_particle),
        non_dropping_particle=text(name.non_dropping_particle),
        suffix=text(name.suffix),
        literal=text(name.literal),
    )
