"""What was rendered before, by all that it depends on: of a document that changes only what changed is rendered again.

Nothing here is ever out of date: what something depends on is its key, and an item that is replaced is another key.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from anora_bib.csl.compile.context import NOTHING_ADDED, Disambiguation, NameRecord
from anora_bib.csl.compile.item import Ref
from anora_bib.csl.compile.style import CompiledStyle
from anora_bib.csl.process.disambiguate import Disambiguator

Counted = tuple[tuple[str, str], str, str]
"""A name as names are counted: its key, its initials and its given names."""


class Memory:
    """What a document has rendered. It is emptied when it has grown far beyond what the document needs."""

    __slots__ = ("citations", "entries", "families", "groups", "keys", "names", "orders", "sorted_by",
                 "states")  # fmt: skip

    def __init__(self) -> None:
        self.sorted_by: dict[object, str] = {}
        """The text by which an item is sorted."""
        self.names: dict[Ref, tuple[str, list[NameRecord], list[Counted]]] = {}
        """What an item's citation says before it is told from others, and the names in it."""
        self.families: dict[Ref, list[tuple[str, str]]] = {}
        """The family names of an item."""
        self.keys: dict[object, str] = {}
        """The same with longer given names."""
        self.groups: dict[object, list[tuple[str, Disambiguation]]] = {}
        """What tells apart items whose citations are alike."""
        self.orders: dict[object, tuple[int, ...]] = {}
        """The order of the cites in a citation."""
        self.states: dict[object, object] = {}
        """A sign for all that other items do to an item; another sign for each state, and quick to compare."""
        self.citations: dict[object, str] = {}
        self.entries: dict[object, tuple[str, tuple[str, ...]]] = {}
        """Each entry with the authors that it shows, which the next may repeat."""

    def forget(self, most: int) -> None:
        """Forget everything of a kind of which there is more than so many."""
        for kind in self.__slots__:
            known = getattr(self, kind)
            if len(known) > most:
                known.clear()


class RememberingDisambiguator(Disambiguator):
    """A disambiguator that renders again only what depends on something that is new."""

    def __init__(self, style: CompiledStyle, refs: Sequence[Ref], notes: Mapping[str, int], memory: Memory) -> None:
        self.memory = memory
        self._shared: dict[tuple[str, str], object] = {}
        self._around: dict[Ref, object] = {}
        super().__init__(style, refs, notes)

    def _count_names(self) -> list[str]:
        known = self.memory.names
        keys = []
        for ref in self.refs:
            found = known.get(ref)
            if found is None:
                found = known[ref] = self._first_seen(ref)
            keys.append(found[0])
            self.records[ref.id] = found[1]
        counter = self.counter
        if counter is None:
            return keys
        for ref in self.refs:
            for counted in known[ref][2]:
                counter.count(*counted)
        self._compared = counter
        if not counter.by_cite:
            self._shared = counter.shared()
        longer = self.memory.keys
        for index, ref in enumerate(self.refs):
            asked = ref, self.names_around(ref)
            key = longer.get(asked)
            if key is None:
                key = self._render(ref, NOTHING_ADDED) if self._is_told_apart(ref) else keys[index]
                longer[asked] = key
            keys[index] = key
        return keys

    def _first_seen(self, ref: Ref) -> tuple[str, list[NameRecord], list[Counted]]:
        record: list[NameRecord] = []
        self._recorder = record
        key = self._render(ref, NOTHING_ADDED)
        self._recorder = None
        counter = self.counter
        counted = [one for names in record for one in counter.counted(ref.id, names[0])] if counter is not None else []
        return key, record, counted

    def names_around(self, ref: Ref) -> object:
        """What other items have to say about the given names of an item."""
        if not self._shared:
            return None
        found = self._around.get(ref)
        if found is None:
            found = self._around[ref] = tuple([self._shared.get(key) for key in self._family_names(ref)])
        return found

    def _family_names(self, ref: Ref) -> Sequence[tuple[str, str]]:
        """The keys of all the family names of an item, whatever their roles."""
        found = self.memory.families.get(ref)
        if found is None:
            counter = self.counter
            names = [name for some in ref.names.values() for name in some if name.given]
            found = [counter.key(ref.id, name) for name in names] if counter is not None else []
            self.memory.families[ref] = found
        return found

    def _begin(self, group: list[Ref]) -> None:
        ranks = [self.order[ref.id] for ref in group]
        by_rank = sorted(range(len(group)), key=ranks.__getitem__)
        key = (
            tuple(group),
            tuple(by_rank),
            tuple([self.names_around(ref) for ref in group]),
            tuple([self.notes.get(ref.id, 0) for ref in group]) if self.notes else (),
        )
        told = self.memory.groups.get(key)
        if told is None:
            super()._begin(group)
            told = [(ref.id, self.found[ref.id]) for ref in group if ref.id in self.found]
            self.memory.groups[key] = told
        else:
            self.found.update(told)
