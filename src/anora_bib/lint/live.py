"""An essay with live citations: typed markers become citation keys, and the list behind them goes to the library.

Nothing is lost. A marker whose note cannot be resolved stays, and so does its note; a note with words of its own stays
as a footnote; a listed work that the library does not have stays in the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from anora_bib.errors import UnknownNameError
from anora_bib.lint.live_syntax import SYNTAXES, Item, Syntax
from anora_bib.lint.pointing import running_markers
from anora_bib.model import Apparatus, Essay, Library, ListedWork, Marker, MarkerForm, Note, Place, Reference
from anora_bib.spans import Edit, Span, apply_edits
from anora_bib.text import nearest

_WORD: Final = re.compile(r"[^\W\d_]+")
_JOINTS: Final = frozenset("see also and cf compare ibid idem op loc cit note p pp page pages quoted cited in".split())
"""Words that may stand beside the references of a note without being words of its own."""

_SIGNAL_INSIDE: Final = re.compile(r"; (?:see|but|cf\.|compare|for|on) |\. (?:See|Cf\.|Compare) ")
"""In the middle of what was read as one reference, it shows that words of the author's were read along."""

_LIST_SIGN: Final = re.compile(r"[ \t>]{0,64}(?:[-*+\u2022]|\d{1,4}[.)]|\[\d{1,4}\])?[ \t]{0,16}")
_LINE_ENDS: Final = re.compile(r"[^\S\n]*\n(?:[^\S\n]*\n)*")


def live(apparatus: Apparatus, library: Library, syntax: str) -> str:
    """The essay's text with live citations in ``syntax`` ("pandoc" or "latex"); ``library`` gives the keys.

    An essay in a format that cannot hold such citations (HTML, DOCX) comes out as its plain words.

    Raises:
        UnknownNameError: there is no such syntax.
    """
    if syntax not in SYNTAXES:
        raise UnknownNameError("syntax of live citations", syntax, nearest(syntax, SYNTAXES))
    keys = _Keys(apparatus.essay, library)
    notes = _Notes(apparatus, keys, SYNTAXES[syntax])
    return apply_edits(apparatus.essay.text, [*notes.edits(), *_bibliography(apparatus, keys, SYNTAXES[syntax])])


class _Keys:
    """From a reference of one essay to the key its entry has in the library, by where the library says it was met."""

    def __init__(self, essay: Essay, library: Library) -> None:
        self._essay = essay
        self._by_place: dict[tuple[str, str], dict[str, str]] = {}
        for entry in library:
            for met in entry.provenance:
                if met.path == essay.path:
                    self._by_place.setdefault((met.how, met.label), {})[met.text] = entry.key

    def of(self, reference: Reference) -> str:
        """The key; "" where the library does not say, or leaves a choice."""
        there = self._by_place.get((reference.place, reference.label), {})
        words = reference.span.of(self._essay.text)
        if words in there:
            return there[words]
        keys = set(there.values())
        return keys.pop() if len(keys) == 1 else ""


