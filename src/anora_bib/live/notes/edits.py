"""Notes and their markers, when citations are made live."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Final

from anora_bib.live.kept import Kept
from anora_bib.live.keys import Keys, with_line, with_space
from anora_bib.live.notes.reading import NoteReader, Part, Within, is_in_html
from anora_bib.live.notes.referred import referred_to
from anora_bib.live.notes.signs import Sign, signs, touching
from anora_bib.live.syntax import Item, Syntax
from anora_bib.live.words import has_words, is_joint
from anora_bib.model import Apparatus, Marker, MarkerForm, Note, Place
from anora_bib.model.essay.markers import running_markers
from anora_bib.model.essay.pieces import Citing
from anora_bib.text.spans import Edit, Span

_LIST_SIGNS: Final = re.compile(r"(?:[\s>*+\u2022-]|\d{1,4}[.)])*")
_FOOTNOTE: Final = re.compile(r"[ >]{0,12}\[\^")
_STOPS: Final = ".,;:"
_ENDS_SENTENCE: Final = re.compile(r"\s|\Z")
_ABBREVIATED: Final = re.compile(r"(?:\.\w{0,12}|(?<![^\W_])[^\W\d_])\Z")
"""Before a stop: an initial, or a word with a stop in it ("U.S", "e.g", "...")."""


class Notes:
    """The notes that markers point at: removed where citation keys hold all that they say, else kept as footnotes."""

    def __init__(self, apparatus: Apparatus, keys: Keys, syntax: Syntax) -> None:
        self._apparatus = apparatus
        self._text = apparatus.essay.text
        self._syntax = syntax
        self._markers = running_markers(apparatus)
        reader = NoteReader(apparatus, keys, syntax)
        marked = {marker.label for marker in self._markers}
        self._marked = [note for note in apparatus.notes if note.label in marked and apparatus.note(note.label)]
        self._parts = {note.label: reader.read(note) for note in self._marked}
        self.kept: list[Kept] = [*reader.kept]
        """What no key takes the place of."""
        self._look_for_unmarked(marked)
        self._live = {label: items for label, parts in self._parts.items() if (items := _items(parts))}
        self._keep_those_referred_to()

    @property
    def anything_live(self) -> bool:
        """Whether any note holds a citation that can be made live."""
        return any(isinstance(part, Within) for parts in self._parts.values() for part in parts)

    def counted(self, kept: Iterable[Kept]) -> tuple[int, int]:
        """How many notes hold a source, and of how many of them none is among what is ``kept`` as it is typed."""
        holding = [note for note in self._apparatus.notes if any(isinstance(piece, Citing) for piece in note.pieces)]
        left = {it.label for it in kept if it.place is Place.NOTE and not it.cited}
        made = [note for note in holding if note.label in self._parts and note.label not in left]
        return len(holding), len(made) if self.anything_live else 0

    @property
    def written(self) -> Mapping[str, str]:
        """By its label, each note with live citations as it is written where it stays a note."""
        return {
            label: self._words(parts)
            for label, parts in self._parts.items()
            if any(isinstance(part, Within) for part in parts)
        }

    def edits(self) -> Iterator[Edit]:
        """The edits: markers become citations, notes that keys replace are removed, the others become footnotes."""
        inline = {note.label for note in self._marked if self._is_inline(note)}
        left = ""
        footnotes: dict[str, str] = {}
        for note in self._marked:
            if note.label in inline:
                yield from self._in_place(note)
            elif note.label in self._live:
                yield Edit(with_line(self._text, note.outer), "")
            elif self._is_live_note(note):
                left += "live"
                if any(isinstance(part, Within) for part in self._parts[note.label]):
                    yield Edit(note.span, self._words(self._parts[note.label]))
            elif self.anything_live:  # a list without numbers would count anew when others go
                words = self._words(self._parts[note.label]).strip()
                footnotes[note.label], in_list = self._syntax.footnote(note.label, words)
                left += in_list
                yield Edit(with_line(self._text, note.outer), in_list)
        yield from self._in_text([marker for marker in self._markers if marker.label not in inline], footnotes)
        yield from self._heading(left)

    def _in_text(self, markers: Iterable[Marker], footnotes: Mapping[str, str]) -> Iterator[Edit]:
        """The edits of the signs that point at listed notes: citations, and what ``footnotes`` has for a label."""
        for group in touching(signs(self._text, markers)):
            for live, same in groupby(group, lambda sign: all(marker.label in self._live for marker in sign.markers)):
                run = list(same)
                if live:
                    pointing = [marker for sign in run for marker in sign.markers]
                    place = Span(run[0].span.start, run[-1].span.end)
                    yield self._cited(place, self._citation(pointing))
                    continue
                for sign in run:
                    if written := self._mixed(sign, footnotes):
                        yield Edit(with_space(self._text, sign.span), written)

    def _mixed(self, sign: Sign, footnotes: Mapping[str, str]) -> str:
        """A sign that points at notes that stay, written anew; "" where nothing of it changes."""
        if all(marker.label not in self._live and marker.label not in footnotes for marker in sign.markers):
            return ""
        written = ""
        for live, same in groupby(sign.markers, lambda marker: marker.label in self._live):
            markers = list(same)
            if live:
                written += f" {self._citation(markers)}"
            else:
                written += "".join(footnotes.get(it.label) or f"[{it.label}]" for it in markers)
        return written

    def _citation(self, markers: Iterable[Marker]) -> str:
        return self._syntax.citation([item for marker in markers for item in self._live[marker.label]])

    def _is_inline(self, note: Note) -> bool:
        """True for a note that stands in the sentence itself (``^[Roe, *Docks*.]``), with its marker at its head."""
        return any(note.outer.contains(marker.span) for marker in self._markers if marker.label == note.label)

    def _in_place(self, note: Note) -> Iterator[Edit]:
        """The edit of a note in the sentence: a citation in its place, or its words with citations among them."""
        if note.label in self._live:
            yield self._cited(note.outer, self._syntax.citation(self._live[note.label]))
        elif any(isinstance(part, Within) for part in self._parts[note.label]):
            words = self._words(self._parts[note.label])
            in_text, in_list = self._syntax.footnote(note.label, words.strip())
            yield Edit(note.span, words) if in_list else Edit(note.outer, in_text)

    def _cited(self, markers: Span, citation: str) -> Edit:
        """The citation in the place of its markers, before the stop that they stand behind: ``clock [@x].``."""
        place = with_space(self._text, markers)
        stop = self._text[place.start - 1 : place.start]
        if place == markers and stop and stop in _STOPS and self._ends(place):
            return Edit(Span(place.start - 1, place.end), f" {citation}{stop}")
        return Edit(place, f" {citation}")

    def _ends(self, place: Span) -> bool:
        """Whether the sign before the place closes a sentence or a clause, and no word or number."""
        before = self._text[max(0, place.start - 16) : place.start - 1]
        closed = before[-1:].isalnum() or before[-1:] in ")]*_%"
        return closed and bool(_ENDS_SENTENCE.match(self._text, place.end)) and not _ABBREVIATED.search(before)

    def _look_for_unmarked(self, marked: set[str]) -> None:
        """Note the sources that no marker leads to, or not to them alone."""
        for note in self._apparatus.notes:
            if note.label not in self._parts and any(isinstance(piece, Citing) for piece in note.pieces):
                why = "another note has the same label" if note.label in marked else "no marker leads to the note"
                self.kept.append(Kept.at(self._apparatus, note.span, Place.NOTE, note.label, why))

    def _keep_those_referred_to(self) -> None:
        """Let notes stay notes, with citations in them, that words refer to which stay as they are."""
        remaining = {
            note.label: _stretches(self._parts.get(note.label, [note.span.of(self._text)]))
            for note in self._apparatus.notes
        }
        passages = [span.of(self._text) for span in self._apparatus.body]
        for label, reason in referred_to(remaining, passages).items():
            note = self._apparatus.note(label)
            if note and self._live.pop(label, None):
                self.kept.append(Kept.at(self._apparatus, note.span, Place.NOTE, label, reason, cited=True))

    def _words(self, parts: Sequence[Part]) -> str:
        words = ""
        for part in parts:
            words += part.written(self._syntax, words) if isinstance(part, Within) else self._written(part)
        return words

    def _written(self, words: str) -> str:
        return self._syntax.words(words, self._apparatus.essay.document.dialect)

    def _is_live_note(self, note: Note) -> bool:
        """True for a footnote of Markdown, which may stay one, and for a note in HTML, which must.

        A plain list would count anew when notes go, and pandoc sets no links to it.
        """
        forms = {marker.form for marker in self._markers if marker.label == note.label}
        stays = is_in_html(self._text, note) or bool(_FOOTNOTE.match(self._text, note.outer.start))
        return self._syntax.in_markdown and MarkerForm.LIVE in forms and stays

    def _heading(self, left: str) -> Iterator[Edit]:
        """The edit that removes the heading of a list of notes of which nothing is left."""
        if (
            left
            or not self._apparatus.notes
            or not self._apparatus.note_headings
            or len(self._marked) < len(self._apparatus.notes)
        ):
            return
        outers = [with_line(self._text, note.outer) for note in self._apparatus.notes]
        start = min(span.start for span in outers)
        gaps = [self._text[one.end : other.start] for one, other in pairwise(outers)]
        before = [heading for heading in self._apparatus.note_headings if heading.end <= start]
        if before and all(map(_LIST_SIGNS.fullmatch, (*gaps, self._text[before[-1].end : start]))):
            yield Edit(Span(with_line(self._text, before[-1]).start, start), "")


def _stretches(parts: Sequence[Part]) -> list[str]:
    """The words of a note that stay, a stretch for what stands before, between and behind its citations."""
    stretches = [""]
    for part in parts:
        if isinstance(part, str):
            stretches[-1] += part
        else:
            stretches.append("")
    return stretches


def _items(parts: Sequence[Part]) -> list[Item]:
    """The items of a note that consists of nothing else; [] for any other note."""
    last = max((place for place, part in enumerate(parts) if isinstance(part, Within)), default=-1)
    between = [part for part in parts[: last + 1] if isinstance(part, str)]
    behind = [part for part in parts[last + 1 :] if isinstance(part, str)]
    if not all(map(is_joint, between)) or any(map(has_words, behind)):
        return []
    within = [part for part in parts if isinstance(part, Within)]
    return [] if any(part.behind_title for part in within) else [part.item for part in within]
