"""Words, numbers and signs with their spans, and which full stops end something."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from anora_bib.parser.draft import HOLE
from anora_bib.parser.text.words import ABBREVIATIONS, PARTICLES

_WORD = r"[^\W\d_]\.[-‐][^\W\d_]\.|[^\W\d_]+(?:['’‐-][^\W\d_]+)*['’]?"
_TOKEN = re.compile(rf"{_WORD}|\d+|\S")
_WORDS = re.compile(_WORD)
_ELIDED = re.compile(r"[dlo]['’](?=[^\W\d_])(?![a-zà-ÿ])")
"""A small article run into a name: "d’Hondt"."""
_OPENS = re.compile(r"[“\"‘'«*_(\[" + HOLE + r"]*(?:[^\W\d_]|\d|" + HOLE + r"|$)")


class _Kind(NamedTuple):
    """What the printed form of a token tells of it; see :class:`Token`."""

    is_capital: bool
    is_initial: bool
    is_particle: bool
    folded: str


@lru_cache(maxsize=4096)
def _kind(text: str) -> _Kind:
    first = text[0]
    capital = first.isalpha() and (not first.islower() or _ELIDED.match(text) is not None)
    initial = capital and (len(text) == 1 or (len(text) == 3 and text[1] in "-‐"))
    folded = text.casefold()
    return _Kind(capital, initial, folded in PARTICLES, folded)


class Token(NamedTuple):
    """``text`` is what is printed from ``start`` to ``end``; ``glued`` if no white space stands before it.

    ``is_capital``: a word that begins with a capital (or in a script that has none), so that it may be part of a name.
    ``is_initial``: one capital letter, or two as in "Ch" or "J-P", that a full stop may follow. ``folded`` is the text
    without case.
    """

    text: str
    start: int
    end: int
    glued: bool
    is_capital: bool
    is_initial: bool
    is_particle: bool
    folded: str


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text`` between two offsets, in order. Linear in its length."""
    tokens: list[Token] = []
    last = -1
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        begin, stop = match.span()
        printed = match[0]
        tokens.append(_made(Token, (printed, begin, stop, begin == last, *_kind(printed))))
        last = stop
    return tokens


_made: Final = tuple.__new__
"""``Token(...)`` in less time."""


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
