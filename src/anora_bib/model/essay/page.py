"""The parts of a page that an essay cites with: notes, the markers that point at them, listed works, credits."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from anora_bib.model.essay.pieces import Piece
from anora_bib.text.spans import Span


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote. ``span`` covers its words, ``outer`` its label, back-arrow and line as well.

    ``label`` is what a marker must say to point at it; where the list prints no numbers, its place in the list.
    ``numbered`` is false in that case. ``pieces`` are what the parser saw in it, in order, covering ``text``; their
    spans count in the essay.
    """

    label: str
    text: str
    span: Span
    outer: Span
    numbered: bool = True
    pieces: tuple[Piece, ...] = field(default=(), hash=False)


class MarkerForm(StrEnum):
    """How a marker is set."""

    LIVE = "live"
    """In the format's own way: ``[^4]``, a link."""
    BRACKETED = "bracketed"
    """``[4]``"""
    SUPERSCRIPT = "superscript"
    """``⁴`` or ``^4^``"""
    GLUED = "glued"
    """A bare digit after a word, stop or quotation mark: ``Magazine5``."""
    SPACED = "spaced"
    """A bare digit set off by a space: ``IndieWire 6 that``."""


@dataclass(frozen=True, slots=True)
class Marker:
    """The sign in the text that points at a note. ``in_image`` if it is in the description of a picture."""

    label: str
    text: str
    span: Span
    form: MarkerForm
    in_image: bool = False


@dataclass(frozen=True, slots=True)
class ListedWork:
    """One item of a works-cited list or bibliography; ``heading`` is what the list is called.

    ``pieces`` are as those of a note.
    """

    text: str
    span: Span
    heading: str = ""
    pieces: tuple[Piece, ...] = field(default=(), hash=False)


@dataclass(frozen=True, slots=True)
class Credit:
    """A credit line under a picture: "Shoe, manufactured by Pleaser (2001), Gift of ...".

    ``pieces`` are as those of a note.
    """

    text: str
    span: Span
    pieces: tuple[Piece, ...] = field(default=(), hash=False)
