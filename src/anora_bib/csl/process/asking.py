"""What a caller asks for, read: clusters in the shape citeproc-js takes, made citations."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from typing import Final

from anora_bib.csl.compile.context import Cite
from anora_bib.csl.engine import Cluster
from anora_bib.csl.process.positions import Citation
from anora_bib.errors import UnknownNameError
from anora_bib.text import nearest

AUTHOR_ONLY, SUPPRESS_AUTHOR, COMPOSITE = "author-only", "suppress-author", "composite"
MODES: Final = (AUTHOR_ONLY, SUPPRESS_AUTHOR, COMPOSITE)
"""How a citation may be printed, besides as it is (citeproc-js 1.4, "mode"): "Doe", "(2001)", "Doe (2001)"."""


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
        cite = _read_cite(asked)
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


def _read_cite(asked: Mapping[str, object]) -> Cite:
    cite = Cite(str(asked.get("id", "")))
    cite.locator = str(asked.get("locator") or "").strip()
    cite.label = str(asked.get("label") or "").replace("sub verbo", "sub-verbo")
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


def note_number(value: object) -> int:
    """The number of a note; 0, no note, for what is none."""
    if isinstance(value, str):
        return int(value) if re.fullmatch(r"\d{1,9}", value) else 0
    return value if isinstance(value, int) else 0
