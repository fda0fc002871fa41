"""Who shares a family name, so that given names have to tell people apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from anora_bib.csl.compile.context import NameCounter
from anora_bib.csl.values.initials import initialize
from anora_bib.model.values.names import Name

Family = tuple[str, str]
"""A family name as it is counted; with the id of the item, where it is counted within that."""
Counted = tuple[Family, str, str]
"""A name as it is counted: its family name, its initials and its given names."""


class FamilyNames(NameCounter):
    """Who shares a family name, in the whole document, or within an item under the rule by-cite."""

    def __init__(self, rule: str, never_demote: bool) -> None:
        self.rule = rule
        self.by_cite = rule == "by-cite"
        self.primary = rule.startswith("primary-name")
        self.with_initials = rule.endswith("-with-initials")
        self.never_demote = never_demote
        self._shared: dict[Family, dict[str, dict[str, int]]] = {}
        """For each family name the initials of its people, for these the given names, and how often each is there."""
        self._levels: dict[tuple[str, str, str, int, bool], int] = {}
        """What :meth:`level` found, as long as no name is counted that was not."""

    def key(self, item: str, name: Name) -> Family:
        """What names are counted by: the family name, within the item under the rule by-cite."""
        family = f"{name.family} {name.non_dropping_particle}" if self.never_demote else name.family
        return item if self.by_cite else "", _without_stops(family)

    def add(self, item: str, names: Sequence[Name]) -> None:
        """Count the names of an item, by its id."""
        self.count(self.counted(item, names))

    def counted(self, item: str, names: Sequence[Name]) -> Iterator[Counted]:
        """The names of an item as they are counted: by a key, the initials and the given names."""
        for name in names[:1] if self.primary else names:
            if name.family:
                given = _without_stops(name.given)
                yield self.key(item, name), initialize(given, "%s"), given

    def count(self, names: Iterable[Counted], times: int = 1) -> None:
        """Count the names of an item, as :meth:`counted` gives them; -1 times to take them away again."""
        self._levels.clear()
        for key, initials, given in names:
            people = self._shared.get(key)
            if people is None:
                people = self._shared[key] = {}
            known = people.get(initials)
            if known is None:
                known = people[initials] = {}
            known[given] = left = known.get(given, 0) + times
            if not left:
                del known[given]
                if not known:
                    del people[initials]

    def changed(self, added: Sequence[Counted], gone: Sequence[Counted]) -> FamilyNames:
        """What counts these names too and those no more. This counter stays as it is."""
        other = FamilyNames(self.rule, never_demote=self.never_demote)
        other._shared = self._shared.copy()
        for key in {key for names in (added, gone) for key, _, _ in names} & self._shared.keys():
            other._shared[key] = {initials: given.copy() for initials, given in self._shared[key].items()}
        other.count(added)
        other.count(gone, -1)
        return other

    def standing(self, key: Family, name: Name) -> int:
        """All that :meth:`level` can see of other people of a family name, the key of this name; 0 for none."""
        shared = self._shared.get(key)
        if not shared:
            return 0
        others = len(shared) > 1
        if self.with_initials or (not others and len(next(iter(shared.values()))) == 1):
            return others
        given = initialize(_without_stops(name.given), "%s")
        return others | (len(shared.get(given, ())) > 1) << 1

    def levels(
        self, item: str, names: Sequence[Name], base: int, asked: Sequence[int], initials: bool
    ) -> Sequence[int]:
        """The level of each given name that tells the name from others of its family name."""
        found: list[int] = []
        known = self._levels
        for index, name in enumerate(names):
            wanted = asked[index] if index < len(asked) else 0
            if name.literal:
                level = base
            elif not name.given or (self.by_cite and base <= wanted):
                level = wanted
            elif self.primary and index:
                level = base
            else:
                key = name.family, name.given, name.non_dropping_particle, base, initials
                told = None if self.by_cite else known.get(key)
                if told is None:
                    told = known[key] = self._level(item, name, base, initials)
                level = told
            found.append(max(base, level))
        return found

    def _level(self, item: str, name: Name, base: int, initials: bool) -> int:
        shared = self._shared.get(self.key(item, name))
        if not shared:
            return base
        if self.with_initials:
            return 1 if len(shared) > 1 else 0
        if len(shared) == 1 and len(next(iter(shared.values()))) == 1:
            return base
        given = initialize(_without_stops(name.given), "%s")
        if len(shared.get(given, ())) > 1:
            return 2
        if len(shared) > 1:
            return 1 if initials else 2
        return base


def _without_stops(text: str) -> str:
    return text if text.isalpha() else " ".join(text.replace(".", " ").split())
