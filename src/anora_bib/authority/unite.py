"""Libraries united into one: what is one source becomes one entry, and nothing that either says is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from anora_bib.model import Entry, Field, Library, Value
from anora_bib.model.bibliography.identity import Source, SourceIndex, compare_entries
from anora_bib.model.bibliography.keys import keep_keys
from anora_bib.model.bibliography.written import Block
from anora_bib.text.characters import counted, shortened

IDS: Final = "ids"
"""biblatex's field for other keys of an entry: citations by the old key still find it."""
_LISTS: Final = ("keyword", IDS)
"""What is united item by item."""
_REMARKS: Final = ("note", "annote", "abstract")
"""What is put one after the other."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What became of a field of an entry that was united with an earlier one.

    ``how`` is "added" (the earlier had none), "united" (the words of both stay) or "kept beside" (the earlier wins, and
    the other is in the field ``name``).
    """

    variable: str
    how: str
    first: str
    other: str
    name: str = ""

    def told(self) -> str:
        """In words."""
        if self.how == "added":
            return f"added {shortened(self.other)!r}"
        if self.how == "united":
            return f"united {shortened(self.first)!r} and {shortened(self.other)!r}"
        return f"kept {shortened(self.first)!r}; {shortened(self.other)!r} is kept as {self.name}"


@dataclass(frozen=True, slots=True)
class Union:
    """An entry that went into an earlier one: its key and place, the key of that one, why, and what became of it."""

    old: str
    new: str
    path: str
    line: int | None
    reasons: tuple[str, ...]
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Merged:
    """One library of several. ``keys`` has, by the path of a file, the new key of each key that is another now."""

    library: Library
    unions: tuple[Union, ...]
    keys: Mapping[str, Mapping[str, str]]

    def __repr__(self) -> str:
        renamed = sum(map(len, self.keys.values()))
        return f"Merged {self.library!r}: {len(self.unions):,} united, {counted(renamed, 'other key')}"

    def report(self) -> Iterator[str]:
        """What was done, a line for each entry that was united, for each of its fields, and for each other key."""
        for union in self.unions:
            place = f"{union.path}:{union.line}: " if union.path else ""
            yield f"{place}{union.old} is {union.new}, for {' and '.join(union.reasons)}"
            for change in union.changes:
                yield f"  {change.variable}: {change.told()}"
        for path, renamed in self.keys.items():
            for old, new in renamed.items():
                yield f"{path}: the key {old} is now {new}"


def unite(libraries: Iterable[Library]) -> Merged:
    """The libraries as one, in their order. Of two entries that are one source the first wins, and gets what it lacks.

    Entries of one library are never united with each other. The key of an entry that is united stays in ``ids``; an
    entry whose key is taken gets another.
    """
    index = SourceIndex()
    entries: list[Entry] = []
    origins: list[tuple[str, str, int]] = []
    unions: list[tuple[int, Entry, tuple[str, ...], tuple[FieldChange, ...]]] = []
    blocks: list[Block] = []
    before = 0
    for library in libraries:
        blocks += (replace(block, at=block.at + before) for block in library.blocks)
        start = len(entries)
        for entry in library:
            at = index.find(Source(entry)) if start else None
            if at is not None and at < start:
                reasons = compare_entries(entries[at], entry).reasons
                entries[at], changes = _united(entries[at], entry)
                unions.append((at, entry, reasons, changes))
            else:
                entries.append(entry)
                origins.append((_path(entry), entry.key, len(entries) - 1))
        for entry in entries[start:]:
            index.append(Source(entry))
        before = len(entries)
    kept, _ = keep_keys(entries)
    keys: dict[str, dict[str, str]] = {}
    for path, old, at in [*origins, *((_path(entry), entry.key, at) for at, entry, _, _ in unions)]:
        if old and kept[at].key != old:
            keys.setdefault(path, {}).setdefault(old, kept[at].key)
    told = tuple(
        Union(entry.key, kept[at].key, _path(entry), _line(entry), reasons, changes)
        for at, entry, reasons, changes in unions
    )
    return Merged(Library(kept, (), tuple(blocks)), told, keys)


def _path(entry: Entry) -> str:
    return entry.provenance[0].path if entry.provenance else ""


def _line(entry: Entry) -> int | None:
    return entry.provenance[0].line if entry.provenance else None


def _united(first: Entry, other: Entry) -> tuple[Entry, tuple[FieldChange, ...]]:
    """The first entry with what the other says besides, and what became of each field of the other."""
    fields = dict(first.fields)
    changes: list[FieldChange] = []
    if other.key and other.key != first.key:
        other = other.with_values(ids=", ".join(filter(None, (other.string(IDS), other.key))))
    for variable, field in other.fields.items():
        old = fields.get(variable)
        if old is None:
            fields[variable] = Field(field.value)
            changes.append(FieldChange(variable, "added", "", _said(field.value)))
        elif old.value != field.value:
            changes.append(_both(fields, variable, old.value, field.value))
    where = (*first.provenance, *other.provenance)
    return replace(first, fields=fields, provenance=where), tuple(changes)


def _both(fields: dict[str, Field], variable: str, first: Value, other: Value) -> FieldChange:
    """Both values, in one field where that can hold both, else the other beside the first."""
    ours, theirs = _said(first), _said(other)
    if variable in _LISTS:
        items = [*_items(ours), *(item for item in _items(theirs) if item not in _items(ours))]
        fields[variable] = Field(", ".join(items))
        return FieldChange(variable, "united", ours, theirs)
    if variable in _REMARKS:
        if theirs not in ours:
            fields[variable] = Field(theirs if ours in theirs else f"{ours.rstrip('.')}. {theirs}")
        return FieldChange(variable, "united", ours, theirs)
    name = next(name for name in _beside(variable) if name not in fields)
    fields[name] = Field(theirs)
    return FieldChange(variable, "kept beside", ours, theirs, name)


def _beside(variable: str) -> Iterator[str]:
    number = 1
    while True:
        number += 1
        yield f"{variable.lower()}-{number}"


def _items(text: str) -> Sequence[str]:
    return [item for part in text.replace(";", ",").split(",") if (item := part.strip())]


def _said(value: Value) -> str:
    return "; ".join(name.inverted for name in value) if isinstance(value, tuple) else str(value)
