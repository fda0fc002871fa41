"""Building the graph of who cites whom from the apparatus of each essay."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from anora_bib.graph.excerpts import excerpt, sentence
from anora_bib.graph.model import CitationGraph, Row
from anora_bib.graph.targets import Target, Targets
from anora_bib.model import Apparatus, Library, Place, Records, Relation
from anora_bib.text.characters import printable_line
from anora_bib.text.spans import Span


class _Finding(NamedTuple):
    """A row without its texts: which span of the essay names which target, and how."""

    span: Span
    relation: Relation
    target: Target
    how: Place


def cross_reference(apparatuses: Sequence[Apparatus], library: Library, records: Records) -> CitationGraph:
    """Who cites whom.

    Args:
        apparatuses: the essays of the shelf, linked (see ``assembly.workflow``); rows keep their order.
        library: the entries collected from the same essays; a reference finds its entry by its provenance.
        records: the authority records that matches, mentions and attributions point to.

    An essay goes by its file's name; where another of the shelf has the same, by its path, or else with its number.
    Its title is what is shown of it beside the name.
    """
    names = _names(apparatuses)
    targets = Targets(apparatuses, names, library, records)
    findings = [
        (apparatus, name, finding)
        for apparatus, name in zip(apparatuses, names, strict=True)
        for finding in sorted(dict.fromkeys(_findings(apparatus, targets)), key=lambda finding: finding.span)
    ]
    labels = _labels(finding.target for _, _, finding in findings)
    rows = (_row(apparatus, name, finding, labels[finding.target.id]) for apparatus, name, finding in findings)
    titles = (apparatus.essay.metadata.title for apparatus in apparatuses)
    return CitationGraph(tuple(rows), names, dict(zip(names, titles, strict=True)))


def _names(apparatuses: Sequence[Apparatus]) -> tuple[str, ...]:
    essays = [apparatus.essay for apparatus in apparatuses]
    short = [printable_line(essay.name) or printable_line(essay.metadata.title) or "essay" for essay in essays]
    paths = [printable_line(essay.path) for essay in essays]
    count, path_count = Counter(short), Counter(paths)
    return tuple(
        name if count[name] == 1 else path if path and path_count[path] == 1 else f"{name} ({number})"
        for number, (name, path) in enumerate(zip(short, paths, strict=True), start=1)
    )


def _findings(apparatus: Apparatus, targets: Targets) -> Iterator[_Finding]:
    citations = list(_references(apparatus, targets))
    yield from citations
    cited = _Cited(citations)
    attributed: list[_Finding] = []
    for attribution in apparatus.attributions:
        relation = Relation.INCLUDES_QUOTATION_FROM if attribution.quotation else attribution.relation
        target = targets.of_attribution(attribution)
        if not cited.covers(attribution.span, target):
            attributed.append(_Finding(attribution.span, relation, target, Place.ATTRIBUTION))
    yield from attributed
    cited = _Cited([*citations, *attributed])
    for mention in apparatus.mentions:
        target = targets.of_mention(mention)
        if not cited.covers(mention.span, target):
            yield _Finding(mention.span, Relation.DISCUSSES, target, Place.MENTION)


class _Cited:
    """The places that cite each target. What names the target inside one is that finding, whose relation says more."""

    def __init__(self, citations: Iterable[_Finding]) -> None:
        self._spans: dict[str, list[Span]] = {}
        for finding in sorted(citations, key=lambda finding: finding.span):
            self._spans.setdefault(finding.target.id, []).append(finding.span)

    def covers(self, span: Span, target: Target) -> bool:
        spans = self._spans.get(target.id, [])
        before = bisect_right(spans, span.start, key=lambda other: other.start)
        return before > 0 and spans[before - 1].contains(span)


def _references(apparatus: Apparatus, targets: Targets) -> Iterator[_Finding]:
    nodes = [targets.of_reference(reference, apparatus.essay) for reference in apparatus.references]
    cited: set[int] = set()
    for citation in apparatus.citations:
        for cite in citation.cites:
            cited.add(cite.reference)
            yield _Finding(citation.span, citation.relation, nodes[cite.reference], citation.place)
    for index, reference in enumerate(apparatus.references):
        # A note is where a marker leads; a list of works is a place of its own, whatever points at it.
        if index not in cited or reference.place == Place.WORKS_CITED:
            yield _Finding(reference.span, _RELATION[reference.place], nodes[index], reference.place)


_RELATION = dict.fromkeys(Place, Relation.CITES) | {Place.CREDIT: Relation.CITES_AS_SOURCE_DOCUMENT}
"""The relation that the place of a reference expresses by itself: a picture is taken from its source."""


def _labels(targets: Iterator[Target]) -> dict[str, str]:
    """The label of each node: with its year where two would have the same label, else with its id."""
    by_id: dict[str, Target] = {}
    for target in targets:
        by_id.setdefault(target.id, target)
    plain = Counter(target.label for target in by_id.values())
    dated = {
        id: f"{target.label} ({target.year})" if plain[target.label] > 1 and target.year else target.label
        for id, target in by_id.items()
    }
    count = Counter(dated.values())
    return {id: label if count[label] == 1 else f"{label} [{id}]" for id, label in dated.items()}


def _row(apparatus: Apparatus, name: str, finding: _Finding, label: str) -> Row:
    essay = apparatus.essay
    return Row(
        essay=name,
        relation=finding.relation,
        target=finding.target.id,
        target_label=label,
        evidence_line=essay.line(finding.span),
        evidence_text=excerpt(essay.text, finding.span),
        how=finding.how,
        sentence=sentence(apparatus, finding.span),
    )
