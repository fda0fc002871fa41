"""Authority records held in memory, with indexes that are built once, however many essays ask them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from threading import RLock
from typing import TypeVar, cast

from anora_bib.model.bibliography.records import Outlet, Person, Publisher, Record, Records, Work
from anora_bib.records.near import NearForms
from anora_bib.text.characters import fold

T = TypeVar("T")


@dataclass(frozen=True)
class RecordSet:
    """All records of some folders: a :class:`~anora_bib.model.Records`.

    Ids are unique across kinds and carry the kind: ``work/pretty-woman``.
    """

    people: tuple[Person, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    publishers: tuple[Publisher, ...] = ()
    works: tuple[Work, ...] = ()
    _built: dict[object, object] = field(default_factory=dict, init=False, repr=False, compare=False)
    _lock: RLock = field(default_factory=RLock, init=False, repr=False, compare=False)

    def __reduce__(self) -> tuple[type[RecordSet], tuple[Sequence[Record], ...]]:
        """Pickled without its indexes; whoever unpickles it builds them anew."""
        return RecordSet, (self.people, self.outlets, self.publishers, self.works)

    def __iter__(self) -> Iterator[Record]:
        yield from self.people
        yield from self.outlets
        yield from self.publishers
        yield from self.works

    @cached_property
    def by_id(self) -> Mapping[str, Record]:
        """The records by their ids."""
        return {record.id: record for record in self}

    @cached_property
    def _by_form(self) -> Mapping[str, tuple[Record, ...]]:
        index: dict[str, list[Record]] = {}
        for record in self:
            for key in {fold(form) for form in record.forms}:
                index.setdefault(key, []).append(record)
        return {key: tuple(records) for key, records in index.items()}

    @cached_property
    def _near(self) -> NearForms:
        return NearForms(self._by_form)

    def of_form(self, key: str) -> tuple[Record, ...]:
        """The records one of whose forms, folded, is the key."""
        return self._by_form.get(key, ())

    def named(self, text: str) -> tuple[Record, ...]:
        """The records one of whose forms is the text, up to case, accents and punctuation."""
        return self.of_form(fold(text))

    def near(self, key: str) -> Sequence[str]:
        """The folded forms that the folded text may be a misspelling of, itself included."""
        return self._near.search(key)

    def outlet(self, text: str) -> Outlet | None:
        """The one outlet of that name, or None."""
        return _only(record for record in self.named(text) if isinstance(record, Outlet))

    def publisher(self, text: str) -> Publisher | None:
        """The one publisher of that name, or None."""
        return _only(record for record in self.named(text) if isinstance(record, Publisher))

    def person(self, id: str) -> Person | None:
        """The person of that id, None if there is none."""
        record = self.by_id.get(id)
        return record if isinstance(record, Person) else None

    def creators(self, work: Work, role: str | None = None) -> tuple[Person, ...]:
        """The people behind a work, in order; only those of one CSL role if given."""
        ids = [id for key, ids in work.creators.items() if role in (None, key) for id in ids]
        return tuple(person for id in dict.fromkeys(ids) if (person := self.person(id)))

    def derived(self, build: Callable[[Records], T]) -> T:
        """What a function makes of all the records, made once: ``build`` is a function of a module."""
        with self._lock:
            if build not in self._built:
                self._built[build] = build(self)
            return cast(T, self._built[build])


R = TypeVar("R")


def _only(records: Iterable[R]) -> R | None:
    """The item if there is exactly one: no guess between several."""
    listed = list(records)
    return listed[0] if len(listed) == 1 else None
