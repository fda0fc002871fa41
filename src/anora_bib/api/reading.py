"""Files and strings read: essays and what they cite with, and libraries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from os import PathLike
from typing import TYPE_CHECKING

from anora_bib.api import arguments
from anora_bib.assembly.workflow import analyse
from anora_bib.assembly.workspace import Workspace
from anora_bib.errors import InputError
from anora_bib.inputs.live_citations import LiveLibraries, with_live_citations
from anora_bib.model import Apparatus, Essay, Library
from anora_bib.text.characters import well_formed

if TYPE_CHECKING:
    from anora_bib.api.arguments import Readable
    from anora_bib.inputs.opening import Bibliography


def read(path: str | PathLike[str], *, reader: str = "", workspace: Workspace | None = None) -> Essay:
    """The essay in a file, read by the reader that its ending or its content calls for, or by the one named.

    Raises:
        InputError: the file cannot be read, is in no format that is read, or is a bibliography (see :func:`load`).
        UnknownNameError: there is no such reader.
    """
    opened = arguments.workspace(workspace).opener.open(arguments.path(path, "read", "read_text"), format=reader)
    if not isinstance(opened, Essay):
        raise InputError("is a bibliography, not an essay", path=str(path), hint="load() reads it")
    return opened


def read_text(text: str, *, reader: str = "", path: str = "", workspace: Workspace | None = None) -> Essay:
    """The essay in a string. ``reader`` names its format ("plain", "markdown", "html"), ``path`` what to call it.

    Without ``reader`` the ending of ``path`` tells the format; without either, or with an ending that no reader answers
    to, it is plain text.

    Half a surrogate pair, which no file can hold, is read as U+FFFD, with a diagnostic of the essay.

    Raises:
        InputError: the text is not of that format.
        UnknownNameError: there is no such reader.
    """
    from anora_bib.readers.damage import read_string

    given = arguments.text(text, "read_text", "read(path) opens a file")
    here = arguments.workspace(workspace)
    return read_string(given, here.plugins.readers.get(reader) if reader else here.opener.reader_of(path), path)


def apparatus(
    essay: Readable,
    *,
    libraries: str | PathLike[str] | Sequence[str | PathLike[str]] = (),
    workspace: Workspace | None = None,
) -> Apparatus:
    """Everything the essay cites with: notes, markers, works cited, references, attributions, mentions, citations.

    Keys that Markdown cites by are citations of the entries of the libraries that it names, and of ``libraries``.

    Raises:
        InputError: one of ``libraries`` cannot be read.
    """
    given = arguments.essay(essay, "apparatus")
    if isinstance(given, Apparatus):
        return given
    here = arguments.workspace(workspace)
    understood = analyse(given, here.authority.records, here.plugins.stages)
    return with_live_citations(understood, LiveLibraries(here.opener, arguments.paths(libraries)))


def reread(essay: Essay, source: str, *, workspace: Workspace | None = None) -> Essay:
    """The essay as its own reader reads it with ``source`` as the content of its file."""
    given = arguments.essay(essay, "reread")
    first = given.essay if isinstance(given, Apparatus) else given
    reader = arguments.workspace(workspace).plugins.readers.get(first.format)
    return reader.read(reader.write(first.document, arguments.text(source, "reread")), first.path)


def load(path: str | PathLike[str], *, format: str = "", workspace: Workspace | None = None) -> Library:
    """The library in a bibliography file: every entry, in its order, with its key, and nothing merged.

    Of two entries with one key the first keeps it. That, and what is broken, is in ``Library.diagnostics``.

    Raises:
        InputError: the file cannot be read or is not a bibliography.
        UnknownNameError: there is no such format.
    """
    return _loaded(arguments.workspace(workspace).opener.open(arguments.path(path, "load", "load_text"), format=format))


def load_text(text: str, *, format: str = "", path: str = "", workspace: Workspace | None = None) -> Library:
    """The library in a string, as :func:`load` gives that of a file.

    ``format`` names what it is written in; without it the content tells. ``path`` is what to call it.

    Raises:
        InputError: the text is not a bibliography, or not of that format.
        UnknownNameError: there is no such format.
    """
    given = well_formed(arguments.text(text, "load_text", "load(path) opens a file"))
    return _loaded(arguments.workspace(workspace).opener.decode(given.encode(), path or "text", format=format))


def _loaded(opened: Essay | Bibliography) -> Library:
    from anora_bib.shelf import kept

    if isinstance(opened, Essay):
        hint = "collect([read(path)]) finds its sources"
        raise InputError("is an essay, not a bibliography", path=opened.path, hint=hint)
    library = kept([opened])
    return replace(library, diagnostics=(*opened.diagnostics, *library.diagnostics))
