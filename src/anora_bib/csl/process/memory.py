"""What was rendered before, by all that it depends on: of a document that changes only what changed is rendered again.

Nothing here is ever out of date: what something depends on is its key, and an item that is replaced is another key.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from anora_bib.csl.compile.context import NOTHING_ADDED, Disambiguation, NameRecord
from anora_bib.csl.compile.item import Ref
from anora_bib.csl.compile.style import CompiledStyle
from anora_bib.csl.process.disambiguate import Disambiguator, FamilyNames
from anora_bib.model.bibliography.names import Name

Counted = tuple[tuple[str, str], str, str]
"""A name as names are counted: its key, its initials and its given names."""


class Seen(NamedTuple):
    """What an item's citation says before it is told from others, and the names in it."""

    key: str
    record: list[NameRecord]
    counted: list[Counted]
    shown: Disambiguation | None


class Memory:
    """What a document has rendered. It is emptied when it has grown far beyond what the document needs."""

    __slots__ = ("citations", "entries", "families", "groups", "keys", "names", "orders", "sequences",
                 "sorted_by", "states")  # fmt: skip

    def __init__(self) -> None:
        self.sorted_by: dict[object, dict[object, str]] = {}
        """The texts by which items are sorted, by the key that makes them."""
        self.names: dict[Ref, Seen] = {}
        self.families: dict[Ref, dict[tuple[str, str], list[Name]]] = {}
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
        kinds = [getattr(self, name) for name in self.__slots__ if name != "sorted_by"]
        for known in [*kinds, *self.sorted_by.values()]:
            if len(known) > most:
                known.clear()


class RememberingDisambiguator(Disambiguator):
    """A disambiguator that renders again only what depends on something that is new."""

    def __init__(self, style: CompiledStyle, refs: Sequence[Ref], notes: Mapping[str, int], memory: Memory) -> None:
        self.memory = memory
        self.around: dict[Ref, object] = {}
        """A sign for what other items have to say about the given names of an item, of those where they have."""
        super().__init__(style, refs, notes)

    def _count_names(self) -> list[str]:
        known = self.memory.names
        keys = []
        for ref in self.refs:
            found = known.get(ref)
            if found is None:
                found = known[ref] = self._first_seen(ref)
            keys.append(found.key)
            self.records[ref.id] = found.record
        counter = self.counter
        if counter is None:
            return keys
        for ref in self.refs:
            counter.count(known[ref].counted)
        self._compared = counter
        if not counter.by_cite:
            self.around = self._seen_around(counter)
        longer = self.memory.keys
        for index, ref in enumerate(self.refs):
            around = self.around.get(ref)
            if counter.by_cite or around is not None:
                key = longer.get((ref, around))
                if key is None:
                    key = self._render(ref, NOTHING_ADDED) if self._is_told_apart(ref) else keys[index]
                    longer[ref, around] = key
                keys[index] = key
        return keys

    def _seen_around(self, counter: FamilyNames) -> dict[Ref, object]:
        shared = counter.shared()
        if not shared:
            return {}
        families = self.memory.families
        around: dict[Ref, object] = {}
        for ref in self.refs:
            names = families.get(ref)
            if names is None:
                names = families[ref] = _by_family(ref, counter)
            if not shared.isdisjoint(names):
                seen = [counter.standing(key, name) if key in shared else 0 for key in names for name in names[key]]
                if any(seen):
                    around[ref] = tuple(seen)
        return around

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
        ranks = [self.order[ref.id] for ref in group]
        by_rank = sorted(range(len(group)), key=ranks.__getitem__)
        key = (
            tuple(group),
            tuple(by_rank),
            tuple([self.around.get(ref) for ref in group]),
            tuple([self.notes.get(ref.id, 0) for ref in group]) if self.notes else (),
        )
        told = self.memory.groups.get(key)
        if told is None:
            super()._begin(group)
            told = [(ref.id, self.found[ref.id]) for ref in group if ref.id in self.found]
            self.memory.groups[key] = told
        else:
            self.found.update(told)


def _by_family(ref: Ref, counter: FamilyNames) -> dict[tuple[str, str], list[Name]]:
    """The names of an item by their families, whatever the role, and whether the citation shows them or the entry only."""
    names: dict[tuple[str, str], list[Name]] = {}
    for some in ref.names.values():
        for name in some[:1] if counter.primary else some:
            if name.given:
                names.setdefault(counter.key(ref.id, name), []).append(name)
    return names
