"""Documents that cite by keys and the libraries that they draw on, as the rules about both see them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from anora_bib.documents.document import Document
from anora_bib.documents.suppressions import Suppression, suppressions
from anora_bib.formats.bibtex.tables.types import NO_WORKS
from anora_bib.lint.bib_file import BibFile
from anora_bib.model import Entry
from anora_bib.model.essay.keyed import CitationKey, KeyedText, NamedFile
from anora_bib.text.spans import TextSpan

_SEPARATOR: Final = re.compile(r"[,\s]+")
_NEEDS: Final = ("crossref", "xref", "xdata", "related", "entryset")
"""Fields that name other entries of the library."""
_BEGINS: Final = re.compile(r"@[A-Za-z]{1,40}\s{0,8}[{(]\s{0,8}(?P<key>[^\s,{}()]{1,300})\s{0,8},")


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """An entry by its key; ``aliases`` are further keys of it, ``needs`` the keys of entries that it draws on."""

    key: str
    span: TextSpan
    aliases: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    is_work: bool = True


@dataclass(frozen=True)
class KnownLibrary:
    """The keys of a library file. ``unread`` are those of entries that are too broken to be read."""

    document: Document
    entries: tuple[KnownEntry, ...]
    unread: frozenset[str] = frozenset()
    file: BibFile | None = None

    @classmethod
    def of_bib(cls, file: BibFile) -> KnownLibrary:
        """The keys of a ``.bib`` file."""
        entries = tuple(
            KnownEntry(
                entry.key,
                file.key_span(entry),
                _listed(entry.fields["ids"].words) if "ids" in entry.fields else (),
                tuple(key for name in _NEEDS if name in entry.fields for key in _listed(entry.fields[name].words)),
                entry.type not in NO_WORKS,
            )
            for entry in file.entries
        )
        entries += tuple(
            KnownEntry(key, TextSpan(0, 0), needs=tuple(sorted(members)), is_work=False)
            for key, members in file.sets.items()
        )
        read = {entry.key for entry in entries}
        unread = {found["key"] for found in _BEGINS.finditer(file.text)} - read
        return cls(file.document, entries, frozenset(unread), file)

    @classmethod
    def of_entries(cls, path: str, text: str, entries: Iterable[Entry]) -> KnownLibrary:
        """The keys of a library in another format."""
        document = Document(path, text)
        return cls(document, tuple(KnownEntry(entry.key, TextSpan(0, 0)) for entry in entries))

    @cached_property
    def keys(self) -> frozenset[str]:
        """Every key that may be cited."""
        return frozenset(key for entry in self.entries for key in (entry.key, *entry.aliases)) | self.unread


def _listed(words: str) -> tuple[str, ...]:
    return tuple(key for key in _SEPARATOR.split(words) if key)


@dataclass(frozen=True)
class Citing:
    """A document with the parts that it takes in, and the libraries that it draws on.

    ``missing`` are libraries that it names and that were not found. ``complete`` is false where an entry may be in a
    library that was not read, ``whole`` is false where a part was not read.
    """

    texts: tuple[KeyedText, ...]
    libraries: tuple[KnownLibrary, ...]
    missing: tuple[tuple[Document, NamedFile], ...] = ()
    complete: bool = True
    whole: bool = True

    @property
    def documents(self) -> Iterator[Document]:
        """The files that a finding may be about: its own, those of its parts, and its libraries."""
        yield from (text.document for text in self.texts)
        yield from (library.document for library in self.libraries)

    @cached_property
    def known(self) -> frozenset[str]:
        """Every key that the libraries or the document itself have."""
        own = (text.own for text in self.texts)
        return frozenset[str]().union(*own, *(library.keys for library in self.libraries))

    @cached_property
    def by_small_letters(self) -> Mapping[str, str]:
        """The known keys by what they are in small letters."""
        return {key.casefold(): key for key in sorted(self.known, reverse=True)}

    def unknown(self) -> Iterator[tuple[KeyedText, CitationKey]]:
        """Each key that nothing has, where it is cited first in a file; none, if a library was not read."""
        if not self.complete:
            return
        for text in self.texts:
            seen: set[str] = set()
            for key in text.keys:
                if key.sure and key.key not in self.known and key.key not in seen:
                    seen.add(key.key)
                    yield text, key

    def is_ignored(self, path: str, start: int, *names: str) -> bool:
        """Whether a comment in that file leaves out a finding of a rule, by its code or name, at a place."""
        if any(one.file.is_ignored(start, *names) for one in self.libraries if one.file and one.document.path == path):
            return True
        return any(
            comment.holds(*names) and (comment.whole_file or line == text.document.position(start).line)
            for text, comments in self._comments
            if text.document.path == path
            for line, comment in comments
        )

    @cached_property
    def _comments(self) -> Sequence[tuple[KeyedText, Sequence[tuple[int, Suppression]]]]:
        """The comments of each text, with the lines that they are about."""
        return [
            (text, [(_line_of(text.document, comment.at), comment) for comment in suppressions(text.document.text)])
            for text in self.texts
        ]


def _line_of(document: Document, comment: int) -> int:
    """The line that a comment is about: its own, or the next where nothing stands before it."""
    place = document.position(comment)
    alone = not document.text[comment - place.column + 1 : comment].strip()
    return place.line + alone
