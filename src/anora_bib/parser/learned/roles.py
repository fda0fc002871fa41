"""Which part people had in a work, where a word beside their names says so: "Roe, A. (Host)", "dir. by"."""

from __future__ import annotations

import re
from typing import Final

from anora_bib import language
from anora_bib.model.values.csl import NAME_VARIABLES
from anora_bib.text.patterns import lazy

_BEHIND: Final = lazy(r"[\s,]{0,4}[(\[](?P<words>[^\W\d_][^()\[\]\d]{1,40})[)\]]")
_BARE: Final = lazy(r"(?:\.{0,2}[,;]|\.{0,2}(?=\s[a-z]))\s?(?:et\.? al\.,?\s)?(?P<word>[^\W\d_]{2,16})\b")
"""The word behind a comma, or in small letters: "Roe, Ann, Ed.", "Roe, A. eds.", "Roe, A. et al. red."."""
_WORD: Final = lazy(r"[^\W\d_]+")
_REACH: Final = 48
OF_EITHER: Final = frozenset(("dir", "dirs"))
"""Who directs a film, and in the Romance languages a book: "(dir.)"."""
_PHRASES: Final = {
    phrase: part
    for part in sorted(NAME_VARIABLES)
    for phrase in (*language.introductions(part), *language.introductions(part, behind_stop=True))
    if part not in ("editor", "translator", "contributor")
}
_INTRODUCTIONS: Final = tuple(
    (lazy(rf"(?:\A|(?<=\W)){language.phrase_pattern(phrase)}\s{{0,4}}\Z", re.IGNORECASE), part)
    for phrase, part in sorted(_PHRASES.items())
)


def role_of(text: str, start: int, end: int, variable: str, *, printed: bool = False) -> str:
    """The variable of the names ``text[start:end]`` that a labeller takes for ``variable``.

    ``printed`` if the work is a book or a part of one: who directs that edits it.
    """
    if behind := _BEHIND.match(text, end, end + _REACH):
        for word in _WORD.findall(behind["words"].lower()):
            role = language.roles().get(word)
            if word in OF_EITHER and (printed or variable == "editor"):
                return "editor"
            if role in NAME_VARIABLES:
                return role
    if variable in ("author", "director") and (bare := _BARE.match(text, end)):
        word = bare["word"].lower()  # "Roe, Ann, ed.": the labeller sees the first place
        if language.roles().get(word) == "editor" or (word in OF_EITHER and printed):
            return "editor"
    if variable == "contributor":
        before = text[max(0, start - _REACH) : start]
        return next((part for pattern, part in _INTRODUCTIONS if pattern.search(before)), variable)
    return variable
