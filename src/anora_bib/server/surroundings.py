"""The files of the folder that is open: which documents cite from which library, and what renaming a key changes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from anora_bib.errors import InputError
from anora_bib.inputs.keyed_documents import KeyedDocuments, Libraries
from anora_bib.inputs.opening import Bibliography, Opener, bib_file
from anora_bib.lint.citing import Citing
from anora_bib.live.renaming import LATEX, renamed
from anora_bib.readers.keys import cites_by_keys
from anora_bib.system.folders import files_below
from anora_bib.text.spans import SourceEdit, SourceSpan

_KEY: Final = re.compile(r"[^\s,;{}\[\]()\\%#~'\"=@]{1,200}")
"""What LaTeX, BibTeX and pandoc all take for a key."""
_NAMES_KEYS: Final = ("crossref", "xref", "xdata", "related", "entryset", "ids")
"""Fields of an entry that name others."""
_MOST_FILES: Final = 2_000
Text = Callable[[Path], str]
"""The text of a file as it stands in the editor, or on the disk."""


def libraries_near(folder: Path, top: Path | None) -> tuple[Path, ...]:
    """What a document in a folder cites from if it names no library: the ``.bib`` files in it.

    Where it has none, those of the nearest folder above it, up to ``top``: chapters often have a folder of their own.
    """
    for place in (folder, *folder.parents):
        if found := tuple(sorted(place.glob("*.bib"))):
            return found
        if top is None or place == top or not place.is_relative_to(top):
            break
    return ()


class Surroundings:
    """The documents and libraries of a folder; read when first asked for, and again after :meth:`forget`.

    Those of the folders below count as well, unless it is only the folder of a file (``is_open`` is false).
    """

    def __init__(self, folder: Path, opener: Opener, libraries: Libraries, *, is_open: bool = True) -> None:
        self._folder = folder
        self._is_open = is_open
        self._opener = opener
        self._libraries = libraries
        self._citing: list[Citing] | None = None

    def forget(self) -> None:
        """Read anew: a file has changed."""
        self._citing = None

    @property
    def citing(self) -> list[Citing]:
        """Each document with the libraries that it draws on: those that it names, or else those that are near."""
        if self._citing is None:
            below = files_below(self._folder) if self._is_open else sorted(self._folder.glob("*.*"))
            found = [path for path in below if isinstance(path, Path)][:_MOST_FILES]
            cited = [path for path in found if cites_by_keys(str(path))]
            self._citing = []
            for folder in dict.fromkeys(path.parent for path in cited):
                here = [*(path for path in cited if path.parent == folder), *libraries_near(folder, self._folder)]
                self._citing += KeyedDocuments.among(here, self._opener).citing(self._libraries)[0]
        return self._citing

    def of_library(self, path: Path) -> Iterator[Citing]:
        """The documents that cite from a library."""
        at = path.resolve()
        return (one for one in self.citing if any(Path(other.document.path).resolve() == at for other in one.libraries))

    def times_cited(self, library: Path) -> Counter[str]:
        """How often each key of a library is cited, over all documents."""
        texts = {text.document.path: text for one in self.of_library(library) for text in one.texts}
        return Counter(key.key for text in texts.values() for key in text.keys)

    def renamed(self, library: Path, key: str, name: str, text: Text) -> Mapping[Path, list[SourceEdit]]:
        """The edits that give an entry of a library another key, in it and in every document that cites from it.

        Raises:
            InputError: the name is no key, or that of another entry.
        """
        if not _KEY.fullmatch(name):
            raise InputError("is no key that LaTeX and pandoc both take", path=name)
        out: dict[Path, list[SourceEdit]] = {}
        at = library.resolve()
        documents = {Path(part.document.path).resolve() for one in self.of_library(library) for part in one.texts}
        out[at] = list(self._in_library(at, key, name, text(at)))
        for path in sorted(documents):
            edits = renamed(text(path), {key: name}, latex=path.suffix.lower() in LATEX)
            if edits:
                out[path] = edits
        return out

    def _in_library(self, path: Path, key: str, name: str, source: str) -> Iterator[SourceEdit]:
        opened = self._opener.decode(source.encode(), str(path))
        if not isinstance(opened, Bibliography):
            return
        file = bib_file(opened)
        if any(entry.key == name for entry in file.entries):
            raise InputError(f"has an entry {name!r} already", path=str(path))
        for entry in file.entries:
            if entry.key == key:
                span = file.document.source_span(file.key_span(entry))
                yield SourceEdit(span, name)
            for field in (entry.fields[one] for one in _NAMES_KEYS if one in entry.fields):
                for found in re.finditer(r"[^,\s]+", field.words):
                    if found[0] == key:
                        yield SourceEdit(SourceSpan(field.start + found.start(), field.start + found.end()), name)
