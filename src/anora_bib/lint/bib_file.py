"""A ``.bib`` file as its rules see it: each field with its words and its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from anora_bib.documents.document import Document
from anora_bib.documents.suppressions import Suppression, suppressions
from anora_bib.formats.bibtex.values import MONTH_MACROS
from anora_bib.model import Entry
from anora_bib.model.bibliography.written import Block, Written, WrittenField
from anora_bib.text.spans import TextSpan

_MEMBERS: Final = re.compile(r"\bentryset\s{0,9}=\s{0,9}[{\"]([^{}\"]{0,2000})", re.IGNORECASE)
_MARKS: Final = ("{}", '""')

_BIBLATEX_TYPES: Final = frozenset("collection mvbook online report thesis inreference bookinbook".split())
_BIBLATEX_FIELDS: Final = frozenset("date journaltitle location subtitle eventtitle origdate langid".split())


class BibField(NamedTuple):
    """A field: its ``name`` in small letters, its words without the outer braces or marks, and where they begin.

    ``macro`` is true for a value that is no text in braces or quotation marks: a number, a string, or several joined.
    A tuple, since libraries have fields by the hundred thousand.
    """

    name: str
    words: str
    start: int
    macro: bool = False

    @classmethod
    def of(cls, written: WrittenField) -> BibField:
        """The field as its block has it."""
        value = written.value
        marks = value[:1] + value[-1:]
        if len(value) > 1 and (marks in _MARKS and ("#" not in value or (marks == "{}" and _closes_at_end(value)))):
            return cls(written.name.lower(), value[1:-1], written.at + 1)
        return cls(written.name.lower(), value, written.at, True)

    @property
    def span(self) -> TextSpan:
        """The place of the words in the file."""
        return TextSpan(self.start, self.start + len(self.words))

    def part(self, start: int, end: int) -> TextSpan:
        """The place of ``words[start:end]`` in the file."""
        return TextSpan(self.start + start, self.start + end)


def _closes_at_end(value: str) -> bool:
    """True if the brace that the value begins with is closed by its last sign."""
    depth = 0
    for at, sign in enumerate(value):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth == 0:
            return at == len(value) - 1
    return False


@dataclass(frozen=True)
class BibEntry:
    """An entry of the file."""

    entry: Entry
    written: Written

    @property
    def type(self) -> str:
        """The entry type in small letters."""
        return self.written.type.lower()

    @property
    def key(self) -> str:
        """The key as it is written."""
        return self.written.key

    @property
    def label(self) -> str:
        """What a message calls the entry: its key, if it has one."""
        return self.key or "an entry"

    @cached_property
    def fields(self) -> Mapping[str, BibField]:
        """The entry's own fields, of two with one name the first."""
        fields: dict[str, BibField] = {}
        for written in self.written.fields:
            fields.setdefault(written.name.lower(), BibField.of(written))
        return fields

    @property
    def inherits(self) -> bool:
        """True if other entries lend it fields."""
        return bool(self.fields.keys() & {"crossref", "xdata"})


@dataclass(frozen=True)
class BibFile:
    """The file, its entries in order, and what stands between them."""

    document: Document
    entries: tuple[BibEntry, ...]
    blocks: tuple[Block, ...] = ()

    @classmethod
    def of(cls, path: str, text: str, entries: Iterable[Entry], blocks: Iterable[Block] = ()) -> BibFile:
        """The file of a path and a text, with the entries that were read from it."""
        listed = tuple(BibEntry(entry, entry.written) for entry in entries if entry.written is not None)
        return cls(Document(path, text), listed, tuple(blocks))

    @property
    def text(self) -> str:
        """The text of the file."""
        return self.document.text

    @cached_property
    def is_biblatex(self) -> bool:
        """True if more than one in ten of the entries has what only biblatex knows."""
        marked = sum(
            entry.type in _BIBLATEX_TYPES or not _BIBLATEX_FIELDS.isdisjoint(entry.fields) for entry in self.entries
        )
        return marked * 10 > len(self.entries)

    def key_span(self, entry: BibEntry) -> TextSpan:
        """The place of an entry's key; of its type, where it has none."""
        start = entry.written.start
        if entry.key:
            opening = start + len(entry.written.type)  # a key may be a part of the type: k of @book
            start = self.text.find(entry.key, opening + 1)
        return TextSpan(start, start + max(len(entry.key), 1))

    def fields(self, *names: str) -> Iterator[tuple[BibEntry, BibField]]:
        """The fields of those names (all, if none is given) of every entry, name by name."""
        for name in names or tuple(self._by_name):
            yield from self._by_name.get(name, ())

    @property
    def field_names(self) -> Iterable[str]:
        """The names of the fields that entries have, in small letters."""
        return self._by_name

    @cached_property
    def _by_name(self) -> Mapping[str, Sequence[tuple[BibEntry, BibField]]]:
        """The fields by their names: most rules ask for one that few entries have."""
        named: dict[str, list[tuple[BibEntry, BibField]]] = {}
        for entry in self.entries:
            for name, field in entry.fields.items():
                named.setdefault(name, []).append((entry, field))
        return named

    @cached_property
    def sets(self) -> Mapping[str, frozenset[str]]:
        """The keys that a ``@set`` ties together, by its own key."""
        texts = ((block.name, _MEMBERS.search(block.text)) for block in self.blocks if block.kind == "set")
        return {key: frozenset(re.split(r"[,\s]+", found[1].strip())) for key, found in texts if found}

    def strings(self) -> Mapping[str, str]:
        """The strings that the file defines, and the months."""
        given = self.entries[0].written.definitions.strings if self.entries else {}
        return {**dict.fromkeys(MONTH_MACROS, ""), **given}

    @cached_property
    def _ignored(self) -> Sequence[tuple[int, int, Suppression]]:
        """Where findings are not wanted: from, to, and which; a comment stands in an entry or above it."""
        out: list[tuple[int, int, Suppression]] = []
        for comment in suppressions(self.text):
            if comment.whole_file:
                out.append((0, len(self.text) + 1, comment))
            elif entry := next((one for one in self.entries if one.written.end > comment.at), None):
                out.append((entry.written.start, entry.written.end, comment))
        return out

    def is_ignored(self, start: int, *names: str) -> bool:
        """Whether a finding of a rule, by its code or name, is not wanted at a place."""
        return any(begin <= start < end and comment.holds(*names) for begin, end, comment in self._ignored)
