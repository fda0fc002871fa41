"""A library: a collection of distinct entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, TypeVar, overload

from anora_bib.diagnostics import Diagnostic
from anora_bib.model.bibliography.entries import Entry
from anora_bib.model.bibliography.written import Block
from anora_bib.notebook import card, table
from anora_bib.text.characters import counted, nearest, printable_line

D = TypeVar("D")

_SHOWN: Final = 3
"""Keys in the short form of a library."""


@dataclass(frozen=True, repr=False)
class Library:
    """Distinct entries, each with a key of its own, and where each was met.

    It is a sequence of its entries (``for entry in library``, ``library[0]``, ``library[-3:]``) and a mapping from
    their keys (``library["fisher2009capitalist"]``, ``"fisher2009capitalist" in library``, ``library.items()``).
    Iterating gives entries, as in a sequence; ``keys()`` gives the keys. Of two entries with one key, the key means
    the first.

    ``diagnostics`` holds what could not be understood of the file that the library was loaded from, and ``blocks`` what
    a ``.bib`` file has between its entries.
    """

    entries: tuple[Entry, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    blocks: tuple[Block, ...] = ()

    def __repr__(self) -> str:
        keys = ", ".join(map(printable_line, self.keys()[:_SHOWN]))
        more = ", ..." if len(self._by_key) > _SHOWN else ""
        return f"Library of {counted(len(self.entries), 'entry', 'entries')}{': ' if keys else ''}{keys}{more}"

    def _repr_html_(self) -> str:
        """What a notebook shows: a table of the first entries."""
        rows = ((entry.key, entry.type, *map(entry.string, ("author", "title", "issued"))) for entry in self.entries)
        total = len(self.entries)
        return card(
            f"Library of {counted(total, 'entry', 'entries')}",
            table(("key", "type", "author", "title", "issued"), rows, total),
        )

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __reversed__(self) -> Iterator[Entry]:
        return reversed(self.entries)

    @overload
    def __getitem__(self, at: str | int) -> Entry: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Entry, ...]: ...
    def __getitem__(self, at: str | int | slice) -> Entry | tuple[Entry, ...]:
        """The entry of a key or at a place, or those of a slice.

        Raises:
            KeyError: no entry has that key.
            IndexError: there is no such place.
        """
        if not isinstance(at, str):
            return self.entries[at]
        if at not in self._by_key:
            near = nearest(at, self._by_key)
            raise KeyError(f"{at}: did you mean {' or '.join(near)}?" if near else at)
        return self._by_key[at]

    def __contains__(self, sought: object) -> bool:
        """Whether there is such an entry, or one of that key."""
        return sought in self._by_key if isinstance(sought, str) else sought in self.entries

    @overload
    def get(self, key: str) -> Entry | None: ...
    @overload
    def get(self, key: str, default: D) -> Entry | D: ...
    def get(self, key: str, default: object = None) -> object:
        """The entry of that key, ``default`` if there is none."""
        return self._by_key.get(key, default)

    def index(self, entry: Entry) -> int:
        """The place of an entry.

        Raises:
            ValueError: it is not in the library.
        """
        return self.entries.index(entry)

    def count(self, entry: Entry) -> int:
        """How often the library has an entry: once, or not at all."""
        return self.entries.count(entry)

    def keys(self) -> tuple[str, ...]:
        """The keys, in the order of the entries."""
        return tuple(self._by_key)

    def values(self) -> tuple[Entry, ...]:
        """The entries, in the order of :meth:`keys`."""
        return tuple(self._by_key.values())

    def items(self) -> tuple[tuple[str, Entry], ...]:
        """The keys and their entries, in order."""
        return tuple(self._by_key.items())

    def to_csl(self) -> list[dict[str, object]]:
        """A list of CSL-JSON items."""
        return [entry.to_csl() for entry in self.entries]

    def to_dataframe(self, library: str = "") -> Any:
        """A data frame: a row for each entry, a column for each variable that an entry has, all of them text.

        ``library`` is "pandas" or "polars"; without it the first that is installed. Names are joined with "; ", and
        what an entry does not say is missing. The columns ``id`` and ``type`` come first.

        Raises:
            UnsupportedError: neither, or not that one, is installed.
        """
        from anora_bib.model.bibliography.data_frames import data_frame

        return data_frame(self.entries, library)

    def __reduce__(self) -> tuple[type[Library], tuple[object, ...]]:
        return type(self), (
            self.entries,
            self.diagnostics,
            self.blocks,
        )  # without the index, which is quickly made again

    @cached_property
    def _by_key(self) -> Mapping[str, Entry]:
        index: dict[str, Entry] = {}
        for entry in self.entries:
            index.setdefault(entry.key, entry)
        return index
