"""What was rendered before, by all that it depends on: of a document that changes only what changed is rendered again.

Nothing here is ever out of date: what something depends on is its key, and an item that is replaced is another key.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from anora_bib.csl.compile.context import NOTHING_ADDED, Disambiguation, NameRecord
from anora_bib.csl.compile.item import Ref
from anora_bib.csl.compile.style import CompiledStyle
from anora_bib.csl.process.disambiguation.disambiguate import Disambiguator
from anora_bib.csl.process.disambiguation.family_names import Counted, Family, FamilyNames
from anora_bib.model.values.names import Name


class Seen(NamedTuple):
    """What an item's citation says before it is told from others, and the names in it."""

    key: str
    record: list[NameRecord]
    counted: list[Counted]
    shown: Disambiguation | None


class Told(NamedTuple):
    """What the names of all items made of each, in the last state of the document."""

    counter: FamilyNames
    keys: Mapping[Ref, str]
    """What the citation of each says when its names are told from those of the others."""
    around: Mapping[Ref, object]
    """A sign for what other items have to say about the given names of an item, of those where they have."""


class Memory:
    """What a document has rendered. It is emptied when it has grown far beyond what the document needs."""

    __slots__ = ("citations", "entries", "families", "groups", "keys", "names", "orders", "sequences", "sorted_by",
                 "states", "told")  # fmt: skip

    def __init__(self) -> None:
        self.told: Told | None = None
        self.sorted_by: dict[object, dict[object, str]] = {}
        """The texts by which items are sorted, by the key that makes them."""
        self.names: dict[Ref, Seen] = {}
        self.families: dict[Ref, dict[Family, list[Name]]] = {}
        """The names of an item that may be told from others, by their family names."""
        self.keys: dict[object, str] = {}
        """The same with longer given names."""
        self.groups: dict[object, list[tuple[str, Disambiguation]]] = {}
        """What tells apart items whose citations are alike."""
        self.sequences: dict[object, list[Ref]] = {}
        """The order of a few items by the later keys of the bibliography's sort."""
        self.orders: dict[object, tuple[int, ...]] = {}
        """The order of the cites in a citation."""
        self.states: dict[object, object] = {}
        """A sign for all that other items do to an item; another sign for each state, and quick to compare."""
        self.citations: dict[object, str] = {}
        self.entries: dict[object, tuple[str, list[str]]] = {}
        """Each entry with the authors that it shows, which the next may repeat."""

    def forget(self, most: int) -> None:
        """Forget everything of a kind of which there is more than so many."""
        kinds = [getattr(self, name) for name in self.__slots__ if name not in ("sorted_by", "told")]
        for known in [*kinds, *self.sorted_by.values()]:
            if len(known) > most:
                known.clear()
                self.told = None


class RememberingDisambiguator(Disambiguator):
    """A disambiguator that renders again only what depends on something that is new."""

    def __init__(self, style: CompiledStyle, refs: Sequence[Ref], notes: Mapping[str, int], memory: Memory) -> None:
        self.memory = memory
        self.around: Mapping[Ref, object] = {}
        super().__init__(style, refs, notes)

    def _count_names(self) -> list[str]:
        known = self.memory.names
        for ref in self.refs:
            if ref not in known:
                known[ref] = self._first_seen(ref)
        self.records = {ref.id: known[ref].record for ref in self.refs}
        if self.counter is None:
            return [known[ref].key for ref in self.refs]
        told = self.memory.told = self._told(self.counter)
        self.around = told.around
        return [told.keys[ref] for ref in self.refs]

    def _told(self, nobody: FamilyNames) -> Told:
        """The names of the items told apart: where the last state has an item and all that it depends on, as there."""
        known = self.memory.names
        last = self.memory.told or Told(nobody, {}, {})
        there = dict.fromkeys(self.refs)
        new = [ref for ref in self.refs if ref not in last.keys]
        gone = [ref for ref in last.keys if ref not in there]
        added = [one for ref in new for one in known[ref].counted]
        removed = [one for ref in gone for one in known[ref].counted]
        self.counter = self._compared = counter = last.counter.changed(added, removed)
        keys, around = dict(last.keys), dict(last.around)
        for ref in gone:
            del keys[ref]
            around.pop(ref, None)
        touched = {family for names in (added, removed) for family, _, _ in names}
        for ref in there:
            families = self._families(ref, counter)
            if ref in keys and touched.isdisjoint(families):
                continue
            seen = tuple([counter.standing(family, name) for family, names in families.items() for name in names])
            if counter.by_cite or not any(seen):
                around.pop(ref, None)
            else:
                around[ref] = seen
            asked = ref, around.get(ref)
            key = self.memory.keys.get(asked)
            if key is None:
                key = self._render(ref, NOTHING_ADDED) if self._is_told_apart(ref) else known[ref].key
                self.memory.keys[asked] = key
            keys[ref] = key
        return Told(counter, keys, around)

    def _families(self, ref: Ref, counter: FamilyNames) -> dict[Family, list[Name]]:
        families = self.memory.families.get(ref)
        if families is None:
            families = self.memory.families[ref] = _by_family(ref, counter)
        return families

    def _first_seen(self, ref: Ref) -> Seen:
        record: list[NameRecord] = []
        self._recorder = record
        key = self._render(ref, NOTHING_ADDED)
        self._recorder = None
        counter = self.counter
        counted = [one for names in record for one in counter.counted(ref.id, names[0])] if counter is not None else []
        self.records[ref.id] = record
        return Seen(key, record, counted, super()._shown(ref))

    def _shown(self, ref: Ref) -> Disambiguation | None:
        return self.memory.names[ref].shown

    def _begin(self, group: list[Ref]) -> None:
        ranks: list[int] = []
        if self.options.add_year_suffix:
            # Nothing else asks for the order of the entries.
            order = [self.order[ref.id] for ref in group]
            ranks = sorted(range(len(group)), key=order.__getitem__)
        key = (
            tuple(group),
            tuple(ranks),
            tuple(map(self.around.get, group)),
            tuple([self.notes.get(ref.id, 0) for ref in group]) if self.notes else (),
        )
        told = self.memory.groups.get(key)
        if told is None:
            super()._begin(group)
            told = [(ref.id, self.found[ref.id]) for ref in group if ref.id in self.found]
            self.memory.groups[key] = told
        else:
            self.found.update(told)


def _by_family(ref: Ref, counter: FamilyNames) -> dict[Family, list[Name]]:
    """The names of an item by their families, whatever the role: some are shown only in the bibliography."""
    names: dict[Family, list[Name]] = {}
    for some in ref.names.values():
        for name in some[:1] if counter.primary else some:
            if name.given:
                names.setdefault(counter.key(ref.id, name), []).append(name)
    return names
