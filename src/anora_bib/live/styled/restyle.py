"""An essay whose notes, parentheses and lists of works are printed in one CSL style.

Nothing is lost. Words give way only where the entry that was read from them holds each of them, as often; what
introduces a source and what is said about it stays as it is typed; a place cited and a web address are printed, or the
words stay. A note is rewritten as a whole or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final, NamedTuple

from anora_bib.csl.engine import Engine
from anora_bib.csl.styles import Style
from anora_bib.errors import InputError
from anora_bib.live.kept import Kept
from anora_bib.live.keys import Keys
from anora_bib.live.styled.certainty import LeftOut
from anora_bib.live.styled.given import given
from anora_bib.live.styled.listed import StyledList
from anora_bib.live.styled.notes import StyledNotes
from anora_bib.live.styled.parentheses import StyledParentheses
from anora_bib.live.styled.places import addresses
from anora_bib.live.styled.writing import Writing
from anora_bib.model import Apparatus, Library
from anora_bib.text.spans import apply_edits

IN_TEXT: Final = "the style cites in the text, and not in notes"
IN_NOTES: Final = "the style cites in notes, and not in the text"

_NUMBERS: Final = re.compile(r"citation-format=\"(?:numeric|label)\"")
_LINKED: Final = re.compile(r"<a\s|\]\(https?:|<https?:", re.IGNORECASE)
"""Links of HTML and Markdown."""


class Restyled(NamedTuple):
    """The file of an essay in one style, and the sources that stay as they are typed, in their order.

    ``holding`` is how many notes, parentheses and listed works hold a source, ``made`` how many of them are rewritten.
    ``unprinted`` has what was typed of each source and the style does not print, in its order. ``unsorted`` is
    how many listed works stay where they were, since a list is sorted only if all of it was understood.
    """

    text: str
    kept: tuple[Kept, ...] = ()
    holding: int = 0
    made: int = 0
    unprinted: tuple[LeftOut, ...] = ()
    unsorted: int = 0


def restyled(
    apparatus: Apparatus,
    library: Library,
    engine: Engine,
    style: Style,
    *,
    locale: str | None = None,
    staying: Collection[str] = (),
) -> Restyled:
    """The essay in a style; ``library`` has its sources as they are printed, with keys.

    ``staying`` has the labels of notes that are left as they are typed.

    Raises:
        InputError: the essay cites in notes and the style in the text, or the other way round; the style numbers its
            references; or the file is no text.
    """
    essay = apparatus.essay
    if essay.document.original:
        raise InputError(f"a file that is read as {essay.format} cannot be rewritten", path=essay.path)
    keys = Keys(essay, library)
    entries = {entry.key: entry for entry in library}
    notes = StyledNotes(apparatus, keys, entries, staying)
    parentheses = StyledParentheses(apparatus, keys, entries)
    listed = StyledList(apparatus, keys, entries)
    _refuse(style, notes, parentheses, essay.path)
    if style.kind == "note":
        parentheses.keep_all(IN_NOTES)
    else:
        notes.keep_all(IN_TEXT)
    writing = Writing(
        given(apparatus, library, keys), essay.document, engine, style, locale, links=_has_links(apparatus)
    )
    edits = [*notes.write(writing), *parentheses.write(writing), *listed.write(writing)]
    parts = notes, parentheses, listed
    kept = sorted((it for part in parts for it in part.kept), key=lambda it: it.line)
    return Restyled(
        apply_edits(essay.source, edits),
        tuple(kept),
        sum(part.holding for part in parts),
        sum(part.made for part in parts),
        tuple(sorted(notes.unprinted + listed.unprinted, key=lambda it: it.line)),
        listed.unsorted,
    )


def _refuse(style: Style, notes: StyledNotes, parentheses: StyledParentheses, path: str) -> None:
    """Refuse what would only be half done: a list in a style that the essay does not cite in."""
    name = style.title or style.name
    if style.kind == "note" and parentheses.holding and not notes.holding:
        hint = "take a style of authors and dates, or make the citations live (--live pandoc): those take any style"
        raise InputError(f"the style {name} cites in notes, and the essay in parentheses", path=path, hint=hint)
    if style.kind != "note" and notes.holding and not parentheses.holding:
        hint = "take a style of notes, or make the citations live (--live pandoc): those take any style"
        raise InputError(f"the style {name} cites in the text, and the essay in notes", path=path, hint=hint)
    if style.kind != "note" and _NUMBERS.search(style.xml):
        hint = "take a style of authors and dates, or make the citations live (--live pandoc): those take any style"
        raise InputError(f"the style {name} numbers what is cited", path=path, hint=hint)


def _has_links(apparatus: Apparatus) -> bool:
    """Whether most of the essay's references with an address are linked, so that what takes their place has to be."""
    source = apparatus.essay.source
    spans = [*(note.outer for note in apparatus.notes), *(work.span for work in apparatus.works_cited)]
    words = [apparatus.essay.source_span(span).of(source) for span in spans]
    linked = [bool(_LINKED.search(one)) for one in words if any(addresses(one))]
    return 2 * sum(linked) > len(linked)
