"""An essay with live citations.

Typed markers and parentheses become citation keys, and the works that the essay lists go to the library.

Nothing is lost. A key takes the place of printed words only where its entry holds all of them. A note that says more
stays as a footnote with live citations inside; a marker whose note cannot be resolved stays, and so does its note; a
listed work that was not understood in full stays in the list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from anora_bib.errors import InputError
from anora_bib.live.kept import Kept, not_resolved
from anora_bib.live.keys import Keys, with_line
from anora_bib.live.listed import Listed
from anora_bib.live.notes.edits import Notes
from anora_bib.live.parentheses import Parentheses
from anora_bib.live.syntax import Syntax
from anora_bib.model import Apparatus, Library
from anora_bib.text.spans import Edit


class Conversion(NamedTuple):
    """The text of an essay with live citations, and the sources that stay as they are typed, in their order.

    ``holding`` is how many notes hold a source, ``made`` in how many of them every source is cited live. ``notes`` has
    each note with live citations, by its label, as it would be written as a note. ``in_text`` is how many parentheses
    are cited live, and how many there were.
    """

    text: str
    kept: tuple[Kept, ...]
    holding: int = 0
    made: int = 0
    notes: Mapping[str, str] = MappingProxyType({})
    in_text: tuple[int, int] = (0, 0)


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
    listed = Listed(apparatus, keys)
    kept = [*notes.kept, *parentheses.kept, *listed.kept, *not_resolved(apparatus)]
    ordered = tuple(sorted(kept, key=lambda it: it.line))
    told = *notes.counted(ordered), notes.written, (len(parentheses.edits), len(parentheses.edits + parentheses.kept))
    if not notes.anything_live and not parentheses.edits:
        return Conversion(essay.source, ordered, *told)
    edits = [*notes.edits(), *parentheses.edits, *_bibliography(essay.text, listed, syntax)]
    return Conversion(essay.document.edited(edits), ordered, *told)


def _bibliography(text: str, listed: Listed, syntax: Syntax) -> Iterator[Edit]:
    """The edits: the bibliography in the place of the first of the works, and none of the others."""
    every = list(dict.fromkeys(key for _, cited in listed.resolved for key in cited))
    for index, (work, _) in enumerate(listed.resolved):
        place = with_line(text, work.span)
        before = "" if text[max(0, place.start - 2) : place.start] in ("", "\n\n") else "\n"
        yield Edit(place, "" if index else f"{before}{syntax.bibliography(every)}\n\n")
