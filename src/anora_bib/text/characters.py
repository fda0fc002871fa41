"""Small operations on strings that every layer needs and no standard module has."""

from __future__ import annotations

import difflib
import json
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import dropwhile
from typing import Final

_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_WORD = re.compile(r"[\W_]+")
_UNPRINTABLE = re.compile(
    # Controls of both sets, tabs and ends of lines apart; separators that break a line; the signs that embed, override
    # or isolate a reading direction; halves of surrogate pairs, which cannot be written at all.
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]|\r(?!\n)"
)
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")

OPENING_DOUBLE, CLOSING_DOUBLE = "\u201c", "\u201d"
OPENING_SINGLE, CLOSING_SINGLE = "\u2018", "\u2019"
_APOSTROPHES = ("'", OPENING_SINGLE, CLOSING_SINGLE)

_FOLDED_ASCII: Final = {
    code: None if char == "'" else char.lower() if char.isalnum() else " " for code in range(128) if (char := chr(code))
}
"""What :func:`fold` makes of the characters of ASCII. An apostrophe joins: "workers'" and "workers" are alike."""

_QUOTED: Final = 60
"""Characters of a value that a message shows: enough to know it by."""


def shortened(text: str) -> str:
    """The first line of a value, for a message."""
    lines = text.strip().splitlines()
    first = lines[0] if lines else ""
    return first if len(first) <= _QUOTED else f"{first[:_QUOTED]}…"


def counted(number: int, one: str, many: str = "") -> str:
    """A number and what it counts: "1 entry", "2,340 entries". ``many`` is the plural, if it takes more than an s."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def collapse(text: str) -> str:
    """``text`` with each run of white space made one space, and none at the ends."""
    return " ".join(text.split())


def printable(text: str) -> str:
    r"""``text`` as it may be shown on a terminal: what would act there instead of being read appears as an escape.

    Tabs and ends of lines stay. So do the marks U+200E and U+200F, which Hebrew and Arabic need and which turn nothing.

    >>> printable("A \x1b[2JBook")
    'A \\x1b[2JBook'
    """
    return _UNPRINTABLE.sub(lambda match: _escape(match[0]), text)


def _escape(char: str) -> str:
    return f"\\x{ord(char):02x}" if ord(char) < 0x100 else f"\\u{ord(char):04x}"


def printable_line(text: str) -> str:
    """``text`` as one printable line, for a report that gives each thing a line of its own."""
    return collapse(printable(text))


def json_text(data: object, *, indent: int | None = 2) -> str:
    r"""``data`` as JSON that is safe to show: what :func:`printable` escapes is spelt ``\u202e``.

    Without an ``indent`` it is one line.
    """
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def well_formed(text: str) -> str:
    """``text`` as UTF-8 can hold it: two halves of a surrogate pair are joined, a lone one becomes U+FFFD."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def fold(text: str) -> str:
    r"""``text`` as a key for comparing: no case, accents, punctuation or doubled space.

    >>> fold("Caf\u00e9 \u201cLumi\u00e8re\u201d: A  Film")
    'cafe lumiere a film'
    """
    return _remembered(text) if len(text) <= _REMEMBERED_LENGTH else _folded(text)


def fold_word(word: str) -> str:
    """The same of one word, quicker for those that are nothing but letters of ASCII."""
    return word.lower() if word.isascii() and word.isalpha() else fold(word)


def _folded(text: str) -> str:
    if not text.isascii():
        text = text.casefold()
        others = set(_NOT_ASCII.findall(text))
        if len(others) > _FEW:
            text = _NOT_ASCII.sub(lambda match: _decomposed(match[0]), text)
        else:
            for char in others:
                text = text.replace(char, _decomposed(char))
    if text.isascii():
        return " ".join(text.translate(_FOLDED_ASCII).split())
    # An apostrophe joins: "workers'" and "workers" differ in nothing that identifies a work.
    for sign in _APOSTROPHES:
        text = text.replace(sign, "")
    return _NOT_WORD.sub(" ", text.lower()).strip()


_FEW: Final = 40
"""So many different signs are replaced one by one, each in a quick pass over the text: prose in Latin letters has few
that ASCII lacks."""

_remembered = lru_cache(maxsize=1 << 13)(_folded)
"""Names and titles are folded again and again; with keys this short the memory stays under two megabytes."""
_REMEMBERED_LENGTH: Final = 120


@lru_cache(maxsize=1 << 12)
def _decomposed(char: str) -> str:
    """A letter without its accents, a compatibility character as what it stands for, another sign as a space."""
    parts = unicodedata.normalize("NFKD", char)
    bare = "".join(part for part in parts if part not in _APOSTROPHES and not unicodedata.combining(part))
    return " " if _NOT_WORD.fullmatch(bare) else bare


def has_words(text: str, words: str) -> bool:
    """True if the words stand in the text letter for letter, and not as a part of longer ones.

    >>> has_words("The Aliens", "Alien"), has_words("See Alien.", "Alien")
    (False, True)
    """
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        if not (_is_of_word(text[max(0, start - 1) : start]) or _is_of_word(text[end : end + 1])):
            return True
        start = text.find(words, start + 1)
    return False


def _is_of_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def nearest(name: str, known: Iterable[str], *, limit: int = 3) -> list[str]:
    """Up to ``limit`` of ``known`` that a person who typed ``name`` may have meant, best first."""
    # 0.6 is difflib's own default: about two letters wrong in five.
    by_fold = {candidate.casefold(): candidate for candidate in known}
    keys = difflib.get_close_matches(name.casefold(), by_fold, n=limit, cutoff=0.6)
    return [by_fold[key] for key in keys]


def join_names(names: Iterable[str], *, last: str = "and", most: int = 0) -> str:
    """An enumeration for a sentence. Of more than ``most`` names, if that is given, the rest is counted.

    >>> join_names(["Mac", "Smith", "Grant"])
    'Mac, Smith and Grant'
    >>> join_names(["Mac", "Smith", "Grant", "Roe"], most=3)
    'Mac, Smith and 2 more'
    """
    listed = list(names)
    if 0 < most < len(listed):
        listed[most - 1 :] = [f"{len(listed) - most + 1} more"]
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} {last} {listed[-1]}"


def without_particles(name: str) -> str:
    """A family name without the words in small letters that it begins with; as it is if there is no other.

    >>> without_particles("de la Roe")
    'Roe'
    """
    return " ".join(dropwhile(str.islower, name.split())) or name
