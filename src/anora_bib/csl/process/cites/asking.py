"""What a caller asks for, read: clusters in the shape citeproc-js takes, made citations."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from typing import Final

from anora_bib.csl.compile.context import Cite
from anora_bib.csl.engine import Cluster
from anora_bib.csl.locators import TERMS, label_of
from anora_bib.csl.process.cites.positions import Citation
from anora_bib.errors import UnknownNameError
from anora_bib.text.characters import nearest

AUTHOR_ONLY, SUPPRESS_AUTHOR, COMPOSITE = "author-only", "suppress-author", "composite"
MODES: Final = (AUTHOR_ONLY, SUPPRESS_AUTHOR, COMPOSITE)
"""How a citation may be printed, besides as it is (citeproc-js 1.4, "mode"): "Doe", "(2001)", "Doe (2001)"."""

_NUMBER: Final = r"(?:\d{1,9}[a-z]{0,2}|[ivxlcdm]{1,9})"
_ONLY_NUMBERS: Final = re.compile(
    rf"{_NUMBER}(?:\s?(?:-{{1,3}}|[\u2010-\u2014\u2212,;&])\s?{_NUMBER}){{0,99}}", re.IGNORECASE
)
_DASH: Final = re.compile(
    rf"(?<![\w.])({_NUMBER})\s?(?:-{{2,3}}|[\u2010-\u2013\u2212])\s?(?={_NUMBER}(?![\w.]*\w))", re.IGNORECASE
)
"""A range of numbers with another sign than the hyphen that CSL reads: an en dash, or two hyphens as in BibTeX."""


def read_citation(cluster: Cluster, number: int, known: Container[str], problems: list[str]) -> Citation:
    """The citation that a cluster asks for, the ``number``-th of its document.

    A cluster without properties is in the note of its own number. A cite of an id that is not ``known`` is left out;
    a sentence that says so goes to ``problems``.

    Raises:
        UnknownNameError: there is no such mode.
    """
    properties = cluster.get("properties", {"noteIndex": number})
    at: Mapping[str, object] = properties if isinstance(properties, Mapping) else {}
    given = cluster.get("citationItems")
    listed = [cite for cite in given if isinstance(cite, Mapping)] if isinstance(given, list | tuple) else []
    cites = []
    for asked in listed:
        cite = _read_cite(asked, problems)
        if cite.id in known:
            cites.append(cite)
        else:
            problems.append(f"{cite.id}: cited, but there is no such item")
    mode = str(at.get("mode") or "")
    if mode and mode not in MODES:
        raise UnknownNameError("mode", mode, nearest(mode, MODES), known=MODES)
    return Citation(
        cites,
        note_number(at.get("noteIndex")),
        mode,
        str(at.get("prefix") or ""),
        str(at.get("suffix") or ""),
        str(at.get("infix") or ""),
        unsorted=bool(at.get("unsorted")),
        placed=any("position" in cite for cite in listed),
    )


def _read_cite(asked: Mapping[str, object], problems: list[str]) -> Cite:
    cite = Cite(str(asked.get("id", "")))
    cite.locator = _locator(str(asked.get("locator") or "").strip())
    cite.label = _label(cite.id, str(asked.get("label") or ""), problems)
    cite.prefix = str(asked.get("prefix") or "")
    cite.suffix = str(asked.get("suffix") or "")
    cite.suppress_author = bool(asked.get("suppress-author"))
    cite.author_only = bool(asked.get("author-only"))
    position = asked.get("position")
    if isinstance(position, int):
        cite.position = {0: 0, 1: 1, 2: 2, 3: 3}.get(position, 0)
    cite.near_note = bool(asked.get("near-note"))
    cite.first_note = note_number(asked.get("first-reference-note-number"))
    return cite


def _locator(typed: str) -> str:
    """The locator with the hyphens that CSL reads in its ranges, if it is nothing but numbers and ranges of them."""
    return _DASH.sub(r"\1-", typed) if _ONLY_NUMBERS.fullmatch(typed) else typed


def _label(id: str, given: str, problems: list[str]) -> str:
    """The label of a locator, whether given as CSL has it or as people write it: "pages", "pp.", "Page"."""
    if not given or given in TERMS:
        return given
    if label := label_of(given):
        return label
    problems.append(f"{id}: {given!r} is no label of a locator; it is not printed")
    return given


def note_number(value: object) -> int:
    """The number of a note; 0, no note, for what is none."""
    if isinstance(value, str):
        return int(value) if re.fullmatch(r"\d{1,9}", value) else 0
    return value if isinstance(value, int) else 0
