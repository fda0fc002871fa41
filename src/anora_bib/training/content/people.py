"""People and bodies, as CSL names."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Final

from anora_bib.errors import UnsupportedError
from anora_bib.training.chance import Chance, Weighted
from anora_bib.training.content.lexicon import Maker, data

Person = dict[str, str]
"""A CSL name: family, given, particles, suffix, or a literal."""

_HOW_MANY: Final = Weighted({1: 52.0, 2: 22, 3: 11, 4: 5, 5: 3, 6: 2, 7: 1, 8: 1, 11: 0.7, 14: 0.3})
_HOW_MANY_IN_SCIENCE: Final = Weighted({1: 12.0, 2: 18, 3: 20, 4: 16, 5: 11, 6: 9, 7: 5, 8: 3, 10: 2, 13: 1, 22: 0.5})
_AT_HOME: Final = 0.62
"""The share of people who come from where the language of the reference is spoken."""
_LIKE_MONTHS: Final = 0.015
_MONTHLY: Final = ("Jan", "May", "June", "April", "August", "Mar", "Dec", "Julius", "Avril", "Marta", "Augustine")
"""Given names that look like months where they end a list: "Kowal, Jan. 2001"."""
_SYLLABIC: Final = ("chinese", "korean", "vietnamese")
_LETTERS: Final = "AAABBCCDDEEFFGGHHIJJJJKKLLMMMNNOPPRRRSSSTTVWWYZ"


@cache
def _names(locale: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Given and family names of a locale in Latin letters, each once.

    Raises:
        UnsupportedError: Faker is not installed.
    """
    own = data("names")["words"].get(locale)
    if own is not None:
        return tuple(own["given"].split()), tuple(own["family"].split())
    try:
        provider = import_module(f"faker.providers.person.{locale}").Provider
    except ImportError as error:
        raise UnsupportedError("made-up names need Faker; install anora-bib[train]") from error

    def collect(*kinds: str) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for kind in kinds:
            found.update(dict.fromkeys(getattr(provider, kind, ())))
        return tuple(name for name in found if name[:1].isascii() or "À" <= name[:1] <= "ſ")

    if locale == "ja_JP":
        given = collect("first_romanized_names")
        return given, collect("last_romanized_names")
    if locale == "pl_PL":
        return collect("first_names"), collect("male_last_names", "unisex_last_names")
    return collect("first_names"), collect("last_names")


@cache
def _locales(language: str) -> Weighted[str]:
    return Weighted(data("names")["locales"][language])


class People:
    """Draws people for references in a language."""

    def __init__(self, chance: Chance, language: str) -> None:
        self.chance = chance
        self.language = language

    def person(self) -> Person:
        """One person, sometimes with a particle, a suffix, or two family names."""
        chance = self.chance
        language = self.language if chance.often(_AT_HOME) else "world"
        locale = chance.draw(_locales(language))
        given, family = self._pair(locale)
        person = {"family": family, "given": given}
        if locale in _SYLLABIC:
            return person
        if chance.often(0.04):
            person["family"] = f"{family}-{chance.pick(_names(locale)[1])}"
        elif chance.often(0.45 if locale[:2] in ("es", "pt") else 0.03):
            person["family"] = f"{family} {chance.pick(_names(locale)[1])}"
        if chance.often(0.05):
            self._particle(person, locale)
        if chance.often(0.02 if locale.startswith("en") else 0.003):
            person["suffix"] = chance.pick(data("names")["suffixes"]["suffixes"].split())
        return person

    def _pair(self, locale: str) -> tuple[str, str]:
        """A given and a family name; some have initials in the place of the former."""
        chance = self.chance
        givens, families = _names(locale)
        family = chance.pick(families)
        if locale.startswith("en") and chance.often(0.15):
            family = chance.pick(data("names")["extra"]["family"].split()).replace("_", " ")
        if locale in _SYLLABIC:
            first, second = chance.pick(givens), chance.pick(givens)
            glue = chance.pick(("-{}", "-{}", " {}", "{}"))
            joined = first + (glue.format(second) if glue[0] != "{" else second.lower())
            return (joined if chance.often(0.7) else first), family
        given = chance.pick(_MONTHLY if chance.often(_LIKE_MONTHS) else givens)
        roll = chance.random()
        if roll < 0.16:
            given = f"{given} {chance.pick(_LETTERS)}."
        elif roll < 0.22:
            given = f"{given} {chance.pick(givens)}"
        elif roll < 0.25:
            given = f"{given}-{chance.pick(givens)}"
        elif roll < 0.33:
            given = f"{chance.pick(_LETTERS)}. {chance.pick(_LETTERS)}."
        elif roll < 0.43:
            given = f"{given[0]}."
        elif roll < 0.44:
            given = f"{chance.pick(_LETTERS)}. {given}"
        elif roll < 0.445:
            given = f"{given[0]}.-{chance.pick(_LETTERS)}."
        return given, family

    def _particle(self, person: Person, locale: str) -> None:
        particles = data("names")["particles"].get(locale[:2], data("names")["particles"]["en"])
        particle = self.chance.pick(particles.split()).replace("_", " ")
        kind = "dropping-particle" if self.chance.often(0.3) else "non-dropping-particle"
        if particle.endswith("’") or particle[0].isupper():
            glue = "" if particle.endswith("’") or particle == "Mac" else " "
            person["family"] = f"{particle}{glue}{person['family']}"
        else:
            person[kind] = particle

    def body(self) -> Person:
        """An organisation."""
        maker = NamedMaker(self.chance, self.language)
        return {"literal": maker.word("body")}

    def authors(self, *, science: bool = False, bodies: float = 0.04) -> list[Person]:
        """The authors of something."""
        chance = self.chance
        if chance.often(bodies):
            return [self.body()]
        many = chance.draw(_HOW_MANY_IN_SCIENCE if science else _HOW_MANY)
        people = [self.person() for _ in range(many)]
        if many > 1 and chance.often(0.02):
            people[-1] = self.body()
        if chance.often(0.02):
            mononym = people[0].get("given", "").split(" ")[0]
            people[0] = {"family": mononym if len(mononym) > 2 else "Anonymous"}
        return people

    def few(self) -> list[Person]:
        """Editors, translators: one to three."""
        return [self.person() for _ in range(self.chance.pick((1, 1, 1, 1, 2, 2, 2, 3, 3, 4)))]


class NamedMaker(Maker):
    """A maker whose patterns may name people as well."""

    def __init__(self, chance: Chance, language: str) -> None:
        super().__init__(chance, language)
        self.people = People(chance, language)

    def special(self, name: str) -> str | None:
        """As for every maker; {person}, {family} and {given} besides."""
        match name:
            case "person":
                person = self.people.person()
                return f"{person['given']} {person['family']}" if self.chance.often(0.5) else person["family"]
            case "family":
                return self.people.person()["family"]
            case "given":
                return self.people.person()["given"].split(" ")[0]
        return super().special(name)
