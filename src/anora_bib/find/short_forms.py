"""Notes that stand for a source cited elsewhere (ibid., op. cit., "See note 4") take over its entry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from anora_bib.find.listed import forms_of, identity
from anora_bib.model import Apparatus, Name, Note, Place, Provenance, Reference
from anora_bib.parser.short_forms import ShortForm, short_form
from anora_bib.text import fold


def resolve_short_forms(apparatus: Apparatus) -> Apparatus:
    """The apparatus with each short form replaced by a reference to what it stands for (``short`` is true).

    A form is resolved where exactly one source fits: the one of the note before for "ibid.", one cited before (or
    listed) for names and titles. Any other is left as it was parsed.
    """
    listed = [reference for reference in apparatus.references if reference.place is Place.WORKS_CITED]
    resolver = _Resolver(apparatus, listed)
    notes = [reference for note in apparatus.notes for reference in resolver.read(note)]
    others = [reference for reference in apparatus.references if reference.place is not Place.NOTE]
    return replace(apparatus, references=(*notes, *others))


class _Resolver:
    """Reads notes in their order and remembers what they cite."""

    def __init__(self, apparatus: Apparatus, listed: list[Reference]) -> None:
        self._apparatus = apparatus
        self._of_label: dict[str, list[Reference]] = {}
        for reference in apparatus.references:
            if reference.place is Place.NOTE:
                self._of_label.setdefault(reference.label, []).append(reference)
        self._previous: list[Reference] = []
        self._by_name: dict[str, dict[tuple[str, ...], Reference]] = {}
        self._remember(listed)

    def read(self, note: Note) -> list[Reference]:
        """What a note cites: the source it stands for, or its references as they were parsed."""
        printed = [ref for ref in self._of_label.get(note.label, []) if note.span.contains(ref.span)]
        form = short_form(note.text)
        source = self._source(form) if form else None
        found = [self._stand_in(note, source)] if source else printed
        self._previous = found if form is None or source else []
        if form is None:
            self._remember(found)
        if source:
            self._of_label[note.label] = found
        return found

    def _remember(self, references: Iterable[Reference]) -> None:
        for reference in references:
            for form in {form for name in reference.entry.creators() for form in forms_of(name)}:
                self._by_name.setdefault(form, {}).setdefault(identity(reference), reference)

    def _source(self, form: ShortForm) -> Reference | None:
        """The one source that a short form means."""
        if form.kind == "note":
            return _only(self._of_label.get(form.note, []), form.names)
        if form.kind in ("ibid", "loc-cit", "idem") and not form.title and (found := _only(self._previous, form.names)):
            return found
        if not form.names:
            return None
        # "Roe, ibid." below another author's note is a slip for "op. cit.": the name tells.
        fitting = self._by_name.get(fold(form.names[0].full_family or form.names[0].literal), {})
        return _only((ref for ref in fitting.values() if _is_titled(ref, form.title)), form.names)

    def _stand_in(self, note: Note, source: Reference) -> Reference:
        essay = self._apparatus.essay
        where = Provenance(essay.path, Place.NOTE, note.label, essay.line(note.span), note.text)
        entry = replace(source.entry.with_values(locator=None), provenance=(where,))
        return Reference(entry, Place.NOTE, note.span, note.label, source.match, source.candidates, short=True)


def _only(references: Iterable[Reference], names: tuple[Name, ...]) -> Reference | None:
    """The one source among them that these people made."""
    found = [reference for reference in references if _is_by(reference, names)]
    return found[0] if len({identity(reference) for reference in found}) == 1 else None


def _is_by(reference: Reference, names: tuple[Name, ...]) -> bool:
    creators = reference.entry.creators()
    return all(any(_may_be(name, creator) for creator in creators) for name in names)


def _may_be(name: Name, whole: Name) -> bool:
    """True if a short form's name can be that person's: no given name, or one with the same initial."""
    initials = not name.given or fold(name.given)[:1] == fold(whole.given)[:1]
    return bool(forms_of(name) & forms_of(whole)) and initials


def _is_titled(reference: Reference, title: str) -> bool:
    """True if a short title is part of the whole one, word for word."""
    return not title or f" {fold(title)} " in f" {fold(reference.entry.string('title'))} "
