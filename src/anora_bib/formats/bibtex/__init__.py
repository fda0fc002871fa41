"""BibTeX and BibLaTeX: ``.bib`` files, of which nothing gets lost on the way from one to another."""

from __future__ import annotations

from anora_bib.formats.base import Loaded
from anora_bib.formats.bibtex.reading import read_library, read_together
from anora_bib.formats.bibtex.tables.types import Dialect
from anora_bib.formats.bibtex.writing.library import write_library, written_keys
from anora_bib.model import Entry, Library

__all__ = ["BibLaTeX", "BibTeX", "read_together"]


class _Bib:
    """What the two dialects have in common: the file ending, and so the reader."""

    dialect: Dialect
    suffixes = (".bib",)
    keeps_blocks = True

    def load(self, text: str, path: str) -> Loaded:
        """The entries in ``text``, of either dialect, and a diagnostic for each part that is broken."""
        return read_library(text, path)

    def dump(self, library: Library) -> str:
        """The library with the entry types and field names of the dialect; what came from a ``.bib`` file as it was."""
        return write_library(library, self.dialect)

    def keys(self, library: Library) -> list[str]:
        """The keys that the entries are written under."""
        return written_keys(library, self.dialect)

    def holds(self, entry: Entry) -> bool:
        """Whether an entry is written as it was read, and so nothing of it can get lost."""
        written = entry.written
        return written is not None and entry.fields == written.read and entry.type == written.csl_type


class BibTeX(_Bib):
    """For LaTeX's standard styles (``plain`` and its kin).

    Written in ASCII wherever LaTeX has a command for a sign: the program counts and sorts bytes, not letters.
    """

    name = "bibtex"
    dialect = Dialect.BIBTEX


class BibLaTeX(_Bib):
    """For biber. Written in UTF-8, which biber takes for granted and sorts by the rules of the language."""

    name = "biblatex"
    dialect = Dialect.BIBLATEX
