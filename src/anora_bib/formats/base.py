"""What a bibliography format is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from anora_bib.diagnostics import Diagnostic
from anora_bib.model import Entry, Library


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a bibliography file held: its good entries, and a diagnostic for each part that is not one."""

    entries: tuple[Entry, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


class Format(Protocol):
    """Reads and writes one bibliography format. ``suffixes`` are its file endings, with the dot, lower case."""

    @property
    def name(self) -> str:
        """The name that ``export --to`` takes."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The file endings, with the dot, lower case; the first is the usual one."""

    def load(self, text: str, path: str) -> Loaded:
        """The entries in ``text``; a broken part becomes a diagnostic with its place, the others are kept.

        Raises:
            InputError: nothing of it can be understood.
        """
        ...

    def dump(self, library: Library) -> str:
        """The library as text that ends in a newline. Same library, same text."""
        ...
