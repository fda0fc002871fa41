"""The front door: where an essay keeps what it cites with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from anora_bib.find.page.body import body_spans, running_blocks
from anora_bib.find.page.credits import find_credits
from anora_bib.find.page.evidence import has_series
from anora_bib.find.page.headings import ListKind
from anora_bib.find.page.labels import Entries
from anora_bib.find.page.markers import find_markers, zones
from anora_bib.find.page.notes import NoteList, headed_notes, marked_notes, possible_notes, unheaded_notes
from anora_bib.find.page.sections import Section, split_sections
from anora_bib.find.page.works_cited import listed_works
from anora_bib.model import Apparatus, Essay, Marker, MarkerForm


def find_apparatus(essay: Essay) -> Apparatus:
    """Notes, markers, works cited, credits and body of an essay, by its shape alone; the rest is left empty."""
    sections = split_sections(essay)
    entries = Entries(essay)
    lists = _note_lists(entries, sections)
    claimed = {block for listed in lists for block in listed.blocks}
    running = running_blocks(essay, sections, claimed)
    labels = {label for listed in lists for label in listed.labels}
    credits = find_credits(essay)
    kept = {block.span for block in running}
    works = tuple(
        work
        for section in sections
        if section.kind is ListKind.WORKS and claimed.isdisjoint(section.blocks)
        for work in listed_works(entries, section)
    )
    notes = sorted((note for listed in lists for note in listed.notes), key=lambda note: note.outer)
    return Apparatus(
        essay,
        notes=tuple(notes),
        markers=find_markers(essay, zones(running), labels),
        works_cited=works,
        credits=tuple(credit for credit in credits if credit.span in kept),
        note_headings=tuple(
            section.heading.outer for section in sections if section.kind is ListKind.NOTES and section.heading
        ),
        body=body_spans(essay, running, (credit.span for credit in credits)),
    )


def _note_lists(entries: Entries, sections: Sequence[Section]) -> list[NoteList]:
    """The lists that are notes for certain; failing these, the first list that the text points at."""
    essay = entries.essay
    certain = [marked_notes(essay)]
    for section in sections:
        if section.kind is ListKind.NOTES:
            certain.append(headed_notes(entries, section))
        elif section.kind is None:
            certain += unheaded_notes(essay, section)
    certain = [listed for listed in certain if listed.notes]
    # Under a second heading, paragraphs without any label are what the page says after a numbered list.
    numbered = [listed for listed in certain if listed.is_numbered]
    if certain:
        return numbered or certain
    for listed in possible_notes(entries, sections):
        if _is_pointed_at(essay, sections, listed):
            return [listed]
    return []


def _is_pointed_at(essay: Essay, sections: Sequence[Section], listed: NoteList) -> bool:
    running = running_blocks(essay, sections, set(listed.blocks))
    markers = find_markers(essay, zones(running), listed.labels)
    return has_series(markers, listed.labels) and not (listed.plain and _highest(markers) != len(listed.notes))


def _highest(markers: Iterable[Marker]) -> int:
    """The highest number that a marker with a sign of its own bears; 0 if there is none."""
    bare = (MarkerForm.GLUED, MarkerForm.SPACED)
    numbers = (m.label for m in markers if m.form not in bare and not m.in_image)
    return max((int(number) for number in numbers if number.isdecimal()), default=0)