class _Notes:
    """What becomes of the notes that markers point at, and of those markers."""

    def __init__(self, apparatus: Apparatus, keys: _Keys, syntax: Syntax) -> None:
        self._apparatus = apparatus
        self._text = apparatus.essay.text
        self._keys = keys
        self._syntax = syntax
        self._markers = running_markers(apparatus)
        marked = {marker.label for marker in self._markers}
        notes = [note for note in apparatus.notes if note.label in marked and apparatus.note(note.label)]
        self._live = {note.label: items for note in notes if (items := self._items(note))}
        self._gone = [note for note in notes if note.label in self._live]
        self._staying = [note for note in notes if note.label not in self._live]

    def edits(self) -> Iterator[Edit]:
        if not self._gone:
            return
        for group in _adjacent([marker for marker in self._markers if marker.label in self._live]):
            items = [item for marker in group for item in self._live[marker.label]]
            place = _with_space(self._text, Span(group[0].span.start, group[-1].span.end))
            yield Edit(place, f" {self._syntax.citation(items)}")
        for note in self._gone:
            yield Edit(_with_line(self._text, note.outer), "")
        for note in self._staying:
            yield from self._kept(note)

    def _items(self, note: Note) -> list[Item]:
        """What the citation of a note holds; [] if a reference has no key or the note has words of its own."""
        there = self._apparatus.references_at(Place.NOTE, note.label)
        references = [ref for ref in there if note.span.contains(ref.span)]
        words = note.span.of(self._text)
        rest = apply_edits(words, [Edit(ref.span.shift(-note.span.start), " ") for ref in references])
        own_words = [word for word in _WORD.findall(rest) if word.casefold() not in _JOINTS]
        if own_words or any(_SIGNAL_INSIDE.search(ref.span.of(self._text)) for ref in references if not ref.short):
            return []
        items = self._cited(note) or [Item(self._keys.of(ref), ref.entry.string("locator")) for ref in references]
        return items if all(item.key for item in items) else []

    def _cited(self, note: Note) -> list[Item]:
        """The items of the citation that the note's marker makes."""
        references = self._apparatus.references
        for citation in self._apparatus.citations:
            if citation.place is Place.NOTE and citation.marker == note.label:
                return [
                    Item(self._keys.of(references[cite.reference]), cite.locator, cite.label, cite.prefix, cite.suffix)
                    for cite in citation.cites
                ]
        return []

    def _kept(self, note: Note) -> Iterator[Edit]:
        """A note that stays becomes a footnote, since a list that prints no numbers counts anew when others go."""
        markers = [marker for marker in self._markers if marker.label == note.label]
        if any(marker.form is MarkerForm.LIVE for marker in markers):
            return
        in_text, in_list = self._syntax.footnote(note.label, note.text)
        for marker in markers:
            yield Edit(_with_space(self._text, marker.span), in_text)
        yield Edit(_with_line(self._text, note.outer), in_list)


def _adjacent(markers: Sequence[Marker]) -> Iterator[list[Marker]]:
    """Markers that stand side by side ("[3][4]") make one citation."""
    group: list[Marker] = []
    for marker in sorted(markers, key=lambda marker: marker.span):
        if group and marker.span.start != group[-1].span.end:
            yield group
            group = []
        group.append(marker)
    if group:
        yield group


def _with_space(text: str, span: Span) -> Span:
    """The span with the spaces before it."""
    start = span.start
    while start > 0 and text[start - 1] in " \t\u00a0":
        start -= 1
    return Span(start, span.end)


def _with_line(text: str, span: Span) -> Span:
    """The span with its list sign and the ends of its lines, so that nothing of it is left standing."""
    line_start = text.rfind("\n", 0, span.start) + 1
    start = line_start if _LIST_SIGN.fullmatch(text, line_start, span.start) else span.start
    ends = _LINE_ENDS.match(text, span.end)
    return Span(start, ends.end() if ends else span.end)


def _bibliography(apparatus: Apparatus, keys: _Keys, syntax: Syntax) -> Iterator[Edit]:
    """The listed works that have keys give way to one bibliography, where the first of them stood."""
    resolved = [(listed, found) for listed in apparatus.works_cited if (found := _listed_keys(apparatus, listed, keys))]
    every = list(dict.fromkeys(key for _, found in resolved for key in found))
    for index, (listed, _) in enumerate(resolved):
        place = _with_line(apparatus.essay.text, listed.span)
        before = "" if apparatus.essay.text[max(0, place.start - 2) : place.start] in ("", "\n\n") else "\n"
        yield Edit(place, "" if index else f"{before}{syntax.bibliography(every)}\n\n")


def _listed_keys(apparatus: Apparatus, listed: ListedWork, keys: _Keys) -> list[str]:
    """The keys of all that an item lists; [] if one of them has none."""
    there = [ref for ref in apparatus.references if ref.place is Place.WORKS_CITED and listed.span.contains(ref.span)]
    found = [keys.of(ref) for ref in there]
    return found if all(found) else []
