"""An essay of HTML whose markers lead to its notes, its notes back, and what it cites to its list of works.

Tags and back arrows are put in, and nothing else changes: not a word, not an id, not a link that is there. What is
linked already stays as it is, so that doing it again changes nothing. Roles are those of DPUB-ARIA 1.1
(https://www.w3.org/TR/dpub-aria-1.1/).
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from anora_bib.errors import InputError
from anora_bib.live.kept import Kept
from anora_bib.live.keys import Keys
from anora_bib.live.linked.tags import Ids, behind_inline, container, is_in_link, is_linkable, opening_before
from anora_bib.live.listed import listed_references
from anora_bib.live.words import Printed, has_words
from anora_bib.model import Apparatus, Library, ListedWork, Note, Place
from anora_bib.model.essay.markers import running_markers
from anora_bib.text.spans import SourceEdit, SourceSpan, Span, apply_edits

IN_LINK: Final = "it is inside a link, or has one in it"
LIVE_ALREADY: Final = "another marker is linked to that note, and this may mean one of a table"
SEVERAL: Final = "several notes have its label"

_BACK: Final = ' <a href="#{}" role="doc-backlink" aria-label="Back to the text">↩</a>'
_END, _ARROW, _SECTION_ENDS, _SECTION, _BEGIN = range(5)
"""In what order tags are put in at one place: what ends there comes first."""

_ENDNOTES, _BIBLIOGRAPHY = "doc-endnotes", "doc-bibliography"


class Linked(NamedTuple):
    """The file with links, and the markers and citations that have none still, with why.

    ``markers`` and ``sources`` are how many of them were linked now, to a note or to the list of works.
    """

    text: str
    kept: tuple[Kept, ...] = ()
    markers: int = 0
    sources: int = 0


def linked(apparatus: Apparatus, library: Library) -> Linked:
    """The essay with links; ``library`` has the keys of its sources, by which they are known again in the list.

    Raises:
        InputError: the essay is not in HTML.
    """
    essay = apparatus.essay
    if essay.document.dialect.name != "html" or essay.document.original:
        hint = "take --live pandoc for it, or --live latex"
        raise InputError(
            f"links of HTML cannot be written into a file that is read as {essay.format}", path=essay.path, hint=hint
        )
    return _Linker(apparatus, library).linked()


class _Linker:
    def __init__(self, apparatus: Apparatus, library: Library) -> None:
        self._apparatus = apparatus
        self._document = apparatus.essay.document
        self._source = apparatus.essay.source
        self._keys = Keys(apparatus.essay, library)
        self._ids = Ids(self._source)
        self._kept: list[Kept] = []
        self._edits: list[tuple[int, SourceEdit]] = []
        self._taken: list[SourceSpan] = []
        """What stands in the new links, which hold no other, in order."""

    def linked(self) -> Linked:
        markers = self._link_markers()
        sources = self._link_sources()
        kept = tuple(sorted(self._kept, key=lambda it: it.line))
        edits = (edit for _, edit in sorted(self._edits, key=lambda pair: pair[0]))
        return Linked(apply_edits(self._source, edits), kept, markers, sources)

    # -- markers and notes

    def _link_markers(self) -> int:
        """Link each marker that is typed to its note, and the note to the first of them."""
        typed: dict[str, list[SourceSpan]] = {}
        places = [(it, self._document.source_span(it.span)) for it in running_markers(self._apparatus)]
        live = {it.label for it, at in places if is_in_link(self._source, at.start)}
        for marker, at in places:
            if marker.label in live:
                if not is_in_link(self._source, at.start):
                    self._keep(marker.span, Place.NOTE, marker.label, LIVE_ALREADY)
                continue
            if not self._is_free(at):
                continue
            if self._apparatus.note(marker.label) is None:
                if any(note.label == marker.label for note in self._apparatus.notes):
                    self._keep(marker.span, Place.NOTE, marker.label, SEVERAL)
                continue
            typed.setdefault(marker.label, []).append(at)
            insort(self._taken, at)
        done: list[Note] = []
        for label, those in typed.items():
            note = self._apparatus.note(label)
            if note is not None:
                self._link_note(note, those)
                done.append(note)
        if done:
            self._wrap([note.outer for note in self._apparatus.notes], _ENDNOTES)
        return sum(map(len, typed.values()))

    def _link_note(self, note: Note, markers: list[SourceSpan]) -> None:
        target = self._target(note.outer, f"fn-{note.label}")
        first = ""
        for at in markers:
            id = self._ids.new(f"fnref-{note.label}")
            first = first or id
            self._put(at, f'<a href="#{target}" id="{id}" role="doc-noteref">')
        outer = self._document.source_span(note.outer)
        if 'href="#' in outer.of(self._source) or "href='#" in outer.of(self._source):
            return  # it leads back, or to another note
        end = behind_inline(self._source, self._document.source_span(note.span).end)
        if not is_in_link(self._source, end):
            self._insert(_ARROW, end, self._document.encodable(_BACK.format(first)))

    def _target(self, words: Span, wanted: str) -> str:
        """The id of the block that begins with the words, which it is given if it has none."""
        start = self._document.source_span(words).start
        block = opening_before(self._source, start)
        if block is None:
            id = self._ids.new(wanted)
            self._insert(_BEGIN, start, f'<span id="{id}"></span>')
            return id
        if block.id:
            return block.id
        id = self._ids.new(wanted)
        self._insert(_BEGIN, block.named, f' id="{id}"')
        return id

    def _put(self, at: SourceSpan, opening: str) -> None:
        self._insert(_BEGIN, at.start, opening)
        self._insert(_END, at.end, "</a>")

    def _insert(self, rank: int, at: int, markup: str) -> None:
        self._edits.append((rank, SourceEdit(SourceSpan(at, at), markup)))

    def _is_free(self, at: SourceSpan) -> bool:
        """Whether a link may be put around a stretch of the file, beside those that are put there already."""
        near = bisect_left(self._taken, at)
        beside = self._taken[max(0, near - 1) : near + 1]
        return is_linkable(self._source, at) and not any(at.overlaps(other) for other in beside)

    def _wrap(self, parts: list[Span], role: str) -> None:
        """Put a section with a role around the blocks of a list, if nothing else is among them."""
        if f'role="{role}"' in self._source or not parts:
            return
        text = self._apparatus.essay.text
        ordered = sorted(parts)
        if any(has_words(text[one.end : other.start]) for one, other in pairwise(ordered)):
            return
        start = self._document.source_span(ordered[0]).start
        first = opening_before(self._source, start)
        around = container(self._source, first, self._document.source_span(ordered[-1]).end) if first else None
        if around:
            self._insert(_SECTION, around.start, f'<section role="{role}">')
            self._insert(_SECTION_ENDS, around.end, "</section>")

    # -- sources and the list

    def _link_sources(self) -> int:
        """Link each source that a note or a parenthesis cites to its line in the list of works."""
        targets: dict[str, str] = {}
        lines = {key: work for work, key in self._listed()}
        made = 0
        for words, place, label, key in self._cited():
            if key not in lines:
                continue
            at = self._document.source_span(words)
            if not self._is_free(at):
                if not is_in_link(self._source, at.start):
                    self._keep(words, place, label, IN_LINK)
                continue
            if key not in targets:
                targets[key] = self._target(lines[key].span, f"ref-{key}")
            insort(self._taken, at)
            self._put(at, f'<a href="#{targets[key]}" role="doc-biblioref">')
            made += 1
        if made:
            self._wrap([work.span for work in self._apparatus.works_cited], _BIBLIOGRAPHY)
        return made

    def _listed(self) -> Iterator[tuple[ListedWork, str]]:
        """The listed works with their keys, but for those that are listed more than once."""
        found: dict[str, list[ListedWork]] = {}
        for work, there in listed_references(self._apparatus):
            keys = {self._keys.of(reference) for _, reference in there}
            if len(keys) == 1 and (key := keys.pop()):
                found.setdefault(key, []).append(work)
        yield from ((works[0], key) for key, works in found.items() if len(works) == 1)

    def _cited(self) -> Iterator[tuple[Span, Place, str, str]]:
        """The words that cite a source: of notes, and parentheses that cite one work."""
        printed = Printed(self._apparatus)
        for reference in (it for it in self._apparatus.references if it.place is Place.NOTE):
            piece = printed.of(reference)
            if piece is not None and (key := self._keys.of(reference)):
                words = piece.words.of(self._apparatus.essay.text)
                before = len(piece.signal) if piece.signal and words.startswith(piece.signal) else 0
                start = piece.words.start + before
                start += len(words[before:]) - len(words[before:].lstrip(" ,:\n\t"))
                yield Span(start, piece.words.end), Place.NOTE, reference.label, key
        for citation in self._apparatus.citations:
            if citation.place is Place.PARENTHESIS and len(citation.cites) == 1:
                key = self._keys.of(self._apparatus.references[citation.cites[0].reference])
                if key:
                    yield citation.span, Place.PARENTHESIS, "", key

    def _keep(self, words: Span, place: Place, label: str, reason: str) -> None:
        self._kept.append(Kept.at(self._apparatus, words, place, label, reason))
