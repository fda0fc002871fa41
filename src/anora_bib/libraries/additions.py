"""A library file that new entries are added to: everything that is in it stays as it is, byte for byte."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Final

from anora_bib.authority.known_keys import with_known_keys
from anora_bib.errors import InputError, UnknownNameError, UnsupportedError
from anora_bib.formats.adding import ADDERS
from anora_bib.formats.base import Format, ReadAndWritten
from anora_bib.formats.bibtex.second_reader import keys_elsewhere
from anora_bib.model import Entry, Library
from anora_bib.registry import Registry
from anora_bib.system.files import read_bytes, status, write_bytes

_KEY: Final = re.compile(r"^[ \t]*@[A-Za-z]+[ \t]*[{(][ \t]*([^\s,{}()\"#%=]+)[ \t]*,", re.MULTILINE)
"""Every key of a .bib file, that of an entry which cannot be read as well."""
_BLOCK: Final = re.compile(r"\s*@(?:string|comment|preamble)\s*[{(]", re.IGNORECASE)

_BIB: Final = ("bibtex", "biblatex")


class LibraryFile:
    """A library file, read when it is named and written when there is something new.

    Args:
        path: the file; it need not exist. Its ending says the format.
        formats: the bibliography formats there are.

    Raises:
        UnknownNameError: no format has that ending.
        UnsupportedError: the file exists, and nothing can be added to a file of its format.
        InputError: the file cannot be read.
    """

    def __init__(self, path: Path, formats: Registry[Format]) -> None:
        suffix = path.suffix.lower()
        by_suffix = {suffix: format for format in reversed([*formats]) for suffix in format.suffixes}
        by_suffix = {suffix: format for suffix, format in by_suffix.items() if isinstance(format, ReadAndWritten)}
        if suffix not in by_suffix:
            raise UnknownNameError("library format with the ending", suffix, known=sorted(by_suffix))
        self._path = path
        self._format: ReadAndWritten = by_suffix[suffix]
        self._data = b"" if status(path) is None else read_bytes(path)
        self._text = self._decoded()
        self._entries: tuple[Entry, ...] = ()
        if self._text.strip():
            if self._format.name not in ADDERS:
                raise UnsupportedError(f"nothing can be added to a file of {self._format.name}", hint="name a new file")
            self._entries = self._loaded()

    def _loaded(self) -> tuple[Entry, ...]:
        try:
            return self._format.load(self._text, str(self._path)).entries
        except InputError:
            if _BLOCK.match(self._text):  # strings and comments of BibTeX, and no entry yet
                return ()
            raise

    def _decoded(self) -> str:
        try:
            return self._data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
        except UnicodeDecodeError:
            raise InputError("is not UTF-8 text", path=str(self._path), hint="save it as UTF-8") from None

    def keyed(self, library: Library) -> Library:
        """The library with the keys that its entries have, or will have, in the file."""
        return with_known_keys(library, self._entries, set(_KEY.findall(self._text)))

    def add(self, library: Library) -> int:
        """Add the entries of a keyed library that are not there; how many they are.

        Raises:
            InputError: the file would not read as it did, was changed meanwhile, or cannot be written.
        """
        known = {entry.key for entry in self._entries}
        new = tuple(entry for entry in library if entry.key not in known)
        if not new:
            return 0
        written = self._format.dump(Library(new))
        if self._format.name in _BIB and keys_elsewhere(written) != [entry.key for entry in new]:
            raise self._refused("would hold entries that other programs do not read")
        text = self._added(written) if self._text.strip() else written
        self._refuse_damage(text, new)
        mark = codecs.BOM_UTF8 if self._data.startswith(codecs.BOM_UTF8) else b""
        write_bytes(self._path, mark + text.encode("utf-8"), expected=self._data or None)
        return len(new)

    def _added(self, written: str) -> str:
        try:
            return ADDERS[self._format.name](self._text, written)
        except ValueError as error:
            raise self._refused(str(error)) from None

    def _refuse_damage(self, text: str, new: tuple[Entry, ...]) -> None:
        """Read the new content before it is written: an entry that is not closed would include those after it."""
        after = self._format.load(text, str(self._path)).entries
        kept = [entry.to_csl() for entry in after[: len(self._entries)]] == [it.to_csl() for it in self._entries]
        if not kept or [entry.key for entry in after[len(self._entries) :]] != [entry.key for entry in new]:
            raise self._refused("has a fault that new entries would be lost in")

    def _refused(self, why: str) -> InputError:
        return InputError(f"nothing was added, for the file {why}", path=str(self._path), hint="mend it first")
