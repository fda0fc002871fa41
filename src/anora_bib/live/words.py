"""Whether a live citation holds all of the words that it replaces.

A citation key may replace printed words only where its entry holds every one of them; otherwise a comment, a sentence
taken for part of the reference, or a misread title would be lost silently.
"""

from __future__ import annotations

import re
import string
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from anora_bib import language
from anora_bib.live.doubt import may_hold_prose
from anora_bib.model import Apparatus, Date, Essay, Name, Reference, Value
from anora_bib.model.essay import pieces
from anora_bib.model.essay.pieces import Citing
from anora_bib.text import fold, join_names

FLOOR: Final = 0.7
"""Confidence below which a reference is not replaced: there the parser has guessed what is author and what is title."""

_WORD: Final = re.compile(r"[^\W_]+")

_MARKS: Final = "“”‘’«»„…–—"

_JOINTS: Final = frozenset(("", "and", "&"))


class Printed:
    """From a reference to the piece of a note, a listed work or a credit that it was read from."""

    def __init__(self, apparatus: Apparatus) -> None:
        piece_lists = [
            *(note.pieces for note in apparatus.notes),
            *(listed.pieces for listed in apparatus.works_cited),
            *(credit.pieces for credit in apparatus.credits),
        ]
        self._pieces = sorted((piece for group in piece_lists for piece in group), key=lambda piece: piece.span)
        self._starts = [piece.span.start for piece in self._pieces]

    def of(self, reference: Reference) -> Citing | None:
        """The piece; None for a reference that was not read from one."""
        index = bisect_right(self._starts, reference.span.start) - 1
        piece = self._pieces[index] if index >= 0 else None
        return piece if isinstance(piece, Citing) and piece.span.contains(reference.span) else None


def obstacle(reference: Reference, piece: Citing, essay: Essay, locator: str = "") -> str:
    """Why a key may not replace what is printed of a reference, as a clause; "" if nothing would be lost.

    Args:
        reference: as parsed, not normalized.
        piece: what the parser read; its signal and its suffix are kept beside the key.
        essay: the essay of both.
        locator: the locator of the citation, which the entry need not hold.
    """
    if reference.entry.confidence < FLOOR:
        return "it is not certain enough what is author and what is title"
    if (isinstance(piece, pieces.Reference) and piece.mixed) or may_hold_prose(reference, essay):
        return "words of the citing author may have been read as a part of the source"
    kept = [locator, piece.signal, piece.suffix]
    missing = unexplained(piece.words.of(essay.text), [reference], *kept)
    return f"the entry does not hold {join_names(map(repr, missing))}" if missing else ""


def unexplained(text: str, references: Iterable[Reference], *beside: str) -> list[str]:
    """The words of ``text`` that are neither in the entries nor in ``beside``, and do not only join such words."""
    values = [*beside, *(value for reference in references for value in _values(reference))]
    known = {_bare(word) for value in values for word in _WORD.findall(fold(value))} | connecting()
    printed = dict.fromkeys(word.strip(string.punctuation + _MARKS) for word in text.split())
    return [word for word in printed if not known.issuperset(map(_bare, _WORD.findall(fold(word))))]


@cache
def connecting() -> frozenset[str]:
    """Words that join the parts of a reference, and those of dates, which the entry has as numbers."""
    return language.connectives() | frozenset(map(fold, (*language.months(), *language.seasons())))


def is_joint(text: str) -> bool:
    """True for a separator between two references that carries no information: ";", "and"."""
    return text.strip(" \t\n;,:.") in _JOINTS


def has_words(text: str) -> bool:
    """True if the text holds a letter or a digit."""
    return bool(_WORD.search(text))


def _bare(word: str) -> str:
    """A number without its leading zeros: "03" is 3."""
    return word.lstrip("0") or "0" if word.isdigit() else word


def _values(reference: Reference) -> Iterator[str]:
    for field in reference.entry.fields.values():
        yield from _strings(field.value)


def _strings(value: Value) -> Iterator[str]:
    if isinstance(value, Date):
        yield str(value)
        yield " ".join(str(number) for part in value.parts for number in part)
    elif isinstance(value, tuple):
        for name in value:
            yield name.display if isinstance(name, Name) else str(name)
    else:
        yield str(value)
