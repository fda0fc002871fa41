"""Text damaged on its way: U+FFFD stands for letters, dashes and quotation marks that a wrong decoding lost."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

from anora_bib.model import Entry, Field, Name, Value
from anora_bib.model.essay.pieces import Piece, Reference, Remark, ShortForm, Unknown

LOST: Final = "\ufffd"
_LETTER: Final = "\ua7f7"
"""Stands for a lost letter while the rules read: a letter without case that no living language uses."""
_BETWEEN_FIGURES: Final = re.compile(rf"(?<=\d){LOST}(?=\d)|(?<=\s){LOST}(?=\s)")
_OPENER: Final = re.compile(rf"(?:^|(?<=[\s(\[])){LOST}(?=\w)")
_FIRM_CLOSER: Final = re.compile(rf"(?<=[.,?!]){LOST}(?=\W|$)|(?<=\w){LOST}(?=[.,;:)\]]|$)")
_CLOSER: Final = re.compile(rf"(?<=\w){LOST}(?=\s)")
_REACH: Final = 300
"""Characters between two quotation marks."""
_PARTS: Final = ("family", "given", "literal", "non_dropping_particle", "dropping_particle", "suffix")
_CERTAINTY: Final = 0.8
"""What is left of the confidence in a reading of damaged text."""


def is_damaged(text: str) -> bool:
    """Whether the text holds U+FFFD, and not already the letter that stands for one while the rules read."""
    return LOST in text and _LETTER not in text


def mend(text: str) -> str:
    """The text as it may have been, one character for one.

    A sign between figures was a dash, a pair at the edges of words quotation marks; any other was a letter, for
    which a stand-in is set that :func:`as_printed` takes out again.
    """
    mended = _BETWEEN_FIGURES.sub("–", text)
    signs = list(mended)
    openers = [match.start() for match in _OPENER.finditer(mended)]
    for at, following in pairwise([*openers, len(mended)]):
        end = min(following, at + _REACH)
        closer = _FIRM_CLOSER.search(mended, at + 2, end) or _CLOSER.search(mended, at + 2, end)
        if closer:
            signs[at], signs[closer.start()] = "“", "”"
    return "".join(signs).replace(LOST, _LETTER)


def as_printed(piece: Piece, text: str, offset: int) -> Piece:
    """A piece read from mended text, with the lost letters marked as lost again, and less sure.

    ``text`` is what is printed, ``offset`` where it begins in the text that spans count in.
    """
    if isinstance(piece, Remark | Unknown):
        return piece
    signal, suffix = _plain(piece.signal), _plain(piece.suffix)
    if isinstance(piece, Reference):
        return replace(piece, entry=_entry(piece.entry, text, offset), signal=signal, suffix=suffix)
    names = tuple(map(_name, piece.names))
    if isinstance(piece, ShortForm):
        return replace(piece, names=names, title=_plain(piece.title), signal=signal, suffix=suffix)
    return replace(piece, names=names, signal=signal, suffix=suffix)


def _entry(entry: Entry, text: str, offset: int) -> Entry:
    fields = {
        variable: Field(_restored(field.value), field.span, field.confidence * _CERTAINTY)
        for variable, field in entry.fields.items()
    }
    printed = entry.span.shift(-offset).of(text) if entry.span else _plain(entry.text)
    return replace(entry, fields=fields, text=printed, confidence=round(entry.confidence * _CERTAINTY, 3))


def _plain(text: str) -> str:
    return text.replace(_LETTER, LOST)


def _restored(value: Value) -> Value:
    if isinstance(value, str):
        return _plain(value)
    if isinstance(value, tuple):
        return tuple(_name(name) for name in value)
    return value


def _name(name: Name) -> Name:
    restored: dict[str, Any] = {part: _plain(getattr(name, part)) for part in _PARTS}
    return replace(name, **restored)
