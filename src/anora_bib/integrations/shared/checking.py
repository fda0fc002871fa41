"""What is wrong with the bibliography files of a document or a project: with those entries that are cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from anora_bib.checking.examine import examine_bibliography
from anora_bib.diagnostics import Diagnostic
from anora_bib.inputs.keyed_documents import Libraries
from anora_bib.inputs.opening import Bibliography, Opener
from anora_bib.lint.citing import KnownLibrary
from anora_bib.lint.rule import Documented


def known_libraries(files: Sequence[Bibliography], opener: Opener) -> list[KnownLibrary]:
    """The keys of bibliographies that are read."""
    libraries = Libraries(opener, files)
    return [known for file in files if (known := libraries.at(Path(file.path))) is not None]


def of_cited(
    files: Sequence[Bibliography], libraries: Sequence[KnownLibrary], rules: Sequence[Documented], cited: Iterable[str]
) -> Iterator[Diagnostic]:
    """The diagnostics of the entries with these keys, file by file."""
    wanted = set(cited)
    for file in files:
        known = next((one for one in libraries if one.document.path == file.path), None)
        if known is not None and known.file is not None:
            yield from _of_entries(examine_bibliography(file, rules).diagnostics, known, wanted)


def _of_entries(found: Iterable[Diagnostic], library: KnownLibrary, wanted: set[str]) -> Iterator[Diagnostic]:
    """Those of the diagnostics that are about entries which are cited."""
    source = library.document
    begins = sorted(
        (source.source.rfind("@", 0, source.source_span(entry.span).start), {entry.key, *entry.aliases})
        for entry in library.entries
    )
    for one in found:
        keys: set[str] = set()
        for start, names in begins:
            if start > one.span.start:
                break
            keys = names
        if keys & wanted:
            yield one
