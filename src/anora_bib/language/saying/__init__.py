"""Words by which prose says whose words and thoughts it gives: verbs of saying, nouns for ideas, what people are.

The words are data, a TOML file a language in this folder; those of all languages are put together, since a name in the
place of a source has the words of its language around it. Verbs are listed by their infinitives and inflected (see
``inflection``).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pkgutil import get_data
from typing import Final, cast

from anora_bib.language.saying.inflection import Forms, inflected

LANGUAGES: Final = ("en", "de", "fr", "it", "es", "mul")


@cache
def _data(language: str) -> Mapping[str, Mapping[str, str | list[str]]]:
    """The file of a language."""
    content = get_data(__name__, f"{language}.toml")
    return tomllib.loads((content or b"").decode("utf-8"))


def _rows(table: str, row: str, languages: Iterable[str] = LANGUAGES) -> Iterator[tuple[str, list[str]]]:
    """The words, or phrases, of a row, language by language."""
    for language in languages:
        words = _data(language).get(table, {}).get(row, [])
        yield language, words.split() if isinstance(words, str) else words


@cache
def _inflected(lemma: str, language: str) -> Forms:
    irregular = cast(Mapping[str, str], _data(language).get("irregular", {}))
    return inflected(lemma, language, irregular)


@cache
def _forms(kind: str, languages: tuple[str, ...]) -> tuple[Forms, ...]:
    """The forms of the verbs of a kind.

    Raises:
        KeyError: there are no such verbs.
    """
    forms = tuple(_inflected(verb, language) for language, words in _rows("verbs", kind, languages) for verb in words)
    if not forms:
        raise KeyError(kind)
    return forms


@cache
def verbs(kind: str, languages: tuple[str, ...] = LANGUAGES) -> frozenset[str]:
    """Every form that has a subject of the verbs of a kind: "claims", "speech", "thought", "studies", "light".

    Raises:
        KeyError: there are no such verbs.
    """
    return frozenset(form for forms in _forms(kind, languages) for form in forms.finite)


@cache
def nonfinite_verbs(kind: str) -> frozenset[str]:
    """Their participles and infinitives, which an auxiliary stands before: (a) montré, (hat) gezeigt, (will) zeigen.

    Raises:
        KeyError: there are no such verbs.
    """
    return frozenset(form for forms in _forms(kind, LANGUAGES) for form in forms.nonfinite)


@cache
def parted_verbs() -> Mapping[str, frozenset[str]]:
    """From the form of a German verb to the words that may end its clause: "weist" to "hin", "nach", "zurück"."""
    parted: dict[str, set[str]] = {}
    for kind in ("claims", "speech"):
        for form, particle in (pair for forms in _forms(kind, LANGUAGES) for pair in forms.parted):
            parted.setdefault(form, set()).add(particle)
    return {form: frozenset(particles) for form, particles in parted.items()}


@cache
def lemmas() -> frozenset[str]:
    """The English verbs without any ending, as a plural has them: "critics argue"."""
    kinds = ("claims", "speech", "thought", "studies")
    return frozenset(word for kind in kinds for word in str(_data("en")["verbs"][kind]).split())


@cache
def phrasal_verbs() -> Mapping[str, frozenset[tuple[str, ...]]]:
    """Verbs of two words and more: from each form of the first word to what follows it ("points": ("out",)).

    What is no verb but stands in its place is there as it is: ("zu": ("folge",)).
    """
    phrasal: dict[str, set[tuple[str, ...]]] = {}
    for language, phrases in _rows("verbs", "phrasal"):
        for phrase in phrases:
            first, *rest = phrase.split()
            for form in _inflected(first, language).finite:
                phrasal.setdefault(form, set()).add(tuple(rest))
    for _, phrases in _rows("verbs", "literal"):
        for first, *rest in map(str.split, phrases):
            phrasal.setdefault(first, set()).add(tuple(rest))
    return {first: frozenset(rests) for first, rests in phrasal.items()}


@cache
def words(table: str, row: str, languages: tuple[str, ...] = LANGUAGES) -> frozenset[str]:
    """The words of a row in those languages: ``words("nouns", "ideas")``, ``words("people", "scholars")``.

    Raises:
        KeyError: none of them has such a row.
    """
    found = frozenset(word for _, listed in _rows(table, row, languages) for word in listed)
    if not found:
        raise KeyError(row)
    return found


@cache
def phrases(row: str) -> tuple[str, ...]:
    """The phrases of a row of all languages, those of English first: ``phrases("phrases_before")``.

    Raises:
        KeyError: no language has such a row.
    """
    found = tuple(dict.fromkeys(phrase for _, listed in _rows("words", row) for phrase in listed))
    if not found:
        raise KeyError(row)
    return found
