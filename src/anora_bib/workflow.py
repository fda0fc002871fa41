"""The way through one essay: find, parse, match, link, each a named stage in an ordered list.

A stage takes the apparatus as the ones before it left it and returns one with more filled in. It names the
stages it builds on, so an order that cannot work is refused instead of giving half a result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from anora_bib.errors import PluginError
from anora_bib.model import Apparatus, Essay, Place, Records, Reference
from anora_bib.spans import Span

Run = Callable[[Apparatus, Records], Apparatus]


@dataclass(frozen=True, slots=True)
class Stage:
    """One step. ``needs`` holds the names of the stages that must have run before."""

    name: str
    run: Run
    needs: tuple[str, ...] = ()


def analyse(essay: Essay, records: Records, stages: Iterable[Stage]) -> Apparatus:
    """Everything the essay cites with, as understood by the stages in their order.

    Raises:
        PluginError: a stage comes before one that it needs.
    """
    apparatus = Apparatus(essay)
    done: set[str] = set()
    for stage in stages:
        if missing := [name for name in stage.needs if name not in done]:
            raise PluginError(f"the stage {stage.name!r} must come after {missing[0]!r}")
        apparatus = stage.run(apparatus, records)
        done.add(stage.name)
    return apparatus


def _find(apparatus: Apparatus, _records: Records) -> Apparatus:
    from anora_bib.find.page.structure import find_apparatus

    return find_apparatus(apparatus.essay)


def _parse(apparatus: Apparatus, records: Records) -> Apparatus:
    from anora_bib.parser import parse

    def references(text: str, span: Span, place: Place, label: str = "") -> Iterable[Reference]:
        for entry in parse(text, offset=span.start, records=records, hint=place):
            reference = Reference(entry, place, entry.span or span, label)
            met = (*entry.provenance, reference.met_in(apparatus.essay))
            yield replace(reference, entry=replace(entry, provenance=met))

    found: list[Reference] = []
    for note in apparatus.notes:
        found += references(note.text, note.span, Place.NOTE, note.label)
    for listed in apparatus.works_cited:
        found += references(listed.text, listed.span, Place.WORKS_CITED)
    for credit in apparatus.credits:
        found += references(credit.text, credit.span, Place.CREDIT)
    return replace(apparatus, references=tuple(found))


def _expand_short_forms(apparatus: Apparatus, _records: Records) -> Apparatus:
    from anora_bib.find.links.short_forms import resolve_short_forms

    return resolve_short_forms(apparatus)


def _match(apparatus: Apparatus, records: Records) -> Apparatus:
    from anora_bib.authority.match import match

    def matched(reference: Reference) -> Reference:
        outcome = match(reference.entry, records)
        return replace(reference, match=outcome.match, candidates=outcome.candidates, differences=outcome.differences)

    return replace(apparatus, references=tuple(map(matched, apparatus.references)))


def _mentions(apparatus: Apparatus, records: Records) -> Apparatus:
    from anora_bib.find.prose.mentions import find_mentions

    return replace(apparatus, mentions=find_mentions(apparatus, records))


def _attributions(apparatus: Apparatus, records: Records) -> Apparatus:
    from anora_bib.find.prose.attributions import find_attributions

    return replace(apparatus, attributions=find_attributions(apparatus, records))


def _link(apparatus: Apparatus, records: Records) -> Apparatus:
    from anora_bib.find.links.link import link

    return replace(apparatus, citations=link(apparatus, records))


STAGES = (
    Stage("find", _find),
    Stage("parse", _parse, needs=("find",)),
    Stage("short-forms", _expand_short_forms, needs=("parse",)),
    Stage("match", _match, needs=("parse",)),
    Stage("mentions", _mentions, needs=("find",)),
    Stage("attributions", _attributions, needs=("parse", "match")),
    Stage("link", _link, needs=("short-forms", "match", "mentions", "attributions")),
)
