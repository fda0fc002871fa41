r"""Documents that cite by keys, read for their citation keys alone: LaTeX and its ``.aux``, pandoc's Markdown, Typst.

What is commented out or shown as code cites nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from anora_bib.model.essay.keyed import KeyedText
from anora_bib.readers.keys import aux, latex, pandoc, typst

ONLY_KEYS: Final = (*latex.SUFFIXES, *aux.SUFFIXES, *typst.SUFFIXES)
"""File endings of documents of which nothing but the keys is read."""

_READERS: Final[dict[str, Callable[[str, str], KeyedText]]] = {
    suffix: part.read for part in (latex, aux, typst, pandoc) for suffix in part.SUFFIXES
}


def cites_by_keys(path: str) -> bool:
    """True for the ending of a document that may cite by keys."""
    return Path(path).suffix.lower() in _READERS


def read_keys(text: str, path: str) -> KeyedText:
    """What the text of a document with that path says of its citations; nothing, for an ending that nobody knows."""
    from anora_bib.documents.document import Document

    reader = _READERS.get(Path(path).suffix.lower())
    return reader(text, path) if reader else KeyedText(Document(path, text))
