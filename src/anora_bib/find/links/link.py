"""Who cites what, where, and how we know: every place of the running text that points at a reference."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from anora_bib.find.gazetteer import Gazetteer, small_letters
from anora_bib.find.links.listed import Sources
from anora_bib.find.links.parenthetical import find_parenthetical
from anora_bib.find.prose.see_also import SeeAlso, find_see_also
from anora_bib.find.sources.quoting.quoted_words import marker_after
from anora_bib.model import (
    Apparatus,
    Attribution,
    Citation,
    Cite,
    Marker,
    Mention,
    Note,
    Outlet,
    Person,
    Place,
    Records,
    Reference,
    Relation,
    Work,
)
from anora_bib.model.essay.pieces import CrossReference, ShortForm
from anora_bib.model.values.titles import main_title
from anora_bib.text.characters import fold, join_names
from anora_bib.text.intervals import covering
from anora_bib.text.spans import Span

_PAGE_TAIL = re.compile(r"\]?:\s?(?P<pages>\d{1,5}(?:[-\u2013]\d{1,5})?)(?![\w:])")
"""A page printed behind a marker, as encyclopedias do: ``[1]: 119``."""

_SUBJECT_MENTIONS = 3
"""A work named less often than this is not what an essay is about, even if its title says the word."""


def link(apparatus: Apparatus, records: Records, sources: Sources) -> tuple[Citation, ...]:
    """One citation for each place that cites, in order of the text.

    Needs the notes, markers, references, attributions and mentions of the essay; ``sources`` are its references, to be
    looked up. A place is linked where exactly one source fits, and left out otherwise. The relation is
    ``includesQuotationFrom`` where quoted words end at the place, ``citesAsAuthority`` where a phrase attributes
    something, ``discusses`` for works that are only named, ``reviews`` for the work the essay is about.
    """
    linker = _Linker(apparatus, records, sources)
    citations = [*linker.markers(), *find_parenthetical(apparatus, sources), *linker.see_also(), *linker.attributions()]
    citations += linker.mentions([citation.span for citation in citations])
    citations += linker.phrases(citations)
    return tuple(sorted(citations, key=lambda citation: (citation.span, citation.place)))


class _Linker:
    def __init__(self, apparatus: Apparatus, records: Records, sources: Sources) -> None:
        self._apparatus = apparatus
        self._records = records
        self._sources = sources
        self._prose = apparatus.prose
        self._at_note: dict[str, list[int]] = {}
        for index, reference in enumerate(apparatus.references):
            if reference.place is Place.NOTE:
                self._at_note.setdefault(reference.label, []).append(index)
        self._forms = {
            piece.words: piece
            for note in apparatus.notes
            for piece in note.pieces
            if isinstance(piece, ShortForm | CrossReference)
        }
        self._attributed: dict[str, list[Attribution]] = {}
        for attribution in apparatus.attributions:
            self._attributed.setdefault(attribution.marker, []).append(attribution)
        self._quoted = {
            marker.span for quotation in self._prose.quotations if (marker := marker_after(self._prose, quotation))
        }

    def markers(self) -> Iterator[Citation]:
        """From each marker to the sources of its note."""
        for marker in self._prose.markers:
            note = self._apparatus.led_to(marker)
            cites = self._cites_of(marker, note) if note else ()
            if note is None or not cites:
                continue
            lines = self._line(marker.span), self._line(note.span)
            evidence = [f"Marker {marker.label} on line {lines[0]} points at the note on line {lines[1]}."]
            relation = Relation.CITES
            if marker.span in self._quoted:
                relation = Relation.INCLUDES_QUOTATION_FROM
                evidence.append("Quoted words end at the marker.")
            elif attribution := self._attribution_at(marker):
                relation = Relation.CITES_AS_AUTHORITY
                evidence.append(f"The sentence names {attribution.name}.")
            yield Citation(marker.text, marker.span, Place.NOTE, relation, cites, marker.label, tuple(evidence))

    def see_also(self) -> Iterator[Citation]:
        """From parentheses that name author and title to the listed work."""
        for item in self._prose.derived(find_see_also):
            index = self._sources.by_title(item.title.of(self._prose.text))
            if index is not None:
                yield self._citation(
                    item.span,
                    Place.PARENTHESIS,
                    _see_relation(item),
                    index,
                    f"names {join_names(item.names)} and the title of",
                )

    def attributions(self) -> Iterator[Citation]:
        """From sources named in the sentence to the one reference that is theirs."""
        for attribution in self._apparatus.attributions:
            if attribution.marker in self._at_note:
                continue  # the marker's own citation says it all
            index = self._source_of(attribution)
            if index is None or isinstance(self._records.by_id.get(attribution.source), Work):
                continue
            relation = attribution.relation
            if attribution.quotation is not None:
                relation = Relation.INCLUDES_QUOTATION_FROM
            citation = self._citation(
                attribution.span, Place.ATTRIBUTION, relation, index, f"names {attribution.name}, which means"
            )
            yield citation

    def mentions(self, taken: list[Span]) -> Iterator[Citation]:
        """From works named in the prose to the works-cited list."""
        ordered = sorted(taken)
        subject = self._subject()
        for mention in self._apparatus.mentions:
            if covering(ordered, mention.span.start) is not None:
                continue
            index = self._listed_work(mention)
            if index is None:
                continue
            reviewed = bool(mention.record) and mention.record == subject
            relation = Relation.REVIEWS if reviewed else Relation.DISCUSSES
            yield self._citation(mention.span, Place.MENTION, relation, index, f"names “{mention.text}”, the title of")

    def phrases(self, citations: list[Citation]) -> Iterator[Citation]:
        """From the words of a title, set as any others, to a listed work that the running text does not cite else."""
        bodies = [paragraph.span for paragraph in self._prose.paragraphs]
        cited = {cite.reference for one in citations if covering(bodies, one.span.start) for cite in one.cites}
        titles = Gazetteer(
            (small_letters(title), index)
            for index in self._sources.listed
            for title in self._titles(self._apparatus.references[index])
            if index not in cited and " " in title
        )
        hits_in = titles.in_words(self._prose.words, small=True)
        for span in bodies:
            for hit in hits_in(span):
                if len(hit.items) == 1:
                    words = hit.span.of(self._apparatus.essay.text)
                    how = f"has the words “{words}”, the title of"
                    yield self._citation(hit.span, Place.MENTION, Relation.CITES, hit.items[0], how)

    def _citation(self, span: Span, place: Place, relation: Relation, index: int, how: str) -> Citation:
        """A citation of one reference. ``how`` says what the line does, up to "the source on line 9"."""
        reference = self._apparatus.references[index]
        where = f"note {reference.label}" if reference.place is Place.NOTE else reference.place
        evidence = f"Line {self._line(span)} {how} the source on line {self._line(reference.span)} ({where})."
        text = span.of(self._apparatus.essay.text)
        return Citation(text, span, place, relation, (Cite(index),), evidence=(evidence,))

    def _line(self, span: Span) -> int:
        return self._apparatus.essay.line(span)

    def _cites_of(self, marker: Marker, note: Note) -> tuple[Cite, ...]:
        """The sources of a marker's note, with the place in each that marker or note gives."""
        tail = _PAGE_TAIL.match(self._prose.text, marker.span.end)
        alone = self._apparatus.note(note.label) is note
        cites = []
        for index in self._at_note.get(note.label, []):
            if not (alone or note.span.contains(self._apparatus.references[index].span)):
                continue  # of another chapter
            locator, label = self._locator(self._apparatus.references[index])
            if tail and not locator:
                locator, label = tail["pages"], "page"
            cites.append(Cite(index, locator, label))
        return tuple(cites)

    def _locator(self, reference: Reference) -> tuple[str, str]:
        """The place in the source, and what kind of place: from the short form, else as the parser read it."""
        if reference.short and (form := self._forms.get(reference.span)):
            return form.locator, form.label
        locator = reference.entry.string("locator")
        return locator, "page" if locator else ""

    def _attribution_at(self, marker: Marker) -> Attribution | None:
        """The attribution that rests on this very marker, not on another of its label."""
        for attribution in self._attributed.get(marker.label, []):
            end = max(attribution.span.end, attribution.quotation.end if attribution.quotation else 0)
            if attribution.span.start <= marker.span.start and self._prose.text.find("\n", end, marker.span.start) < 0:
                return attribution
        return None

    def _source_of(self, attribution: Attribution) -> int | None:
        """The reference an attribution means: the one piece of the outlet or person."""
        source = self._records.by_id.get(attribution.source)
        if isinstance(source, Person):
            return self._sources.by_person(source.name.display)
        if isinstance(source, Outlet):
            return self._sources.by_outlet(attribution.name, attribution.source)
        by_name = self._sources.by_person(attribution.speaker or attribution.name)
        return by_name if by_name is not None else self._sources.by_outlet(attribution.name)

    def _listed_work(self, mention: Mention) -> int | None:
        if mention.record:
            return self._sources.by_record(mention.record, listed=True)
        return self._sources.by_title(mention.text, listed=True)

    def _subject(self) -> str:
        """The record of the work the essay is about: named most, and in the title; "" if there is no such one."""
        counts = Counter(mention.record for mention in self._apparatus.mentions if mention.record)
        if not counts:
            return ""
        record, times = counts.most_common(1)[0]
        work = self._records.by_id[record]
        title = f" {fold(self._apparatus.essay.metadata.title)} "
        named = any(f" {fold(form)} " in title for form in work.forms) if isinstance(work, Work) else False
        return record if named and times >= _SUBJECT_MENTIONS else ""

    def _titles(self, reference: Reference) -> set[str]:
        """The titles a reader would know a work by, as printed and as its record has them."""
        printed = reference.entry.string("title")
        work = self._records.by_id.get(reference.match.record) if reference.match else None
        return {printed, main_title(printed), *(work.forms if isinstance(work, Work) else ())}


def _see_relation(item: SeeAlso) -> Relation:
    return Relation.CITES_FOR_INFORMATION if item.cue.casefold().startswith(("see", "read")) else Relation.CITES
