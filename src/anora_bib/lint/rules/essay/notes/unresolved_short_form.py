"""A short form that does not tell which source it stands for.

## What it finds

"Ibid." with no note before it or after a note with several sources, and "op. cit." or "See note 4" that lead to
nothing.

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

from collections.abc import Iterator

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.sources import called, notes_with_references, opening_form
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Place, Reason, Records, Unresolved
from anora_bib.spans import Span
from anora_bib.text import join_names


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
            yield _ambiguous(apparatus, made, note.span, note.text)
        else:
            yield Finding(note.span, f"note {note.label} stands for a source that is not there: {quoted(note.text)}")


def _ambiguous(apparatus: Apparatus, made: Unresolved, span: Span, text: str) -> Finding:
    """For a form that several sources fit: those of one note, or of several."""
    fitting = [apparatus.references[index] for index in made.candidates]
    titles = join_names([called(reference.entry) for reference in fitting])
    notes = list(dict.fromkeys(reference.label for reference in fitting if reference.label))
    if len(notes) == 1:
        message = f"note {made.note} could mean any source of note {notes[0]}: {quoted(text)}"
        return Finding(span, message, (f"Note {notes[0]} holds {titles}.",))
    return Finding(
        span, f"note {made.note} could mean any of {len(fitting)} sources: {quoted(text)}", (f"It fits {titles}.",)
    )


RULE = Rule.documented("N007", "unresolved-short-form", __doc__, check)
