"""A note with nothing in it.

## What it finds

A note label that no words follow.

## Why it matters

The marker promises a source and leads to a blank: most often the text of the note was lost when a page was converted.

## Example

    The film took two years.[1] It won.[2]

    ## Notes

    [1] Doe, John. "A Prize." Example Magazine, 2024.

    [2]

## Instead

    The film took two years.[1] It won.[2]

    ## Notes

    [1] Doe, John. "A Prize." Example Magazine, 2024.

    [2] Roe, Jane. *A Long Book*. Example Press, 2009.

## How it is fixed

By hand: only the author knows what stood there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from anora_bib.diagnostics import Severity
from anora_bib.lint.rule import Finding, Rule
from anora_bib.model import Apparatus, Note, Records

_PICTURES: Final = "\U0001f000"
"""From here on characters are pictures, which say something."""
_FEW_LINES: Final = 3
_FEW_WORDS: Final = 12
"""What residue of a page may have between two notes."""


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each note without letter or digit."""
    empty = [note for note in apparatus.notes if not _says_something(note.text)]
    told = [note for note in empty if not _stands_over_text(apparatus, note)]
    for note in told:
        # What parted the others from their words parted the last one, too.
        if len(told) == len(empty) or note is not apparatus.notes[-1]:
            yield Finding(note.outer, f"note {note.label} is empty")


def _says_something(text: str) -> bool:
    # "???" is a placeholder, see N005
    return any(char.isalnum() or char == "?" or char >= _PICTURES for char in text)


def _stands_over_text(apparatus: Apparatus, note: Note) -> bool:
    """Whether its words stand behind it: in its own place, or as paragraphs without a label, a letter or a poem."""
    if any(map(str.isalnum, apparatus.essay.text[note.span.end : note.outer.end])):
        return True  # tags that do not nest parted the note from its words
    following = next((other.outer.start for other in apparatus.notes if other.outer.start > note.outer.start), None)
    if following is None:
        return False
    between = apparatus.essay.text[note.span.end : following]
    return between.count("\n") >= _FEW_LINES and len(between.split()) > _FEW_WORDS


RULE = Rule.documented("N004", "empty-note", __doc__, check, severity=Severity.ERROR)
