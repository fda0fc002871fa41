"""Another key for an entry, in its library and in every document of the folder that cites it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams

from anora_bib.errors import InputError
from anora_bib.inputs.opening import bib_file
from anora_bib.server.analysis import Analysis
from anora_bib.server.lines import Lines
from anora_bib.server.surroundings import Surroundings, Text
from anora_bib.text.spans import SourceEdit, SourceSpan


def key_at(analysis: Analysis, position: lsp.Position) -> tuple[SourceSpan, str] | None:
    """The key at a position, cited or of an entry, and its place."""
    offset = analysis.lines.offset(position)
    if analysis.bibliography is None:
        return analysis.key_at(offset)
    file = bib_file(analysis.bibliography)
    for entry in file.entries:
        span = file.document.source_span(file.key_span(entry))
        if entry.key and span.start <= offset <= span.end:
            return span, entry.key
    return None


def rename(
    analysis: Analysis, position: lsp.Position, name: str, around: Callable[[Path], Surroundings], text: Text
) -> lsp.WorkspaceEdit | None:
    """The edits, by file, in all that is around the document or the library; None where no key is.

    Raises:
        JsonRpcInvalidParams: the name cannot be a key, is taken, or no one library has the key.
    """
    found = key_at(analysis, position)
    if found is None:
        return None
    libraries = _libraries(analysis, found[1])
    if len(libraries) != 1:
        raise JsonRpcInvalidParams(f"{len(libraries)} libraries have the key {found[1]!r}")
    try:
        edits: dict[Path, list[SourceEdit]] = {}
        for place in (libraries[0], analysis.path):
            edits |= around(place).renamed(libraries[0], found[1], name, text)
    except InputError as error:
        raise JsonRpcInvalidParams(str(error)) from error
    changes = {}
    for path, listed in edits.items():
        lines = Lines(text(path))
        changes[path.as_uri()] = [lsp.TextEdit(lines.range(edit.span), edit.replacement) for edit in listed]
    return lsp.WorkspaceEdit(changes=changes)


def _libraries(analysis: Analysis, key: str) -> list[Path]:
    """The libraries that have an entry of a key."""
    if analysis.bibliography is not None:
        return [analysis.path]
    return list(dict.fromkeys(place.path for place in analysis.places_of(key)))
