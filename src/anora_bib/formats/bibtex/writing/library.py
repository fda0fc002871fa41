"""Libraries to ``.bib`` text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from anora_bib.formats.bibtex.tables.types import Dialect
from anora_bib.formats.bibtex.writing.default_encoding import preamble
from anora_bib.formats.bibtex.writing.order import parents_last
from anora_bib.formats.bibtex.writing.original import Original
from anora_bib.formats.bibtex.writing.variables import fields_of, type_of
from anora_bib.model import Entry, Library
from anora_bib.model.bibliography.keys import citation_key
from anora_bib.model.bibliography.written import Block

_NO_KEY: Final = {
    Dialect.BIBTEX: re.compile(r"[\s,{}\\]"),
    Dialect.BIBLATEX: re.compile(r"[\s,{}\\()#%=\"]"),
}
"""What a key cannot hold: BibTeX ends it at white space, a comma or a brace; biber refuses some signs more."""
_NEVER_OURS: Final = re.compile(r"[\s,{}\\()#%=\"~'@]")
"""What no key should hold that is not in a ``.bib`` file already."""
_LINE_END = re.compile(r"\r\n?")
_ADDRESS: Final = "://"
"""What shows that Zotero's address of an item stands for a key; CSL 1.0.2 has ``citation-key`` for the key itself."""


def write_library(library: Library, dialect: Dialect) -> str:
    """The library in a dialect: BibTeX in ASCII where LaTeX has a command, BibLaTeX in UTF-8."""
    keys = written_keys(library, dialect)
    renamed: dict[tuple[str, str], str] = {}
    for entry, key in zip(library, keys, strict=True):
        if entry.written is not None and entry.provenance:
            renamed.setdefault((entry.provenance[0].path, entry.written.key), key)
    renamed = {place: key for place, key in renamed.items() if place[1] != key}
    strings = {block.name for block in library.blocks if block.kind == "string"}
    lending = {block.name for block in library.blocks if block.kind == "xdata"}
    written = {entry.written.key.casefold(): entry.written for entry in reversed(library) if entry.written is not None}
    original = Original(dialect, strings, {key.casefold() for key in (*lending, *keys)}, renamed, written)
    chunks: list[str] = []
    waiting = _in_order(library.blocks)
    for number in parents_last(library) if dialect is Dialect.BIBTEX else range(len(library)):
        chunks += waiting.before(number)
        chunks.append(_entry(library[number], keys[number], dialect, original))
    chunks += waiting.before(len(library))
    if dialect is Dialect.BIBTEX and (signs := preamble(chunks)):
        chunks.insert(0, signs)
    # What is kept as it was written may have the line ends of another system.
    return _LINE_END.sub("\n", "\n\n".join(chunks) + "\n") if chunks else ""


class _Waiting:
    """The blocks that are still to be written."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self.blocks = sorted(blocks, key=lambda block: block.at)
        self.next = 0

    def before(self, number: int) -> Iterator[str]:
        """Those that stand before an entry; strings that follow each other are one chunk."""
        strings: list[str] = []
        while self.next < len(self.blocks) and self.blocks[self.next].at <= number:
            block = self.blocks[self.next]
            self.next += 1
            if block.kind == "string":
                strings.append(block.text)
                continue
            if strings:
                yield "\n".join(strings)
                strings = []
            yield block.text
        if strings:
            yield "\n".join(strings)


def _in_order(blocks: Iterable[Block]) -> _Waiting:
    return _Waiting(blocks)


def written_keys(library: Library, dialect: Dialect) -> list[str]:
    """The keys that entries are written under: their own, wherever the programs take it."""
    keys: list[str] = []
    taken: set[str] = set()
    numbers: dict[str, int] = {}
    for entry in library:
        forbidden = _NO_KEY[dialect] if entry.written is not None else _NEVER_OURS
        given = entry.string("citation-key") if _ADDRESS in entry.key else ""
        wanted = forbidden.sub("_" if entry.written is not None else "", given or entry.key) or citation_key(entry)
        key, number = wanted, numbers.get(wanted, 1)
        while key in taken:
            number += 1
            key = f"{wanted}-{number}"
        numbers[wanted] = number
        taken.add(key)
        keys.append(key)
    return keys


def _entry(entry: Entry, key: str, dialect: Dialect, original: Original) -> str:
    written = entry.written
    if written is not None and (type := original.type(entry, written)):
        fields = list(original.fields(entry, written))
    else:
        type, fields = type_of(entry, dialect), list(fields_of(entry, dialect))
    width = max((len(name) for name, _ in fields), default=0)
    lines = [f"  {name:<{width}} = {value},\n" for name, value in fields]
    return f"@{type}{{{key},\n{''.join(lines)}}}"
