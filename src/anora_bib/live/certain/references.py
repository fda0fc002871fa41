"""Which references of an essay are read so surely that a citation may stand for them.

Only these go to the library: what was misread stays in the essay as it is typed, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from anora_bib.live.certain.standing import Standing, standing
from anora_bib.live.words import Printed
from anora_bib.model import Apparatus, Place, Reference
from anora_bib.model.bibliography.cited_place import as_cited, whole_work

SOURCE_MISREAD: Final = "the source it stands for was not understood"


def standings(apparatus: Apparatus) -> Mapping[int, Standing]:
    """By the index of each reference that was read from a piece, what a citation may replace of it.

    A short form may be cited if what it stands for may be. Ask for it with ``apparatus.derived``.
    """
    printed = Printed(apparatus)
    found: dict[int, Standing] = {}
    for index, reference in enumerate(apparatus.references):
        if piece := printed.of(reference):
            found[index] = standing(reference, piece, apparatus.essay)
    misread = {
        _source(apparatus.references[index])
        for index, it in found.items()
        if it.reason and not apparatus.references[index].short
    }
    for index, it in found.items():
        reference = apparatus.references[index]
        if reference.short and _source(reference) in misread:
            found[index] = replace(it, reason=SOURCE_MISREAD)
    return found


def _source(reference: Reference) -> tuple[object, ...]:
    """What a reference and the short forms that stand for it have in common."""
    entry = as_cited(whole_work(reference.entry))
    return entry.type, *sorted((name, str(field.value)) for name, field in entry.fields.items())


def certain(apparatus: Apparatus) -> Apparatus:
    """The apparatus without those references of notes and lists that were not understood in full.

    A page that a note cites of an article is no part of the work.
    """
    found = apparatus.derived(standings)
    kept = (
        replace(reference, entry=as_cited(reference.entry)) if reference.place is Place.NOTE else reference
        for index, reference in enumerate(apparatus.references)
        if reference.place not in (Place.NOTE, Place.WORKS_CITED) or not (index in found and found[index].reason)
    )
    return replace(apparatus, references=tuple(kept))
