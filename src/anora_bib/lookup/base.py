"""The interface of a lookup: a service that searches a catalogue for a source, only on request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from anora_bib.model import Entry


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may be the entry asked for. ``score`` runs from 0 to 1; ``source`` names the service."""

    entry: Entry
    score: float
    source: str
    evidence: tuple[str, ...] = ()


class Lookup(Protocol):
    """Searches one service."""

    @property
    def name(self) -> str:
        """The name of the service, which its candidates carry."""

    def search(self, entry: Entry, *, limit: int = 3) -> list[Candidate]:
        """Records that may be ``entry``, best first; [] where there is none.

        Raises:
            InputError: the service cannot be reached or its answer cannot be understood.
        """
        ...
