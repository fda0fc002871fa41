"""Variables that stand in the note of an item, the way Zotero's users add those that it has no field for.

Zotero and citeproc-js take a line ``original-date: 1928`` at the beginning of the note, and ``{:original-date: 1928}``
anywhere in it (citeproc-js manual, "Cheater syntax for odd fields").
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from anora_bib.model.values.csl import VARIABLES
from anora_bib.model.values.names import Name

_LINE: Final = re.compile(r"([A-Za-z]+(?:[-_ ][A-Za-z]+)*): *(\S[^\n]{0,2000})")
_BRACES: Final = re.compile(r"\{:([-_a-zA-Z]{1,40}):\s*+([^{}]{0,2000})\}")
_TYPE: Final = "type"
_NAMES: Final = {name.lower(): name for name in (*VARIABLES - {"note"}, _TYPE)} | {
    "journalabbreviation": "container-title-short",
    "shorttitle": "title-short",
}
"""The variables, and two names that items had before CSL 1.0.1, by their letters in lower case."""


class NoteLines(NamedTuple):
    """What a note says of the item, and what is left of it.

    ``values`` are pairs of variable (or "type") and text, in the order of the note.
    """

    values: tuple[tuple[str, str], ...]
    rest: str


def note_lines(note: str) -> NoteLines:
    r"""Part a note into values of CSL variables and the remark that remains.

    Lines count as long as no other text came before them; a first line of other text may stand before. A line whose
    name is no variable of CSL ("summary: ...") is part of the remark.

    >>> note_lines("original-date: 1928\nRead twice.")
    NoteLines(values=(('original-date', '1928'),), rest='Read twice.')
    """
    if ":" not in note:
        return NoteLines((), note)
    values: list[tuple[str, str]] = []

    def take(match: re.Match[str]) -> str:
        name = _named(match[1])
        if name:
            values.append((name, match[2].strip()))
        return "" if name else match[0]

    lines = _BRACES.sub(take, note).split("\n")
    rest: list[str] = []
    for number, line in enumerate(lines):
        match = _LINE.fullmatch(line.strip())
        name = _named(match[1]) if match else ""
        if match and name and (number < 2 or not rest or rest == lines[:1]):
            values.append((name, match[2].strip()))
        else:
            rest.append(line)
    return NoteLines(tuple(values), "\n".join(rest).strip()) if values else NoteLines((), note)


def _named(name: str) -> str:
    """The variable of that name, however its words are joined and its letters written; "" if there is none."""
    low = name.lower().replace(" ", "-")
    base = _NAMES.get(low.removesuffix("-short"), "")
    return _NAMES.get(name.lower()) or _NAMES.get(low) or (f"{base}-short" if base and low.endswith("-short") else "")


def noted_name(text: str) -> Name:
    """A name as it stands in a note: ``Family || Given``, or a name in one piece."""
    family, bars, given = text.partition("||")
    return Name(family.strip(), given.strip()) if bars else Name(literal=text.strip())
