"""One name, of a person, in either order. Reading goes over tokens from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from anora_bib import language
from anora_bib.model import Name, Person, Records
from anora_bib.model.bibliography.records import NoRecords
from anora_bib.parser.text.tokens import Token
from anora_bib.parser.text.words import CONNECTIVES, GIVEN_NAMES, SUFFIXES
from anora_bib.text.characters import fold

_MAX_PARTS = 5
"""Words of one half of a name; longer ones are titles ("The House of the Seven Gables")."""


_CAPITAL_PARTICLES = language.name_words("capital_particles")
_FIRST_OF_TWO = language.name_words("first_of_two")


@lru_cache(maxsize=4096)
def is_given(word: str) -> bool:
    """True for a common given name ("Jean-Luc": by its first part)."""
    key = fold(word)
    return key in GIVEN_NAMES or key.partition(" ")[0] in GIVEN_NAMES


@dataclass
class OneName:
    """Reads a name from a list of tokens; ``records`` may know people whose names no rule can split."""

    tokens: Sequence[Token]
    records: Records = field(default_factory=NoRecords)

    def text(self, index: int) -> str:
        """The text of a token; "" behind the last."""
        return self.tokens[index].text if index < len(self.tokens) else ""

    def inverted(self, start: int) -> tuple[Name, int] | None:
        """A name "Family, Given [Jr.]" at ``start``, and the index after it."""
        family_end = self._family(start)
        if family_end is None or self.text(family_end) != ",":
            return None
        given_end = self._given(family_end + 1)
        if given_end is None:
            return None
        parts = self._words(family_end + 1, given_end)
        dropping = self._particles(given_end)
        name = self._split_family(start, family_end)
        suffix, end = self._suffix(dropping)
        given = " ".join(parts)
        particle = " ".join(self._words(given_end, dropping))
        return Name(name.family, given, particle, name.non_dropping_particle, suffix), end

    def direct(self, start: int) -> tuple[Name, int] | None:
        """A name "Given [particle] Family [Jr.]" at ``start``, and the index after it."""
        at = start
        parts = 0
        particle = 0
        while parts < _MAX_PARTS and at < len(self.tokens):
            token = self.tokens[at]
            if parts and token.is_particle and not token.is_capital and self._capital(at + 1, particle=True):
                particle = particle or at
            elif self._capital(at):
                parts += 1
                if self._stopped(at):
                    at += 1
            else:
                break
            at += 1
        if parts < 2 or self.tokens[at - 1].text == ".":
            return None
        suffix, end = self._suffix(at)
        return self._direct_name(start, at, particle, suffix), end

    def _direct_name(self, start: int, end: int, particle: int, suffix: str) -> Name:
        if known := self.known(start, end):
            return known
        family = particle or end - 1
        given = self._words(start, family)
        words = [*given, *self._words(family, end)]  # apart, though no space may part them: "Ann St.Roe"
        before = len(given)
        small = [word for word in words[before:] if word.islower()]
        # "El Saadawi", "Van der Gogh": a particle with a capital is part of the family name, and so are those behind
        # it; "Ortega y Gasset": a small "y" stands within it.
        if before > 1 and (words[before - 1].casefold() in _CAPITAL_PARTICLES or small == ["y"]):
            return Name(" ".join(words[before - 1 :]), " ".join(words[: before - 1]), suffix=suffix)
        if not small and before > 1 and fold(words[before - 1]) in _FIRST_OF_TWO:
            before -= 1  # "Gabriel García Márquez"
        return Name(" ".join(words[before + len(small) :]), " ".join(words[:before]), "", " ".join(small), suffix)

    def known(self, start: int, end: int) -> Name | None:
        """The name of the one person whom the records know by these words, in their own split."""
        if not self.records.people:
            return None
        printed = " ".join(self._words(start, end))
        people = [record for record in self.records.named(printed) if isinstance(record, Person)]
        if len(people) != 1 or fold(people[0].name.display) != fold(printed):
            return None
        return people[0].name

    def _family(self, start: int) -> int | None:
        """The index after a family name of one to four words, or None."""
        at, words = start, 0
        while at < len(self.tokens) and words < _MAX_PARTS:
            token = self.tokens[at]
            if self._capital(at, particle=True) or token.is_particle:
                words += token.is_capital
                at += 1
            elif token.text in ("y", "i", "e") and words:
                at += 1
            else:
                break
        return at if words and at - start < _MAX_PARTS else None

    def _given(self, start: int) -> int | None:
        """The index after given names and initials; after a whole one and an initial no whole one follows."""
        at, words = start, 0
        while at < len(self.tokens) and words < 4 and (self._capital(at, particle=True) or self._small_given(at)):
            if words and self._initial(at - 2) and not self._initial(at) and not self._ends(at):
                break
            words += 1
            at += 2 if self._stopped(at) else 1
        return at if words else None

    def _small_given(self, at: int) -> bool:
        """True for a given name that its bearer writes small, as bell hooks does; "ed" is the editor."""
        return len(self.text(at)) > 3 and is_given(self.text(at))

    def _ends(self, at: int) -> bool:
        """True if a given name at ``at`` is the last word before a stop and is known as one."""
        return is_given(self.text(at)) and self.text(at + 1) in (".", ",", ";", "(", "")

    def _initial(self, at: int) -> bool:
        if not 0 <= at < len(self.tokens):
            return False
        doubled = len(self.text(at)) == 5 and self.text(at).endswith(".")  # "M.-W."
        return doubled or (self.tokens[at].is_initial and self._stopped(at))

    def _stopped(self, at: int) -> bool:
        """True if the token is an initial (or "Ch", "St") with its own full stop."""
        if at < 0 or at + 1 >= len(self.tokens):
            return False
        token, stop = self.tokens[at], self.tokens[at + 1]
        if stop.text != "." or not stop.glued:
            return False
        return token.is_initial or token.text in language.abbreviated_names()

    def _capital(self, at: int, *, particle: bool = False) -> bool:
        """True if a word that may be part of a name stands at ``at``."""
        if at >= len(self.tokens):
            return False
        token = self.tokens[at]
        if not token.is_capital:
            return particle and token.is_particle and self._capital(at + 1)
        return token.is_initial or (token.folded not in CONNECTIVES and not token.folded.endswith(("'s", "’s")))

    def _particles(self, at: int) -> int:
        while at < len(self.tokens) and self.tokens[at].is_particle and self.tokens[at].text.islower():
            at += 1
        return at

    def _suffix(self, at: int) -> tuple[str, int]:
        """The suffix at ``at``, "Jr." or ", III", and the index after it."""
        after = at + 1 if self.text(at) == "," else at
        word = self.text(after)
        if word.casefold() not in SUFFIXES or not word[0].isupper():
            return "", at
        if self.text(after + 1) == "." and self.tokens[after + 1].glued and word[-1].islower():
            return f"{word}.", after + 2
        return word, after + 1

    def _split_family(self, start: int, end: int) -> Name:
        """A family name with its small particles apart; one in capitals throughout is set as a name is."""
        words = self._words(start, end)
        small = 0
        while small < len(words) - 1 and words[small].islower():
            small += 1
        return Name(_set_case(" ".join(words[small:])), non_dropping_particle=" ".join(words[:small]))

    def _words(self, start: int, end: int) -> list[str]:
        """The printed words of some tokens; an initial keeps its stop, "J.R." its two."""
        words: list[str] = []
        for token in self.tokens[start:end]:
            if token.text == "." or (token.glued and words and words[-1].endswith(".")):
                words[-1:] = ["".join((*words[-1:], token.text))]
            else:
                words.append(token.text)
        return words


def _set_case(family: str) -> str:
    """A family name in capitals, "SMITH-JONES", as "Smith-Jones"; any other, and initials, as it is."""
    if len(family) < 4 or not family.isupper():
        return family
    return "-".join(" ".join(word.capitalize() for word in part.split()) for part in family.split("-"))
