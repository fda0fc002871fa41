"""A short form that does not tell which source it stands for.

## What it finds

"Ibid." with no note before it or after a note with several sources, and "op. cit." or "See note 4" that lead to
nothing.

## Why it matters

The reader is sent back and finds no source, or has to choose between two.

## Example

    [1] Roe, Jane. A Book. 2009; Doe, John. Another. 2010.
    [2] Ibid., p. 7.

## Instead

    [1] Roe, Jane. A Book. 2009; Doe, John. Another. 2010.
    [2] Doe, Another, p. 7.

## How it is fixed

By hand: only the author knows which source was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.sources import called, is_short_form, notes_with_references
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Place, Records, Reference
from anora_bib.text import join_names

_IBID = re.compile(r"[\W_]{0,3}(?:ibid|idem|id\.)", re.IGNORECASE)


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    resolved = {ref.label for ref in apparatus.references if ref.place is Place.NOTE and ref.short and ref.entry.fields}
    previous = None
    for note, references in notes_with_references(apparatus):
        if previous and _IBID.match(note.text) and len(previous[1]) > 1:
            message = f"note {note.label} could mean any source of note {previous[0].label}: {quoted(note.text)}"
            titles = join_names([called(reference.entry) for reference in previous[1]])
            yield Finding(note.span, message, (f"Note {previous[0].label} holds {titles}.",))
        elif is_short_form(note) and note.label not in resolved and not _spelled_out(references):
            yield Finding(note.span, f"note {note.label} stands for a source that is not there: {quoted(note.text)}")
        if not is_short_form(note):
            previous = (note, references)


def _spelled_out(references: Sequence[Reference]) -> bool:
    """True if a note that begins with a short form goes on to a full reference: one with a date."""
    return any(reference.entry.date("issued") for reference in references)


RULE = Rule.documented("N007", "unresolved-short-form", __doc__, check)
