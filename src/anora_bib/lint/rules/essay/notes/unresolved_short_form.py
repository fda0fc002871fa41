"""A short form that does not tell which source it stands for.

## What it finds

"Ibid." with no note before it or after a note with several sources, and "op. cit." or "See note 4" that lead to
nothing.

Where the note before may only not have been read as a source, or as one source, it is told with `--pedantic`: by
default the note before names nobody and nothing, or its sources are spelled out, or parted by a semicolon or a signal.

## Why it matters

The reader is sent back and finds no source, or has to choose between two.

## Example

    Two say so.[1] One says more.[2]

    ## Notes

    [1] Roe, Jane. *A Long Book*. 2009; Doe, John. *Another Book*. 2010.

    [2] Ibid., p. 7.

## Instead

    Two say so.[1] One says more.[2]

    ## Notes

    [1] Roe, Jane. *A Long Book*. 2009; Doe, John. *Another Book*. 2010.

    [2] Doe, *Another Book*, p. 7.

## How it is fixed

By hand: only the author knows which source was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile
from typing import Final

from anora_bib import language
from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.sources import called, notes_with_references, opening_form
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Note, Place, Reason, Records, Reference, Unresolved
from anora_bib.model.essay.passages import RunningText
from anora_bib.model.essay.pieces import CrossReference, Remark, ShortForm
from anora_bib.model.essay.pieces import Reference as Cited
from anora_bib.text.characters import join_names
from anora_bib.text.spans import Span

_MAY_CITE: Final = re.compile(r"[\d@{<*_\"\u201c\u201e\u00ab\u2018]|://")
"""What a note has that gives a source, whether it was understood or not: numbers, titles, templates, addresses."""

_NAMED: Final = re.compile(r"(?<![.?!:])(?<!^)\s[\W_]{0,3}[^\W\d_a-z]")
"""A word with a capital that begins no sentence; all that has none names nothing."""

_SHORT: Final = re.compile(r"\W{0,3}(?:(?:op|loc|art)\W{0,3}cit\b|ibid)", re.IGNORECASE)
"""What was read as a title, and is the form that stands for one."""


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each note that opens with a short form whose source is missing or not the only candidate."""
    left = {made.span: made for made in apparatus.unresolved if made.place is Place.NOTE}
    for note, references in notes_with_references(apparatus):
        form = opening_form(note)
        made = left.get(form.words) if form else None
        spelled_out = any(reference.entry.date("issued") for reference in references)
        if made is None or spelled_out:
            continue
        if made.reason is Reason.AMBIGUOUS and made.candidates:
            # Who is sent to a note with several sources is sent to all of them.
            if not isinstance(made.form, CrossReference) and not _stands_for_itself(apparatus, made):
                yield _ambiguous(apparatus, made, note.span, note.text)
        elif _leads_nowhere(apparatus, made, note):
            message = f"note {note.label} stands for a source that is not there: {quoted(note.text)}"
            yield Finding(note.span, message, doubtful=not _is_sure(apparatus, made, note))


def _stands_for_itself(apparatus: Apparatus, made: Unresolved) -> bool:
    """True if what is meant is a short form itself, "Hegel, op. cit. § 45 R", or a note that opens with one."""
    meant_ones = [apparatus.references[index] for index in made.candidates]
    if any(_SHORT.match(reference.entry.string("title")) for reference in meant_ones):
        return True  # one of them was no source, but the form that stands for the other
    labels = {reference.label for reference in meant_ones}
    meant = [note for note in apparatus.notes if labels == {note.label}]
    return any(isinstance(opening_form(note), ShortForm) for note in meant)


def _leads_nowhere(apparatus: Apparatus, made: Unresolved, note: Note) -> bool:
    """True if no note is meant, not only one whose source was not understood."""
    form = made.form
    if isinstance(form, CrossReference):
        return not form.names and not _is_there(apparatus.notes, form.note)
    before = list(takewhile(lambda other: other is not note, apparatus.notes))
    if form.names:
        said = RunningText(
            apparatus.essay.text,
            [*apparatus.body, *(other.span for other in before), *(work.span for work in apparatus.works_cited)],
        )
        return not any(said.names(name.full_family or name.literal) for name in form.names)
    return not before or _only_remarks(before[-1])


