"""What a token says by itself, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from anora_bib import language
from anora_bib.text.characters import fold, fold_word

YEAR: Final = re.compile(r"1[4-9]\d\d|20\d\d")
_ROMAN: Final = re.compile(r"[ivxlcdm]{1,8}", re.IGNORECASE)

_VOCABULARIES: Final = (
    "bodies",
    "broadcasters",
    "editions",
    "encyclopedias",
    "episodes",
    "film_houses",
    "issues",
    "museums",
    "newspapers",
    "ordinal_suffixes",
    "periodicals",
    "prose",
    "publishers",
    "small_words",
    "trades",
    "volumes",
)


Part = tuple[str, str]
"""A feature of a word: of what kind it is, and its value."""


def word_features(word: str) -> tuple[str, ...]:
    """The features of a word, a number or a sign; none of them knows where it stands."""
    return tuple(map("".join, word_parts(word)))


def word_parts(word: str) -> tuple[Part, ...]:
    """The same, each as kind and value: what stands for features as numbers need not put the two together."""
    if len(word) == 1 and not word.isalnum():
        return (("w=", word),)
    if word.isdecimal():
        return _of_number(word)
    if "/" in word or ":" in word:
        return _ADDRESS, (_DOI if word.startswith("10.") or "doi.org/" in word else _URL)
    return _of_letters(word)


_ADDRESS: Final = ("w=", "<address>")
_DOI: Final = ("doi", "")
_URL: Final = ("url", "")
_NUMBER: Final = ("number", "")
_ZERO: Final = ("zero", "")
_DAY: Final = ("day", "")


def _of_number(number: str) -> tuple[Part, ...]:
    digits = len(number)
    if not YEAR.fullmatch(number):
        size = "<big>" if digits > 4 else f"<{digits}>"
        zero = (_ZERO,) if number.startswith("0") else ()
        day = (_DAY,) if digits < 3 and 0 < int(number) < 32 else ()
        return ("w=", size), _NUMBER, *zero, *day
    return ("w=", "<year>"), _NUMBER, ("century=", number[:2]), ("decade=", number[:3])


def _of_letters(word: str) -> tuple[Part, ...]:
    lower = word.lower()
    out = [("w=", lower), _shape(word), ("long=", _DIGITS[min(len(word), 9)])]
    for length in (2, 3, 4):
        if len(lower) > length:
            out.append(("begins=", lower[:length]))
            out.append(("ends=", lower[-length:]))
    if _ROMAN.fullmatch(word):
        out.append(("roman", ""))
    return tuple(out)


_DIGITS: Final = "0123456789"


def _shape(word: str) -> Part:
    if word.isupper():
        return _CAPITAL if len(word) == 1 else _CAPITALS
    if word.islower():
        return _SMALL
    if word[0].isupper() and word[1:].islower():
        return _CAPITALISED
    return _MIXED if any(char.isupper() for char in word) else _OTHER


_CAPITAL: Final = ("shape=", "X")
_CAPITALS: Final = ("shape=", "XX")
_SMALL: Final = ("shape=", "x")
_CAPITALISED: Final = ("shape=", "Xx")
_MIXED: Final = ("shape=", "xX")
_OTHER: Final = ("shape=", "other")


def lexicon_features(word: str) -> tuple[str, ...]:
    """What the lexicons know of a word. In training these are hidden at times, so that shapes are learnt as well."""
    return tuple(map("".join, lexicon_parts(word)))


def lexicon_parts(word: str) -> tuple[Part, ...]:
    """The same, each as kind and value."""
    return _lexicon().get(fold_word(word), ())


@cache
def _lexicon() -> dict[str, tuple[Part, ...]]:
    """The words of the lexicons, folded, each with the names of those that have it."""
    known: dict[str, list[Part]] = {}

    def add(name: str, words: Iterable[str]) -> None:
        for word in words:
            if (folded := fold(word)) and " " not in folded:
                known.setdefault(folded, []).append(("lex=", name))

    add("month", language.months())
    add("season", language.seasons())
    add("weekday", language.weekdays())
    add("given", language.given_names())
    add("particle", language.particles())
    add("honorific", language.honorifics())
    add("suffix", language.name_suffixes())
    add("ordinal", language.ordinals())
    for kind in _VOCABULARIES:
        add(kind, language.vocabulary(kind))
    for word, term in language.locators().items():
        add(f"locator-{term}" if term in ("page", "chapter", "volume", "note", "section") else "locator", [word])
    for word, role in (*language.roles().items(), *language.participles().items()):
        add(f"role-{role}", [word])
    for phrase in language.phrases("cities"):
        add("city", phrase.split())
    return {word: tuple(dict.fromkeys(names)) for word, names in known.items()}
