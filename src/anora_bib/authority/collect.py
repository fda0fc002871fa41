"""From the references of many essays to one library of distinct sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from anora_bib.authority.match import match
from anora_bib.authority.merge import merge
from anora_bib.authority.normalize import Normalizer, normalize
from anora_bib.model import Apparatus, Entry, Library, Match, Mention, Place, Provenance, Records, Work
from anora_bib.model.bibliography.cited_place import whole_work
from anora_bib.model.bibliography.identity import Source, SourceIndex
from anora_bib.model.bibliography.keys import assign_keys


def collect(
    apparatuses: Iterable[Apparatus],
    records: Records,
    loaded: Iterable[Entry] = (),
    *,
    mentions: bool = False,
    normalizers: Iterable[Normalizer] | None = None,
) -> Library:
    """Every source of the essays once, with a key, in the order in which they were met first; then what was loaded.

    Args:
        apparatuses: matched already; their entries are normalized here.
        records: the records they were matched against.
        loaded: entries of bibliography files, each with a key of its own; they are taken as they are, in their order.
            A source of an essay that is one of them is that entry, which gets the places where it was met.
        mentions: take in the works named in the prose as well, as their records have them.
        normalizers: the steps that correct an entry; the built-in ones, if none are given.
    """
    steps = None if normalizers is None else tuple(normalizers)
    sources = _Collected(records)
    for apparatus in apparatuses:
        for reference in apparatus.references:
            # A page cited belongs to the place that cites; the source is the whole work.
            entry = whole_work(normalize(reference.entry, reference.match, records, steps))
            where = reference.met_in(apparatus.essay)
            sources.add(replace(entry, provenance=(where,)), reference.match.record if reference.match else "")
        for mention in apparatus.mentions if mentions else ():
            if isinstance(work := records.by_id.get(mention.record), Work):
                sources.add(_mentioned(apparatus, mention, work, records, steps), work.id)
    return _beside(sources.entries, tuple(loaded), records)


def _beside(collected: tuple[Entry, ...], loaded: tuple[Entry, ...], records: Records) -> Library:
    """The sources of essays and the entries of libraries; an entry that was loaded never changes."""
    if not collected or not loaded:
        return Library(assign_keys(collected) if collected else loaded)
    index = SourceIndex()
    numbers: dict[int, int] = {}
    for at, entry in enumerate(loaded):
        numbers.setdefault(index.add(_matched(entry, records)), at)
    met: dict[int, list[Provenance]] = {}
    new: list[Entry] = []
    for entry in collected:
        number = index.find(_matched(entry, records))
        if number is None:
            new.append(entry)
        else:
            met.setdefault(numbers[number], []).extend(entry.provenance)
    taken = [Entry(key=entry.key) for entry in loaded]
    keyed = assign_keys((*taken, *new))[len(taken) :]
    kept = (replace(it, provenance=(*met.get(at, ()), *it.provenance)) for at, it in enumerate(loaded))
    return Library((*keyed, *kept))


def _matched(entry: Entry, records: Records) -> Source:
    matched = match(entry, records).match
    return Source.matched(entry, matched.record if matched else "", records)


def _mentioned(
    apparatus: Apparatus, mention: Mention, work: Work, records: Records, steps: Iterable[Normalizer] | None
) -> Entry:
    """The work as its record has it, met at the place that names it."""
    entry = normalize(Entry.of(work.type, title=work.title), Match(work.id, 1.0), records, steps)
    where = Provenance(apparatus.essay.path, Place.MENTION, "", apparatus.essay.line(mention.span), mention.text)
    return replace(entry, provenance=(where,))


class _Collected:
    """The distinct sources so far, each with the fullest entry and every place where it was met."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._index = SourceIndex()
        self._entries: list[Entry] = []
        self._met: list[list[Provenance]] = []

    def add(self, entry: Entry, record: str) -> None:
        number = self._index.add(Source.matched(entry, record, self._records))
        if number == len(self._entries):
            self._entries.append(entry)
            self._met.append(list(entry.provenance))
            return
        # What is compared keeps the places of the first entry only, so that thousands of repeats stay cheap.
        merged = replace(merge(self._entries[number], entry), provenance=self._entries[number].provenance)
        self._entries[number] = merged
        self._met[number] += entry.provenance
        known = self._index[number].record
        self._index.put(number, Source.matched(merged, known or record, self._records))

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The sources in the order in which they were met first."""
        return tuple(replace(entry, provenance=tuple(met)) for entry, met in zip(self._entries, self._met, strict=True))
