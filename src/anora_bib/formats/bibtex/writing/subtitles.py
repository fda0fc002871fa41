"""Titles for biblatex, which has the subtitle in a field of its own."""

from __future__ import annotations

from typing import Final

from anora_bib.formats.bibtex.tables.fields import field_of
from anora_bib.formats.bibtex.tables.types import Dialect
from anora_bib.formats.bibtex.tex.writing import escape
from anora_bib.formats.bibtex.writing.protection import write_title_and_subtitle
from anora_bib.model import Entry
from anora_bib.model.values.richtext import plain
from anora_bib.model.values.titles import split_title

_SUBTITLES: Final = {"title": "subtitle", "container-title": "booksubtitle"}
_SUBTITLED: Final = frozenset(
    """article article-journal article-magazine article-newspaper book chapter classic collection entry entry-dictionary
    entry-encyclopedia manuscript pamphlet paper-conference report review review-book thesis""".split()
)
"""Types of works whose titles have subtitles; of a film or a case a colon is part of the title."""


def title_and_subtitle(entry: Entry, variable: str) -> list[tuple[str, str]]:
    """The two fields of a title that a plain colon sets apart; none where that is not sure, or is no title."""
    parts = _apart(entry, variable)
    if parts is None:
        return []
    if variable == "title":
        title, subtitle = write_title_and_subtitle(*parts)
        return [("title", f"{{{title}}}"), ("subtitle", f"{{{subtitle}}}")]
    names = ("booktitle", "booksubtitle")
    return [(name, f"{{{escape(part, ascii_only=False)}}}") for name, part in zip(names, parts, strict=True)]


def _apart(entry: Entry, variable: str) -> tuple[str, str] | None:
    subtitle = _SUBTITLES.get(variable)
    value = entry.get(variable)
    if subtitle is None or not isinstance(value, str) or entry.type not in _SUBTITLED or entry.get(subtitle):
        return None
    if variable == "container-title" and field_of(variable, entry.type, Dialect.BIBLATEX) != "booktitle":
        return None
    first, _, second = value.partition(": ")
    if not second or split_title(plain(value)) != (plain(first), plain(second)):
        return None
    return (first, second) if first.count("<") == 2 * first.count("</") else None
