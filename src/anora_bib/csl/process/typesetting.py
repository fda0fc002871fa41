"""A document as it stands: its citations in their order, the items they cite, and the text that both come to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from anora_bib.csl.compile.item import Ref
from anora_bib.csl.compile.style import CompiledStyle
from anora_bib.csl.output.arrangement import Arrangement, longest_first_field
from anora_bib.csl.output.formats import Format
from anora_bib.csl.output.writer import Writer
from anora_bib.csl.process.bibliography import BibliographyWriter
from anora_bib.csl.process.cited_items import Registry
from anora_bib.csl.process.cites.citations import CitationWriter
from anora_bib.csl.process.cites.positions import Citation, set_positions
from anora_bib.csl.process.disambiguation.disambiguate import notes_tell_apart
from anora_bib.csl.process.memory import Memory


@dataclass(frozen=True, slots=True)
class Output:
    """What a style is written in: the format, and what makes runs of citations and of the bibliography."""

    format: Format
    citations: Writer
    bibliography: Writer
    links: bool

    @classmethod
    def of(cls, style: CompiledStyle, format: Format, *, links: bool) -> Output:
        """The output of a style in a format, with links of addresses or without."""
        in_notes = style.tree.kind == "note"
        return cls(format, style.writer(links=links, brackets=in_notes), style.writer(links=links), links)


class Typesetter:
    """Sets documents that cite some items, in one style. ``refs`` may change between two documents."""

    def __init__(
        self, style: CompiledStyle, refs: Mapping[str, Ref], output: Output, memory: Memory | None = None
    ) -> None:
        self.style = style
        self.refs = refs
        self.output = output
        self.memory = memory
        self._recent: dict[object, Registry] = {}
        keys = style.bibliography_sort
        self._is_ordered = bool(keys) and not keys[0].by_number
        """Whether keys of the bibliography's own order the entries."""

    def registry(self, document: Sequence[Citation], uncited: Iterable[str]) -> Registry:
        """The items of a document: those cited in the order of their cites, then the uncited; all cites in order.

        The uncited are told from the cited, and these from them, as if they were cited where nobody sees it
        (specification, "Disambiguation").
        """
        for citation in document:
            citation.begin()
        notes = first_notes(document)
        uncited = [id for id in uncited if id not in notes]
        registry = self._made([*notes, *uncited], notes)
        writer = self._writer(registry)
        for citation in document:
            writer.sort(citation)
        if not self._is_ordered and (order := list(first_notes(document))) != list(notes):
            # Entries that nothing else orders come as their cites do, and so do the numbers: as they are printed.
            registry = self._made([*order, *uncited], notes)
        set_positions(document, self.style.tree.citation.near_note_distance)
        return registry

    def _made(self, ids: Sequence[str], notes: Mapping[str, int]) -> Registry:
        refs = [self.refs[id] for id in ids]
        if self.memory is None:
            return Registry(self.style, refs, notes)
        # Two are kept: where cites have an order of their own, each state of a document needs two.
        key = tuple(refs), tuple(notes.values()) if notes_tell_apart(self.style) else ()
        made = self._recent.pop(key, None) or Registry(self.style, refs, notes, self.memory)
        self._recent = {**dict([*self._recent.items()][-1:]), key: made}
        return made

    def _writer(self, registry: Registry) -> CitationWriter:
        return CitationWriter(registry, self.refs, self.output.citations, self.output.format)

    def citations(self, registry: Registry, document: Iterable[Citation]) -> list[str]:
        """The text of each citation."""
        writer = self._writer(registry)
        return [writer.write(citation) for citation in document]

    def alone(self, registry: Registry, citation: Citation) -> str:
        """The text of a citation whose cites state their positions themselves."""
        writer = self._writer(registry)
        writer.sort(citation)
        return writer.write(citation)

    def bibliography(self, registry: Registry, refs: Iterable[Ref], annotate: str = "") -> dict[str, str]:
        """The entries of some of the items, by their ids and in that order; {} if the style has no bibliography.

        ``annotate`` names a variable whose value follows each entry.
        """
        options = self.style.tree.bibliography
        if options is None:
            return {}
        output = self.output
        writer = BibliographyWriter(
            registry, options, output.bibliography, output.format, links=output.links, annotate=annotate
        )
        return writer.texts(refs)

    def arrangement(self, entries: Iterable[str]) -> Arrangement | None:
        """How the style sets these entries out; None if it has no bibliography."""
        options = self.style.tree.bibliography
        if options is None:
            return None
        return Arrangement(
            options.hanging_indent,
            options.second_field_align,
            options.line_spacing,
            options.entry_spacing,
            longest_first_field(entries) if options.second_field_align else 0,
        )


def first_notes(document: Iterable[Citation]) -> dict[str, int]:
    """The notes of the first cites, by the ids of what they cite and in their order."""
    notes: dict[str, int] = {}
    for citation in document:
        for cite in citation.cites:
            if cite.id not in notes:
                notes[cite.id] = citation.note
    return notes
