"""BibLaTeX, for biber."""

from __future__ import annotations

from anora_bib.formats.base import Loaded
from anora_bib.formats.tex.reading import read_library
from anora_bib.formats.tex.tables import Dialect
from anora_bib.formats.tex.writing import write_library
from anora_bib.model import Library


class BibLaTeX:
    """Written in UTF-8, which biber takes for granted and sorts by the rules of the language. Reads both dialects."""

    name = "biblatex"
    suffixes = (".bib",)

    def load(self, text: str, path: str) -> Loaded:
        """The entries in ``text``, those of BibTeX included, and a diagnostic for each part that is broken."""
        return read_library(text, path)

    def dump(self, library: Library) -> str:
        """The library with biblatex's entry types and field names."""
        return write_library(library, Dialect.BIBLATEX)
