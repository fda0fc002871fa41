"""Other citation keys in a document that cites by keys: only the keys change, and not a byte besides.

Keys in comments and in code are changed as well, as the author may take those signs away again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from anora_bib.readers.keys import aux, pandoc
from anora_bib.readers.keys import latex as tex
from anora_bib.text.spans import SourceEdit, SourceSpan

LATEX: Final = frozenset({*tex.SUFFIXES, *aux.SUFFIXES, ".sty"})
"""File endings of LaTeX; all others cite as pandoc, Quarto and Typst do."""


def renamed(text: str, keys: Mapping[str, str], *, latex: bool) -> list[SourceEdit]:
    r"""The edits that put another key for each that ``keys`` names, in ``\cite`` and its kin, or in ``[@key]``."""
    found = tex.cited(text) if latex else pandoc.cited(text)
    return [SourceEdit(SourceSpan(one.span.start, one.span.end), keys[one.key]) for one in found if one.key in keys]
