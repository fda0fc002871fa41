"""The references of notes, and what to call a source in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Entry, Note, Place, Records, Reference, Work
from anora_bib.model.essay.pieces import CrossReference, FormKind, ShortForm

_SENDS_BACK: Final = (FormKind.IBID, FormKind.IDEM, FormKind.OP_CIT, FormKind.LOC_CIT)


def notes_with_references(apparatus: Apparatus) -> Iterator[tuple[Note, tuple[Reference, ...]]]:
    """Each note with the references that it spells out, in order; short forms are left out."""
    by_label: dict[str, list[Reference]] = {}
    for reference in apparatus.references:
        if reference.place is Place.NOTE and not reference.short:
            by_label.setdefault(reference.label, []).append(reference)
    for note in apparatus.notes:
        yield note, tuple(ref for ref in by_label.get(note.label, ()) if note.span.contains(ref.span))


def opening_form(note: Note) -> ShortForm | CrossReference | None:
    """The form with which a note opens, if that sends the reader to another one ("Ibid.", "op. cit.", "See note 4")."""
    first = next(iter(note.pieces), None)
    sends = isinstance(first, CrossReference) or (isinstance(first, ShortForm) and first.kind in _SENDS_BACK)
    return first if sends and isinstance(first, ShortForm | CrossReference) else None


def called(entry: Entry) -> str:
    """The title in quotation marks; what is printed, where there is none."""
    return quoted(entry.string("title") or entry.text)


def creator_names(reference: Reference, records: Records) -> Iterator[str]:
    """The family or literal names of its creators: as printed, then as the record it matches spells them."""
    for name in reference.entry.creators():
        yield name.literal or name.family
    work = records.by_id.get(reference.match.record) if reference.match else None
    if isinstance(work, Work):
        for person in records.creators(work):
            yield person.name.literal or person.name.family
