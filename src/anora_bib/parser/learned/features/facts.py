"""What the features ask of every word, whatever stands around it: worked out once a word and remembered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from anora_bib import language
from anora_bib.parser.learned.features.words import YEAR

_WORDS: Final = 20_000
"""Words that are remembered; of more all are forgotten, so that memory stays bounded."""
_CUES: Final = {
    word: cue
    for cue, kinds in {
        "in": ("lead_within",),
        "by": ("lead_to_names",),
        "from": ("lead_to_addresses",),
        "with": ("conjunctions", "lead_to_more"),
    }.items()
    for kind in kinds
    for word in language.vocabulary(kind)
} | {"apud": "in", "&": "with"}
_ABBREVIATED: Final = frozenset(
    (
        *map(
            language.bare, language.abbreviations("number", "scholarly", "before_name", "behind_name", "firm", "place")
        ),
        *(word for word in (*language.roles(), *language.locators()) if len(word) < 5),
        *(word for kind in ("volumes", "issues", "editions") for word in language.vocabulary(kind) if len(word) < 5),
    )
)
"""Words whose stop ends nothing."""
_SHORT: Final = 2
"""Letters of a word whose stop ends nothing: an initial, "p."."""
_LONGEST_LEAD: Final = 8
_BRIEF_SIGNS: Final = frozenset(".,;:()[]“”\"'’‘-–/&*_")
_PAGES: Final = frozenset(("pp", "p", "s", "pages", "pag", "págs", "blz"))
_WITHIN: Final = frozenset(("in", "dans", "en"))

CAPITAL: Final = 1 << 32
"""What a word with a capital adds to :attr:`Facts.counts`; a word of letters adds 1."""
DIGITS: Final = 1
YEARS: Final = 2
INITIALS: Final = 4
ADDRESS: Final = 8
PAGES: Final = 16
WITHIN: Final = 32


class Facts(NamedTuple):
    """What holds of a word wherever it stands."""

    brief: str
    """The word in as few kinds as may be: its sign, its shape, how many digits it has."""
    cue: str
    """What it leads on to; "" for a word that does not."""
    lead: str
    """The word in small letters where it is short enough to say something of what follows it, else ""."""
    is_word: bool
    """It begins with a letter."""
    is_sign: bool
    is_short: bool
    is_abbreviated: bool
    """A stop behind it ends nothing."""
    counts: int
    """1 for a word of letters, and ``CAPITAL`` more for one with a capital."""
    flags: int
    """Of a number, an initial, an address, a word for pages or "in"."""


class _Facts(dict[str, Facts]):
    def __missing__(self, word: str) -> Facts:
        if len(self) >= _WORDS:
            self.clear()
        facts = self[word] = facts_of(word)
        return facts


FACTS: Final = _Facts()
"""The facts of any token. Threads share them: what is remembered is only ever worked out again."""


def brief(word: str) -> str:
    """The word in as few kinds as may be: its sign, its shape, how many digits it has."""
    first = word[0]
    if first.isdecimal():
        return f"{min(len(word), 5)}"
    if not first.isalpha():
        return first if first in _BRIEF_SIGNS else "?"
    if len(word) == 1:
        return "X" if first.isupper() else "x"
    return ("Xx" if not word.isupper() else "XX") if first.isupper() else "xx"


BRIEFS: Final = (*sorted(_BRIEF_SIGNS), "?", *"12345", "X", "x", "Xx", "XX", "xx")
"""All that :func:`brief` tells."""


def cues() -> Sequence[str]:
    """All that :func:`cue_of` tells."""
    return sorted({"", *_CUES.values(), *language.roles().values(), *language.locators().values()})


def cue_of(word: str) -> str:
    """What a word in small letters leads on to; "" for one that does not."""
    return _leading().get(word, "")


@cache
def _leading() -> Mapping[str, str]:
    return {**language.locators(), **language.roles(), **_CUES}


def facts_of(word: str) -> Facts:
    """The facts of a token, worked out anew."""
    first, lower = word[0], word.lower()
    is_word = first.isalpha()
    is_short = len(word) <= _SHORT and word.isalpha()
    counts = flags = 0
    if is_word:
        counts = 1 + (CAPITAL if first.isupper() else 0)
        flags = INITIALS if first.isupper() and len(word) == 1 else 0
    elif first.isdecimal():
        flags = DIGITS | (YEARS if len(word) == 4 and YEAR.fullmatch(word) else 0)
    if len(lower) > 8 and ("://" in lower or lower.startswith("www.")):
        flags |= ADDRESS
    if lower in _PAGES:
        flags |= PAGES
    elif lower in _WITHIN:
        flags |= WITHIN
    return Facts(
        brief(word),
        cue_of(lower) if is_word or word == "&" else "",
        lower if is_word and len(word) <= _LONGEST_LEAD else "",
        is_word,
        len(word) == 1 and not word.isalnum(),
        is_short,
        is_short or lower in _ABBREVIATED,
        counts,
        flags,
    )
