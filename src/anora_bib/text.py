"""Small operations on strings that every layer needs and no standard module has."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable

_NOT_WORD = re.compile(r"[^\w]+")

OPENING_DOUBLE, CLOSING_DOUBLE = "\u201c", "\u201d"
OPENING_SINGLE, CLOSING_SINGLE = "\u2018", "\u2019"


def collapse(text: str) -> str:
    """``text`` with each run of white space made one space, and none at the ends."""
    return " ".join(text.split())


def fold(text: str) -> str:
    """``text`` as a key for comparing: no case, accents, punctuation or doubled space.

    >>> fold("Caf\\u00e9 \\u201cLumi\\u00e8re\\u201d: A  Film")
    'cafe lumiere a film'
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    # An apostrophe joins: "workers'" and "workers" differ in nothing that identifies a work.
    bare = bare.replace("'", "").replace(CLOSING_SINGLE, "").replace(OPENING_SINGLE, "")
    return _NOT_WORD.sub(" ", bare).replace("_", " ").strip()


def nearest(name: str, known: Iterable[str], *, limit: int = 3) -> list[str]:
    """Up to ``limit`` of ``known`` that a person who typed ``name`` may have meant, best first."""
    # 0.6 is difflib's own default: about two letters wrong in five.
    by_fold = {candidate.casefold(): candidate for candidate in known}
    found = difflib.get_close_matches(name.casefold(), by_fold, n=limit, cutoff=0.6)
    return [by_fold[key] for key in found]


def join_names(names: Iterable[str], *, last: str = "and") -> str:
    """An enumeration for a sentence.

    >>> join_names(["Mac", "Smith", "Grant"])
    'Mac, Smith and Grant'
    """
    listed = list(names)
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} {last} {listed[-1]}"
