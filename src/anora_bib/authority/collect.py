"""From the references of many essays to one library of distinct sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from anora_bib.authority.match import match
from anora_bib.authority.merge import merge
from anora_bib.authority.normalize import normalize
from anora_bib.authority.same import IDENTITIES, families, same_source
from anora_bib.model import Apparatus, Entry, Library, Match, Mention, Place, Provenance, Records, Work
from anora_bib.model.keys import assign_keys
from anora_bib.model.titles import main_key

MOST_ALIKE: Final = 12
"""How many different sources of one title and family name are compared with a new one; essays have two or three
("Letters", "Introduction"), and more would make the work grow with the square of the input."""

MOST_PEOPLE: Final = 10
"""By how many of its people a source is looked up."""

Key = tuple[str, ...]


def collect(
    apparatuses: Iterable[Apparatus], records: Records, loaded: Iterable[Entry] = (), *, mentions: bool = False
) -> Library:
    """Every source once, with a key, in the order in which the sources were met first.

    Args:
        apparatuses: matched already; their entries are normalized here.
        records: the records they were matched against.
        loaded: entries of bibliography files; they are taken as they are, and keep their keys.
        mentions: take in the works named in the prose as well, as their records have them.
    """
    sources = _Sources(records)
    for apparatus in apparatuses:
        for reference in apparatus.references:
            # A page cited belongs to the place that cites; the source is the whole work.
            entry = normalize(reference.entry, reference.match, records).with_values(locator=None)
            where = reference.met_in(apparatus.essay)
            sources.add(replace(entry, provenance=(where,)), reference.match.record if reference.match else "")
        for mention in apparatus.mentions if mentions else ():
            if isinstance(work := records.by_id.get(mention.record), Work):
                sources.add(_mentioned(apparatus, mention, work, records), work.id)
    for entry in loaded:
        found = match(entry, records).match
        sources.add(entry, found.record if found else "")
    return Library(assign_keys(tuple(source.entry for source in sources.found)))


def _mentioned(apparatus: Apparatus, mention: Mention, work: Work, records: Records) -> Entry:
    """The work as its record has it, met at the place that names it."""
    entry = normalize(Entry.of(work.type, title=work.title), Match(work.id, 1.0), records)
    where = Provenance(apparatus.essay.path, Place.MENTION, "", apparatus.essay.line(mention.span), mention.text)
    return replace(entry, provenance=(where,))


@dataclass(slots=True)
class _Source:
    entry: Entry
    record: str


class _Sources:
    """The distinct sources so far. A new entry is compared only with those it shares a key with."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self.found: list[_Source] = []
        self._by_key: dict[Key, list[_Source]] = {}

    def add(self, entry: Entry, record: str) -> None:
        source = self._known(entry, record)
        if source is None:
            source = _Source(entry, record)
            self.found.append(source)
        else:
            source.entry = merge(source.entry, entry)
            source.record = source.record or record
        for key in _keys(source.entry, source.record):
            alike = self._by_key.setdefault(key, [])
            if len(alike) < MOST_ALIKE and not any(other is source for other in alike):
                alike.append(source)

    def _known(self, entry: Entry, record: str) -> _Source | None:
        """The one source that the entry is; None if there is none, or if it might be several."""
        found: list[_Source] = []
        for key in _keys(entry, record):
            for source in self._by_key.get(key, ()):
                if self._is(source, entry, record) and not any(other is source for other in found):
                    found.append(source)
            if len(found) == 1:
                return found[0]
        return None

    def _is(self, source: _Source, entry: Entry, record: str) -> bool:
        if source.record and record:
            return source.record == record and not self._two_editions(source.entry, entry, record)
        return same_source(source.entry, entry)

    def _two_editions(self, one: Entry, other: Entry, record: str) -> bool:
        """True for two printed years that are those of two editions which the record tells apart."""
        work = self._records.by_id.get(record)
        years = {_printed_year(one), _printed_year(other)}
        return len(years) == 2 and isinstance(work, Work) and years <= {it.issued.year for it in work.editions}


def _printed_year(entry: Entry) -> int | None:
    """The year that was printed; None where there was none, or only a record gave it."""
    field, date = entry.fields.get("issued"), entry.date("issued")
    loaded = all(met.how == "file" for met in entry.provenance)
    return date.year if field and date and (field.span or loaded) else None


def _keys(entry: Entry, record: str) -> Iterator[Key]:
    """What to look a source up by, surest first."""
    if record:
        yield "record", record
    for identity in IDENTITIES:
        if value := identity(entry):
            yield identity.__name__, value
    title = main_key(entry.string("title"))
    if title:
        for family in sorted(families(entry))[:MOST_PEOPLE] or [""]:
            yield "title", title, family
