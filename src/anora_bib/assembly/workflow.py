"""The analysis of one essay: find, parse, match, link, each a named stage in an ordered list.

A stage takes the apparatus as the ones before it left it and returns one with more filled in; what is there already
it keeps. It names the stages it builds on, so an order that cannot work is refused instead of giving half a result.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, Protocol, TypeVar

from anora_bib.model import Apparatus, Credit, Essay, ListedWork, Note, Place, Records, Reference
from anora_bib.model.essay import pieces
from anora_bib.registry import check_order
from anora_bib.system.gc_pause import collector_at_rest
from anora_bib.text.spans import Span

if TYPE_CHECKING:
    from anora_bib.parser.base import Parser

Run = Callable[[Apparatus, Records], Apparatus]


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


class _Taken:
    """Spans that are taken; whether another overlaps one of them is answered in logarithmic time."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._furthest = list(accumulate((span.end for span in ordered), max))

    def overlaps(self, span: Span) -> bool:
        before = bisect_left(self._starts, span.end)
        return bool(before) and self._furthest[before - 1] > span.start


Placed = TypeVar("Placed", bound=_Placed)
Parsed = TypeVar("Parsed", Note, ListedWork, Credit)


@dataclass(frozen=True, slots=True)
class Stage:
    """One step. ``needs`` holds the names of the stages that must have run before."""

    name: str
    run: Run
    needs: tuple[str, ...] = ()


def analyse(essay: Essay, records: Records, stages: Iterable[Stage]) -> Apparatus:
    """Everything the essay cites with, as understood by the stages in their order.

    Raises:
        PluginError: a stage comes before one that it needs, or needs one that is not there.
    """
    ordered = tuple(stages)
    check_order("stage", {stage.name: stage.needs for stage in ordered})
    apparatus = Apparatus(essay)
    with collector_at_rest():  # all that is made stays, and to walk it again and again would grow with the essay
        for stage in ordered:
            apparatus = stage.run(apparatus, records)
    return apparatus


def _find(apparatus: Apparatus, _records: Records) -> Apparatus:
    from anora_bib.find.page.structure import find_apparatus

    page = find_apparatus(apparatus.essay)
    taken = _Taken((*(note.outer for note in apparatus.notes), *(item.span for item in apparatus.works_cited)))
    return replace(
        apparatus,
        notes=_added(apparatus.notes, page.notes),
        markers=_added(apparatus.markers, page.markers),
        works_cited=_added(apparatus.works_cited, page.works_cited),
        credits=_added(apparatus.credits, page.credits),
        note_headings=apparatus.note_headings or page.note_headings,
        body=apparatus.body or tuple(span for span in page.body if not taken.overlaps(span)),
    )


def _prose(apparatus: Apparatus, _records: Records) -> Apparatus:
    from anora_bib.find.prose.paragraphs import read_prose

    return replace(apparatus, prose=read_prose(apparatus.essay, apparatus.body, apparatus.markers))


@dataclass(frozen=True, slots=True)
class _Parse:
    """The stage that gives each text to a parser, once, unless a stage before it has filled in the pieces."""

    parser: Parser

    def __call__(self, apparatus: Apparatus, records: Records) -> Apparatus:
        from anora_bib.parser.emphasised import read_emphasised

        italics = sorted(emphasis.span for emphasis in apparatus.essay.emphases)

        def read(items: Sequence[Parsed], hint: Place) -> tuple[Parsed, ...]:
            unread = [item for item in items if not item.pieces]
            texts, offsets = [item.text for item in unread], [item.span.start for item in unread]
            found = read_emphasised(self.parser, texts, offsets, italics, records=records, hint=hint)
            return tuple(item if item.pieces else replace(item, pieces=next(found)) for item in items)

        filled = replace(
            apparatus,
            notes=read(apparatus.notes, Place.NOTE),
            works_cited=read(apparatus.works_cited, Place.WORKS_CITED),
            credits=read(apparatus.credits, Place.CREDIT),
        )
        return replace(filled, references=(*filled.references, *_references(filled)))


