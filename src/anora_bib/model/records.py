"""Authority records: the checked form of a person, outlet, publisher or work, and the shelf of all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from anora_bib.model.dates import Date
from anora_bib.model.names import Name
from anora_bib.model.titles import main_title
from anora_bib.text import fold


@dataclass(frozen=True, slots=True)
class Person:
    """A person or a body that acts as one. ``roles`` are plain words ("director", "critic")."""

    id: str
    name: Name
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What to call the record."""
        return self.name.display

    @property
    def forms(self) -> tuple[str, ...]:
        """All by which the record is known."""
        return (self.name.display, *self.aliases)


@dataclass(frozen=True, slots=True)
class Outlet:
    """Something that publishes pieces: a magazine, newspaper, journal or web site (``kind``)."""

    id: str
    title: str
    kind: str
    aliases: tuple[str, ...] = ()
    identifiers: Mapping[str, str] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """What to call the record."""
        return self.title

    @property
    def forms(self) -> tuple[str, ...]:
        """All by which the record is known."""
        return (self.title, *self.aliases)


@dataclass(frozen=True, slots=True)
class Publisher:
    """A house that publishes books or distributes films."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What to call the record."""
        return self.name

    @property
    def forms(self) -> tuple[str, ...]:
        """All by which the record is known."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Edition:
    """One publication of a work; ``identifiers`` by scheme ("ISBN")."""

    issued: Date
    publisher: str = ""
    label: str = ""
    identifiers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Work:
    """A film, book, song, article, ... ``creators`` are ids of people by CSL role; ``type`` is a CSL type.

    ``issued`` is the first publication, ``editions`` the ones worth telling apart, the first among them.
    ``publisher`` is the id of a publisher. ``names`` are further titles that mean this work and no other.
    ``common`` is true for a title that is also an everyday word or a name ("Shoe", "Time"): such a title is taken
    for a mention only where something else says so (italics, quotation marks, a year in parentheses).
    """

    id: str
    title: str
    type: str
    creators: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    issued: Date | None = None
    publisher: str = ""
    aliases: tuple[str, ...] = ()
    editions: tuple[Edition, ...] = ()
    identifiers: Mapping[str, str] = field(default_factory=dict)
    common: bool = False

    @property
    def label(self) -> str:
        """What to call the record."""
        return self.title

    @property
    def main_title(self) -> str:
        """The title before its subtitle."""
        return main_title(self.title)

    @property
    def forms(self) -> tuple[str, ...]:
        """All by which the record is known, its title without the subtitle among them."""
        return tuple(dict.fromkeys((self.title, self.main_title, *self.aliases)))


R = TypeVar("R")
Record = Person | Outlet | Publisher | Work


@dataclass(frozen=True)
class Records:
    """All authority records at hand. Ids are unique across kinds and carry the kind: ``work/pretty-woman``."""

    people: tuple[Person, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    publishers: tuple[Publisher, ...] = ()
    works: tuple[Work, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Record]:
        """The records by their ids."""
        return {record.id: record for record in self}

    @cached_property
    def by_form(self) -> Mapping[str, tuple[Record, ...]]:
        """The records by each of their forms, folded."""
        index: dict[str, list[Record]] = {}
        for record in self:
            for key in {fold(form) for form in record.forms}:
                index.setdefault(key, []).append(record)
        return {key: tuple(found) for key, found in index.items()}

    def __iter__(self) -> Iterator[Record]:
        yield from self.people
        yield from self.outlets
        yield from self.publishers
        yield from self.works

    def named(self, text: str) -> tuple[Record, ...]:
        """The records one of whose forms is ``text``, up to case, accents and punctuation."""
        return self.by_form.get(fold(text), ())

    def outlet(self, text: str) -> Outlet | None:
        """The one outlet of that name, or None."""
        return _only(record for record in self.named(text) if isinstance(record, Outlet))

    def publisher(self, text: str) -> Publisher | None:
        """The one publisher of that name, or None."""
        return _only(record for record in self.named(text) if isinstance(record, Publisher))

    def person(self, id: str) -> Person | None:
        """The person of that id, None if there is none."""
        found = self.by_id.get(id)
        return found if isinstance(found, Person) else None

    def creators(self, work: Work, role: str | None = None) -> tuple[Person, ...]:
        """The people behind a work, in order; only those of one CSL role if given."""
        ids = [id for key, ids in work.creators.items() if role in (None, key) for id in ids]
        return tuple(person for id in dict.fromkeys(ids) if (person := self.person(id)))


def _only(found: Iterable[R]) -> R | None:
    """Silence rather than a guess: the item if there is exactly one."""
    listed = list(found)
    return listed[0] if len(listed) == 1 else None
