"""Which entry of a library a printed reference is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from anora_bib.model import Entry
from anora_bib.text.characters import fold

_TITLE, _FAMILY, _YEAR, _PAGES, _VOLUME, _DOI = 4.0, 1.5, 1.0, 1.0, 0.5, 5.0
_ONE_WORD: Final = 0.5
"""What is left of the weight of a title that is a single word: it may be any."""
_ENOUGH: Final = 4.0
"""The evidence that makes a reference an entry: its title, or authors, year, volume and pages."""


def match(reference: str, library: Sequence[Entry]) -> Entry | None:
    """The entry of the library that a reference in plain text is; None if there is none, or no best one."""
    text = f" {fold(reference)} "
    scored = sorted(((_evidence(text, reference, entry), at) for at, entry in enumerate(library)), reverse=True)
    if not scored or scored[0][0] < _ENOUGH or (len(scored) > 1 and scored[0][0] == scored[1][0]):
        return None
    return library[scored[0][1]]


def _evidence(text: str, reference: str, entry: Entry) -> float:
    def has(value: str) -> bool:
        return bool(value) and f" {fold(value)} " in text

    title = entry.string("title")
    score = _TITLE * has(title) * (1.0 if " " in title.strip() else _ONE_WORD)
    families = [name.family or name.literal for name in entry.names("author") or entry.names("editor")]
    score += _FAMILY * any(has(family) for family in families[:1])
    issued = entry.date("issued")
    year = str(issued.parts[0][0]) if issued and issued.parts and issued.parts[0] else ""
    score += _YEAR * has(year) + _VOLUME * has(entry.string("volume"))
    first_page = entry.string("page").partition("-")[0].partition("\u2013")[0]
    score += _PAGES * has(first_page)
    doi = entry.string("DOI").casefold()
    return score + _DOI * (bool(doi) and doi in reference.casefold())
