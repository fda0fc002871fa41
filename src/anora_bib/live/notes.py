"""Notes and their markers, when citations are made live."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from anora_bib.live.kept import NO_KEY, Kept, not_understood
from anora_bib.live.keys import Keys, with_line, with_space
from anora_bib.live.syntax import Item, Syntax
from anora_bib.live.words import Printed, has_words, is_joint, obstacle
from anora_bib.model import Apparatus, Cite, Marker, MarkerForm, Note, Place, Reference
from anora_bib.model.essay.markers import running_markers
from anora_bib.model.essay.pieces import Citing
from anora_bib.spans import Edit, Span

Part = str | Item
"""A part of a note: words, or a reference that a citation key can replace."""

_LIST_SIGNS: Final = re.compile(r"(?:[\s>*+\u2022-]|\d{1,4}[.)])*")


class Notes:
    """The notes that markers point at: removed where citation keys hold all that they say, else kept as footnotes."""

    def __init__(self, apparatus: Apparatus, keys: Keys, syntax: Syntax) -> None:
        self._apparatus = apparatus
        self._text = apparatus.essay.text
        self._keys = keys
        self._syntax = syntax
        self.kept: list[Kept] = []
        """What no key takes the place of."""
        self._markers = running_markers(apparatus)
        self._cites = _cites(apparatus)
        self._printed = Printed(apparatus)
        self._refs: dict[str, list[tuple[int, Reference]]] = {}
        for index, ref in enumerate(apparatus.references):
            if ref.place is Place.NOTE:
                self._refs.setdefault(ref.label, []).append((index, ref))
        marked = {marker.label for marker in self._markers}
        self._marked = [note for note in apparatus.notes if note.label in marked and apparatus.note(note.label)]
        self._parts = {note.label: self._read(note) for note in self._marked}
        self._look_for_unmarked(marked)
        self._live = {label: items for label, parts in self._parts.items() if (items := _items(parts))}

    @property
    def anything_live(self) -> bool:
        """Whether any note holds a citation that can be made live."""
        return any(isinstance(part, Item) for parts in self._parts.values() for part in parts)

    def edits(self) -> Iterator[Edit]:
        """The edits: markers become citations, notes that keys replace are removed, the others become footnotes."""
        for group in _adjacent([marker for marker in self._markers if marker.label in self._live]):
            items = [item for marker in group for item in self._live[marker.label]]
            place = with_space(self._text, Span(group[0].span.start, group[-1].span.end))
            yield Edit(place, f" {self._syntax.citation(items)}")
        left = ""
        for note in self._marked:
            if note.label in self._live:
                yield Edit(with_line(self._text, note.outer), "")
            else:
                for edit in self._kept(note):
                    left += edit.replacement if edit.span.overlaps(note.outer) else ""
                    yield edit
                left += "live" if self._is_live_note(note) else ""
        yield from self._heading(left)

    def _look_for_unmarked(self, marked: set[str]) -> None:
        """Note the sources that no marker leads to, or not to them alone."""
        for note in self._apparatus.notes:
            if note.label not in self._parts and any(isinstance(piece, Citing) for piece in note.pieces):
                why = "another note has the same label" if note.label in marked else "no marker leads to the note"
                self.kept.append(Kept.at(self._apparatus, note.span, Place.NOTE, note.label, why))

    def _read(self, note: Note) -> list[Part]:
        """The note as words and items, in order."""
        refs = [pair for pair in self._refs.get(note.label, ()) if note.span.contains(pair[1].span)]
        self.kept += not_understood(self._apparatus, note)
        parts: list[Part] = []
        done = note.span.start
        for index, ref in sorted(refs, key=lambda pair: pair[1].span):
            piece = self._printed.of(ref)
            place = piece.words if piece else ref.span
            if place.start < done:
                self._keep(note, place, "it is a part of another reference")
                return [note.span.of(self._text)]
            words = place.of(self._text)
            item = self._item(note, index, ref, piece) if piece else None
            parts += [self._text[done : place.start], item or words]
            if item:
                parts.append("." if words.rstrip().endswith(".") else "")
            done = place.end
        return [*parts, self._text[done : note.span.end]]

    def _item(self, note: Note, index: int, ref: Reference, piece: Citing) -> Item | None:
        """The item that can replace the words of a piece; None if it would lose some of them."""
        cite = self._cites.get(index, Cite(index))
        key = self._keys.of(ref)
        reason = obstacle(ref, piece, self._apparatus.essay, cite.locator) or ("" if key else NO_KEY)
        if reason:
            self._keep(note, piece.words, reason)
            return None
        locator, label = _locator(ref, cite)
        prefix, suffix = cite.prefix or piece.signal, cite.suffix or piece.suffix
        return Item(key, self._written(locator), label, self._written(prefix), self._written(suffix))

    def _keep(self, note: Note, place: Span, reason: str) -> None:
        self.kept.append(Kept.at(self._apparatus, place, Place.NOTE, note.label, reason))

    def _written(self, words: str) -> str:
        return self._syntax.words(words, self._apparatus.essay.document.dialect)

    def _kept(self, note: Note) -> Iterator[Edit]:
        """The edits that make a kept note a footnote: a list without numbers would count anew when others go."""
        if not self.anything_live:
            return
        words = "".join(
            self._syntax.citation([part]) if isinstance(part, Item) else self._written(part)
            for part in self._parts[note.label]
        )
        if self._is_live_note(note):
            if words != note.span.of(self._text) and any(isinstance(part, Item) for part in self._parts[note.label]):
                yield Edit(note.span, words)
            return
        in_text, in_list = self._syntax.footnote(note.label, words.strip())
        for marker in self._markers:
            if marker.label == note.label:
                yield Edit(with_space(self._text, marker.span), in_text)
        yield Edit(with_line(self._text, note.outer), in_list)

    def _is_live_note(self, note: Note) -> bool:
        """True for a footnote of Markdown that may stay one."""
        forms = {marker.form for marker in self._markers if marker.label == note.label}
        return self._syntax.in_markdown and MarkerForm.LIVE in forms

    def _heading(self, left: str) -> Iterator[Edit]:
        """The edit that removes the heading of a list of notes of which nothing is left."""
        if left or not self._apparatus.notes or len(self._marked) < len(self._apparatus.notes):
            return
        outers = [with_line(self._text, note.outer) for note in self._apparatus.notes]
        start = min(span.start for span in outers)
        gaps = [self._text[one.end : other.start] for one, other in pairwise(outers)]
        before = [heading for heading in self._apparatus.note_headings if heading.end <= start]
        if before and all(map(_LIST_SIGNS.fullmatch, (*gaps, self._text[before[-1].end : start]))):
            yield Edit(Span(with_line(self._text, before[-1]).start, start), "")


def _locator(reference: Reference, cite: Cite) -> tuple[str, str]:
    """The locator with its label. The section of a law is part of its name, that of a book is a locator."""
    entry = reference.entry
    if not cite.locator and not entry.string("locator") and entry.type in ("book", "chapter", "classic"):
        return entry.string("section"), "section"
    return cite.locator or entry.string("locator"), cite.label


def _cites(apparatus: Apparatus) -> dict[int, Cite]:
    """The cite of each reference, by its index, from the citation that its note's marker makes."""
    return {
        cite.reference: cite
        for citation in apparatus.citations
        if citation.place is Place.NOTE
        for cite in citation.cites
    }


def _items(parts: Sequence[Part]) -> list[Item]:
    """The items of a note that consists of nothing else; [] for any other note."""
    last = max((place for place, part in enumerate(parts) if isinstance(part, Item)), default=-1)
    between = [part for part in parts[: last + 1] if isinstance(part, str)]
    behind = [part for part in parts[last + 1 :] if isinstance(part, str)]
    if not all(map(is_joint, between)) or any(map(has_words, behind)):
        return []
    return [part for part in parts if isinstance(part, Item)]


def _adjacent(markers: Sequence[Marker]) -> Iterator[list[Marker]]:
    """Markers side by side ("[3][4]") make one citation."""
    group: list[Marker] = []
    for marker in sorted(markers, key=lambda marker: marker.span):
        if group and marker.span.start != group[-1].span.end:
            yield group
            group = []
        group.append(marker)
    if group:
        yield group
