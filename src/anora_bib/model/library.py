"""A collection of distinct entries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from anora_bib.diagnostics import Diagnostic
from anora_bib.model.entries import Entry


@dataclass(frozen=True, slots=True)
class Library:
    """Distinct entries, each with a key of its own, and where each was met.

    ``diagnostics`` holds what could not be understood of the file that the library was loaded from.
    """

    entries: tuple[Entry, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def find(self, key: str) -> Entry | None:
        """The entry of that key, if there is one."""
        return next((entry for entry in self.entries if entry.key == key), None)

    def to_csl(self) -> list[dict[str, object]]:
        """A list of CSL-JSON items."""
        return [entry.to_csl() for entry in self.entries]
