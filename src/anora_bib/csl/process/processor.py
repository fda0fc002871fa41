"""The CSL processor: items in, citations and a bibliography out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from anora_bib.csl.compile.context import Cite
from anora_bib.csl.compile.item import Ref
from anora_bib.csl.compile.style import compile_style
from anora_bib.csl.engine import Cluster, FormattedEntry, Item
from anora_bib.csl.output.formats import Format, format_named
from anora_bib.csl.output.writer import Writer
from anora_bib.csl.process.bibliography import BibliographyWriter
from anora_bib.csl.process.citations import CitationWriter
from anora_bib.csl.process.cited_items import Registry
from anora_bib.csl.process.items import facts_of, prepare
from anora_bib.csl.process.positions import Citation, set_positions
from anora_bib.csl.styles import Style
from anora_bib.errors import InputError
from anora_bib.gc_pause import collector_at_rest


class Processor:
    """Formats one set of items in one style.

    ``to`` is an output format or the name of one; ``links`` makes links of DOIs, URLs, PMIDs and PMCIDs in it.
    ``problems`` has a sentence, with the item's id, for each value that could only be printed as it was.

    Raises:
        InputError: the style cannot be used, or two items have one id.
        UnknownNameError: there is no such output format.
    """

    def __init__(
        self,
        style: Style,
        items: Iterable[Item],
        locale: str | None = None,
        to: str | Format = "html",
        *,
        links: bool = False,
    ) -> None:
        self.problems: list[str] = []
        with collector_at_rest():
            self.style = compile_style(style, locale)
        format = to if isinstance(to, Format) else format_named(to)
        typography = self.style.locale.typography
        self._format = format
        self._writer = Writer(typography, links=links)
        self._note_writer = Writer(typography, links=links, brackets=self.style.tree.kind == "note")
        with collector_at_rest():
            self._refs = self._prepared(items)
        self._cited: list[str] = []
        self._registry: Registry | None = None

    def citations(self, clusters: Sequence[Cluster]) -> list[str]:
        """The text of each citation; clusters come in document order, in the shape citeproc-js takes.

        - A cluster without properties is in the note of its own number: 1, 2, 3, ...
        - Items that no cluster cites count for nothing. A cite of an unknown id is left out, with a problem.
        - A cluster whose cites state their position (0 first, 1 subsequent, 2 ibid, 3 ibid with locator) is
          outside the document, among all the items.
        """
        with collector_at_rest():
            return self._written(clusters)

    def _written(self, clusters: Sequence[Cluster]) -> list[str]:
        asked = [self._asked(cluster, number) for number, cluster in enumerate(clusters, 1)]
        document = [citation for citation in asked if not citation.placed]
        notes = _first_notes(document)
        self._cited = list(notes)
        self._registry = None
        inside = self._inside(notes)
        for citation in document:
            inside.sort(citation)
        if not self._is_ordered() and (order := list(_first_notes(document))) != self._cited:
            # Entries that nothing else orders come as their cites do, and so do the numbers: as they are printed.
            self._cited = order
            inside = self._inside(notes)
        set_positions(document, self.style.tree.citation.near_note_distance)
        return [self._alone(citation) if citation.placed else inside.write(citation) for citation in asked]

    def _is_ordered(self) -> bool:
        """Whether keys of the bibliography's own order the entries."""
        keys = self.style.bibliography_sort
        return bool(keys) and not keys[0].by_number

    def _inside(self, notes: Mapping[str, int]) -> CitationWriter:
        registry = Registry(self.style, [self._refs[id] for id in self._cited], notes)
        return CitationWriter(registry, self._refs, self._note_writer, self._format)

    def _alone(self, citation: Citation) -> str:
        writer = CitationWriter(self._all(), self._refs, self._note_writer, self._format)
        writer.sort(citation)
        return writer.write(citation)

    def bibliography(self) -> list[FormattedEntry]:
        """All items in the order of the style, those cited counted first; [] if the style has no bibliography."""
        options = self.style.tree.bibliography
        if options is None:
            return []
        with collector_at_rest():
            return BibliographyWriter(self._all(), options, self._writer, self._format).entries()

    def _all(self) -> Registry:
        if self._registry is None:
            ids = dict.fromkeys((*self._cited, *self._refs))
            self._registry = Registry(self.style, [self._refs[id] for id in ids])
        return self._registry

    def _prepared(self, items: Iterable[Item]) -> dict[str, Ref]:
        refs: dict[str, Ref] = {}
        for number, item in enumerate(items, 1):
            ref = prepare(item, self.problems)
            if ref.id in refs:
                first = list(refs).index(ref.id) + 1
                raise InputError(
                    f"items {first} and {number} have one id, {ref.id!r}", hint="give one of them another id"
                )
            ref.facts = facts_of(ref, self.style.facts)
            refs[ref.id] = ref
        return refs

    def _asked(self, cluster: Cluster, number: int) -> Citation:
        properties = cluster.get("properties", {"noteIndex": number})
        at: Mapping[str, object] = properties if isinstance(properties, Mapping) else {}
        given = cluster.get("citationItems")
        listed = [cite for cite in given if isinstance(cite, Mapping)] if isinstance(given, list | tuple) else []
        cites = [self._cite(cite) for cite in listed]
        known = []
        for cite in cites:
            if cite.id in self._refs:
                known.append(cite)
            else:
                self.problems.append(f"{cite.id}: cited, but there is no such item")
        mode = str(at.get("mode") or "")
        if known and mode in ("author-only", "suppress-author"):
            known[0].author_only = mode == "author-only"
            known[0].suppress_author = mode == "suppress-author" and self.style.tree.kind != "note"
        return Citation(
            known,
            _note(at.get("noteIndex")),
            mode,
            str(at.get("prefix") or ""),
            str(at.get("suffix") or ""),
            bool(at.get("unsorted")),
            placed=any("position" in cite for cite in listed),
        )

    def _cite(self, asked: Mapping[str, object]) -> Cite:
        cite = Cite(str(asked.get("id", "")))
        cite.locator = str(asked.get("locator") or "").strip()
        cite.label = str(asked.get("label") or "").replace("sub verbo", "sub-verbo")
        cite.prefix = str(asked.get("prefix") or "")
        cite.suffix = str(asked.get("suffix") or "")
        cite.suppress_author = bool(asked.get("suppress-author"))
        cite.author_only = bool(asked.get("author-only"))
        position = asked.get("position")
        if isinstance(position, int):
            cite.position = {0: 0, 1: 1, 2: 2, 3: 3}.get(position, 0)
        cite.near_note = bool(asked.get("near-note"))
        first = asked.get("first-reference-note-number")
        cite.first_note = _note(first)
        return cite


def _first_notes(document: Iterable[Citation]) -> dict[str, int]:
    """The notes of the first cites, by the ids of what they cite and in their order."""
    notes: dict[str, int] = {}
    for citation in document:
        for cite in citation.cites:
            notes.setdefault(cite.id, citation.note)
    return notes


def _note(value: object) -> int:
    """The number of a note; 0, no note, for what is none."""
    if isinstance(value, str):
        return int(value) if re.fullmatch(r"\d{1,9}", value) else 0
    return value if isinstance(value, int) else 0
