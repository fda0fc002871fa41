"""An essay with live citations.

Typed markers and parentheses become citation keys, and the works that the essay lists go to the library.

Nothing is lost. A key takes the place of printed words only where its entry holds all of them. A note that says more
stays as a footnote with live citations inside; a marker whose note cannot be resolved stays, and so does its note; a
listed work that was not understood in full stays in the list.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from anora_bib.errors import InputError
from anora_bib.live.certain.references import standings
from anora_bib.live.kept import NO_KEY, Kept, not_resolved
from anora_bib.live.keys import Keys, with_line
from anora_bib.live.notes.edits import Notes
from anora_bib.live.parentheses import Parentheses
from anora_bib.live.syntax import Syntax
from anora_bib.live.words import Printed, has_words
from anora_bib.model import Apparatus, Library, ListedWork, Place, Reference
from anora_bib.spans import Edit, apply_edits


class Conversion(NamedTuple):
    """The text of an essay with live citations, and the sources that stay as they are typed, in their order.

    ``holding`` is how many notes hold a source, ``made`` in how many of them every source is cited live. ``notes`` has
    each note with live citations, by its label, as it would be written as a note.
    """

    text: str
    kept: tuple[Kept, ...]
    holding: int = 0
    made: int = 0
    notes: Mapping[str, str] = MappingProxyType({})


def live(apparatus: Apparatus, library: Library, syntax: Syntax) -> Conversion:
    """The essay with live citations in ``syntax``; ``library`` gives the keys.

    The text of an essay in which nothing can be cited live is as it was.

    Raises:
        InputError: the essay is in a format that cannot hold such citations (HTML).
    """
    essay = apparatus.essay
    if essay.document.source_map is not None:
        raise InputError(
            f"live citations cannot be written into a file that is read as {essay.format}",
            path=essay.path,
            hint="convert it to Markdown or plain text first, for example with pandoc",
        )
    keys = Keys(essay, library)
    notes = Notes(apparatus, keys, syntax)
    parentheses = Parentheses(apparatus, keys, syntax)
    listed = _Listed(apparatus, keys)
    kept = [*notes.kept, *parentheses.kept, *listed.kept, *not_resolved(apparatus)]
    ordered = tuple(sorted(kept, key=lambda it: it.line))
    if not notes.anything_live and not parentheses.edits:
        return Conversion(essay.text, ordered, *notes.counted(ordered), notes.written)
    edits = [*notes.edits(), *parentheses.edits, *listed.edits(syntax)]
    return Conversion(apply_edits(essay.text, edits), ordered, *notes.counted(ordered), notes.written)


class _Listed:
    """The works cited: one bibliography takes the place of those that have keys."""

    def __init__(self, apparatus: Apparatus, keys: Keys) -> None:
        self._apparatus = apparatus
        self._keys = keys
        self._printed = Printed(apparatus)
        self._standings = apparatus.derived(standings)
        self._resolved: list[tuple[ListedWork, list[str]]] = []
        self.kept: list[Kept] = []
        by_start = sorted(
            ((at, ref) for at, ref in enumerate(apparatus.references) if ref.place is Place.WORKS_CITED),
            key=lambda pair: pair[1].span.start,
        )
        starts = [ref.span.start for _, ref in by_start]
        for work in apparatus.works_cited:
            there = by_start[bisect_left(starts, work.span.start) : bisect_right(starts, work.span.end)]
            obstacle = self._read(work, [pair for pair in there if work.span.contains(pair[1].span)])
            if obstacle:
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
        self._resolved.append((work, cited))
        return ""

    def edits(self, syntax: Syntax) -> Iterator[Edit]:
        """The edits: the bibliography in the place of the first of the works, and none of the others."""
        text = self._apparatus.essay.text
        every = list(dict.fromkeys(key for _, cited in self._resolved for key in cited))
        for index, (work, _) in enumerate(self._resolved):
            place = with_line(text, work.span)
            before = "" if text[max(0, place.start - 2) : place.start] in ("", "\n\n") else "\n"
            yield Edit(place, "" if index else f"{before}{syntax.bibliography(every)}\n\n")
