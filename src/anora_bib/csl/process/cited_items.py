"""The items of one document: their order and numbers, and what tells their citations apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from anora_bib.csl.compile.context import NOTHING_ADDED, Cite, Context, Disambiguation, NameCounter
from anora_bib.csl.compile.item import Ref
from anora_bib.csl.compile.style import CompiledStyle, SortKey
from anora_bib.csl.process.disambiguation.disambiguate import NOWHERE, Disambiguator
from anora_bib.csl.process.items.sorting import parted, sort_by, text_of
from anora_bib.csl.process.memory import Memory, RememberingDisambiguator

_FEW: Final = 30
"""Of so many items, equal by the first key, the order is remembered."""


class Registry:
    """Items in the order they are registered, put in the order of the bibliography.

    ``notes`` has the notes in which they are cited first, where they are those of a document. ``memory`` is that of a
    document which changes.
    """

    def __init__(
        self,
        style: CompiledStyle,
        refs: Sequence[Ref],
        notes: Mapping[str, int] = NOWHERE,
        memory: Memory | None = None,
    ) -> None:
        self.style = style
        self.memory = memory
        self.context = Context()
        self._uncited = style.facts.of_cite(None)
        self.numbers = {ref.id: number for number, ref in enumerate(refs, 1)}
        citation = style.tree.citation
        disambiguator: Disambiguator | None = None
        self._counter: NameCounter | None = None
        if citation.add_names or citation.add_givenname or citation.add_year_suffix or style.tree.uses_disambiguate:
            if memory is None:
                disambiguator = Disambiguator(style, refs, notes)
            else:
                disambiguator = RememberingDisambiguator(style, refs, notes, memory)
            self._counter = disambiguator.counter
        self._around = disambiguator.around if isinstance(disambiguator, RememberingDisambiguator) else {}
        self.refs = self._sorted(refs)
        # A first key "citation-number" keeps the numbers by which the items are cited. As a later key it only says
        # which of equal items comes first; the entries are numbered in their order all the same.
        first = next(iter(style.bibliography_sort), None)
        if first is None or not first.by_number:
            self.numbers = {ref.id: number for number, ref in enumerate(self.refs, 1)}
        self.added: dict[str, Disambiguation] = disambiguator.run(self.refs) if disambiguator is not None else {}
        self._states: dict[Ref, object] = {}

    def _sorted(self, refs: Sequence[Ref]) -> list[Ref]:
        keys = self.style.bibliography_sort
        if not keys:
            return list(refs)
        language = self.style.locale.language
        if self.memory is None:
            return sort_by(refs, keys, self._for_sorting, language)
        texts = partial(self._remembered, self.memory)
        return [
            ref
            for group in parted(refs, keys[0], texts)
            for ref in (self._in_sequence(self.memory, group, keys[1:], texts) if len(group) > 1 else group)
        ]

    def _in_sequence(
        self, memory: Memory, refs: Sequence[Ref], keys: Sequence[SortKey], texts: Callable[..., list[str]]
    ) -> Sequence[Ref]:
        """Items that the first key leaves equal, in the order of the others; of a few it is remembered."""
        if len(refs) > _FEW:
            return sort_by(refs, keys, self._for_sorting, self.style.locale.language, texts)
        asked = tuple(map(self._sorted_as, refs))
        found = memory.sequences.get(asked)
        if found is None:
            found = sort_by(refs, keys, self._for_sorting, self.style.locale.language, texts)
            memory.sequences[asked] = found
        return found

    def _for_sorting(self, ref: Ref) -> Context:
        ctx = self.context
        ctx.begin(ref, self._uncited, None, NOTHING_ADDED, self.numbers[ref.id], False, self._counter)
        ctx.started = False
        return ctx

    def _remembered(self, memory: Memory, key: SortKey, refs: Sequence[Ref]) -> list[str]:
        known = memory.sorted_by.setdefault(key.render, {})
        texts = []
        for ref in refs:
            asked = self._sorted_as(ref)
            text = known.get(asked)
            if text is None:
                text = known[asked] = text_of(key, self._for_sorting(ref), self.style.locale.language)
            texts.append(text)
        return texts

    def _sorted_as(self, ref: Ref) -> object:
        """The item, and all that the other items of the document do to its sort keys, as something to compare."""
        if self.style.prints_numbers:
            return ref, self.numbers[ref.id], self._around.get(ref)
        around = self._around.get(ref)
        return ref if around is None else (ref, around)

    def state(self, ref: Ref) -> object:
        """The item, and all that the other items of the document do to its text, as something to compare."""
        found = self._states.get(ref)
        if found is None:
            added = self.added.get(ref.id)
            number = self.numbers.get(ref.id, 0) if self.style.prints_numbers else 0
            found = (ref, added.said() if added is not None else None, number, self._around.get(ref))
            if self.memory is not None:
                found = self.memory.states.setdefault(found, object())
            self._states[ref] = found
        return found

    def begin(self, ref: Ref, cite: Cite | None = None, *, comparing: bool = False) -> Context:
        """The context, set to render an item; ``comparing`` only to compare it with others."""
        added = self.added.get(ref.id, NOTHING_ADDED)
        facts = self.style.facts.of_cite(cite)
        self.context.begin(ref, facts, cite, added, self.numbers.get(ref.id, 0), comparing, self._counter)
        return self.context
