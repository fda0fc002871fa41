"""Words by which prose says whose words and thoughts it gives: verbs of saying, nouns for ideas, what people are.

The words are data, a TOML file a language in this folder; those of all languages are put together, since a name in the
place of a source has the words of its language around it. Verbs of English are inflected here, those of other languages
are listed as they are printed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pkgutil import get_data
from typing import Final

LANGUAGES: Final = ("en", "de", "fr", "it", "es", "mul")

_VOWELS: Final = "aeiou"


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


def inflected(lemma: str) -> frozenset[str]:
    """An English verb as it stands with a subject in the third person: argue, argues, argued, arguing."""
    irregular = _data("en")["irregular"].get(lemma, "")
    more = irregular.split() if isinstance(irregular, str) else irregular
    stem = lemma.removesuffix("e")
    consonant_y = lemma.endswith("y") and lemma[-2] not in _VOWELS
    if consonant_y:
        third, past = f"{lemma[:-1]}ies", f"{lemma[:-1]}ied"
    elif lemma.endswith(("s", "x", "ch", "sh", "o")):
        third, past = f"{lemma}es", f"{stem}ed"
    else:
        third, past = f"{lemma}s", f"{stem}ed"
    present = f"{stem if lemma.endswith('e') and not lemma.endswith('ee') else lemma}ing"
    if more:
        past, present = more[0], next((form for form in more if form.endswith("ing")), present)
    return frozenset((lemma, third, past, present, *more))


@cache
def verbs(kind: str, languages: tuple[str, ...] = LANGUAGES) -> frozenset[str]:
    """Every form of the verbs of a kind, in those languages: "claims", "speech", "thought", "studies", "light".

    Raises:
        KeyError: there are no such verbs.
    """
    forms: set[str] = set()
    for language, words in _rows("verbs", kind, languages):
        forms.update(form for word in words for form in (inflected(word) if language == "en" else (word,)))
    if not forms:
        raise KeyError(kind)
    return frozenset(forms)


@cache
def lemmas() -> frozenset[str]:
    """The English verbs without any ending, as a plural has them: "critics argue"."""
    kinds = ("claims", "speech", "thought", "studies")
    return frozenset(word for kind in kinds for word in str(_data("en")["verbs"][kind]).split())


@cache
def phrasal_verbs() -> Mapping[str, frozenset[tuple[str, ...]]]:
    """Verbs of two words and more: from each form of the first word to what follows it ("points": ("out",))."""
    phrasal: dict[str, set[tuple[str, ...]]] = {}
    for language, phrases in _rows("verbs", "phrasal"):
        for phrase in phrases:
            first, *rest = phrase.split()
            for form in inflected(first) if language == "en" else (first,):
                phrasal.setdefault(form, set()).add(tuple(rest))
    return {first: frozenset(rests) for first, rests in phrasal.items()}


@cache
def words(table: str, row: str) -> frozenset[str]:
    """The words of a row of all languages: ``words("nouns", "ideas")``, ``words("people", "scholars")``.

    Raises:
        KeyError: no language has such a row.
    """
    found = frozenset(word for _, listed in _rows(table, row) for word in listed)
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
