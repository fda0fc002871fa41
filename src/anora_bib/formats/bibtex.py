"""BibTeX, for LaTeX's standard styles (``plain`` and its kin)."""

from __future__ import annotations

from anora_bib.formats.base import Loaded
from anora_bib.formats.tex.reading import read_library
from anora_bib.formats.tex.tables import Dialect
from anora_bib.formats.tex.writing import write_library
from anora_bib.model import Library


class BibTeX:
    """Written in ASCII wherever LaTeX has a command for a sign: the program counts and sorts bytes, not letters.

    Reads both dialects, for the file ending is the same.
    """

    name = "bibtex"
    suffixes = (".bib",)

    def load(self, text: str, path: str) -> Loaded:
        """The entries in ``text``, those of biblatex included, and a diagnostic for each part that is broken."""
        return read_library(text, path)

    def dump(self, library: Library) -> str:
        """The library with classic BibTeX's entry types and field names."""
        return write_library(library, Dialect.BIBTEX)
