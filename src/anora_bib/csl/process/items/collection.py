"""The items of a processor: made ready once, by their ids, and chosen from for a bibliography."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from anora_bib.csl.compile.item import Ref
from anora_bib.csl.compile.plans import Facts
from anora_bib.csl.process.items.abbreviations import Abbreviations
from anora_bib.csl.process.items.prepared import facts_of, prepare
from anora_bib.csl.process.items.selection import Selection
from anora_bib.errors import InputError, UnknownNameError
from anora_bib.model.bibliography.entries import Item
from anora_bib.text.characters import nearest


class Items:
    """Items by their ids. A sentence goes to ``problems`` for each value that could not be taken as it was meant.

    Raises:
        InputError: two items have one id.
    """

    def __init__(
        self, items: Iterable[Item], facts: Facts, problems: list[str], abbreviations: Abbreviations | None = None
    ) -> None:
        self.refs: dict[str, Ref] = {}
        self._given: dict[str, Item] = {}
        self._facts = facts
        self._problems = problems
        self._abbreviations = abbreviations
        for number, item in enumerate(items, 1):
            ref = self._prepared(item)
            if ref.id in self.refs:
                first = list(self.refs).index(ref.id) + 1
                raise InputError(
                    f"items {first} and {number} have one id, {ref.id!r}", hint="give one of them another id"
                )
            self.refs[ref.id], self._given[ref.id] = ref, item

    def _prepared(self, item: Item) -> Ref:
        ref = prepare(item, self._problems)
        if self._abbreviations is not None:
            self._abbreviations.apply(ref)
        ref.facts = facts_of(ref, self._facts)
        return ref

    def update(self, items: Iterable[Item]) -> None:
        """Add items, or put them in the place of those with their ids."""
        for item in items:
            ref = self._prepared(item)
            self.refs[ref.id], self._given[ref.id] = ref, item

    def named(self, ids: Iterable[str]) -> list[str]:
        """The items of some ids, "*" for all.

        Raises:
            UnknownNameError: there is no item of an id.
        """
        listed = [ids] if isinstance(ids, str) else list(ids)
        if "*" in listed:
            return list(self.refs)
        for id in listed:
            self._must_have(id, self.refs)
        return list(dict.fromkeys(listed))

    def chosen(
        self, refs: Sequence[Ref], section: Selection | Mapping[str, object] | None, order: Iterable[str]
    ) -> Sequence[Ref]:
        """Those of the items that a section takes, in an order of their own as far as it goes.

        Raises:
            InputError: the section is none.
            UnknownNameError: there is no item of an id among them.
        """
        selection = Selection.of(section) if isinstance(section, Mapping) else section
        if selection is not None:
            refs = [ref for ref in refs if selection.takes(self._given[ref.id])]
        first = [order] if isinstance(order, str) else list(order)
        if not first:
            return refs
        by_id = {ref.id: ref for ref in refs}
        for id in first:
            self._must_have(id, by_id)
        return [by_id[id] for id in dict.fromkeys((*first, *by_id))]

    @staticmethod
    def _must_have(id: str, known: Mapping[str, object]) -> None:
        if id not in known:
            raise UnknownNameError("item", id, nearest(id, known), known=known)
