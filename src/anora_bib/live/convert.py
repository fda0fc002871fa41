"""An essay with live citations.

Typed markers and parentheses become citation keys, and the works that the essay lists go to the library.

Nothing is lost. A key takes the place of printed words only where its entry holds all of them. A note that says more
stays as a footnote with live citations inside; a marker whose note cannot be resolved stays, and so does its note; a
listed work that was not understood in full stays in the list.
"""

from __future__ import annotations

from collections.abc import Iterator

from anora_bib.errors import InputError
from anora_bib.live.keys import Keys, with_line
from anora_bib.live.notes import Notes
from anora_bib.live.parentheses import live_parentheses
from anora_bib.live.syntax import Syntax
from anora_bib.live.words import Printed, has_words, understood
from anora_bib.model import Apparatus, Library, ListedWork, Place
from anora_bib.spans import Edit, apply_edits


def live(apparatus: Apparatus, library: Library, syntax: Syntax) -> str:
    """The essay's text with live citations in ``syntax``; ``library`` gives the keys.

    An essay in which nothing can be cited live comes out as it is.

    Raises:
        InputError: the essay is in a format that cannot hold such citations (HTML).
    """
    essay = apparatus.essay
    if essay.document.source_map is not None:
        raise InputError(
            f"live citations cannot be written into {essay.format}",
            path=essay.path,
            hint="convert it to Markdown or plain text first, for example with pandoc",
        )
    keys = Keys(essay, library)
    notes = Notes(apparatus, keys, syntax)
    parentheses = list(live_parentheses(apparatus, keys, syntax))
    if not notes.anything_live and not parentheses:
        return essay.text
    return apply_edits(essay.text, [*notes.edits(), *parentheses, *_bibliography(apparatus, keys, syntax)])


def _bibliography(apparatus: Apparatus, keys: Keys, syntax: Syntax) -> Iterator[Edit]:
    """Edits that replace the listed works that have keys by one bibliography, in the place of the first of them."""
    printed = Printed(apparatus)
    resolved = [
        (listed, cited) for listed in apparatus.works_cited if (cited := _listed_keys(apparatus, printed, listed, keys))
    ]
    every = list(dict.fromkeys(key for _, cited in resolved for key in cited))
    for index, (listed, _) in enumerate(resolved):
        place = with_line(apparatus.essay.text, listed.span)
        before = "" if apparatus.essay.text[max(0, place.start - 2) : place.start] in ("", "\n\n") else "\n"
        yield Edit(place, "" if index else f"{before}{syntax.bibliography(every)}\n\n")


def _listed_keys(apparatus: Apparatus, printed: Printed, listed: ListedWork, keys: Keys) -> list[str]:
    """The keys of all works that an item lists; [] if one of them has none, or if the item holds further words."""
    text = apparatus.essay.text
    there = [ref for ref in apparatus.references if ref.place is Place.WORKS_CITED and listed.span.contains(ref.span)]
    read = [(ref, piece) for ref in there if (piece := printed.of(ref))]
    rest = apply_edits(listed.text, [Edit(piece.words.shift(-listed.span.start), " ") for _, piece in read])
    if len(read) < len(there) or has_words(rest):
        return []
    if any(piece.signal or piece.suffix or not understood(ref, piece, piece.words.of(text)) for ref, piece in read):
        return []
    cited = [keys.of(ref) for ref in there]
    return cited if all(cited) else []
