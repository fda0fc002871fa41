"""What stays as it is typed when an essay is made live, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from anora_bib.model import Apparatus, Note, Place
from anora_bib.model.essay.apparatus import Reason
from anora_bib.model.essay.pieces import Unknown
from anora_bib.text.spans import TextSpan


@dataclass(frozen=True, slots=True)
class Kept:
    """A source that no citation key took the place of.

    ``label`` is that of the note it is in, "" elsewhere; ``line`` that of the file; ``reason`` a clause. ``cited`` is
    true for a note that has live citations in it and stays a note only because other words refer to it.
    """

    place: Place
    label: str
    text: str
    line: int
    reason: str
    cited: bool = False

    @classmethod
    def at(
        cls, apparatus: Apparatus, span: TextSpan, place: Place, label: str, reason: str, *, cited: bool = False
    ) -> Kept:
        """What is printed at ``span``."""
        essay = apparatus.essay
        return cls(place, label, span.of(essay.text), essay.line(span), reason, cited)


_MAY_NAME: Final = re.compile(r"\d|[*_“”\"]\w|://|www\.")

NO_KEY: Final = "the library has no entry of it"

_WHY: Final = {
    Reason.NOT_FOUND: "nothing in the essay says which source it means",
    Reason.AMBIGUOUS: "it could mean more than one source",
}


def not_understood(apparatus: Apparatus, note: Note) -> Iterator[Kept]:
    """The parts of a note that may name a source and were not understood: with a number, a title or an address."""
    for piece in note.pieces:
        if isinstance(piece, Unknown) and _MAY_NAME.search(piece.words.of(apparatus.essay.text)):
            yield Kept.at(apparatus, piece.words, Place.NOTE, note.label, "it was not understood as a reference")


def not_resolved(apparatus: Apparatus) -> Iterator[Kept]:
    """The short forms, and those parentheses that are meant as citations, whose source is not known."""
    for form in apparatus.unresolved:
        if form.place is not Place.PARENTHESIS or form.customary:
            yield Kept.at(apparatus, form.span, form.place, form.note, _WHY[form.reason])
