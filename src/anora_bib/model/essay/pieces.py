"""What a note, a listed work or a credit consists of: pieces, in order, that cover its text.

The spans of the pieces are adjacent: the first begins where the text does, each begins where the one before it ends,
the last ends where the text does. What joins a piece to the one before it ("; ", " and ") belongs to the piece.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from anora_bib.model.bibliography.entries import Entry
from anora_bib.model.values.names import Name
from anora_bib.text.spans import Span


class FormKind(StrEnum):
    """How a short form names its source."""

    IBID = "ibid"
    IDEM = "idem"
    OP_CIT = "op-cit"
    LOC_CIT = "loc-cit"
    SHORT_TITLE = "short-title"
    """"Smith, Revolting, 12"."""
    AUTHOR_DATE = "author-date"
    """"Harvey 1982, p. 44"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """The base of all pieces. Spans count in the text that the note or item was cut from.

    ``span`` is all of it; ``words`` the same without the separator before it and the white space and signs around it.
    ``joint`` is that separator: ";", "and", "" for none.
    """

    span: Span
    words: Span
    joint: str = ""

    def shift(self, by: int) -> Self:
        """The piece of the same text that many characters further on."""
        return replace(self, span=self.span.shift(by), words=self.words.shift(by))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Citing(Stretch):
    """A piece that names a source.

    ``signal`` is what introduces it ("See also", "cf."), ``suffix`` what the citing author says about it at the end
    ("emphasis added"), both as printed. ``locator`` is the place cited in the source, ``label`` its CSL term ("page").
    """

    signal: str = ""
    suffix: str = ""
    locator: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(_Citing):
    """A source spelled out. ``mixed`` if a signal within shows that words of the author were read as part of it."""

    entry: Entry
    mixed: bool = False

    def shift(self, by: int) -> Self:
        """The reference of the same text that many characters further on, its entry as well."""
        return replace(self, span=self.span.shift(by), words=self.words.shift(by), entry=self.entry.shift(by))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortForm(_Citing):
    """Words that stand for a source cited elsewhere. ``names`` may be family names alone, ``year`` as printed."""

    kind: FormKind
    names: tuple[Name, ...] = ()
    title: str = ""
    year: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossReference(_Citing):
    """Words that send the reader to another note ("See note 3"): ``note`` is its label."""

    note: str
    names: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark(Stretch):
    """Sentences of the author that name no source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown(Stretch):
    """Text that is neither understood nor a sentence: a label, a caption, residue of the page, an overlong text."""


Citing = Reference | ShortForm | CrossReference
Piece = Reference | ShortForm | CrossReference | Remark | Unknown
