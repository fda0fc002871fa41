r"""The documents of a run that cite by keys, with the parts that they take in and the libraries that they name.

Parts are looked for in the folder of the document only. A library is one that the document names or that ``--library``
gives; where it names none, those that are checked with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from anora_bib.documents.decode import decode
from anora_bib.documents.document import Document
from anora_bib.errors import InputError
from anora_bib.inputs.opening import Bibliography, Input, Opener, bib_file
from anora_bib.lint.citing import Citing, KnownLibrary
from anora_bib.model.essay.keyed import KeyedText, NamedFile
from anora_bib.readers.keys import ONLY_KEYS, cites_by_keys, read_keys
from anora_bib.system.files import read_bytes, status
from anora_bib.text.spans import TextSpan

_OF_STRINGS: Final = frozenset({"ieeeabrv", "ieeefull", "mrabbrev"})
"""Libraries that come with TeX and hold nothing but abbreviations."""
_PROJECT: Final = "_quarto.yml"
_MOST_PARTS: Final = 2_000

_State = tuple[int, int] | str | None
Unsaved = Callable[[Path], "str | None"]
"""The text of a file that is open in an editor; None of one that is not."""


@dataclass(frozen=True)
class KeyedDocument:
    """A document, by what its own text and its parts say; ``whole`` is false if a part was not read."""

    path: Path
    texts: tuple[KeyedText, ...]
    parts: frozenset[Path]
    whole: bool = True

    @property
    def libraries(self) -> Iterator[tuple[Document, NamedFile]]:
        """The libraries that it names, each with the file that names it."""
        return ((text.document, named) for text in self.texts for named in text.libraries)

    @property
    def names_library(self) -> bool:
        """True if it says where its entries are."""
        return any(text.libraries or text.own or text.hidden for text in self.texts)


@dataclass(frozen=True)
class KeyedDocuments:
    """All such documents of a run. ``given`` are the libraries of ``--library``, ``beside`` those that are checked."""

    documents: tuple[KeyedDocument, ...]
    given: tuple[Path, ...] = ()
    beside: tuple[Path, ...] = ()

    @classmethod
    def among(cls, files: Iterable[Path], opener: Opener, given: Sequence[Path] = ()) -> KeyedDocuments:
        """Those among the files of a run that cite something and have a library to be held against.

        A file that cannot be read is passed over: reading it as an essay says why.
        """
        listed = [*files]
        beside = tuple(path for path in listed if opener.is_library(path))
        read = _Read()
        texts = ((path, read.text(path)) for path in listed if cites_by_keys(str(path)))
        roots = [path for path, text in texts if text is not None and (text.cites or text.parts)]
        found = [document for path in roots if (document := _document(path, read)) is not None]
        parts = frozenset[Path]().union(*(document.parts for document in found))
        chosen = tuple(
            document
            for document in found
            if _absolute(document.path) not in parts
            and any(text.cites for text in document.texts)
            and (document.names_library or given or beside)
        )
        return cls(chosen, tuple(given), beside)

    @property
    def only_keys(self) -> frozenset[Path]:
        """The documents and parts of which nothing but the keys is read, as absolute paths."""
        paths = {path for document in self.documents for path in (_absolute(document.path), *document.parts)}
        return frozenset(path for path in paths if path.suffix.lower() in ONLY_KEYS)

    def contents(self) -> Iterator[tuple[str, bytes]]:
        """All that :meth:`citing` reads, under names: documents, parts, and libraries, those too that are not there.

        Raises:
            InputError: a library cannot be read.
        """
        for document in self.documents:
            for text in document.texts:
                yield (
                    f"{document.path} {document.whole} {text.document.path}",
                    text.document.source.encode("utf-8", "surrogatepass"),
                )
            for source, named in document.libraries:
                path = _library_path(named.name, document.path, Path(source.path))
                yield f"{document.path} {named.name} {path}", read_bytes(path) if path is not None else b""
        for path in (*self.given, *self.beside):
            yield str(path), read_bytes(path)

    def citing(self, libraries: Libraries) -> tuple[list[Citing], list[InputError]]:
        """The documents with the keys of their libraries, and why a library of ``--library`` was not read."""
        given = [library for path in self.given if (library := libraries.at(path, tell=True)) is not None]
        return [self._citing(document, given, libraries) for document in self.documents], libraries.problems

    def _citing(self, document: KeyedDocument, given: Sequence[KnownLibrary], libraries: Libraries) -> Citing:
        found = list(given)
        missing: list[tuple[Document, NamedFile]] = []
        unread = any(text.hidden for text in document.texts)
        for source, named in document.libraries:
            path = _library_path(named.name, document.path, Path(source.path))
            library = libraries.at(path) if path is not None else None
            if library is not None:
                found.append(library)
            elif path is not None:
                unread = True
            elif Path(named.name).stem.lower() not in _OF_STRINGS:
                missing.append((source, named))
        if not document.names_library:
            found += (library for path in self.beside if (library := libraries.at(path)) is not None)
        texts = tuple(map(_all_sure, document.texts)) if self.given else document.texts
        distinct = tuple({library.document.path: library for library in found}.values())
        return Citing(texts, distinct, tuple(missing), not (unread or missing), document.whole)


def library_files(path: str, text: str) -> Iterator[Path]:
    """The libraries that a document of Markdown names, or its project, as far as they are there."""
    root = Path(path)
    keyed = _of_project(read_keys(text, path if cites_by_keys(path) else "essay.md"), root)
    for named in keyed.libraries:
        if found := _library_path(named.name, root, root):
            yield found


class _Read:
    """The texts of files, each read once."""

    def __init__(self) -> None:
        self._texts: dict[Path, KeyedText | None] = {}

    def text(self, path: Path) -> KeyedText | None:
        """What a file says of its citations; None, if it cannot be read."""
        at = _absolute(path)
        if at not in self._texts:
            try:
                text, _ = decode(read_bytes(path), str(path))
                self._texts[at] = read_keys(text, str(path))
            except InputError:
                self._texts[at] = None
        return self._texts[at]


class Libraries:
    """The keys of library files, each read once for as long as the file stays as it is.

    Args:
        opener: what reads libraries.
        loaded: bibliographies that are read already.
        unsaved: files that count as an editor has them, whatever is on the disk.
    """

    def __init__(self, opener: Opener, loaded: Iterable[Bibliography] = (), unsaved: Unsaved = lambda _: None) -> None:
        self._opener = opener
        self._unsaved = unsaved
        self._loaded = {_absolute(Path(file.path)): file for file in loaded}
        self._known: dict[Path, tuple[_State, KnownLibrary | None]] = {}
        self.problems: list[InputError] = []

    def at(self, path: Path, *, tell: bool = False) -> KnownLibrary | None:
        """The library in a file; None, if it cannot be read or is none, with ``tell`` after saying so."""
        absolute = _absolute(path)
        text = self._unsaved(absolute)
        state = _state(path) if text is None else text
        known = self._known.get(absolute)
        if known is None or known[0] != state:
            known = self._known[absolute] = (state, self._read(path, text, self._loaded.get(absolute), tell))
        return known[1]

    def _read(self, path: Path, text: str | None, loaded: Bibliography | None, tell: bool) -> KnownLibrary | None:
        try:
            if text is not None:
                file: Input = self._opener.decode(text.encode(), str(path))
            else:
                file = loaded or self._opener.open(path)
            if not isinstance(file, Bibliography):
                raise InputError("is no library", path=str(path), hint="name a bibliography file")
        except InputError as error:
            if tell:
                self.problems.append(error)
            return None
        if file.format in ("bibtex", "biblatex"):
            return KnownLibrary.of_bib(bib_file(file))
        return KnownLibrary.of_entries(file.path, file.text, file.loaded.entries)


def _state(path: Path) -> _State:
    """What changes with a file: when it was written, and its size; None where there is none, or it cannot be seen."""
    try:
        found = status(path)
    except InputError:
        return None
    return (found.st_mtime_ns, found.st_size) if found else None


def _absolute(path: Path) -> Path:
    return path.resolve()


def _all_sure(text: KeyedText) -> KeyedText:
    """The text of a document whose author says which library it cites from: every ``@name`` is a key."""
    return replace(text, keys=tuple(replace(key, sure=True) for key in text.keys))


def _document(path: Path, read: _Read) -> KeyedDocument | None:
    """A document with its parts, in the order in which they are named."""
    texts: dict[Path, KeyedText] = {}
    waiting = [path]
    whole = True
    while waiting and len(texts) < _MOST_PARTS:
        at = waiting.pop()
        if _absolute(at) in texts:
            continue
        text = read.text(at)
        if text is None:
            whole = False
            continue
        texts[_absolute(at)] = _of_project(text, at) if at == path else text
        for named in reversed(text.parts):
            part = _part_path(named.name, path, at)
            if part is None:
                whole = False
            else:
                waiting.append(part)
    if _absolute(path) not in texts:
        return None
    return KeyedDocument(path, tuple(texts.values()), frozenset(texts) - {_absolute(path)}, whole and not waiting)


def _part_path(name: str, root: Path, source: Path) -> Path | None:
    """The file of a part: in the folder of the document or below it, else None."""
    folder = _absolute(root).parent
    for base in (root.parent, source.parent):
        for path in (base / name, base / f"{name}{root.suffix}"):
            if path.is_file() and _absolute(path).is_relative_to(folder) and cites_by_keys(str(path)):
                return path
    return None


def _library_path(name: str, root: Path, source: Path) -> Path | None:
    """The file of a library, with or without its ending; None, if there is none."""
    for base in dict.fromkeys((root.parent, source.parent)):
        for path in (base / name, base / f"{name}.bib"):
            if path.is_file():
                return path
    return None


def _of_project(text: KeyedText, path: Path) -> KeyedText:
    """A document of Quarto with the libraries that its project names, if it names none itself."""
    if text.libraries or path.suffix.lower() != ".qmd":
        return text
    for folder in _absolute(path).parents:
        project = folder / _PROJECT
        if project.is_file():
            libraries = _named_by_project(project)
            shown = tuple(replace(one, name=str(folder / one.name)) for one in libraries)
            return replace(text, libraries=shown) if shown else text
    return text


def _named_by_project(path: Path) -> tuple[NamedFile, ...]:
    try:
        text, _ = decode(read_bytes(path), str(path))
    except InputError:
        return ()
    head = read_keys(f"---\n{text}\n---\n", path.with_suffix(".qmd").name)
    return tuple(replace(named, span=TextSpan(0, 0)) for named in head.libraries)