def _is_sure(apparatus: Apparatus, made: Unresolved, note: Note) -> bool:
    """Whether nothing could be meant: the first note of all, a name that stands nowhere, a number beyond the last.

    The note before may hold a source that was not read as one, unless it names nobody and nothing.
    """
    if isinstance(made.form, CrossReference) or made.form.names:
        return True
    before = list(takewhile(lambda other: other is not note, apparatus.notes))
    return not before or not _NAMED.search(before[-1].text)


def _stand_apart(apparatus: Apparatus, fitting: Sequence[Reference]) -> bool:
    """Whether references are surely several: half of one may have been read as another.

    Each has all that a source is known by, or a semicolon or a signal ("see also") parts them, and each has most of it.
    What the first is "quoted in" is no other source.
    """
    pieces = [piece for note in apparatus.notes for piece in note.pieces if isinstance(piece, (Cited, ShortForm))]
    taken = {piece.words.start for piece in pieces if language.bare(piece.signal.rstrip(" :,")) in _taken()}
    parted = {piece.words.start for piece in pieces if ";" in piece.joint or piece.signal}
    following = {reference.span.start for reference in fitting[1:]}
    if following & taken:
        return False
    return all(map(_spells_out, fitting)) or (all(map(_is_named, fitting)) and following <= parted)


@cache
def _taken() -> frozenset[str]:
    return frozenset(map(language.bare, language.signals("taken")))


def _follows(apparatus: Apparatus, made: Unresolved, label: str) -> bool:
    """Whether the note meant is the one before, with none between but such as stand for it themselves."""
    between = list(takewhile(lambda other: other.label != made.note, apparatus.notes))
    unresolved = {other.note for other in apparatus.unresolved if other.candidates == made.candidates}
    return any(other.label == label for other in between) and all(
        other.label in unresolved for other in takewhile(lambda other: other.label != label, reversed(between))
    )


def _spells_out(reference: Reference) -> bool:
    return _is_named(reference) and any(reference.entry.creators()) and reference.entry.date("issued") is not None


def _is_named(reference: Reference) -> bool:
    entry = reference.entry
    return bool(entry.string("title")) and (any(entry.creators()) or entry.date("issued") is not None)


def _is_there(notes: Sequence[Note], number: str) -> bool:
    """Whether there is a note of that number; named ones are counted in their order."""
    if any(note.label == number for note in notes):
        return True
    named = not all(note.label.isdecimal() for note in notes)
    return not number.isdecimal() or (named and int(number) <= len(notes))


def _only_remarks(note: Note) -> bool:
    return all(isinstance(piece, Remark) for piece in note.pieces) and not _MAY_CITE.search(note.text)


def _ambiguous(apparatus: Apparatus, made: Unresolved, span: Span, text: str) -> Finding:
    """For a form that several sources fit: those of one note, or of several."""
    fitting = [apparatus.references[index] for index in made.candidates]
    titles = join_names([called(reference.entry) for reference in fitting])
    notes = list(dict.fromkeys(reference.label for reference in fitting if reference.label))
    if len(notes) == 1:
        message = f"note {made.note} could mean any source of note {notes[0]}: {quoted(text)}"
        doubtful = not _stand_apart(apparatus, fitting) or not _follows(apparatus, made, notes[0])
        return Finding(span, message, (f"Note {notes[0]} holds {titles}.",), doubtful=doubtful)
    message = f"note {made.note} could mean any of {len(fitting)} sources: {quoted(text)}"
    return Finding(span, message, (f"It fits {titles}.",), doubtful=True)


RULE = Rule.documented("N007", "unresolved-short-form", __doc__, check)
