"""Every cite by author and year that an essay prints: in parentheses, around them, and in notes of nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from anora_bib.find.links.items import family, is_capitalised, names_before, parentheses, read_items
from anora_bib.model import Apparatus, Place
from anora_bib.model.essay.passages import without_markup
from anora_bib.model.essay.printed_cites import PrintedCite
from anora_bib.text.intervals import covering
from anora_bib.text.spans import Span

_LONGEST: Final = 300
"""Characters of a note that is nothing but cites."""


def printed_cites(apparatus: Apparatus) -> Iterator[PrintedCite]:
    """The cites of the running text and of the notes, with their places in the text; no list is asked.

    Outside parentheses, "Roe (2009, 14)", only where a place in the source is printed: "Harbour (2009)" is a film.
    """
    text = apparatus.derived(without_markup)
    notes = [note.span for note in apparatus.notes]
    # "(Oxford, 1962)" behind a title is its imprint.
    spelled_out = sorted(one.span for one in apparatus.references if one.place is Place.NOTE and not one.short)
    for passage in (*apparatus.body, *notes):
        for span, items in parentheses(text, passage):
            if covering(spelled_out, span.start):
                continue
            yield from _dated(items, span.start + 1)
            if len(items) == 1 and items[0] and (named := _named(text, passage, span, items[0])):
                yield named
    for span in notes:
        if len(span) <= _LONGEST:
            yield from _dated(read_items(" ".join(span.of(text).rstrip(". ").split("\n"))), span.start)


def _dated(items: tuple[PrintedCite | None, ...], start: int) -> Iterator[PrintedCite]:
    for item in items:
        if item and item.is_author_date and is_capitalised(item.names[0]):
            yield replace(item, span=item.span.shift(start))


def _named(text: str, passage: Span, span: Span, dated: PrintedCite) -> PrintedCite | None:
    """For "Roe (2009, 14)": what the parenthesis says, with the names before it."""
    if not (dated.year and dated.place) or dated.names or dated.title:
        return None
    before = names_before(text, passage.start, span.start)
    if before is None:
        return None
    named, _ = before
    return replace(
        dated, span=Span(named.span.start, span.end), names=tuple(map(family, named.names)), et_al=named.et_al
    )
