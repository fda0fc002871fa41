"""A note as words and citations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from anora_bib.live.certain.references import standings
from anora_bib.live.certain.standing import Standing
from anora_bib.live.kept import NO_KEY, Kept, not_understood
from anora_bib.live.keys import Keys
from anora_bib.live.syntax import Item, Syntax
from anora_bib.live.words import Printed, pointing
from anora_bib.model import Apparatus, Cite, Note, Place, Reference
from anora_bib.model.bibliography.cited_place import cited_page, cited_place
from anora_bib.model.essay.pieces import Citing
from anora_bib.text.spans import Span


@dataclass(frozen=True, slots=True)
class Within:
    """A citation inside a note; ``behind_title`` if names and title stay before it.

    ``reference`` is the index of what is cited, and ``span`` the words that the citation takes the place of.
    """

    item: Item
    reference: int
    span: Span
    behind_title: bool = False

    def written(self, syntax: Syntax, before: str) -> str:
        """The citation as it is written in a note behind ``before``."""
        if self.behind_title:
            return f" {syntax.without_author(self.item)}"
        return syntax.in_note(self.item, opening=not before.strip() or before.endswith("\n"))


_IN_HTML: Final = re.compile(r"\s{0,80}<(?:li|p|div|ol|section|aside|td|sup|a)\b", re.IGNORECASE)
"""A note in a list of HTML inside Markdown, which numbers its items itself: none may go."""

_NEXT_LINE: Final = re.compile(r"[ \t]*\n[ \t>]*(?=[^\W_])")
"""Up to the first word of the next line."""

Part = str | Within
"""A part of a note: words, or what a citation key can replace."""


class NoteReader:
    """Reads notes; ``kept`` is what no key takes the place of in those that were read."""

    def __init__(self, apparatus: Apparatus, keys: Keys, syntax: Syntax) -> None:
        self._apparatus = apparatus
        self._text = apparatus.essay.text
        self._keys = keys
        self._syntax = syntax
        self._cites = _cites(apparatus)
        self._printed = Printed(apparatus)
        self._standings = apparatus.derived(standings)
        self._refs: dict[str, list[tuple[int, Reference]]] = {}
        for index, ref in enumerate(apparatus.references):
            if ref.place is Place.NOTE:
                self._refs.setdefault(ref.label, []).append((index, ref))
        self._starts = {place for note in apparatus.notes for place in _line_of(self._text, note)}
        self.kept: list[Kept] = []

    def read(self, note: Note) -> list[Part]:
        """The note as words and items, in order."""
        refs = [pair for pair in self._refs.get(note.label, ()) if note.span.contains(pair[1].span)]
        if refs and is_in_html(self._text, note):
            self._keep(note, note.span, "its note is written in HTML")
            return [note.span.of(self._text)]
        if refs and self._goes_on(note):
            self._keep(note, note.span, "the text goes on right behind what was read of the note")
            return [note.span.of(self._text)]
        self.kept += not_understood(self._apparatus, note)
        parts: list[Part] = []
        done = note.span.start
        for index, ref in sorted(refs, key=lambda pair: pair[1].span):
            piece = self._printed.of(ref)
            found = self._standings.get(index)
            if piece is None or found is None:
                continue
            if piece.words.start < done:
                self._keep(note, piece.words, "it is a part of another reference")
                return [note.span.of(self._text)]
            item = self._item(note, index, ref, piece, found)
            if item is None:
                continue
            replaced = found.span
            parts += [self._text[done : replaced.start], Within(item, index, replaced, found.behind)]
            parts.append("." if replaced.of(self._text).rstrip().endswith(".") else "")
            done = replaced.end
        return [*parts, self._text[done : note.span.end]]

    def _goes_on(self, note: Note) -> bool:
        """Whether a line of words follows without an empty line, and begins no other note."""
        following = _NEXT_LINE.match(self._text, note.span.end)
        return following is not None and following.end() not in self._starts and following.end() > note.outer.end

    def _item(self, note: Note, index: int, ref: Reference, piece: Citing, found: Standing) -> Item | None:
        """The item that can replace the words of a piece; None if it would lose some of them."""
        cite = self._cites.get(index, Cite(index))
        prefix, suffix = found.prefix, found.suffix
        locator, label = (found.place, "page" if found.place else "") if found.whole else _locator(ref, cite)
        if not found.placed:
            locator, label = "", ""
        reason = found.reason
        if not reason:
            key = self._keys.of(ref)
            beside = prefix, suffix, locator, *pointing(piece)
            reason = self._keys.lacking(ref, found.span.of(self._text), *beside) if key else NO_KEY
        if reason:
            self._keep(note, piece.words, reason)
            return None
        if found.further:
            self._keep(note, piece.words, "words around it may name a further source")
        return Item(key, self._written(locator), label, self._written(prefix), self._written(suffix))

    def _keep(self, note: Note, place: Span, reason: str) -> None:
        self.kept.append(Kept.at(self._apparatus, place, Place.NOTE, note.label, reason))

    def _written(self, words: str) -> str:
        return self._syntax.words(words, self._apparatus.essay.document.dialect)


def is_in_html(text: str, note: Note) -> bool:
    """Whether a note stands in tags of a list, a table or the like, which number it or belong to a pair."""
    return bool(_IN_HTML.match(text, note.outer.start))


def _line_of(text: str, note: Note) -> Iterator[int]:
    """Where a note begins, and where the words of its first line do."""
    yield note.outer.start
    yield note.span.start
    yield text.rfind("\n", 0, note.span.start) + 1


def _locator(reference: Reference, cite: Cite) -> tuple[str, str]:
    """The locator with its label: that of the citation, and else that which the reference gives."""
    place, label = cited_place(reference.entry)
    if cite.locator and cite.locator != reference.entry.string("locator"):
        return cite.locator, cite.label
    if not place and not cite.locator and not reference.short and (page := cited_page(reference.entry)):
        return page, "page"
    return (place, label) if place else (cite.locator, cite.label)


def _cites(apparatus: Apparatus) -> Mapping[int, Cite]:
    """The cite of each reference, by its index, from the citation that its note's marker makes."""
    return {
        cite.reference: cite
        for citation in apparatus.citations
        if citation.place is Place.NOTE
        for cite in citation.cites
    }
