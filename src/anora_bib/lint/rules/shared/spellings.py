"""Whether two words are one word, once mistyped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

AS_IT_STANDS: Final = re.compile(r"[\]*_,. ]{0,3}[\[(](?:[Ss]ic|[Rr]ecte)\b")
"""Behind a word that the author has seen, and left: "[sic]"."""
_DIGIT: Final = re.compile(r"\d")
UNPARTED: Final = re.compile(r"[\u2e80-\uffef]")
"""Scripts without blanks, of which words stick to names of others."""
_SHORTEST: Final = 5
"""Letters: among shorter words, most are one keystroke from some other word."""
_LONG: Final = 8
"""Letters from which on two keystrokes may be wrong."""
_ENDING: Final = 2
"""Letters in which the forms of a word differ, and names between languages ("Tolstoy", "Tolstoi")."""
_SHORTEST_WORD: Final = 6
_OF_VERBS: Final = ("ing", "ings", "ed")
_OF_DOERS: Final = ("er", "ers")
"""Short words with it are many, and a letter from each other: "bankers", "bakers"."""
_VARIANTS: Final = (
    *(("our", "or"), ("ph", "f"), ("th", "t"), ("y", "i"), ("\u0131", "i"), ("tz", "z"), ("z", "s"), ("k", "c")),
    *(("ie", "e"), ("oe", "o"), ("ue", "u"), ("ou", "u"), ("v", "u"), (" ", ""), ("mac", "mc")),
)
"""What is written in two ways on purpose: "labour", "realise", "Raphael", "Goethe", "liuere", "Akropolis",
"Dostoyevsky", "Roumanian", "Macpherson"."""
_DIPHTHONGS: Final = ((("ae", "a"),), (("ae", "e"), ("ai", "e")))
"""The same of "ae", which stands for the umlaut in German, and for "e" in words from Greek: "Graecia", "Aigina"."""


def is_slip(one: str, other: str, shortest: int = _SHORTEST, keystrokes: int = 2, *, endings: bool = False) -> bool:
    """Whether two folded words differ by a keystroke, long ones by up to ``keystrokes``, and are no forms of one word.

    ``shortest`` is how many letters the shorter must have. With ``endings`` they may differ at the end, as forms of a
    word do: for names of which it is known that one person is meant. A pen hardly ever slips at the first letter.
    """
    if one[:1] != other[:1] or UNPARTED.search(one + other):
        return False
    short, long = sorted((one, other), key=len)
    if len(short) < max(shortest, 1):
        return False
    other_ending = long.startswith(short[:-_ENDING]) and (short[-1] != long[-1] or long.startswith(short))
    other_ending = other_ending or (
        short[-1:] == "s" and long == f"{short[:-1]}es"
    )  # of a genitive: "Reichs", "Reiches"
    most = keystrokes if len(short) >= _LONG else 1
    if (other_ending and not endings) or len(long) - len(short) > most:
        return False
    from rapidfuzz.distance import OSA

    distance = OSA.distance(short, long, score_cutoff=most)
    # With another ending as well it is the form of another language, or case: "Graciano", "Gratiani".
    near = 0 < distance <= most and (distance == 1 or short[-1] == long[-1])
    return near and not is_variant(short, long) and not _DIGIT.search(one + other)


def is_dropped_letter(slip: str, word: str) -> bool:
    """Whether a folded word is another with a letter lost or one too many, or with two of them the wrong way round.

    Stricter than :func:`is_slip`, for words of which nothing else is known: neither the first nor the last two letters,
    nor a letter that is doubled ("travellers"), nor an ending that verbs have.
    """
    short, long = sorted((slip, word), key=len)
    if len(short) < _SHORTEST_WORD or slip[0] != word[0] or slip[-2:] != word[-2:]:
        return False
    from rapidfuzz.distance import OSA

    if OSA.distance(short, long, score_cutoff=1) != 1 or _undoubled(short) == _undoubled(long):
        return False
    if len(short) == len(long) and sorted(short) != sorted(long):
        return False
    return not is_variant(short, long) and not slip.endswith(_OF_VERBS + (_OF_DOERS if len(short) <= _LONG else ()))


def dropped_letter_keys(word: str) -> Iterator[str]:
    """What a word and a slip for it have in common: the word, and the word without one of its letters."""
    yield word
    for place in range(1, len(word)):
        yield word[:place] + word[place + 1 :]


def _undoubled(word: str) -> str:
    return "".join(letter for letter, before in zip(word, f" {word}", strict=False) if letter != before)


def is_variant(one: str, other: str) -> bool:
    """Whether two folded words are one, spelt in two ways on purpose."""
    return any(_plain(one, diphthongs) == _plain(other, diphthongs) for diphthongs in _DIPHTHONGS)


def _plain(word: str, diphthongs: tuple[tuple[str, str], ...]) -> str:
    for variant, plain in (*diphthongs, *_VARIANTS):
        word = word.replace(variant, plain)
    return f"{word.removesuffix('us')}os" if word.endswith("us") else word
