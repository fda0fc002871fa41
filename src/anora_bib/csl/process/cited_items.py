"""The items of one document: their order and numbers, and what tells their citations apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from anora_bib.csl.compile.context import NOTHING_ADDED, Cite, Context, Disambiguation, NameCounter, Subject
from anora_bib.csl.compile.item import Ref
from anora_bib.csl.compile.style import CompiledStyle
from anora_bib.csl.process.disambiguate import NOWHERE, Disambiguator
from anora_bib.csl.process.sorting import sort_by


class Registry:
    """Items in the order they are registered, put in the order of the bibliography.

    ``notes`` has the notes in which they are cited first, where they are those of a document.
    """

    def __init__(self, style: CompiledStyle, refs: Sequence[Ref], notes: Mapping[str, int] = NOWHERE) -> None:
        self.style = style
        self.context = Context()
        self.numbers = {ref.id: number for number, ref in enumerate(refs, 1)}
        citation = style.tree.citation
        disambiguator = None
        self._counter: NameCounter | None = None
        if citation.add_names or citation.add_givenname or citation.add_year_suffix or style.tree.uses_disambiguate:
            disambiguator = Disambiguator(style, refs, notes)
            self._counter = disambiguator.counter
        self.refs = self._sorted(refs)
        by_number = next((key for key in style.bibliography_sort if key.by_number), None)
        if by_number is None:
            self.numbers = {ref.id: number for number, ref in enumerate(self.refs, 1)}
        self.added: dict[str, Disambiguation] = disambiguator.run(self.refs) if disambiguator is not None else {}

    def _sorted(self, refs: Sequence[Ref]) -> list[Ref]:
        keys = self.style.bibliography_sort
        if not keys:
            return list(refs)
        return sort_by(refs, keys, self._for_sorting, self.style.locale.language)

    def _for_sorting(self, ref: Ref) -> Context:
        ctx = self.context
        ctx.begin(Subject(ref, None, NOTHING_ADDED, self.numbers[ref.id], counter=self._counter))
        ctx.started = False
        return ctx

    def begin(self, ref: Ref, cite: Cite | None = None, *, comparing: bool = False) -> Context:
        """The context, set to render an item; ``comparing`` only to compare it with others."""
        added = self.added.get(ref.id, NOTHING_ADDED)
        self.context.begin(Subject(ref, cite, added, self.numbers.get(ref.id, 0), comparing, self._counter))
        return self.context
