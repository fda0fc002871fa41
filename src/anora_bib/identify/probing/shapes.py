"""The shape of a reference: what stays of it when its words are forgotten.

Names, titles and numbers become one sign each; punctuation, spaces and the words that styles put between them ("In",
"pp.", "Retrieved from") stay. References in one style have nearly the same shape, whatever they cite.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Collection
from typing import Final

from anora_bib.identify.printed import plain

WORD: Final = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
TOKEN: Final = re.compile(rf"https?://\S+|10\.\d{{4,9}}/\S+|\d+|{WORD.pattern}|\s+|.", re.DOTALL)
"""Addresses, DOIs, numbers, words, spaces, and every other sign for itself."""

JOINT: Final = "\uf8ff"
"""Between the shape itself and how initials are joined."""
_INITIAL: Final = "I"
_WITH_INITIALS: Final = re.compile(r"[TC],? I(?!\.? T)|[TC], I|I\.? ?[TC]")
_IN_FULL: Final = re.compile(r"[TC], T")

_TERMS: Final = 0xE000
"""Terms are written as private characters, so that each is one sign."""
_PRIVATE: Final = 6399
_LONGEST_INITIALS: Final = 3
_INITIALS: Final = re.compile(r"\b([A-Z])(?=(\. ?-?| -?|-)[A-Z]\b)(?:\2[A-Z]\b){1,3}")
"""Initials of one person that are parted: the first of them, and in the second group what parts them."""
_JOINED: Final = re.compile(r"\b[^\W\d_]{2,40},? [A-Z]{2}(?=[,;.:) ]|$)")
_SMALL: Final = 3
"""Letters of a word that says nothing of the case of a title."""


def is_year(token: str) -> bool:
    """Whether digits are a year of print."""
    return len(token) == 4 and "1450" <= token <= "2100"


def shape(text: str, terms: Collection[str]) -> str:
    """The shape of a printed reference. ``terms`` are the words, in small letters, that styles print themselves.

    How many initials a name has is forgotten; how they are joined is noted at the end.
    """
    bare = plain(text)
    signs: list[str] = []
    run: list[str] = []
    for token in TOKEN.findall(_INITIALS.sub(lambda names: names[1], bare)):
        if token[0].isalpha() and not token.startswith("http"):
            if token.isupper() and len(token) <= _LONGEST_INITIALS:
                _end(run, signs)
                signs.append(_INITIAL)
            elif not run and token.lower() in terms:
                signs.append(_sign(token.lower()))
            else:
                run.append(token)
        elif token.isspace() and run:
            run.append(" ")
        else:
            _end(run, signs)
            signs.append(_other(token))
    _end(run, signs)
    return "".join(signs) + JOINT + _joint(bare)


def _joint(text: str) -> str:
    """How the initials of one person are joined: what parts them, "=" for nothing, "" where nobody has two."""
    found = _INITIALS.search(text)
    if found is None:
        return "=" if _JOINED.search(text) else ""
    return found[2]


def given_form(shape: str) -> str:
    """How the given name of the first author is printed: "initials", "full", or "" where the shape does not tell."""
    if _WITH_INITIALS.match(shape):
        return "initials"
    return "full" if _IN_FULL.match(shape) else ""


def _sign(term: str) -> str:
    return chr(_TERMS + zlib.crc32(term.encode()) % _PRIVATE)


def _other(token: str) -> str:
    if token.isspace():
        return " "
    if token.startswith("http"):
        return "U"
    if token.startswith("10.") and len(token) > 3:
        return "D"
    if token.isdigit():
        return "Y" if is_year(token) else "N"
    return token


def _end(run: list[str], signs: list[str]) -> None:
    """Write a run of words as one sign: a word or a title, and how it is capitalised."""
    words = [word for word in run if word != " "]
    if words:
        later = [word[0].isupper() for word in words[1:] if len(word) > _SMALL]
        if all(word.isupper() for word in words if len(word) > _SMALL) and len(words[0]) > _SMALL:
            signs.append("C")
        elif words[0][0].isupper() and sum(later) * 2 >= len(later):
            signs.append("T")
        else:
            signs.append("t")
        if run[-1] == " ":
            signs.append(" ")
    run.clear()
