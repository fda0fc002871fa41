"""Everything an essay cites with, and what was understood of it. Filled stage by stage, never changed in place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TypeVar, cast

from anora_bib.model.bibliography.entries import Entry, Provenance
from anora_bib.model.bibliography.records import Records
from anora_bib.model.essay.essays import Essay
from anora_bib.model.essay.page import Credit, ListedWork, Marker, Note
from anora_bib.model.essay.people import People
from anora_bib.model.essay.pieces import CrossReference, ShortForm
from anora_bib.model.essay.printed_cites import PrintedCite
from anora_bib.model.essay.prose import Prose
from anora_bib.notebook import card, facts, table
from anora_bib.text.characters import counted
from anora_bib.text.spans import Span

T = TypeVar("T")


class Relation(StrEnum):
    """The relation of a text to what it names: properties of CiTO (https://sparontologies.github.io/cito)."""

    CITES = "cites"
    CITES_AS_AUTHORITY = "citesAsAuthority"
    CITES_AS_EVIDENCE = "citesAsEvidence"
    CITES_FOR_INFORMATION = "citesForInformation"
    CITES_AS_SOURCE_DOCUMENT = "citesAsSourceDocument"
    DISCUSSES = "discusses"
    INCLUDES_QUOTATION_FROM = "includesQuotationFrom"
    REVIEWS = "reviews"


class Place(StrEnum):
    """The part of an essay that a reference is in; also the kind of a citation."""

    NOTE = "note"
    WORKS_CITED = "works cited"
    CREDIT = "credit"
    ATTRIBUTION = "attribution"
    MENTION = "mention"
    PARENTHESIS = "parenthesis"


class DifferenceKind(StrEnum):
    """The kind of a difference between an entry and its record."""

    SPELLING = "spelling"
    MISSING_NAME = "missing name"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between an entry and the record it matches.

    ``variable`` is the CSL variable, ``printed`` the words at ``span`` (those that differ, no more),
    ``expected`` what the record has instead; ``evidence`` says in a sentence how we know.
    """

    kind: DifferenceKind
    variable: str
    printed: str
    expected: str
    span: Span | None
    evidence: str


@dataclass(frozen=True, slots=True)
class Match:
    """The one authority record that an entry matches.

    ``score`` is from 0 to 1; ``evidence`` has one sentence for each fact.
    """

    record: str
    score: float
    evidence: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """One source as it is printed in one place of the essay. A note with two sources has two references.

    ``entry`` is as printed; ``match`` tells which record it is; ``candidates`` are the ids of records it might be
    where none is certain. ``differences`` are misspellings in the name of a person, outlet or publisher, whose records
    are known though the work's may not be; those from the matched work are in ``match``. ``short`` marks a short form
    (ibid., "See note 4") whose entry was taken over from the reference it stands for.
    """

    entry: Entry
    place: Place
    span: Span
    label: str = ""
    match: Match | None = None
    candidates: tuple[str, ...] = ()
    short: bool = False
    differences: tuple[Difference, ...] = ()

    @property
    def by_key(self) -> bool:
        """Whether a key of a library cites it, and its entry is that of the library."""
        return self.place is Place.PARENTHESIS and any(met.how == "file" for met in self.entry.provenance)

    def met_in(self, essay: Essay) -> Provenance:
        """Its provenance, by which the library finds the entry of a reference."""
        words = self.span.of(essay.text) or self.entry.text
        return Provenance(essay.path, str(self.place), self.label, essay.line(self.span), words)


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source named in prose: "as she told Variety", or words in quotation marks that a marker gives a source.

    ``span`` covers the phrase; ``source`` is the id of a record if one is meant, ``name`` what is printed.
    ``speaker`` is who is quoted, ``quotation`` the words quoted. ``marker`` is the label of the marker that backs it.
    ``relation`` is ``discusses`` for a source that the text names without giving its words or thoughts.
    """

    text: str
    span: Span
    name: str
    source: str = ""
    speaker: str = ""
    quotation: Span | None = None
    marker: str = ""
    interview: bool = False
    relation: Relation = Relation.CITES_AS_AUTHORITY


@dataclass(frozen=True, slots=True)
class Mention:
    """A work named in prose: ``record`` is its id, "" for one that no record knows. ``year`` if one is printed."""

    text: str
    span: Span
    record: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Cite:
    """One item of a citation: the index of a reference in the apparatus, with locator, prefix and suffix."""

    reference: int
    locator: str = ""
    label: str = ""
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """One place of the text that cites. ``evidence`` says how we know, ``span`` covers the marker or phrase."""

    text: str
    span: Span
    place: Place
    relation: Relation
    cites: tuple[Cite, ...]
    marker: str = ""
    evidence: tuple[str, ...] = ()


class Reason(StrEnum):
    """Why words that point at a source were not resolved."""

    NOT_FOUND = "not found"
    """Nothing in the essay fits."""
    AMBIGUOUS = "ambiguous"
    """More than one source fits."""


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A short form or parenthesis whose source is missing or ambiguous, as "Ibid." after a note with two sources.

    ``form`` is what it says of the source; ``candidates`` are the indexes of the references in the apparatus that fit
    equally well. ``note`` is the label of the note it is in. ``customary`` is true for a parenthesis in an essay that
    cites listed works in the same way.
    """

    text: str
    span: Span
    place: Place
    reason: Reason
    form: ShortForm | CrossReference
    candidates: tuple[int, ...] = ()
    note: str = ""
    customary: bool = False


@dataclass(frozen=True, repr=False)
class Apparatus:
    """What an essay cites with. Each stage returns a new one with more filled in (see ``assembly.workflow``)."""

    essay: Essay
    notes: tuple[Note, ...] = ()
    markers: tuple[Marker, ...] = ()
    works_cited: tuple[ListedWork, ...] = ()
    credits: tuple[Credit, ...] = ()
    references: tuple[Reference, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    mentions: tuple[Mention, ...] = ()
    citations: tuple[Citation, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
    printed_cites: tuple[PrintedCite, ...] = ()
    """Every cite by author and year in the text and the notes, whether or not a listed work answers it."""
    body: tuple[Span, ...] = ()
    """The running text: no headings, notes, lists of works, credits, archive links or other residue of the page."""
    note_headings: tuple[Span, ...] = ()
    """The headings over lists of notes ("Notes", "Anmerkungen"), with the signs of the format."""
    prose: Prose = field(default_factory=Prose, repr=False)
    """The running text cut into paragraphs, sentences and quotations."""
    people: People = field(default_factory=People, repr=False)
    """The persons that the running text names."""

    _built: dict[object, object] = field(default_factory=dict, init=False, repr=False, compare=False)
    _judged: dict[object, tuple[Records, object]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __repr__(self) -> str:
        return f"Apparatus of {self.essay!r}: {', '.join(counted(n, name) for name, n in self._counts) or 'nothing'}"

    def _repr_html_(self) -> str:
        """What a notebook shows: how much there is of each part, and the first citations."""
        rows = ((str(self.essay.line(one.span)), one.text, str(one.place), self._cited(one)) for one in self.citations)
        counts = facts((f"{name}s", str(number)) for name, number in self._counts)
        cited = table(("line", "words", "how", "cites"), rows, len(self.citations))
        return card(f"Apparatus of {self.essay!r}", counts, cited)

    @property
    def _counts(self) -> list[tuple[str, int]]:
        parts = {
            "note": self.notes,
            "marker": self.markers,
            "listed work": self.works_cited,
            "reference": self.references,
            "attribution": self.attributions,
            "mention": self.mentions,
            "citation": self.citations,
        }
        return [(name, len(part)) for name, part in parts.items() if part]

    def _cited(self, citation: Citation) -> str:
        entries = [self.references[cite.reference].entry for cite in citation.cites]
        return "; ".join(entry.string("title") or entry.text for entry in entries)

    def __getstate__(self) -> dict[str, object]:
        """Pickled without what was derived from it, which holds records."""
        return {**self.__dict__, "_built": {}, "_judged": {}}

    def derived(self, build: Callable[[Apparatus], T]) -> T:
        """What a function of the apparatus gives, worked out once. ``build`` is a function of a module."""
        if build not in self._built:
            self._built[build] = build(self)
        return cast(T, self._built[build])

    def judged(self, build: Callable[[Apparatus, Records], T], records: Records) -> T:
        """The same of a function that asks the records as well: worked out once for the last records it was given."""
        known = self._judged.get(build)
        if known is None or known[0] is not records:
            known = self._judged[build] = (records, build(self, records))
        return cast(T, known[1])

    def note(self, label: str) -> Note | None:
        """The note of that label, if there is exactly one."""
        return self._note_of.get(label)

    def led_to(self, marker: Marker) -> Note | None:
        """The note that a marker of the text points at.

        Where numbers begin again in each chapter it is the next below, if markers and notes of the label take turns.
        """
        return self._note_of.get(marker.label) or self._by_chapter.get(marker.span)

    @cached_property
    def _by_chapter(self) -> Mapping[Span, Note]:
        """The notes whose label others have as well, by the places of their markers."""
        led: dict[Span, Note] = {}
        for label in {note.label for note in self.notes} - self._note_of.keys():
            markers = sorted((it for it in self.markers if it.label == label), key=lambda it: it.span)
            notes = sorted((it for it in self.notes if it.label == label), key=lambda it: it.span)
            turns = [it.span for pair in zip(markers, notes, strict=False) for it in pair]
            if len(markers) == len(notes) and turns == sorted(turns):
                led |= {marker.span: note for marker, note in zip(markers, notes, strict=True)}
        return led

    @cached_property
    def _note_of(self) -> Mapping[str, Note]:
        """The notes by their labels, but for labels that several have."""
        counts = Counter(note.label for note in self.notes)
        return {note.label: note for note in self.notes if counts[note.label] == 1}
