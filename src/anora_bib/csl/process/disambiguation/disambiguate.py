"""Telling citations apart that would read alike: more names, given names, the style's condition, year suffixes.

Citations with the same text are ambiguous; only those are rendered again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from anora_bib.csl.compile.context import (
    NOTHING_ADDED,
    SUBSEQUENT,
    Cite,
    Context,
    Disambiguation,
    NameCounter,
    NameRecord,
    Names,
)
from anora_bib.csl.compile.formatting import flat
from anora_bib.csl.compile.item import Ref
from anora_bib.csl.compile.style import CompiledStyle
from anora_bib.csl.output.nodes import Node, Output
from anora_bib.csl.process.disambiguation.family_names import FamilyNames

NOWHERE: Final[Mapping[str, int]] = MappingProxyType({})


def notes_tell_apart(style: CompiledStyle) -> bool:
    """Whether the number of the first note makes cites differ enough.

    "Smith (n. 6)" matches one work only, so that its names need no more. Names that are to be told apart everywhere do
    not ask what a cite says beside, and a letter is for the entry too, which has no such number.
    """
    citation = style.tree.citation
    by_cite = citation.givenname_rule == "by-cite" and (citation.add_names or citation.add_givenname)
    prints = style.tree.kind == "note" and style.prints_first_notes
    return prints and by_cite and not citation.add_year_suffix


class Disambiguator:
    """Works out what to add to the citations of a set of items.

    ``counter`` knows the names that are to be told apart in the whole document; the order of items may
    depend on them, and what letters they get depends on their order. ``notes`` has the notes of the first cites.
    """

    def __init__(self, style: CompiledStyle, refs: Sequence[Ref], notes: Mapping[str, int] = NOWHERE) -> None:
        self.style = style
        self.refs = refs
        citation = style.tree.citation
        self.options = citation
        self.counter: FamilyNames | None = None
        self.context = Context()
        self._recorder: list[NameRecord] | None = None
        self._compared: NameCounter | None = None
        self.cite = Cite("")
        self.cite.position = SUBSEQUENT
        self.cite.near_note = True
        self._later = style.facts.of_cite(self.cite)
        self.found: dict[str, Disambiguation] = {}
        self.records: dict[str, list[NameRecord]] = {}
        self._drafts: dict[str, Node] = {}
        """The citations of items as they were rendered first, for those whose names alone may be rendered again."""
        self.order: dict[str, int] = {}
        by_cite = citation.givenname_rule == "by-cite"
        self.adds_names = citation.add_names or (citation.add_givenname and by_cite)
        self.notes = notes if notes_tell_apart(style) else NOWHERE
        if citation.add_givenname:
            self.counter = FamilyNames(citation.givenname_rule, style.tree.demote_particle == "never")

        self._keys = self._count_names()

    def _count_names(self) -> list[str]:
        """The citation of each item as a key, its names told from those of the others."""
        drafts = [self._recorded(ref) for ref in self.refs]
        if self.counter is None:
            return [flat(draft) for draft in drafts]
        for ref in self.refs:
            for record in self.records[ref.id]:
                self.counter.add(ref.id, record.names)
        self._compared = self.counter
        return [
            self._renamed(ref, draft, NOTHING_ADDED) if self._is_told_apart(ref) else flat(draft)
            for ref, draft in zip(self.refs, drafts, strict=True)
        ]

    def run(self, order: Sequence[Ref]) -> dict[str, Disambiguation]:
        """What to add to each item, all of them given again in the order of the bibliography."""
        self.order = {ref.id: index for index, ref in enumerate(order)}
        groups: dict[str, list[Ref]] = defaultdict(list)
        for key, ref in zip(self._keys, self.refs, strict=True):
            groups[key].append(ref)
            if (told := self._shown(ref)) is not None:
                self.found[ref.id] = told
        for group in groups.values():
            if len(group) > 1:
                self._begin(group)
        return self.found

    def _shown(self, ref: Ref) -> Disambiguation | None:
        """The names that a citation shows by itself: it never shows fewer than the short form told from others."""
        record = self.records[ref.id]
        return Disambiguation(Names([names.shown for names in record], [])) if record else None

    def _begin(self, group: list[Ref]) -> None:
        """Tell apart what the numbers of the first notes do not."""
        parts = [group]
        if self.notes:
            parts = self._split(group, NOTHING_ADDED)
        for part in parts:
            if len(part) > 1:
                self._resolve(part)

    def _is_told_apart(self, ref: Ref) -> bool:
        """Whether the whole set of names makes a given name of the item longer."""
        counter = self.counter
        if counter is None:
            return False
        for names, count, shape, *_ in self.records[ref.id]:
            base = shape.base
            if any(level > base for level in counter.levels(ref.id, names[:count], base, (), shape.has_initials)):
                return True
        return False

    def _recorded(self, ref: Ref) -> Node:
        """The citation of an item, to be made a key; what it shows of its names goes into the records."""
        record: list[NameRecord] = []
        self._recorder = record
        parts = self._parts(ref, NOTHING_ADDED)
        self._recorder = None
        self.records[ref.id] = record
        draft = self._drafts[ref.id] = Node(parts)
        return draft

    def _renamed(self, ref: Ref, draft: Node, added: Disambiguation) -> str:
        """The citation of an item again, with more of its names or given names: all else is the same."""
        for names in self.records[ref.id]:
            if not names.output.children:
                return self._render(ref, added)
            ctx = self._begun(ref, added)
            ctx.nameset, ctx.strip = names.nameset, names.strip
            made = names.shape.render(ctx, names.asked)
            names.output.children = [made] if made else []
        return flat(draft)

    # -- rendering

    def _render(self, ref: Ref, added: Disambiguation) -> str:
        parts = self._parts(ref, added)
        return flat(Node(parts)) if parts else ""

    def _parts(self, ref: Ref, added: Disambiguation) -> list[Output]:
        return self.style.citation(self._begun(ref, added))

    def _begun(self, ref: Ref, added: Disambiguation) -> Context:
        ctx = self.context
        ctx.begin(ref, self._later, self.cite, added, 0, True, self._compared, self._recorder)
        ctx.started = False
        return ctx

    def _split(self, group: list[Ref], added: Disambiguation) -> list[list[Ref]]:
        classes: dict[str, list[Ref]] = defaultdict(list)
        for ref in group:
            if self.notes:
                self.cite.first_note = self.notes.get(ref.id, 0)
                self._later = self.style.facts.of_cite(self.cite)
            draft = None if self.notes or added.condition else self._drafts.get(ref.id)
            text = self._render(ref, added) if draft is None else self._renamed(ref, draft, added)
            classes[text].append(ref)
        if self.notes:
            self.cite.first_note = 0
            self._later = self.style.facts.of_cite(self.cite)
        return list(classes.values())

    # -- the methods, in their order

    def _resolve(self, group: list[Ref]) -> None:
        if not self.adds_names:
            self._further(group, None)
            return
        sets = [self.records[ref.id] for ref in group]
        namesets = min(len(found) for found in sets)
        counts = [max(found[at].shown for found in sets) for at in range(namesets)]
        totals = [max(len(found[at].names) for found in sets) for at in range(namesets)]
        levels = [[0] * totals[at] for at in range(namesets)]
        base = Names(counts, levels)
        steps = list(self._steps(totals))
        self._expand(group, base, base.copy(), steps, 0)

    def _steps(self, totals: list[int]) -> Iterator[tuple[int, int, bool]]:
        """What to try, one thing after the other: (set of names, index of a name, whether to add a name)."""
        citation = self.options
        by_cite = citation.add_givenname and citation.givenname_rule == "by-cite"
        for nameset, total in enumerate(totals):
            for index in range(total):
                if by_cite:
                    yield nameset, index, False
                    yield nameset, index, False
                if citation.add_names:
                    yield nameset, index, True

    def _expand(
        self, group: list[Ref], base: Names, better: Names, steps: list[tuple[int, int, bool]], at: int
    ) -> None:
        """Go through the steps until the group falls apart; keep of them only those that helped."""
        while at < len(steps):
            nameset, index, adds = steps[at]
            at += 1
            if adds:
                base.counts[nameset] += 1
            else:
                levels = base.levels[nameset]
                # Where citations have no initials the whole given name comes at once, in the bibliography too.
                levels[index] = 1 if not levels[index] and self._has_initials(group, nameset) else 2
            if not self._may_split(group, base, nameset, index, adds=adds):
                continue
            classes = self._split(group, Disambiguation(base))
            if len(classes) == 1:
                continue
            better = better.copy()
            better.counts[nameset] = base.counts[nameset]
            if not adds:
                better.levels[nameset][index] = base.levels[nameset][index]
            for part in classes:
                if len(part) == 1:
                    self.found[part[0].id] = Disambiguation(better)
                else:
                    self._expand(part, base.copy(), better.copy(), steps, at)
            return
        self._further(group, better)

    def _may_split(self, group: list[Ref], base: Names, nameset: int, index: int, *, adds: bool) -> bool:
        """False if a step surely changes the citations of the group alike, or not at all."""
        at = base.counts[nameset] - 1 if adds else index
        if not adds and index >= base.counts[nameset]:
            return False
        first, *others = [self.records[ref.id][nameset].names for ref in group]
        for names in others:
            if (len(names) > at) is not (len(first) > at) or (len(first) > at and names[at] != first[at]):
                return True
        # The last name to be added takes the words for "and others" with it.
        return adds and any((len(names) > at + 1) is not (len(first) > at + 1) for names in others)

    def _has_initials(self, group: list[Ref], nameset: int) -> bool:
        return any(self.records[ref.id][nameset].shape.has_initials for ref in group)

    def _further(self, group: list[Ref], names: Names | None) -> None:
        """The condition of the style, then letters after the year, for what names could not tell apart."""
        condition = 0
        if self.style.tree.uses_disambiguate and not self.options.add_year_suffix:
            condition = self._condition(group, names)
            if condition < 0:
                return
        if self.options.add_year_suffix:
            classes = self._split(group, Disambiguation(names))
            for part in classes:
                self._letter(part, names, condition)
            return
        for ref in group:
            self.found[ref.id] = Disambiguation(names, condition)

    def _letter(self, group: list[Ref], names: Names | None, condition: int) -> None:
        if len(group) < 2:
            self.found[group[0].id] = Disambiguation(names, condition)
            return
        for number, ref in enumerate(sorted(group, key=lambda ref: self.order[ref.id])):
            self.found[ref.id] = Disambiguation(names, condition, number)

    def _condition(self, group: list[Ref], names: Names | None) -> int:
        """Meet one condition after the other; what one sets apart needs no more."""
        rest, condition, asked = [group], 0, 1
        while rest and condition < asked:
            condition += 1
            asked = max(asked, self._asked(rest[0][0], Disambiguation(names, condition)))
            classes = [part for some in rest for part in self._split(some, Disambiguation(names, condition))]
            rest = [part for part in classes if len(part) > 1]
            for part in classes:
                for ref in part:
                    self.found[ref.id] = Disambiguation(names, condition)
        return -1

    def _asked(self, ref: Ref, added: Disambiguation) -> int:
        self._render(ref, added)
        return self.context.conditions_asked
