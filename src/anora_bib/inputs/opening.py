"""Opening the essays and bibliographies that paths lead to, one by one, so that a bad one does not stop the rest.

What is in no format that is read is refused, never taken for plain text: a check of it would find nothing and say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from anora_bib.diagnostics import Diagnostic
from anora_bib.errors import InputError, NotReadError, UnknownNameError
from anora_bib.formats.base import Format, Loaded, Loader, loader
from anora_bib.formats.encoding import text_in
from anora_bib.inputs.exclusions import Exclusions
from anora_bib.inputs.sniffing import UNREAD, is_our_page, mentions_item, sniff, unread_kind
from anora_bib.model import Essay
from anora_bib.model.values.csl import TYPES
from anora_bib.notices import Code
from anora_bib.readers.base import PLAIN, Reader
from anora_bib.readers.keys import ONLY_KEYS
from anora_bib.registry import Registry
from anora_bib.system.files import is_folder, read_bytes, status
from anora_bib.system.folders import files_below, of_tools
from anora_bib.text.characters import nearest

if TYPE_CHECKING:
    from anora_bib.lint.bib_file import BibFile

MAX_ESSAY_BYTES = 10_000_000
"""More than the longest novels, and so no essay: a log, a dump, a whole corpus in one file. Reading it as one would
take minutes and find nothing that one author cites."""

_DATA: Final = frozenset({".json", ".yaml", ".yml"})
"""Endings that bibliographies share with settings and data of all kinds."""

_FOR_TOOLS: Final = re.compile(
    r"(?:robots|humans|security|ads|llms|cmakelists|(?:\w{1,20}[-_.])?(?:requirements|constraints)(?:[-_.]\w{1,20})?)\.txt"
    r"|(?:licen[cs]e|copying|notice)(?:[-_.]\w{1,20})?(?:\.\w{1,10})?",
    re.IGNORECASE,
)
"""Names of files that are written for tools and lawyers: text, but no essays."""

_SHARED: Final = frozenset({".xml", ".wiki", ".mediawiki"})
"""Endings of which only the content tells the format."""


@dataclass(frozen=True, slots=True)
class Bibliography:
    """A bibliography file, loaded. ``text`` is what it holds, and ``format`` what read it."""

    path: str
    loaded: Loaded
    text: str = ""
    format: str = ""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was wrong with the file."""
        return self.loaded.diagnostics


Input = Essay | Bibliography


def bib_file(file: Bibliography) -> BibFile:
    """A bibliography as its rules see it; nothing of one that is not in BibTeX's form."""
    from anora_bib.lint.bib_file import BibFile

    return BibFile.of(file.path, file.text, file.loaded.entries, file.loaded.blocks)


def together(inputs: Iterable[Input]) -> list[Input]:
    """The inputs, of which ``.bib`` files share their strings and the entries that others inherit from."""
    items = list(inputs)
    files = [item for item in items if isinstance(item, Bibliography) and item.format in _SHARING]
    if len(files) < 2:
        return items
    from anora_bib.formats.bibtex import read_together

    shared = read_together([(file.text, file.path, file.loaded) for file in files])
    again = {id(file): replace(file, loaded=loaded) for file, loaded in zip(files, shared, strict=True)}
    return [again.get(id(item), item) if isinstance(item, Bibliography) else item for item in items]


