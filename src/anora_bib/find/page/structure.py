"""The front door: where an essay keeps what it cites with."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from anora_bib.find.page.body import body_spans, running_blocks
from anora_bib.find.page.credits import find_credits
from anora_bib.find.page.lists.headings import ListKind
from anora_bib.find.page.lists.labels import Entries
from anora_bib.find.page.lists.notes import NoteList, headed_notes, marked_notes, possible_notes, unheaded_notes
from anora_bib.find.page.lists.parts import with_next_chapters, with_parts_of_lists, with_text_again
from anora_bib.find.page.lists.sections import Section, looks_like_reference, split_sections
from anora_bib.find.page.lists.symbols import symbol_notes
from anora_bib.find.page.lists.works_cited import listed_works
from anora_bib.find.page.signs.evidence import has_series
from anora_bib.find.page.signs.markers import find_markers, zones
from anora_bib.model import Apparatus, Block, BlockKind, Essay, Marker, MarkerForm


def find_apparatus(essay: Essay) -> Apparatus:
    """Notes, markers, works cited, credits and body of an essay, by its shape alone; the rest is left empty."""
    sections = with_text_again(essay, with_parts_of_lists(essay, split_sections(essay)))
    entries = Entries(essay)
    starred, stars = symbol_notes(essay, _without_works(sections))
    lists = [*_note_lists(entries, [_without(section, starred.blocks) for section in sections]), starred]
    claimed = {block for listed in lists for block in listed.blocks}
    sections = list(with_next_chapters(sections, claimed))
    running = running_blocks(essay, sections, claimed)
    labels = {label for listed in lists if listed is not starred for label in listed.labels}
    credits = find_credits(essay)
    kept = {block.span for block in running}
    works = tuple(
        work
        for section in sections
        if section.kind is ListKind.WORKS and claimed.isdisjoint(_without_marked(section).blocks)
        for work in listed_works(entries, section)
    )
    notes = sorted((note for listed in lists for note in listed.notes), key=lambda note: note.outer)
    return Apparatus(
        essay,
        notes=tuple(notes),
        markers=tuple(sorted((*find_markers(essay, zones(running), labels), *stars), key=lambda marker: marker.span)),
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
    for section in map(_without_marked, sections):
        if section.kind is ListKind.NOTES:
            certain.append(headed_notes(entries, section))
        elif section.kind is None:
            certain += unheaded_notes(essay, section)
    certain = [listed for listed in certain if listed.notes and (listed.is_numbered or _cite(essay, sections, listed))]
    # Under a second heading, paragraphs without any label are what the page says after a numbered list.
    numbered = [listed for listed in certain if listed.is_numbered]
    if certain:
        return numbered or certain
    for listed in possible_notes(entries, sections):
        if _is_pointed_at(essay, sections, listed):
            return [listed]
    return []


def _without_works(sections: Iterable[Section]) -> list[Block]:
    """The blocks of the sections, but for lists of works."""
    return [
        block
        for section in sections
        if section.kind is not ListKind.WORKS
        for block in ([section.heading] if section.heading else []) + section.blocks
    ]


def _without(section: Section, blocks: Collection[Block]) -> Section:
    """The section without some of its blocks."""
    return replace(section, blocks=[it for it in section.blocks if it not in blocks]) if blocks else section


def _without_marked(section: Section) -> Section:
    """The section without the notes that the format marks, which are in no other list."""
    return replace(section, blocks=[block for block in section.blocks if block.kind is not BlockKind.NOTE])


def _cite(essay: Essay, sections: Sequence[Section], listed: NoteList) -> bool:
    """Whether paragraphs and bullets under "Notes" are notes: most give a source, or as many markers point at them."""
    giving = sum(looks_like_reference(note.text) for note in listed.notes)
    return 2 * giving >= len(listed.notes) or _is_pointed_at(essay, sections, listed)


def _is_pointed_at(essay: Essay, sections: Sequence[Section], listed: NoteList) -> bool:
    running = running_blocks(essay, sections, set(listed.blocks))
    markers = find_markers(essay, zones(running), listed.labels, sure=False)
    return has_series(markers, listed.labels) and not (listed.plain and _highest(markers) != len(listed.notes))


def _highest(markers: Iterable[Marker]) -> int:
    """The highest number that a marker with a sign of its own bears; 0 if there is none."""
    bare = (MarkerForm.GLUED, MarkerForm.SPACED)
    numbers = (m.label for m in markers if m.form not in bare and not m.in_image)
    return max((int(number) for number in numbers if number.isdecimal()), default=0)
