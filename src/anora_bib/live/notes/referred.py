"""Notes that other words of the essay refer to: "supra note 4", "n. 4 above", "Ibid." below it.

Such a note must stay a note where those words stay, or they would point at nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from anora_bib import language
from anora_bib.text.characters import fold

_NOTE: Final = rf"(?:{language.pattern(language.vocabulary('notes_of_essay'))})"
_DIRECTION: Final = rf"(?:{language.pattern(language.vocabulary('note_directions'))})"
_SENDS: Final = rf"(?:{language.pattern((*language.signals('see', 'compare'), 'in'))})"
_NUMBERED: Final = re.compile(
    rf"\b(?:(?:{_DIRECTION}|{_SENDS}),?\s{{1,9}}{_NOTE}\b\.?\s{{0,9}}\[?(?P<after>\d{{1,4}})\b"
    rf"|{_NOTE}\b\.?\s{{0,9}}\[?(?P<before>\d{{1,4}})\]?,?\s{{1,9}}{_DIRECTION}\b)",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W\d_]{2,12}")


def numbers_named(text: str) -> Iterator[str]:
    """The labels of the notes that ``text`` sends its reader to."""
    return (match["after"] or match["before"] for match in _NUMBERED.finditer(text))


def repeats_source(text: str) -> bool:
    """True if a word of ``text`` stands for the source before it: "ibid."."""
    same = language.vocabulary("same_source")
    return any(fold(word) in same for word in _WORD.findall(text))


def referred_to(remaining: Mapping[str, Sequence[str]], elsewhere: Iterable[str]) -> Mapping[str, str]:
    """Which notes must stay notes, each with the reason as a clause.

    Notes are counted anew where others become citations in the text, so that all up to one that is named by its number
    have to stay.

    Args:
        remaining: by the label of each note, in their order, the words in it that stay as they are: what stands before
            its first citation, and behind each.
        elsewhere: passages of the essay outside its notes.
    """
    labels = list(remaining)
    reasons: dict[str, str] = {}
    for before, label in pairwise(labels):
        # Behind a citation "ibid." means what that one cites.
        if repeats_source(remaining[label][0]):
            reasons.setdefault(before, f"“ibid.” of note {label} means it")
    said = [*((f"note {label}", " ".join(words)) for label, words in remaining.items())]
    said += [("the text", passage) for passage in elsewhere]
    last, by = -1, ""
    for place, words in said:
        for number in numbers_named(words):
            if number in remaining and labels.index(number) > last:
                last, by = labels.index(number), f"{place} refers to note {number} by its number"
    for label in labels[: last + 1]:
        reasons.setdefault(label, by)
    return reasons
