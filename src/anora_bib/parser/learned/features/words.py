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


def word_features(word: str) -> tuple[str, ...]:
    """The features of a word, a number or a sign; none of them knows where it stands."""
    if len(word) == 1 and not word.isalnum():
        return (f"w={word}",)
    if word.isdecimal():
        return _of_number(word)
    if "/" in word or ":" in word:
        return ("w=<address>", "doi" if word.startswith("10.") or "doi.org/" in word else "url")
    return _of_letters(word)


def _of_number(number: str) -> tuple[str, ...]:
    digits = len(number)
    if not YEAR.fullmatch(number):
        size = "big" if digits > 4 else f"{digits}"
        zero = ("zero",) if number.startswith("0") else ()
        day = ("day",) if digits < 3 and 0 < int(number) < 32 else ()
        return (f"w=<{size}>", "number", *zero, *day)
    century = number[:2]
    return ("w=<year>", "number", f"century={century}", f"decade={number[:3]}")


def _of_letters(word: str) -> tuple[str, ...]:
    lower = word.lower()
    out = [f"w={lower}", f"shape={_shape(word)}", f"long={min(len(word), 9)}"]
    for length in (2, 3, 4):
        if len(lower) > length:
            out.append(f"begins={lower[:length]}")
            out.append(f"ends={lower[-length:]}")
    if _ROMAN.fullmatch(word):
        out.append("roman")
    return tuple(out)


def _shape(word: str) -> str:
    if word.isupper():
        return "X" if len(word) == 1 else "XX"
    if word.islower():
        return "x"
    if word[0].isupper() and word[1:].islower():
        return "Xx"
    return "xX" if any(char.isupper() for char in word) else "other"


def lexicon_features(word: str) -> tuple[str, ...]:
    """What the lexicons know of a word. In training these are hidden at times, so that shapes are learnt as well."""
    return _lexicon().get(fold_word(word), ())


@cache
def _lexicon() -> dict[str, tuple[str, ...]]:
    """The words of the lexicons, folded, each with the names of those that have it."""
    known: dict[str, list[str]] = {}

    def add(name: str, words: Iterable[str]) -> None:
        for word in words:
            if (folded := fold(word)) and " " not in folded:
                known.setdefault(folded, []).append(f"lex={name}")

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
