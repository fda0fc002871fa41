"""A short title whose full reference stands nowhere.

## What it finds

In an essay whose short titles ("Roe, *Book of Lamps*, 14") lead back to full references: one whose author and title no
reference, list or other note spells out.

## Why it matters

The reader knows an author and half a title, and can look up neither publisher nor year.

## Example

    The lamp is old.[1] It burns.[2] It won.[3] It is gone.[4] So it goes.[5]

    ## Notes

    [1] Jane Roe, *A Book of Lamps* (Exampleton: Example Press, 2009), 12.

    [2] Roe, *Book of Lamps*, 14.

    [3] Roe, *Book of Lamps*, 17.

    [4] Roe, *Book of Lamps*, 19.

    [5] Doe, *Wicks and Oil*, 201.

## Instead

    The lamp is old.[1] It burns.[2] It won.[3] It is gone.[4] So it goes.[5]

    ## Notes

    [1] Jane Roe, *A Book of Lamps* (Exampleton: Example Press, 2009), 12.

    [2] Roe, *Book of Lamps*, 14.

    [3] Roe, *Book of Lamps*, 17.

    [4] Roe, *Book of Lamps*, 19.

    [5] John Doe, *Wicks and Oil* (Exampleton: Example Press, 2012), 201.

## How it is fixed

By hand: only the author knows the work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, TypeGuard

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Records
from anora_bib.model.essay.pieces import FormKind, ShortForm
from anora_bib.text.characters import fold

_RESOLVED: Final = 3
"""For each short title without a source, how many must have theirs."""
_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_TITLE: Final = 2
"""Words of a title that tells a work."""


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for the first short title of each work that is nowhere given in full."""
    text = apparatus.essay.text
    forms = [piece for note in apparatus.notes for piece in note.pieces if _is_short_title(piece)]
    known = {
        fold(name.family or name.literal)
        for reference in apparatus.references
        if not reference.short
        for name in reference.entry.creators()
    }
    lost = [form for form in forms if fold(form.names[0].family or form.names[0].literal) not in known]
    works: dict[tuple[str, str], ShortForm] = {}
    for form in lost:
        works.setdefault((fold(form.names[0].family), fold(form.title)), form)
    if not works or _RESOLVED * len(works) > len(forms) - len(lost):
        return
    dated = [note for note in apparatus.notes if _YEAR.search(note.text)]
    spelled_out = fold(" ".join((*(note.text for note in dated), *(item.text for item in apparatus.works_cited))))
    for (_, title), form in works.items():
        if title not in spelled_out and not _YEAR.search(form.span.of(text)):
            yield Finding(
                form.words, f"{quoted(form.words.of(text))} is short for a work that is nowhere given in full"
            )


def _is_short_title(piece: object) -> TypeGuard[ShortForm]:
    return (
        isinstance(piece, ShortForm)
        and piece.kind is FormKind.SHORT_TITLE
        and bool(piece.names and piece.names[0].family)
        and len(piece.title.split()) >= _TITLE
    )


RULE = Rule.documented("N021", "short-title-without-source", __doc__, check, pedantic=True)
