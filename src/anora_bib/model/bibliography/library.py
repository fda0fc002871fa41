"""A library: a collection of distinct entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeVar, overload

from anora_bib.diagnostics import Diagnostic
from anora_bib.model.bibliography.entries import Entry
from anora_bib.model.bibliography.written import Block
from anora_bib.text import counted, printable_line

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
        return f"<Library of {counted(len(self.entries), 'entry', 'entries')}{': ' if keys else ''}{keys}{more}>"

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
        return self._by_key[at] if isinstance(at, str) else self.entries[at]

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
