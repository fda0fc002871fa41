"""The notes of an essay in a style that cites in notes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from anora_bib import language
from anora_bib.live.certain.references import standings
from anora_bib.live.kept import Kept, not_resolved
from anora_bib.live.keys import Keys
from anora_bib.live.notes.reading import NoteReader, Within
from anora_bib.live.styled.certainty import (
    NO_DATE,
    SET_OTHERWISE,
    TWICE,
    UNLIKE,
    UNSURE,
    LeftOut,
    doubt,
    left_out,
    locator_printed,
    said_twice,
    set_otherwise,
    sure,
    unlike_others,
    unprinted,
)
from anora_bib.live.styled.places import LINK, addresses, edit, place
from anora_bib.live.styled.writing import Cited, Writing, typed, without_stop
from anora_bib.live.syntax import Pandoc
from anora_bib.live.words import Printed, has_words, lacking, pointing
from anora_bib.model import Apparatus, Entry, MarkerForm, Note, Place, Reference
from anora_bib.model.bibliography.cited_place import cited_page, cited_place
from anora_bib.model.essay.markers import running_markers
from anora_bib.model.essay.pieces import Citing, CrossReference, FormKind, ShortForm
from anora_bib.text.spans import SourceEdit, SourceSpan, Span

THROUGH: Final = "the sentence runs through it"
SENDS: Final = "it sends the reader to another note, which holds in every style"
COMMENT: Final = "its comment cannot be told from what it cites"
PRINTED_OTHERWISE: Final = "the style would change the words before it"
UNSTEADY: Final = "what the style prints would be read otherwise"
NO_PLACE: Final = "the style does not print the place that it cites"

_SPACE: Final = " \t\n\u00a0"
_CLOSING: Final = _SPACE + "*_”\"’'»“‹›)]"
_OPENS_SENTENCE: Final = re.compile(r"(?:\A|[.!?:][)\]”\"’*_]{0,3})\s*\Z")
_LINK_GOES_ON: Final = re.compile(r"\]?\([^()\s]{1,2000}\)")
_BEFORE_COMMENT: Final = _SPACE + ",;([—–-"


@dataclass(frozen=True, slots=True)
class _Source:
    """One source of a note: ``words`` give way to a citation, ``at`` is where they are in the file."""

    words: Span
    at: SourceSpan
    key: str
    locator: tuple[str, str]
    led: bool
    reference: Reference
    little: bool = False
    """Whether it says no more than who and what, of a source that is spelled out elsewhere."""
    same_place: bool = False
    """Whether it is the place cited right before, which "ibid." says."""


@dataclass(slots=True)
class _Planned:
    """A note that holds a source: ``sources`` are rewritten, unless there is something in the way: ``kept``."""

    note: Note
    number: int
    sources: list[_Source]
    kept: list[Kept]
    held: list[Reference]
    """All references in it."""


class _Written:
    """What the style prints of each source that is rewritten, in the order of the notes."""

    def __init__(self, pairs: Iterable[tuple[_Source, str]]) -> None:
        self.pairs = tuple(pairs)
        self._texts = {id(source): text for source, text in self.pairs}
        self._of_key: dict[str, list[tuple[_Source, str]]] = {}
        for pair in self.pairs:
            self._of_key.setdefault(pair[0].key, []).append(pair)

    def text(self, source: _Source) -> str:
        """What is printed of a source."""
        return self._texts[id(source)]

    def of(self, key: str) -> Sequence[tuple[_Source, str]]:
        """The citations of one work with what is printed of them, the first first."""
        return self._of_key[key]


class StyledNotes:
    """The notes, read; :meth:`write` gives the edits.

    ``staying`` has the labels of notes that stay in any case.
    ``kept`` is what stays as it is typed, and ``unprinted`` what the style leaves out.
    """

    def __init__(
        self, apparatus: Apparatus, keys: Keys, entries: Mapping[str, Entry], staying: Collection[str] = ()
    ) -> None:
        self._apparatus = apparatus
        self._staying = frozenset(staying)
        self._text = apparatus.essay.text
        self._document = apparatus.essay.document
        self._keys = keys
        self._entries = entries
        self._printed = Printed(apparatus)
        self._standings = apparatus.derived(standings)
        self._unlike = unlike_others(apparatus, Place.NOTE)
        listed = unlike_others(apparatus, Place.WORKS_CITED) | self._unlike
        self._distrusted = {keys.of(apparatus.references[index]) for index in listed}
        self._same = language.vocabulary("same_source")
        self._before: tuple[str, str] = "", ""
        self._reader = NoteReader(apparatus, keys, Pandoc())
        self._in_notes: dict[str, list[Reference]] = {}
        for reference in apparatus.references:
            if reference.place is Place.NOTE:
                self._in_notes.setdefault(reference.label, []).append(reference)
        self._open: dict[str, list[Kept]] = {}
        for kept in not_resolved(apparatus):
            self._open.setdefault(kept.label, []).append(kept)
        self._plans = [plan for note, number in _in_order(apparatus) if (plan := self._plan(note, number))]
        self.unprinted: list[LeftOut] = []

    @property
    def holding(self) -> int:
        """How many notes hold a source."""
        return len(self._plans)

    @property
    def made(self) -> int:
        """How many are rewritten."""
        return sum(not plan.kept for plan in self._plans)

    @property
    def kept(self) -> list[Kept]:
        """What stays as it is typed."""
        return [kept for plan in self._plans for kept in plan.kept]

    def keep_all(self, reason: str) -> None:
        """Rewrite no note, for one reason."""
        for plan in self._plans:
            plan.kept = [self._kept(plan.note, plan.note.span, reason)]

    def write(self, writing: Writing) -> Iterator[SourceEdit]:
        """The edits; a note that would lose something stays, and counts as typed for those behind it."""
        while True:
            written = self._written(writing)
            before = self.made
            edits = [edit for plan in self._plans if not plan.kept for edit in self._edits(plan, written, writing)]
            if self.made == before:
                for source, text in written.pairs:
                    names = tuple(unprinted(source.reference.entry, source.words.of(self._text), text))
                    if names and written.of(source.key)[0][0] is source:
                        line = self._apparatus.essay.line(source.words)
                        self.unprinted.append(LeftOut(source.reference.label, line, names))
                return iter(edits)

    # -- reading

    def _plan(self, note: Note, number: int) -> _Planned | None:
        """How a note would be rewritten; None for one without a source."""
        known = len(self._reader.kept)
        parts = self._reader.read(note)
        there = self._in_notes.get(note.label, ())
        held = [ref for ref in there if note.span.contains(ref.span) and self._printed.of(ref)]
        open_forms = self._open.get(note.label, [])
        if not held and not open_forms:
            return None
        plan = _Planned(note, number, [], [*self._reader.kept[known:], *open_forms], held)
        if note.label in self._staying and not plan.kept:
            plan.kept.append(self._kept(note, note.span, UNSTEADY))
        for part in parts if not plan.kept else ():
            if isinstance(part, Within):
                source = self._source(note, part)
                if isinstance(source, str):
                    plan.kept.append(self._kept(note, part.span, source))
                else:
                    plan.sources.append(source)
        if not plan.sources and not plan.kept:
            plan.kept.append(self._kept(note, note.span, UNSURE))
        if plan.kept and held:
            self._before = self._place_of(held[-1])
        return plan

    def _place_of(self, reference: Reference) -> tuple[str, str]:
        """The place that a source which stays is cited for: label and locator."""
        piece = self._printed.of(reference)
        if piece is not None and piece.locator:
            return piece.label, piece.locator
        if isinstance(piece, ShortForm) and piece.kind is FormKind.IBID:
            return self._before
        place, label = cited_place(reference.entry)
        return (label, place) if place else ("page", cited_page(reference.entry))

    def _source(self, note: Note, within: Within) -> _Source | str:
        """A source as it would be rewritten, or why it stays."""
        reference = self._apparatus.references[within.reference]
        piece = self._printed.of(reference)
        if piece is None:
            return UNSURE
        entry, item = self._entries[within.item.key], within.item
        whole = self._standings[within.reference].whole
        if reason := doubt(reference, entry, self._apparatus.essay, whole):
            return reason
        if within.reference in self._unlike or item.key in self._distrusted:
            return UNLIKE
        if within.behind_title:
            return THROUGH
        if isinstance(piece, CrossReference) and not piece.names:
            return SENDS
        words = self._core(within)
        if words is None:
            return COMMENT
        if missing := self._missing(words, entry, item.locator, piece):
            return missing
        at = place(self._document, words)
        if isinstance(at, str):
            return at
        before = self._text[note.span.start : words.start]
        led = bool(item.prefix) or not _OPENS_SENTENCE.search(before)
        place_cited = item.label, item.locator
        if isinstance(piece, ShortForm) and piece.kind is FormKind.IBID and not item.locator:
            place_cited = self._before
        same, self._before = place_cited == self._before, place_cited
        return _Source(words, at, item.key, place_cited, led, reference, little=whole is not None, same_place=same)

    def _missing(self, words: Span, entry: Entry, locator: str, piece: Citing) -> str:
        """Which of the words the entry does not hold, as a clause: here records correct nothing."""
        return lacking(words.of(self._text), [entry], locator, *pointing(piece))

    def _core(self, within: Within) -> Span | None:
        """The words without what introduces the source and what is said about it, which stay as they are."""
        text, (start, end) = self._text, within.span
        if within.item.prefix:
            if not text.startswith(within.item.prefix, start):
                return None
            start += len(within.item.prefix)
            start += len(text[start:end]) - len(text[start:end].lstrip(_SPACE))
        if within.item.suffix:
            comment = text.rfind(within.item.suffix, start, end)
            if comment < 0 or has_words(text[comment + len(within.item.suffix) : end]):
                return None
            end = start + len(text[start:comment].rstrip(_BEFORE_COMMENT))
        elif self._document.dialect.name == "markdown":
            closing = _LINK_GOES_ON.match(text, end)
            end = closing.end() if closing and "[" in text[start:end] else end
        if text.startswith(("](", "(http"), end):
            return None  # the address of a link that would lose its words
        return Span(start, end) if start < end else None

    def _kept(self, note: Note, span: Span, reason: str) -> Kept:
        return Kept.at(self._apparatus, span, Place.NOTE, note.label, reason)

    # -- writing

    def _written(self, writing: Writing) -> _Written:
        asked: list[tuple[Cited, _Source | None]] = []
        seen: set[str] = set()
        for plan in self._plans:
            if not plan.kept:
                for it in plan.sources:
                    # The pages that are all of an article are printed as such where it is first cited.
                    entire = it.key not in seen and self._is_all_of_it(it)
                    seen.add(it.key)
                    asked.append((Cited((it.key,), plan.number, () if entire else (it.locator,), it.led), it))
                continue
            # What is spelled out there need not be spelled out again; but "ibid." behind it would not be clear.
            whole = [key for ref in plan.held if not ref.short and (key := self._keys.of(ref)) and sure(ref)]
            asked += [(Cited((key,), plan.number), None) for key in whole if not _says_little(self._entries[key])]
            asked.append((typed(plan.number), None))
        texts = writing.citations([cited for cited, _ in asked])
        return _Written((source, text) for (_, source), text in zip(asked, texts, strict=True) if source is not None)

    def _is_all_of_it(self, source: _Source) -> bool:
        """Whether the pages that a source is cited for are those on which all of it stands."""
        label, pages = source.locator
        own = self._entries[source.key].string("page")
        return label == "page" and pages.replace("-", "–") == own.replace("-", "–") and "–" in own.replace("-", "–")

    def _edits(self, plan: _Planned, written: _Written, writing: Writing) -> list[SourceEdit]:
        """The edits of a note; [] if something would be lost, which is noted."""
        edits: list[SourceEdit] = []
        for source in plan.sources:
            text = written.text(source)
            made = self._refused(source, text, written, writing) or self._edit(plan.note, source, text)
            if isinstance(made, str):
                plan.kept.append(self._kept(plan.note, source.words, made))
                return []
            edits.append(made)
        return edits

    def _refused(self, source: _Source, text: str, written: _Written, writing: Writing) -> str:
        """Why what the style prints may not take the place of the words; "" if it may."""
        if not text or left_out(text):
            return PRINTED_OTHERWISE
        if writing.says_undated(text, source.words.of(self._text)):
            return NO_DATE
        if not source.reference.short and not source.little and said_twice(source.words.of(self._text), text):
            return TWICE
        if set_otherwise(source.words, self._apparatus.essay, text):
            return SET_OTHERWISE
        if not source.same_place and not locator_printed(source.locator[1], text):
            return NO_PLACE
        lost = {*addresses(source.at.of(self._document.source)), *addresses(source.words.of(self._text))}
        for _, other in written.of(source.key) if lost else ():
            lost -= {*addresses(other)}
        return LINK if lost else ""

    def _edit(self, note: Note, source: _Source, text: str) -> SourceEdit | str:
        behind = self._text[source.words.end : note.span.end]
        ended = source.words.of(self._text).rstrip(_CLOSING).endswith(".")
        if has_words(behind) or behind.lstrip()[:1] in (".", ",", ";", ")"):
            text = without_stop(text, self._same)
            text += "." if ended and not text.rstrip(_CLOSING).endswith(".") else ""
        return edit(self._document, source.at, source.words, text)


def _says_little(entry: Entry) -> bool:
    return not entry.string("title")


def _in_order(apparatus: Apparatus) -> Iterator[tuple[Note, int]]:
    """The notes as a reader meets them, with the numbers that they have there.

    Footnotes of Markdown are numbered in the order of their markers, others in that of their list.
    """
    notes = apparatus.notes
    markers = running_markers(apparatus)
    if apparatus.essay.document.dialect.name == "markdown" and any(it.form is MarkerForm.LIVE for it in markers):
        first: dict[str, int] = {}
        for marker in markers:
            first[marker.label] = min(marker.span.start, first.get(marker.label, marker.span.start))
        met = sorted((note for note in notes if note.label in first), key=lambda note: first[note.label])
        yield from ((note, number) for number, note in enumerate(met, 1))
        return
    for number, note in enumerate(notes, 1):
        yield note, int(note.label) if note.label.isdecimal() and len(note.label) < 7 else number
