"""One open document understood: what is wrong with it, its notes and markers, the keys it cites and their entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from anora_bib.checking.examine import examine
from anora_bib.diagnostics import Diagnostic
from anora_bib.errors import InputError
from anora_bib.inputs.keyed_documents import KeyedDocument, KeyedDocuments, Libraries
from anora_bib.inputs.opening import Bibliography
from anora_bib.lint.checker import check_citations
from anora_bib.model import Apparatus, Entry
from anora_bib.readers.keys import cites_by_keys, read_keys
from anora_bib.server.lines import Lines
from anora_bib.server.surroundings import libraries_near
from anora_bib.text.spans import SourceSpan

if TYPE_CHECKING:
    from anora_bib.assembly.workspace import Workspace
    from anora_bib.lint.citing import Citing, KnownLibrary
    from anora_bib.lint.rule import Documented


@dataclass(frozen=True)
class Place:
    """A span of a file, with what a position in it needs."""

    path: Path
    span: SourceSpan
    text: str


@dataclass(frozen=True)
class Analysis:
    """What an open document holds. ``libraries`` are those it cites from, or the ``.bib`` files near it."""

    path: Path
    text: str
    diagnostics: tuple[Diagnostic, ...] = ()
    apparatus: Apparatus | None = None
    bibliography: Bibliography | None = None
    citing: Citing | None = None

    @classmethod
    def of(
        cls,
        path: Path,
        text: str,
        workspace: Workspace,
        rules: Sequence[Documented],
        libraries: Libraries,
        top: Path | None = None,
    ) -> Analysis:
        """The analysis of a text that a file of that path, below ``top``, will hold. What cannot be read is empty."""
        citing = _citing(path, text, libraries, top)
        found = list(check_citations([citing], rules)) if citing else []
        own = [one for one in found if Path(one.path) == path]
        try:
            opened = workspace.opener.decode(text.encode(), str(path))
        except InputError:
            return cls(path, text, tuple(own), citing=citing)  # empty, or in LaTeX and the like, of which keys are read
        examined = examine(opened, workspace, rules)
        if isinstance(examined.item, Bibliography):
            return cls(path, text, examined.diagnostics, bibliography=examined.item)
        return cls(path, text, (*examined.diagnostics, *own), apparatus=examined.item, citing=citing)

    @cached_property
    def lines(self) -> Lines:
        """Positions in the text."""
        return Lines(self.text)

    def note_at(self, offset: int) -> tuple[SourceSpan, str, SourceSpan] | None:
        """The marker at an offset, the words of its note, and where these stand; None if there is no marker."""
        if self.apparatus is None:
            return None
        document = self.apparatus.essay.document
        for marker in self.apparatus.markers:
            span = document.source_span(marker.span)
            if span.start <= offset <= span.end and (note := self.apparatus.led_to(marker)):
                return span, note.text, document.source_span(note.span)
        return None

    def key_at(self, offset: int) -> tuple[SourceSpan, str] | None:
        """The citation key at an offset, and its place."""
        for text in self.citing.texts if self.citing else ():
            if Path(text.document.path) != self.path:
                continue
            for key in text.keys:
                span = text.document.source_span(key.span)
                if span.start <= offset <= span.end:
                    return span, key.key
        return None

    def places_of(self, key: str) -> Iterable[Place]:
        """Where the libraries have an entry of that key."""
        for library in self.libraries:
            for entry in library.entries:
                if entry.key == key:
                    span = library.document.source_span(entry.span)
                    yield Place(Path(library.document.path), span, library.document.source)

    @property
    def libraries(self) -> tuple[KnownLibrary, ...]:
        """The libraries that the document cites from."""
        return tuple(self.citing.libraries) if self.citing else ()

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """The entries of the libraries by their keys, of two with one key the first."""
        out: dict[str, Entry] = {}
        for library in self.libraries:
            for known in library.file.entries if library.file else ():
                out.setdefault(known.key, known.entry)
        return out


def _citing(path: Path, text: str, libraries: Libraries, top: Path | None) -> Citing | None:
    """The keys of the text against the libraries on the disk; None of a document that cites by none."""
    if not cites_by_keys(str(path)):
        return None
    document = KeyedDocument(path, (read_keys(text, str(path)),), frozenset())
    near = () if document.names_library else libraries_near(path.parent, top)
    if not document.names_library and not near:
        return None
    [citing], _ = KeyedDocuments((document,), beside=near).citing(libraries)
    sure = all(library.parent == path.parent for library in near)
    return citing if sure else replace(citing, complete=False)  # there may be others that only its project knows
