"""What a bibliography format is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from anora_bib.diagnostics import Diagnostic
from anora_bib.errors import UnsupportedError
from anora_bib.model import Entry, Library
from anora_bib.model.bibliography.written import Block


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a bibliography file held: its good entries, and a diagnostic for each part that is not one.

    ``blocks`` is what a ``.bib`` file has between its entries.
    """

    entries: tuple[Entry, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    blocks: tuple[Block, ...] = ()


@runtime_checkable
class Format(Protocol):
    """A bibliography format: one that is read (:class:`Loader`), written (:class:`Dumper`), or both."""

    @property
    def name(self) -> str:
        """The name that ``export --to`` and ``--from`` take."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The file endings, with the dot, lower case; the first is the usual one."""


@runtime_checkable
class Loader(Format, Protocol):
    """A format that is read."""

    def load(self, text: str, path: str) -> Loaded:
        """The entries in ``text``; a broken part becomes a diagnostic with its place, the others are kept.

        Raises:
            InputError: nothing of it can be understood.
        """
        ...


@runtime_checkable
class Dumper(Format, Protocol):
    """A format that is written."""

    def dump(self, library: Library) -> str:
        """The library as text that ends in a newline. Same library, same text."""
        ...


@runtime_checkable
class ReadAndWritten(Loader, Dumper, Protocol):
    """A format that is both, so that what it has no place for can be told by reading back what was written."""


def loader(format: Format) -> Loader:
    """The format as one that is read.

    Raises:
        UnsupportedError: it is only written.
    """
    if not isinstance(format, Loader):
        raise UnsupportedError(f"{format.name} is only written", hint="read the file that it was made from")
    return format


def dumper(format: Format) -> Dumper:
    """The format as one that is written.

    Raises:
        UnsupportedError: it is only read.
    """
    if not isinstance(format, Dumper):
        raise UnsupportedError(f"{format.name} is only read", hint="write csl-json, biblatex or ris instead")
    return format
