"""Authority records: the checked form of a person, outlet, publisher or work, and what can be asked of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from anora_bib.model.values.dates import Date
from anora_bib.model.values.names import Name
from anora_bib.model.values.titles import main_title


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
    """A company that publishes books or distributes films."""

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


T = TypeVar("T")
Record = Person | Outlet | Publisher | Work


class Records(Protocol):
    """All authority records at hand, however they are kept. Ids are unique across kinds and carry the kind.

    What is looked up often is looked up in an index: no method but iteration takes time in the number of records.
    """

    @property
    def people(self) -> Sequence[Person]:
        """The records of people, in the order they were read."""

    @property
    def outlets(self) -> Sequence[Outlet]:
        """The records of outlets, in the order they were read."""

    @property
    def publishers(self) -> Sequence[Publisher]:
        """The records of publishers, in the order they were read."""

    @property
    def works(self) -> Sequence[Work]:
        """The records of works, in the order they were read."""

    @property
    def by_id(self) -> Mapping[str, Record]:
        """The records by their ids."""
        ...

    def __iter__(self) -> Iterator[Record]: ...

    def of_form(self, key: str, /) -> Sequence[Record]:
        """The records one of whose forms, folded, is the key."""
        ...

    def named(self, text: str, /) -> Sequence[Record]:
        """The records one of whose forms is the text, up to case, accents and punctuation."""
        ...

    def near(self, key: str, /) -> Sequence[str]:
        """The folded forms that the folded text may be a misspelling of, itself included."""
        ...

    def outlet(self, text: str, /) -> Outlet | None:
        """The one outlet of that name, or None."""
        ...

    def publisher(self, text: str, /) -> Publisher | None:
        """The one publisher of that name, or None."""
        ...

    def person(self, id: str, /) -> Person | None:
        """The person of that id, None if there is none."""
        ...

    def creators(self, work: Work, role: str | None = None, /) -> Sequence[Person]:
        """The people behind a work, in order; only those of one CSL role if given."""
        ...

    def derived(self, build: Callable[[Records], T], /) -> T:
        """What a function of all the records gives, worked out once. ``build`` is a function of a module."""
        ...


class NoRecords:
    """No records at all: a :class:`Records`."""

    people: tuple[Person, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    publishers: tuple[Publisher, ...] = ()
    works: tuple[Work, ...] = ()

    @property
    def by_id(self) -> Mapping[str, Record]:
        """No records: an empty mapping."""
        return {}

    def __iter__(self) -> Iterator[Record]:
        return iter(())

    def of_form(self, _key: str, /) -> tuple[Record, ...]:
        """No records, whatever is asked for: ()."""
        return ()

    def named(self, _text: str, /) -> tuple[Record, ...]:
        """No records, whatever is asked for: ()."""
        return ()

    def near(self, _key: str, /) -> tuple[str, ...]:
        """No records, whatever is asked for: ()."""
        return ()

    def outlet(self, _text: str, /) -> Outlet | None:
        """No record, whatever is asked for: None."""
        return None

    def publisher(self, _text: str, /) -> Publisher | None:
        """No record, whatever is asked for: None."""
        return None

    def person(self, _id: str, /) -> Person | None:
        """No record, whatever is asked for: None."""
        return None

    def creators(self, _work: Work, _role: str | None = None, /) -> tuple[Person, ...]:
        """No records, whatever is asked for: ()."""
        return ()

    def derived(self, build: Callable[[Records], T], /) -> T:
        """What ``build`` gives for no records; not remembered."""
        return build(self)
