"""One name: of a person in whatever order it is printed, or of a body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from anora_bib import language
from anora_bib.model import Name, Records
from anora_bib.parser.learned.given import likeness
from anora_bib.parser.text.person import OneName, is_given
from anora_bib.parser.text.tokens import tokenize
from anora_bib.parser.text.words import BODIES, PARTICLES, PERIODICAL_WORDS, PUBLISHER_WORDS, SUFFIXES
from anora_bib.text.characters import fold

_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.?[-‐ ]?){1,5}\Z|[^\W\d_]{1,2}\.(?: ?[^\W\d_]{1,2}\.){0,3}\Z")
_BARE: Final = re.compile(r"[^\W\d_](?:-?[^\W\d_]){0,3}\Z")
"""Initials without stops."""
_LONGEST_INITIALS: Final = 8
_SHORTEST: Final = 4
"""Letters of a family name in capitals that could be initials no more."""
_BRACKETED: Final = re.compile(r"(?P<family>[^()]{1,80}?) ?\((?P<given>[^()]{1,80})\)\.?\Z")
_SYLLABLES: Final = re.compile(r"[^\W\d_]{1,6}[-‐][^\W\d_]{1,6}\Z")
_ELIDED: Final = re.compile(r"[dl]['’]\Z", re.IGNORECASE)
_GIVEN: Final = 2.0
_FAMILY: Final = -2.0
"""From and up to which logarithm a word is taken for a given, and for a family name."""
_FAMILY_FIRST: Final = language.name_words("family_first")
_NOT_OF_PERSONS: Final = BODIES | PUBLISHER_WORDS | PERIODICAL_WORDS
_NAMES: Final = 1_024
"""Names and words of which is remembered what they are: it is asked again and again of those of one list."""
_FIRMS: Final = frozenset(map(language.bare, language.abbreviations("firm")))


def name(words: str, records: Records, *, alone: bool = False) -> Name:
    """A name without a comma between family and given name. ``alone`` if no other name is beside it."""
    if "(" in words and (bracketed := _BRACKETED.match(words)):
        return person_inverted(bracketed["family"].strip(), bracketed["given"].strip())
    parts = words.split(" ")
    if len(parts) == 1:
        return Name(literal=words) if alone else Name(_cased(words))
    if is_body(words):
        return Name(literal=words)
    if is_sciences(words):
        start = _first_initial(parts)
        return person_inverted(" ".join(parts[:start]), " ".join(parts[start:]))
    if parts[0].islower() and is_small(parts[0]):
        return person_inverted(words, "")
    if is_suffix(parts[-1]) and len(parts) > 2:
        return replace(name(" ".join(parts[:-1]).rstrip(","), records), suffix=parts[-1])
    capitals = [_is_capitals(part) for part in parts]
    if capitals[0] and not capitals[-1]:
        split = capitals.index(False)
        return person_inverted(" ".join(parts[:split]), " ".join(parts[split:]))
    if capitals[-1] and not capitals[0]:
        split = len(parts) - capitals[::-1].index(False)
        return person_inverted(" ".join(parts[split:]), " ".join(parts[:split]))
    if is_family_first(parts):
        return Name(parts[0], parts[1], static_ordering=True)  # "Bong Joon-ho"
    return _direct(words, records)


def _is_double(parts: Sequence[str]) -> bool:
    """Whether what stands behind an initial is a family name of two words or more: "A. Beltrán Cano"."""
    whole = parts[1:]
    if not (parts[0].endswith(".") and is_initials(parts[0])) or any(is_small(word) or "." in word for word in whole):
        return False
    return not is_given(whole[0]) and likeness(whole[0]) < (_GIVEN if len(whole) > 2 else _FAMILY)


def is_family_first(parts: Sequence[str]) -> bool:
    """Whether the words are a name that stands in the order of East Asia: "Bong Joon-ho"."""
    first = len(parts) == 2 and fold(parts[0]) in _FAMILY_FIRST
    return first and _SYLLABLES.match(parts[1]) is not None and not is_given(parts[1])


def _direct(words: str, records: Records) -> Name:
    """A name in reading order."""
    parts = words.split(" ")
    if len(parts) > 2 and _is_double(parts):
        return person_inverted(" ".join(parts[1:]), parts[0])
    tokens = tokenize(words)
    read = OneName(tokens, records).direct(0)
    if read and read[1] >= len(tokens):
        return read[0]
    start = next((at for at, part in enumerate(parts[1:-1], 1) if is_small(part)), len(parts) - 1)
    family = parts[start:]
    small = next((at for at, part in enumerate(family[:-1]) if not is_small(part)), len(family) - 1)
    return Name(" ".join(family[small:]), " ".join(parts[:start]), non_dropping_particle=" ".join(family[:small]))


def person_inverted(family: str, given: str, suffix: str = "") -> Name:
    """A person whose family name, with what belongs to it, and given names were printed apart."""
    first = given.split(" ")
    behind: list[str] = []
    while len(first) > 1 and is_small(first[-1]) and first[-1].islower():
        behind.insert(0, first.pop())
    if not suffix and len(first) > 1 and is_suffix(first[-1]):
        suffix = first.pop()
    last = family.split(" ")
    if not suffix and len(last) > 1 and is_suffix(last[-1]):
        suffix = last.pop()
    small = 0
    alike = str.isupper if family.isupper() else str.islower
    while small < len(last) - 1 and alike(last[small]) and is_small(last[small]):
        small += 1
    return Name(
        " ".join(map(_cased, last[small:])),
        " ".join(first),
        dropping_particle=" ".join(behind),
        non_dropping_particle=" ".join(last[:small]).lower(),
        suffix=suffix,
    )


@lru_cache(_NAMES)
def is_body(words: str) -> bool:
    """Whether a name, with all its commas, is that of a body rather than those of people."""
    printed = words.split()
    folded = [part.strip(".,()’'").casefold() for part in printed]
    if any(map(str.isdigit, words)) or folded[:1] == ["the"]:
        return True
    known = _NOT_OF_PERSONS.intersection(folded) or _FIRMS.intersection(folded[1:])
    if known and not _has_initials(words):
        return True
    if printed and printed[0].endswith(".") and is_initials(printed[0]):
        return False
    small = [part for part, word in zip(folded, printed, strict=True) if word.islower() and len(part) > 1]
    return len(small) < len(folded) and any(part not in PARTICLES and part not in _CONJUNCTIONS for part in small)


_CONJUNCTIONS: Final = language.vocabulary("conjunctions")


def _has_initials(words: str) -> bool:
    """Whether a comma and initials show that a word such as "Church" is a family name."""
    return any(is_initials(part.strip()) for part in words.split(",")[1:]) or (
        "," not in words and len(words.split()) == 2 and is_initials(words.split(maxsplit=1)[0])
    )


def is_small(word: str) -> bool:
    """Whether a word is a particle, "van", or "d'"."""
    return word.casefold() in PARTICLES or (len(word) == 2 and _ELIDED.match(word) is not None)


def is_suffix(word: str) -> bool:
    """Whether a word is "Jr." or "III"."""
    return word.casefold() in SUFFIXES and word[:1].isupper()


@lru_cache(_NAMES)
def is_initials(words: str) -> bool:
    """Whether words are initials only: "J. R.", "J.-P.", "JR", "Ch."."""
    for word in words.split(" "):
        capital = word[:1].isupper() and (word[-1] == "." or word.isupper())
        if word and not (capital and _INITIALS.match(word)):
            return False
    return bool(words)


@lru_cache(_NAMES)
def is_sciences(words: str) -> bool:
    """Whether this is a family name with initials behind it, and no comma: "van der Roe AB"."""
    parts = words.split(" ")
    if len(parts) < 2 or (is_initials(parts[0]) and ("." in parts[0] or len(parts[0]) < _SHORTEST)):
        return False
    if _is_capitals(parts[0]) and not all(_is_capitals(part) or is_initials(part) for part in parts[1:]):
        return False  # "ROE Ann B."
    last = parts[-1]
    bare = _BARE.match(last) is not None and last.isupper() and not is_suffix(last)
    stopped = last.endswith(".") and is_initials(last) and len(last) < _LONGEST_INITIALS and not is_suffix(last)
    return (bare and not (len(last) > 3 and "-" not in last)) or stopped


def _first_initial(parts: Sequence[str]) -> int:
    """Where the initials at the end of a name begin; at the second word at the earliest."""
    start = len(parts) - 1
    while start > 1 and parts[start - 1].endswith(".") and is_initials(parts[start - 1]):
        start -= 1
    return start


def is_complete(words: str) -> bool:
    """Whether words between commas are a whole name, not one half of it.

    Initials stand before a further word ("J. Roe", "Ann B. Roe"), or brackets behind one ("Roe (Ann)"), or the family
    name is in capitals and the given name is not ("ROE Ann").
    """
    if _BRACKETED.match(words) or is_sciences(words):
        return True
    parts = [part for part in words.split(" ") if not is_small(part)]
    if len(parts) < 2:
        return False
    if any(part.endswith(".") and is_initials(part) for part in parts[:-1]) and not is_initials(parts[-1]):
        return not is_suffix(parts[-1])
    return _is_capitals(parts[0]) and not _is_capitals(parts[-1]) and not is_initials(parts[-1])


@lru_cache(_NAMES)
def _is_capitals(word: str) -> bool:
    """Whether a word is printed in capitals, or was, but for an accented letter ("LIGONNIèRE"); initials are not."""
    if "." in word or word[1:].islower():
        return False
    letters = list(filter(str.isalpha, word))
    return len(letters) > 2 and sum(map(str.isupper, letters)) > len(letters) - 2


def _cased(word: str) -> str:
    """A family name in capitals as a name is written."""
    if len(word) < 3 or not _is_capitals(word):
        return word
    return "-".join(part.capitalize() for part in word.split("-"))
