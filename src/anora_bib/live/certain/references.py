"""Which references of an essay are read so surely that a citation may stand for them.

Only these go to the library: what was misread stays in the essay as it is typed, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from anora_bib.live.certain.doubt import TOO_LITTLE
from anora_bib.live.certain.standing import Standing, short_standing, standing
from anora_bib.live.words import Printed
from anora_bib.model import Apparatus, Entry, Name, Place, Reference
from anora_bib.model.bibliography.cited_place import as_cited, whole_work
from anora_bib.text.characters import fold

SOURCE_MISREAD: Final = "the source it stands for was not understood"


def standings(apparatus: Apparatus) -> Mapping[int, Standing]:
    """By the index of each reference that was read from a piece, what a citation may replace of it.

    A short form may be cited if what it stands for may be. Ask for it with ``apparatus.derived``.
    """
    printed = Printed(apparatus)
    text = apparatus.essay.text
    found: dict[int, Standing] = {}
    for index, reference in enumerate(apparatus.references):
        if piece := printed.of(reference):
            found[index] = standing(reference, piece, apparatus.essay)
    misread = {
        _source(apparatus.references[index])
        for index, it in found.items()
        if it.reason and not apparatus.references[index].short
    }
    for index, whole in meant(apparatus, found).items():
        found[index] = short_standing(apparatus.references[index], printed.of(apparatus.references[index]), whole, text)
    for index, it in found.items():
        reference = apparatus.references[index]
        if reference.short and _source(reference) in misread:
            found[index] = replace(it, reason=SOURCE_MISREAD)
    return found


def meant(apparatus: Apparatus, found: Mapping[int, Standing]) -> Mapping[int, Reference]:
    """By the index of a reference that says no more than names and a title, the one source of the essay that it means.

    It means a source that is spelled out elsewhere, if its title is a part of that one's, and it is by the same people.
    """
    spelled: dict[str, list[Reference]] = {}
    for index, it in found.items():
        reference = apparatus.references[index]
        if not it.reason and not reference.short:
            for name in reference.entry.creators()[:1]:
                spelled.setdefault(_family(name), []).append(reference)
    sources: dict[int, Reference] = {}
    for index, it in found.items():
        entry = apparatus.references[index].entry
        if it.reason != TOO_LITTLE or not entry.creators() or not entry.string("title"):
            continue
        title = f" {fold(entry.string('title'))} "
        fitting = {
            (fold(other.entry.string("title")), other.entry.string("issued")): other
            for other in spelled.get(_family(entry.creators()[0]), ())
            if title in f" {fold(other.entry.string('title'))} "
        }
        if len(fitting) == 1:
            sources[index] = next(iter(fitting.values()))
    return sources


def _family(name: Name) -> str:
    """The last word of the name by which people are listed; someone may be known by a given name alone."""
    return fold((name.full_family or name.literal or name.given).split()[-1])


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
        replace(reference, entry=_work(reference, found.get(index))) if reference.place is Place.NOTE else reference
        for index, reference in enumerate(apparatus.references)
        if reference.place not in (Place.NOTE, Place.WORKS_CITED) or not (index in found and found[index].reason)
    )
    return replace(apparatus, references=tuple(kept))


def _work(reference: Reference, found: Standing | None) -> Entry:
    """The entry of what a reference cites: that of the source it means, if it says too little itself."""
    return as_cited(found.whole.entry if found and found.whole else reference.entry)
