"""The node of each citation, so that one work is one node however it is cited.

A work may be cited by a reference (a note, an item of the works cited) and by its name in prose. The node is its
authority record where any reference to it has matched one, else its entry in the library, else what is printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from anora_bib.graph.excerpts import shorten
from anora_bib.graph.model import ESSAY, KEY
from anora_bib.graph.shelf_names import ShelfPeople, short_titles
from anora_bib.model import (
    Apparatus,
    Attribution,
    Entry,
    Essay,
    Library,
    Mention,
    Name,
    Person,
    Records,
    Reference,
    Work,
)
from anora_bib.model.bibliography.identity import Source, SourceIndex, Verdict
from anora_bib.model.bibliography.records import Record
from anora_bib.model.values.richtext import plain
from anora_bib.model.values.titles import main_key, title_key, title_keys
from anora_bib.text.characters import fold, join_names, printable_line


class Target(NamedTuple):
    """A node: its id, what to call it, and its year, which tells two works of one title apart."""

    id: str
    label: str
    year: int | None = None


class Targets:
    """Finds the node of a reference, an attribution or a mention. ``names`` are what the essays are called."""

    def __init__(
        self, apparatuses: Sequence[Apparatus], names: Sequence[str], library: Library, records: Records
    ) -> None:
        self._records = records
        self._essays = _essays_by_title(apparatuses, names)
        titles = (printable_line(apparatus.essay.metadata.title) for apparatus in apparatuses)
        self._called = {name: title or name for name, title in zip(names, titles, strict=True)}
        self._entries = _Entries(library)
        self._record_of: dict[str, str] = {}
        self._titled: dict[str, list[Entry]] = {}
        self._years: dict[str, set[int]] = {}
        for reference, essay in ((ref, apparatus.essay) for apparatus in apparatuses for ref in apparatus.references):
            entry = self._entries.of(reference, essay)
            if entry and reference.match and reference.match.record in records.by_id:
                self._record_of.setdefault(entry.key, reference.match.record)
        for entry in library:
            for title in title_keys(_title(entry)):
                self._titled.setdefault(title, []).append(entry)
        self._people = ShelfPeople(apparatuses)
        self._short = short_titles([_titles_in(apparatus) for apparatus in apparatuses])
        self._full: dict[str, set[str]] = {}
        self._mentioned = {title_key(mention.text) for apparatus in apparatuses for mention in apparatus.mentions}
        self._mentioned |= self._titled.keys()
        for mention in (mention for apparatus in apparatuses for mention in apparatus.mentions):
            if mention.year is not None:
                self._years.setdefault(fold(mention.text), set()).add(mention.year)
            if main_key(mention.text) != title_key(mention.text):
                self._full.setdefault(main_key(mention.text), set()).add(mention.text)

    def of_reference(self, reference: Reference, essay: Essay) -> Target:
        """The essay of the shelf it is; else its record; else its entry in the library; else its title."""
        if cited := self._essay(reference.entry):
            return cited
        entry = self._entries.of(reference, essay)
        matched = reference.match.record if reference.match else ""
        record = self._records.by_id.get(matched or (self._record_of.get(entry.key, "") if entry else ""))
        if record:
            return _of_record(record)
        if entry:
            return _of_entry(entry)
        return _printed("title", _title(reference.entry) or reference.entry.text)

    def of_attribution(self, attribution: Attribution) -> Target:
        """The record of the source; the work, if its name is a title; else its name, in full if that is known."""
        record = self._records.by_id.get(attribution.source)
        if record:
            return _of_record(record)
        name, speaker = attribution.name or attribution.text, attribution.speaker
        if not speaker and (title_key(name) in self._mentioned or main_key(name) in self._full):
            return self.of_mention(Mention(name, attribution.span))
        own = set(fold(name).split()) <= set(fold(speaker).split())
        return self._person(speaker if own else name)

    def _person(self, name: str) -> Target:
        """The one record of a person of that name, or the name that the shelf has in full."""
        full = self._people.full(name)
        records = [record for record in self._records.named(full) if isinstance(record, Person)]
        return _of_record(records[0]) if len(records) == 1 else _printed("name", full)

    def of_mention(self, mention: Mention) -> Target:
        """The record of the work; else the one entry of the library that has its title; else its title.

        A title without its subtitle is that of the one work that the shelf has with a subtitle.
        """
        record = self._records.by_id.get(mention.record)
        if record:
            return _of_record(record)
        mention = replace(mention, text=self._short.get(title_key(mention.text), mention.text))
        entries = self._entries_of(mention)
        if len(entries) != 1:
            return self._unknown(mention)
        record = self._records.by_id.get(self._record_of.get(entries[0].key, ""))
        return _of_record(record) if record else _of_entry(entries[0])

    def _entries_of(self, mention: Mention) -> list[Entry]:
        """The entries whose title the mention has; or those with only the first part of it, where none has all."""
        whole, first = title_key(mention.text), main_key(mention.text)
        titled = self._titled.get(whole) or [
            entry for entry in self._titled.get(first, ()) if title_key(_title(entry)) == first
        ]
        return [entry for entry in titled if mention.year is None or _year(entry) in (None, mention.year)]

    def _unknown(self, mention: Mention) -> Target:
        """A work by its title; with its year where the shelf names works of that title from several years."""
        if mention.text in self._people:  # a name in italics, or before years in parentheses
            return self._person(mention.text)
        full = self._full.get(title_key(mention.text), set())
        target = _printed("title", next(iter(full)) if len({title_key(title) for title in full}) == 1 else mention.text)
        if mention.year is None or len(self._years.get(fold(mention.text), ())) < 2:
            return target
        return Target(f"{target.id}-{mention.year}", target.label, mention.year)

    def _essay(self, entry: Entry) -> Target | None:
        """The essay of the shelf with the entry's title and one of its authors, if there is exactly one."""
        people = _people(entry.creators())
        essays = [essay for title in title_keys(_title(entry)) for essay in self._essays.get(title, ())]
        names = {name for name, authors in essays if people & authors}
        if len(names) != 1:
            return None
        name = names.pop()
        return Target(f"{ESSAY}{name}", self._called[name])


