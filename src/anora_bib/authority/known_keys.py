"""Citation keys of a library that goes into another one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from anora_bib.model import Entry, Library
from anora_bib.model.bibliography.identity import Source, SourceIndex
from anora_bib.model.bibliography.keys import assign_keys


def with_known_keys(library: Library, known: Sequence[Entry], reserved: Collection[str] = ()) -> Library:
    """The library with the keys and entries that its sources have in another one.

    The ``known`` entry that is the same source takes the place of an entry, and keeps the places where that was met;
    any other gets a key that neither ``known`` nor ``reserved`` has.
    """
    index = SourceIndex()
    there: dict[int, Entry] = {}
    for entry in known:
        if entry.key:
            there.setdefault(index.add(Source(entry)), entry)
    places = [index.find(Source(entry)) for entry in library]
    taken = [*known, *(Entry("document", key=key) for key in reserved)]
    unknown = [replace(entry, key="") for entry, number in zip(library, places, strict=True) if number is None]
    new = iter(assign_keys((*taken, *unknown))[len(taken) :])
    entries = (
        next(new) if number is None else replace(there[number], provenance=entry.provenance)
        for entry, number in zip(library, places, strict=True)
    )
    return Library(tuple(entries), library.diagnostics)
