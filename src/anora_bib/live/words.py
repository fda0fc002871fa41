"""Whether a live citation holds all of the words that it replaces.

A citation key may replace printed words only where its entry holds every one of them; otherwise a comment, a sentence
taken for part of the reference, or a misread title would be lost silently.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final

from anora_bib import language
from anora_bib.model import Apparatus, Date, Name, Reference, Value
from anora_bib.model.essay import pieces
from anora_bib.model.essay.pieces import Citing
from anora_bib.text import fold

FLOOR: Final = 0.7
"""Confidence below which a reference is not replaced: there the parser has guessed what is author and what is title."""

_WORD: Final = re.compile(r"[^\W_]+")

_JOINTS: Final = frozenset(("", "and", "&"))

_CONNECTIVES: Final = frozenset(
    """a an and as at by et al for from in into its no of on or the to with de du des der die das und la le les el
    ed eds edited editor editors edn edition trans transl translated translator tr vol vols volume nos number issue p pp
    page pages ch chap chapter sec section n note fol dir dirs directed director produced written performed op loc cit
    ibid idem id retrieved accessed access date available online web print film video http https www doi isbn issn org
    archived original published reprint repr rev th st nd rd c ca n d""".split()
)
"""Words that join the parts of a reference and carry no information of their own."""

_OF_DATES: Final = frozenset(map(fold, (*language.months(), *language.seasons())))


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


def understood(reference: Reference, piece: Citing, text: str, locator: str = "") -> bool:
    """True if the entry, with the signal and the suffix of its piece, holds all that is printed of a reference.

    Args:
        reference: as parsed, not normalized.
        piece: what the parser read; its signal and its suffix are kept beside the key.
        text: the words of the piece.
        locator: the locator of the citation, which the entry need not hold.
    """
    if reference.entry.confidence < FLOOR or (isinstance(piece, pieces.Reference) and piece.mixed):
        return False
    return explained(text, [reference], locator, piece.signal, piece.suffix)


def explained(text: str, references: Iterable[Reference], *beside: str) -> bool:
    """True if every word of ``text`` is in the entries or in ``beside``, or only joins such words."""
    values = [*beside, *(value for reference in references for value in _values(reference))]
    known = {_bare(word) for value in values for word in _WORD.findall(fold(value))}
    return {_bare(word) for word in _WORD.findall(fold(text))} <= known | _CONNECTIVES | _OF_DATES


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
