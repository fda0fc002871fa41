"""Notes that stand for a source cited elsewhere (ibid., op. cit., "See note 4") take over its entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import itemgetter
from typing import Final

from anora_bib.find.links.listed import forms_of
from anora_bib.find.links.same_author import fill_dashes, is_idem, with_creators
from anora_bib.model import Apparatus, Entry, Name, Note, Place, Provenance, Reason, Reference, Unresolved
from anora_bib.model.bibliography.cited_place import whole_work
from anora_bib.model.bibliography.identity import Source, SourceIndex, Verdict
from anora_bib.model.essay.pieces import CrossReference, FormKind, Piece, ShortForm, Unknown
from anora_bib.model.values.item_types import LAW
from anora_bib.parser.cutting.bare_forms import bare_forms
from anora_bib.text.characters import fold
from anora_bib.text.spans import Span

_OF_NOTE_BEFORE: Final = (FormKind.IBID, FormKind.LOC_CIT, FormKind.IDEM)


def resolve_short_forms(apparatus: Apparatus) -> Apparatus:
    """The apparatus with each short form replaced by a reference to what it stands for (``short`` is true).

    A form is resolved where exactly one source fits: the one of the note before for "ibid.", one cited before (or
    listed) for names, titles and years. Any other is left as it was parsed, and kept in ``unresolved``. A dash for the
    author above, and "Idem", are filled in the same way.
    """
    listed = list(fill_dashes(reference for reference in apparatus.references if reference.place is Place.WORKS_CITED))
    resolver = _Resolver(apparatus, listed)
    notes = [reference for note in apparatus.notes for reference in resolver.read(note)]
    filled = iter(listed)
    others = [
        next(filled) if reference.place is Place.WORKS_CITED else reference
        for reference in apparatus.references
        if id(reference) not in resolver.read_already
    ]
    references = (*notes, *others)
    place = {id(reference): index for index, reference in enumerate(references)}
    unresolved = tuple(
        replace(made, candidates=tuple(place[id(each)] for each in candidates if id(each) in place))
        for made, candidates in resolver.unresolved
    )
    return replace(
        apparatus,
        notes=tuple(map(resolver.understood, apparatus.notes)),
        references=references,
        unresolved=(*apparatus.unresolved, *unresolved),
    )


Form = ShortForm | CrossReference


class _Resolver:
    """Reads notes in their order and remembers what they cite.

    ``unresolved`` are the forms that nothing fits, or several references do; ``read_already`` the ids of the
    references that notes hold.
    """

    def __init__(self, apparatus: Apparatus, listed: list[Reference]) -> None:
        self._apparatus = apparatus
        self._printed: dict[str, list[Reference]] = {}
        for reference in apparatus.references:
            if reference.place is Place.NOTE:
                self._printed.setdefault(reference.label, []).append(reference)
        self._of_label = dict(self._printed)
        self._previous: list[Reference] = []
        self._sources = SourceIndex(Verdict.LIKELY)
        self._by_name: dict[str, dict[int, Reference]] = {}
        self._remember(listed)
        self.unresolved: list[tuple[Unresolved, list[Reference]]] = []
        self.read_already: set[int] = set()
        self._pieces: dict[int, list[Piece]] = {}

    def read(self, note: Note) -> list[Reference]:
        """What a note cites: the sources its short forms stand for, and its references as they were parsed."""
        printed = [ref for ref in self._printed.get(note.label, []) if note.span.contains(ref.span)]
        self.read_already.update(map(id, printed))
        pieces = self._pieces[id(note)] = list(self._with_bare_forms(note))
        forms = [piece for piece in pieces if isinstance(piece, Form)]
        sources: dict[Span, Reference] = {}
        open_choice: list[Reference] = []
        met = [(ref.span.start, [ref]) for ref in printed]
        met += [(piece.words.start, []) for piece in pieces if isinstance(piece, Unknown)]
        for form in forms:
            before = max(((at, refs) for at, refs in met if at < form.words.start), key=itemgetter(0), default=None)
            fitting = self._fitting(form, self._previous if before is None else before[1])
            met.append((form.words.start, fitting))
            if len(fitting) == 1:
                sources[form.words] = fitting[0]
            else:
                self._leave(form, note, fitting)
                open_choice += fitting
        kept = [self._by_the_same(ref) for ref in printed if not any(ref.span.overlaps(span) for span in sources)]
        references = [*kept, *(self._stand_in(note, span, source) for span, source in sources.items())]
        references.sort(key=lambda reference: reference.span)
        self._previous = references if len(sources) == len(forms) else open_choice
        spans = [form.words for form in forms]
        self._remember(ref for ref in kept if not any(ref.span.overlaps(span) for span in spans))
        if sources:
            self._of_label[note.label] = references
        return references

    def understood(self, note: Note) -> Note:
        """The note with what was found to be a short form among its pieces."""
        pieces = tuple(self._pieces[id(note)])
        return note if pieces == note.pieces else replace(note, pieces=pieces)

    def _with_bare_forms(self, note: Note) -> Iterator[Piece]:
        """The pieces of a note; names and a page alone are a short form where just one source cited before is meant."""
        for piece in note.pieces:
            forms = bare_forms(self._apparatus.essay.text, piece) if isinstance(piece, Unknown) else []
            if forms and all(map(self._is_meant, forms)):
                yield from forms
            else:
                yield piece

    def _is_meant(self, form: ShortForm) -> bool:
        """Whether names alone tell one source, which was read as a work of theirs and not as a case."""
        fitting = [ref.entry for ref in self._fitting(form, [])]
        return len(fitting) == 1 and bool(fitting[0].string("title")) and any(fitting[0].creators())

    def _leave(self, form: Form, note: Note, fitting: list[Reference]) -> None:
        reason = Reason.AMBIGUOUS if fitting else Reason.NOT_FOUND
        text = form.words.of(self._apparatus.essay.text)
        self.unresolved.append((Unresolved(text, form.words, Place.NOTE, reason, form, note=note.label), fitting))

    def _by_the_same(self, reference: Reference) -> Reference:
        """A reference with "Idem" for its author by those the note before names."""
        if not (is_idem(reference.entry) and self._previous):
            return reference
        place = reference.entry.fields["author"].span
        return replace(reference, entry=with_creators(reference.entry, self._previous[-1].entry, place))

    def _remember(self, references: Iterable[Reference]) -> None:
        for reference in references:
            number = self._sources.add(Source.of(reference))
            for form in _called(reference.entry):
                self._by_name.setdefault(form, {}).setdefault(number, reference)

    def _fitting(self, form: Form, before: list[Reference]) -> list[Reference]:
        """The sources that a short form may mean, each once.

        ``before`` is what stands before it: the last source in its own note, else those of the note before.
        """
        if isinstance(form, CrossReference):
            return _distinct(self._of_label.get(form.note, []), form.names)
        near: list[Reference] = []
        if form.kind in _OF_NOTE_BEFORE and not form.title:
            near = _distinct(before, form.names)
        if len(near) == 1 or not form.names:
            return near
        # "Roe, ibid." below another author's note is a slip for "op. cit.": the name tells.
        name = fold(form.names[0].full_family or form.names[0].literal)
        by_name = self._by_name.get(name) or self._by_name.get(name.rpartition(" ")[2], {})
        return _distinct((ref for ref in by_name.values() if _fits(ref, form)), form.names)

    def _stand_in(self, note: Note, span: Span, source: Reference) -> Reference:
        essay = self._apparatus.essay
        where = Provenance(essay.path, Place.NOTE, note.label, essay.line(span), span.of(essay.text))
        entry = replace(whole_work(source.entry), provenance=(where,))
        return Reference(entry, Place.NOTE, span, note.label, source.match, source.candidates, short=True)


def _distinct(references: Iterable[Reference], names: tuple[Name, ...]) -> list[Reference]:
    """The sources among them that these people made, each by its first reference."""
    sources = SourceIndex(Verdict.LIKELY)
    fitting: dict[int, Reference] = {}
    for reference in references:
        if _is_by(reference, names):
            fitting.setdefault(sources.add(Source.of(reference)), reference)
    return list(fitting.values())


def _called(entry: Entry) -> set[str]:
    """By whom a short form may call a source, folded: those who made it, or a word of the parties of a case."""
    if _is_of_parties(entry):
        return {word for word in fold(entry.string("title")).split() if len(word) > 1}
    return {form for name in entry.creators() for form in forms_of(name)}


def _is_of_parties(entry: Entry) -> bool:
    """Whether a source is called by parties, not by authors: "Twomey v. Ash" is "Twomey"."""
    return entry.type in LAW and not tuple(entry.creators())


def _is_by(reference: Reference, names: tuple[Name, ...]) -> bool:
    creators = reference.entry.creators()
    if _is_of_parties(reference.entry):
        parties = f" {fold(reference.entry.string('title'))} "
        return all(f" {fold(name.full_family or name.literal)} " in parties for name in names)
    return all(any(_may_be(name, creator) for creator in creators) for name in names)


def _may_be(name: Name, whole: Name) -> bool:
    """True if a short form's name can be that person's: no given name, or one with the same initial."""
    initials = not name.given or fold(name.given)[:1] == fold(whole.given)[:1]
    return bool(forms_of(name) & forms_of(whole)) and initials


def _fits(reference: Reference, form: ShortForm) -> bool:
    """True if a short title is part of the whole one, word for word, and the year is that of the work."""
    titled = not form.title or f" {fold(form.title)} " in f" {fold(reference.entry.string('title'))} "
    issued = reference.entry.date("issued")
    dated = not form.year or (issued is not None and str(issued.year) == form.year.rstrip("abcdefgh"))
    return titled and dated