def _references(apparatus: Apparatus) -> Iterator[Reference]:
    """A reference for each source spelled out in the pieces, unless a stage before has one there."""
    items = (
        *((note.pieces, Place.NOTE, note.label) for note in apparatus.notes),
        *((listed.pieces, Place.WORKS_CITED, "") for listed in apparatus.works_cited),
        *((credit.pieces, Place.CREDIT, "") for credit in apparatus.credits),
    )
    known = _Taken(reference.span for reference in apparatus.references)
    for parts, place, label in items:
        for piece in parts:
            if not isinstance(piece, pieces.Reference) or known.overlaps(piece.words):
                continue
            reference = Reference(piece.entry, place, piece.entry.span or piece.words, label)
            met = (*piece.entry.provenance, reference.met_in(apparatus.essay))
            yield replace(reference, entry=replace(piece.entry, provenance=met))


def _expand_short_forms(apparatus: Apparatus, _records: Records) -> Apparatus:
    from anora_bib.find.links.short_forms import resolve_short_forms

    return resolve_short_forms(apparatus)


def _match(apparatus: Apparatus, records: Records) -> Apparatus:
    from anora_bib.authority.match import match

    def matched(reference: Reference) -> Reference:
        if reference.match:
            return reference
        outcome = match(reference.entry, records)
        return replace(reference, match=outcome.match, candidates=outcome.candidates, differences=outcome.differences)

    return replace(apparatus, references=tuple(map(matched, apparatus.references)))


def _people(apparatus: Apparatus, records: Records) -> Apparatus:
    from anora_bib.find.prose.people import find_people

    return replace(apparatus, people=find_people(apparatus, records))


def _mentions(apparatus: Apparatus, records: Records) -> Apparatus:
    from anora_bib.find.prose.mentions import find_mentions

    return replace(apparatus, mentions=_added(apparatus.mentions, find_mentions(apparatus, records)))


def _attributions(apparatus: Apparatus, records: Records) -> Apparatus:
    from anora_bib.find.sources.attributions import find_attributions

    attributions = find_attributions(apparatus, records)
    return replace(apparatus, attributions=_added(apparatus.attributions, attributions))


def _link(apparatus: Apparatus, records: Records) -> Apparatus:
    from anora_bib.find.links.link import link
    from anora_bib.find.links.listed import Sources
    from anora_bib.find.links.printed import printed_cites
    from anora_bib.find.links.unresolved import unresolved_parentheses

    sources = Sources(apparatus, records)
    citations = _added(apparatus.citations, link(apparatus, records, sources))
    left = unresolved_parentheses(apparatus, citations, records, sources)
    printed = apparatus.printed_cites or tuple(printed_cites(apparatus))
    return replace(apparatus, citations=citations, unresolved=(*apparatus.unresolved, *left), printed_cites=printed)


def _added(filled: tuple[Placed, ...], items: Iterable[Placed]) -> tuple[Placed, ...]:
    """What a stage before has filled in, and what was found at other places, in the order of the text."""
    if not filled:
        return tuple(items)
    taken = _Taken(item.span for item in filled)
    new = [item for item in items if not taken.overlaps(item.span)]
    return tuple(sorted((*filled, *new), key=lambda item: item.span))


def parse_stage(parser: Parser) -> Stage:
    """The stage "parse", with that parser."""
    return Stage("parse", _Parse(parser), needs=("find",))


def stages(parser: Parser) -> tuple[Stage, ...]:
    """The stages in their order; ``parser`` reads the notes, the listed works and the credits."""
    return (
        Stage("find", _find),
        Stage("prose", _prose, needs=("find",)),
        parse_stage(parser),
        Stage("short-forms", _expand_short_forms, needs=("parse",)),
        Stage("match", _match, needs=("parse",)),
        Stage("people", _people, needs=("prose", "parse")),
        Stage("mentions", _mentions, needs=("people",)),
        Stage("attributions", _attributions, needs=("people", "match", "mentions")),
        Stage("link", _link, needs=("short-forms", "match", "mentions", "attributions")),
    )