_SHARING: Final = ("bibtex", "biblatex")


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to open. ``named`` is false for one that was found in a folder: nobody said that it is an essay."""

    path: Path
    named: bool = True


class Opener:
    """Opens files with the reader or bibliography format that answers to their ending, or to what they hold."""

    def __init__(self, readers: Registry[Reader], formats: Registry[Format]) -> None:
        self._readers = readers
        self._formats = formats
        self._reader_of = {suffix: reader for reader in reversed([*readers]) for suffix in reader.suffixes}
        self._format_of = {
            suffix: format
            for format in reversed([*formats])
            if isinstance(format, Loader)
            for suffix in format.suffixes
        }

    def expand(self, paths: Iterable[Path], exclusions: Exclusions | None = None) -> Iterator[InputFile | InputError]:
        """Each file to open, or the error why a path cannot be looked into.

        A folder stands for the files in and below it (see ``folders.files_below``), whatever their endings, so that
        :meth:`open` can say of each whether it is read. ``exclusions`` are what is left out of it.
        """
        for path in paths:
            try:
                folder = is_folder(path)
            except InputError as error:
                yield error
                continue
            if folder:
                yield from self._below(path, exclusions)
            else:
                yield InputFile(path)

    def _below(self, folder: Path, exclusions: Exclusions | None) -> Iterator[InputFile | InputError]:
        none_read = True
        for file in files_below(folder, exclusions.below(folder) if exclusions else of_tools):
            if isinstance(file, InputError):
                yield file
            else:
                none_read = none_read and not self.is_known(file)
                yield InputFile(file, named=False)
        if none_read:
            yield InputError(
                "holds no essay and no bibliography", path=str(folder), hint=self._hint(), code=Code.NOTHING_TO_READ
            )

    def is_known(self, path: Path) -> bool:
        """True if files of that ending are read, and the name is not one that tools read."""
        suffix = path.suffix.lower()
        if _FOR_TOOLS.fullmatch(path.name):
            return False
        return suffix in self._reader_of or suffix in self._format_of

    def reader_of(self, path: str) -> Reader:
        """The reader that answers to the ending of a path; that of plain text if none does."""
        return self._reader_of.get(Path(path).suffix.lower()) or self._readers.get(PLAIN)

    def is_library(self, path: Path) -> bool:
        """True if files of that ending are bibliographies, and nothing else."""
        suffix = path.suffix.lower()
        return suffix in self._format_of and suffix not in _DATA

    def _hint(self) -> str:
        """The usual ending of each format."""
        usual = {part.suffixes[0] for part in (*self._reader_of.values(), *self._format_of.values())}
        return f"files that can be read end in {' '.join(sorted(usual))}"

    def open(self, path: Path, *, named: bool = True, format: str = "") -> Input:
        """The essay or bibliography in a file.

        Args:
            path: the file.
            named: whether the person named it, or it was found in a folder; such a file of JSON or YAML is read only
                if it holds an item of CSL, and one of HTML unless it is a report of ours.
            format: the name of the reader or bibliography format to read it with, whatever its ending.

        Raises:
            NotReadError: it is in a format that is not read.
            InputError: it cannot be read, is not what its ending says, or is too large for an essay.
            UnknownNameError: there is no such format.
        """
        suffix = path.suffix.lower()
        if not named and not self.is_known(path):
            raise self._not_read(str(path))
        state = status(path)
        if not format and suffix not in self._format_of and state is not None:
            _refuse_large(state.st_size, str(path))
        data = read_bytes(path)
        if not named and is_our_page(data):
            raise NotReadError("is a page that anora-bib made", path=str(path), code=Code.NOT_READ)
        if not named and suffix in _DATA and not mentions_item(data, TYPES):
            raise NotReadError("holds no item of a bibliography", path=str(path), code=Code.NOT_READ)
        return self.decode(data, str(path), format=format)

    def decode(self, data: bytes, path: str, *, format: str = "") -> Input:
        """The same for bytes that are at hand; what they hold decides where ``path`` has no ending."""
        chosen = self._named(format) if format else self._chosen(data, path)
        if isinstance(chosen, str):
            raise self._not_read(path, chosen)
        reader, bibliography = chosen
        try:
            if bibliography is not None:
                text = text_in(data, path)
                return Bibliography(path, _loaded(bibliography, text, path), text, bibliography.name)
            _refuse_large(len(data), path)
            essay = (reader or self._readers.get(PLAIN)).read(data, path)
        except InputError as error:
            error.code = error.code or (Code.NOT_TEXT if bibliography is None else Code.BAD_BIBLIOGRAPHY)
            raise
        if not essay.text.strip():
            raise InputError("holds no text", path=path, code=Code.EMPTY)
        return essay

    def _named(self, name: str) -> _Chosen:
        if name in self._formats:
            return None, self._formats.get(name)
        if name in self._readers:
            return self._readers.get(name), None
        known = (*self._readers.names(), *self._formats.names())
        raise UnknownNameError("format to read", name, nearest(name, known), known=known)

    def _chosen(self, data: bytes, path: str) -> _Chosen | str:
        """What to read the bytes with, or the name of the format that nothing reads ("" for an unknown ending)."""
        suffix = Path(path).suffix.lower()
        if (format := self._format_of.get(suffix)) is not None:
            return None, format
        reader = self._reader_of.get(suffix)
        if reader is not None and reader.name != PLAIN:
            return reader, None
        shown = sniff(data)
        if suffix and reader is None:
            # An ending that nobody knows may be that of a bibliography; essays are not guessed at.
            unknown = suffix in _SHARED or not unread_kind(suffix)
            return (None, self._formats.get(shown)) if unknown and shown in self._formats else ""
        if not shown:
            return reader, None
        return self._named(shown) if shown in self._readers or shown in self._formats else shown

    def _not_read(self, path: str, shown: str = "") -> NotReadError:
        suffix = Path(path).suffix.lower()
        kind = UNREAD.get(shown) or unread_kind(suffix)
        if kind:
            message = f"is {kind}, which is not read"
        else:
            message = (
                f"ends in {suffix}, which no format does that is read" if suffix else "is in no format that is read"
            )
        hint = f"{self._hint()}; --from FORMAT decides"
        if suffix in ONLY_KEYS:
            hint += "; check --library FILE holds its citation keys against a library"
        return NotReadError(message, path=path, hint=hint, code=Code.NOT_READ)


_Chosen = tuple[Reader | None, Format | None]
"""The reader of an essay or the format of a bibliography; neither stands for plain text."""


def _loaded(format: Format, text: str, path: str) -> Loaded:
    if not text.strip():
        raise InputError("the file is empty", path=path, hint="give a file with entries in it", code=Code.EMPTY)
    return loader(format).load(text, path)


def _refuse_large(size: int, path: str) -> None:
    if size > MAX_ESSAY_BYTES:
        message = f"is too large for an essay: {size / 1e6:.0f} MB, where {MAX_ESSAY_BYTES / 1e6:.0f} MB is the most"
        raise InputError(message, path=path, line=1, hint="split it into one file for each essay", code=Code.TOO_LARGE)
