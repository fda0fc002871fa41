"""The works that an essay lists, with the citation keys of those that were understood in full."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from anora_bib.live.certain.references import standings
from anora_bib.live.kept import NO_KEY, Kept
from anora_bib.live.keys import Keys
from anora_bib.live.words import Printed, has_words
from anora_bib.model import Apparatus, ListedWork, Place, Reference
from anora_bib.text.spans import Edit, apply_edits


def listed_references(apparatus: Apparatus) -> Iterator[tuple[ListedWork, list[tuple[int, Reference]]]]:
    """Each listed work with the references that were read in it, in their order, and their indexes."""
    by_start = sorted(
        ((at, ref) for at, ref in enumerate(apparatus.references) if ref.place is Place.WORKS_CITED),
        key=lambda pair: pair[1].span.start,
    )
    starts = [ref.span.start for _, ref in by_start]
    for work in apparatus.works_cited:
        there = by_start[bisect_left(starts, work.span.start) : bisect_right(starts, work.span.end)]
        yield work, [pair for pair in there if work.span.contains(pair[1].span)]


class Listed:
    """The listed works: ``resolved`` are those that were understood in full, with the keys of what each lists."""

    def __init__(self, apparatus: Apparatus, keys: Keys) -> None:
        self._apparatus = apparatus
        self._keys = keys
        self._printed = Printed(apparatus)
        self._standings = apparatus.derived(standings)
        self.resolved: list[tuple[ListedWork, list[str]]] = []
        self.kept: list[Kept] = []
        for work, there in listed_references(apparatus):
            if obstacle := self._read(work, there):
                self.kept.append(Kept.at(apparatus, work.span, Place.WORKS_CITED, "", obstacle))

    def _read(self, work: ListedWork, there: list[tuple[int, Reference]]) -> str:
        """Keep the keys of all works that an item lists; else say what is in the way."""
        essay = self._apparatus.essay
        read = [(at, ref, piece) for at, ref in there if (piece := self._printed.of(ref))]
        if not there or len(read) < len(there):
            return "it was not understood as a reference"
        rest = apply_edits(work.text, [Edit(piece.words.shift(-work.span.start), " ") for _, _, piece in read])
        if has_words(rest) or any(piece.signal or piece.suffix for _, _, piece in read):
            return "it says more than a reference does"
        for at, ref, piece in read:
            found = self._standings[at]
            if found.reason or found.behind:
                return found.reason or "it says more than a reference does"
            if not self._keys.of(ref):
                return NO_KEY
            if reason := self._keys.lacking(ref, piece.words.of(essay.text)):
                return reason
        cited = [self._keys.of(ref) for _, ref in there]
        self.resolved.append((work, cited))
        return ""
