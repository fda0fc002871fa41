"""Where a source begins behind words of the citing author: "Most of these are compiled in Ada Orme, *Lamps* (...)".

A source of which the title is set off begins with the names before that title. What stands before the names is prose
if a sentence ends there, or runs into them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from anora_bib import language
from anora_bib.language import saying
from anora_bib.parser.draft import Mark
from anora_bib.parser.text.words import ABBREVIATIONS, PARTICLES, PROSE

_FAR: Final = 160
"""Characters before a title in which its names are looked for."""
_NEAR: Final = 240
"""Characters behind a title in which a year or a page shows it to be that of a source."""

_WORD: Final = re.compile(r"\S+")
_EVIDENCE: Final = re.compile(r"\([^()]{0,160}(?<!\d)(?:1[4-9]|20)\d\d\)|[,”\"’*_] (?:pp?\. ?)?\d{1,4}(?=[.;,]|$)")
_JOINS: Final = frozenset(("and", "&", "et", "al.", "al.,"))
_OWN: Final = frozenset(word for phrase in language.phrases("own_work") for word in phrase.split())
"""Words between the names of an author and a work of theirs: "Ada Orme in her *Lamps*"."""
_OPENS: Final = language.vocabulary("sentence_starts") | language.vocabulary("remark_starts")
_TAKEN: Final = tuple(f" {phrase}" for phrase in language.signals("taken", "see"))
_FEWEST: Final = 2
"""Words in small letters that a sentence before names has at the least."""


def behind_prose(text: str, start: int, end: int, marks: Iterable[Mark]) -> Iterator[int]:
    """The offsets between ``start`` and ``end`` at which a source with names and a title begins behind prose.

    ``marks`` are the runs of the text that are set off, in their order.
    """
    done = start
    for mark in marks:
        low, high = mark.outer
        if low < start or high > end:
            continue
        at = _names(text, max(done, low - _FAR), low)
        if done < at < low and _is_prose(text[done:at]) and _EVIDENCE.search(text, high - 1, min(end, high + _NEAR)):
            yield at
        done = high


def _names(text: str, low: int, high: int) -> int:
    """Where the names begin that stand right before a title; ``high`` if there are none."""
    begin = high
    words = list(_WORD.finditer(text, low, high))
    while words and words[-1].group().casefold() in _OWN:
        words.pop()
    for match in reversed(words):
        word = match.group()
        # The last word before the title may end in a stop of its own: "Roe, Jane. *Lamps*".
        if match is not words[-1] and (word[-1] in ";:?!" or (word[-1] == "." and not _is_abbreviated(word))):
            break
        if word.casefold() in _OPENS - _JOINS:
            break
        if word[:1].isupper():
            begin = match.start()
        elif word not in _JOINS and word.casefold() not in PARTICLES:
            break
    return begin


def _is_abbreviated(word: str) -> bool:
    """Whether a stop belongs to the word: an initial, "Jr.", "eds."."""
    bare = word.rstrip(".")
    return len(bare) == 1 or "." in bare or bare.casefold() in ABBREVIATIONS


def _is_prose(words: str) -> bool:
    """Whether words before names are those of the citing author: a sentence that has ended or runs into the names."""
    said = words.strip()
    small = [word.strip("(,;:") for word in said.split() if word[:1].islower()]
    if len(small) < _FEWEST or said[-1] in ",(":
        return False
    if said.endswith(_TAKEN):
        return True
    return opens_sentence(said) or not PROSE.isdisjoint(small)


def opens_sentence(words: str) -> bool:
    """Whether words begin as sentences about a source do, and no reference does: "Most of", "Roe repeats"."""
    if words.split(None, 1)[0].casefold().strip(",") in _OPENS:
        return True
    told = _TOLD.match(words)
    return told is not None and any(told["verb"] in saying.verbs(kind) for kind in _TELLING)


_TOLD: Final = re.compile(r"(?:[^\W\d_a-zß-öø-ÿ][\w’'-]{1,30}\s){1,3}(?P<verb>[^\W\d_]{2,30})\s")
"""Names, and what may be a verb behind them."""
_TELLING: Final = ("claims", "speech", "thought", "studies")
"""Kinds of verbs that have an author for their subject."""
