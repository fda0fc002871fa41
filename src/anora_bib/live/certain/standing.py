"""Which of the printed words of a reference a citation takes the place of.

All of them, where its entry holds them. Where the author's sentence runs through them ("... was first analysed by Ada
Orme in her *Theory of Tolls* (Hull: Tide Press, 1961), chap. 19"), those behind the title: names and title stay.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from anora_bib.live.words import has_words, lacking, misread, unexplained
from anora_bib.model import Essay, Reference
from anora_bib.model.essay.pieces import Citing
from anora_bib.spans import Span

_CLOSING: Final = "*_”\"’'»“‹›)]"
"""What may close a title that is set off."""

_BETWEEN: Final = 4
"""Words that may stand between names and title: "in her recent"."""


@dataclass(frozen=True, slots=True)
class Standing:
    """``span`` is what the citation replaces; ``behind`` if names and title stand before it; else a ``reason``."""

    span: Span
    behind: bool = False
    reason: str = ""


def standing(reference: Reference, piece: Citing, essay: Essay) -> Standing:
    """What a citation may replace of the words of ``piece``, or why it may not.

    Args:
        reference: as parsed, not normalized.
        piece: what the parser read; its signal and its suffix are kept beside the key.
        essay: the essay of both.
    """
    if reason := misread(reference, piece, essay):
        return Standing(piece.words, reason=reason)
    beside = piece.signal, piece.suffix, piece.locator
    reason = lacking(piece.words.of(essay.text), [reference.entry], *beside)
    if not reason:
        return Standing(piece.words)
    tail = _behind_title(reference, piece, essay.text)
    if tail is None or unexplained(tail.of(essay.text), [reference.entry], piece.suffix):
        return Standing(piece.words, reason=reason)
    return Standing(tail, behind=True)


def _behind_title(reference: Reference, piece: Citing, text: str) -> Span | None:
    """The words behind a title that names stand right before; None where there are no such words."""
    entry = reference.entry
    title, author = entry.fields.get("title"), entry.fields.get("author")
    if not (title and title.span and author and author.span) or reference.short or piece.signal:
        return None
    between = text[author.span.end : title.span.start].split()
    if author.span.end > title.span.start or len(between) > _BETWEEN or not all(map(_is_small, between[:-1])):
        return None
    end = title.span.end
    while end < piece.words.end and text[end] in _CLOSING:
        end += 1
    if end == title.span.end:  # nothing sets the title off: it may go on
        return None
    tail = Span(end, piece.words.end)
    return tail if has_words(tail.of(text)) else None


def _is_small(word: str) -> bool:
    return word[:1].islower()
