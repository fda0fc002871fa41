"""Words, numbers and signs with their spans, and which full stops end something."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from anora_bib.parser.draft import HOLE
from anora_bib.parser.text.words import ABBREVIATIONS, PARTICLES

_WORD = r"[^\W\d_]\.[-‐][^\W\d_]\.|[^\W\d_]+(?:['’‐-][^\W\d_]+)*['’]?"
_TOKEN = re.compile(rf"{_WORD}|\d+|\S")
_WORDS = re.compile(_WORD)
_ELIDED = re.compile(r"[dlo]['’](?=[^\W\d_])(?![a-zà-ÿ])")
"""A small article run into a name: "d’Hondt"."""
_OPENS = re.compile(r"[“\"‘'«*_(\[" + HOLE + r"]*(?:[^\W\d_]|\d|" + HOLE + r"|$)")


class Token(NamedTuple):
    """``text`` is what is printed from ``start`` to ``end``; ``glued`` if no white space stands before it."""

    text: str
    start: int
    end: int
    glued: bool

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter."""
        return self.text[0].isalpha()

    @property
    def is_capital(self) -> bool:
        """A word that begins with a capital (or in a script that has none): it may be part of a name."""
        first = self.text[0]
        return first.isalpha() and (not first.islower() or bool(_ELIDED.match(self.text)))

    @property
    def is_initial(self) -> bool:
        """One capital letter, or two as in "Ch" or "J-P", that a full stop may follow."""
        return self.is_capital and (len(self.text) == 1 or (len(self.text) == 3 and self.text[1] in "-‐"))

    @property
    def is_particle(self) -> bool:
        """Whether it is a particle of names ("von", "de la"), in any case."""
        return self.text.casefold() in PARTICLES


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text`` between two offsets, in order. Linear in its length."""
    tokens: list[Token] = []
    last = -1
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        begin, stop = match.span()
        tokens.append(Token(match[0], begin, stop, begin == last))
        last = stop
    return tokens


def words_of(text: str) -> list[str]:
    """The tokens of ``text`` that are words, as printed."""
    return _WORDS.findall(text)


def is_stop(text: str, at: int) -> bool:
    """True if the sign at ``at`` (one of ``.?!``) ends a part of a reference.

    It does if white space and something that can begin a part (a capital, a digit, a mark) or the end follows, and
    if it is not the full stop of an initial or a known abbreviation.
    """
    after = at + 1
    while after < len(text) and text[after] in "”\"’'»*_)]":
        after += 1
    if after >= len(text):
        return True
    if text[after] == HOLE:
        return text[at] != "." or not _abbreviates(text, at)
    if not text[after].isspace():
        return False
    while after < len(text) and text[after].isspace():
        after += 1
    if after < len(text) and (text[after].islower() or not _OPENS.match(text, after)):
        return False
    return text[at] != "." or not _abbreviates(text, at)


def _abbreviates(text: str, at: int) -> bool:
    """True if the full stop at ``at`` belongs to an initial or abbreviation."""
    start = at
    while start > 0 and at - start < 12 and (text[start - 1].isalpha() or text[start - 1] in ".-'’"):
        start -= 1
    word = text[start:at]
    if not word:
        return False
    if len(word) == 1:
        return word.isupper()
    return word.casefold().strip("'’") in ABBREVIATIONS or (word[-2:-1] == "." and word[-1].isupper())


def next_stop(text: str, start: int, signs: str = ".?!") -> int:
    """The offset of the first stop at or after ``start``, or the end of ``text``."""
    for match in _stops(signs).finditer(text, start):
        at = match.start()
        if text[at] not in ".?!" or is_stop(text, at):
            return at
    return len(text)


@cache
def _stops(signs: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(signs)}]")