def _titles_in(apparatus: Apparatus) -> list[str]:
    """The titles of the works that an essay mentions or refers to, without those that records know."""
    titles = [_title(reference.entry) for reference in apparatus.references]
    return [*filter(None, titles), *(mention.text for mention in apparatus.mentions if not mention.record)]


class _Entries:
    """From a reference, as printed, to the entry of the library it went into."""

    def __init__(self, library: Library) -> None:
        self._by_place = _unique((place, entry) for entry in library for place in entry.provenance)
        self._sources = SourceIndex(Verdict.LIKELY)
        self._by_source = _unique((self._sources.add(Source(entry)), entry) for entry in library)

    def of(self, reference: Reference, essay: Essay) -> Entry | None:
        """By the place it was met at, which the library keeps; else the one entry that is the same source."""
        entry = self._by_place.get(reference.met_in(essay))
        return entry or self._by_source.get(self._sources.find(Source(reference.entry)))


def _unique(pairs: Iterable[tuple[object, Entry]]) -> Mapping[object, Entry]:
    """A mapping without the keys that would lead to two entries, since choosing one would be a guess."""
    by_thing: dict[object, dict[str, Entry]] = {}
    for thing, entry in pairs:
        by_thing.setdefault(thing, {})[entry.key] = entry
    return {thing: next(iter(entries.values())) for thing, entries in by_thing.items() if len(entries) == 1}


def _essays_by_title(
    apparatuses: Sequence[Apparatus], names: Sequence[str]
) -> Mapping[str, list[tuple[str, frozenset[str]]]]:
    essays: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for apparatus, name in zip(apparatuses, names, strict=True):
        about = apparatus.essay.metadata
        for title in title_keys(about.title):
            essays.setdefault(title, []).append((name, _people(about.authors)))
    return essays


def _title(entry: Entry) -> str:
    """The title without the tags for italics and the like that CSL-JSON allows in it."""
    return plain(entry.string("title"))


def _people(names: Iterable[Name]) -> frozenset[str]:
    """The names as keys: a byline may be kept as one literal where a reference has family and given name."""
    return frozenset(fold(name.display) for name in names) - {""}


def _year(entry: Entry) -> int | None:
    issued = entry.date("issued")
    return issued.year if issued else None


def _of_record(record: Record) -> Target:
    issued = record.issued if isinstance(record, Work) else None
    return Target(record.id, record.label, issued.year if issued else None)


def _of_entry(entry: Entry) -> Target:
    families = join_names(name.full_family or name.literal for name in entry.creators())
    title = _title(entry)
    label = ", ".join(part for part in (families, title) if part) if title else shorten(printable_line(entry.text))
    return Target(f"{KEY}{entry.key}", label or entry.key, _year(entry))


def _printed(kind: str, text: str) -> Target:
    label = shorten(printable_line(text))
    return Target(f"{kind}/{fold(text).replace(' ', '-') or label}", label)
