"""The server itself: which answer belongs to which question, and the documents that are open."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method
from pygls.uris import to_fs_path

from anora_bib.documents.decode import decode
from anora_bib.inputs.keyed_documents import Libraries
from anora_bib.server import answers, renaming
from anora_bib.server.analysis import Analysis
from anora_bib.server.lenses import lenses
from anora_bib.server.surroundings import Surroundings
from anora_bib.system.files import read_bytes

if TYPE_CHECKING:
    from anora_bib.assembly.workspace import Workspace
    from anora_bib.lint.rule import Documented

_NAME: Final = "anora-bib"
_TRIGGERS: Final = ("@", "{", ",")
_PAUSE: Final = 0.02
"""Seconds after a change in which others that were made already are read."""
_LONG_PAUSE: Final = 0.4
"""Seconds after a change to a library, before all documents that cite from it are told of it."""
_CITING: Final = "citing "
"""Before the address of a library: what waits are the documents that cite from it."""


class _Protocol(LanguageServerProtocol):
    """The protocol with columns in UTF-16 code units, as :mod:`lines` counts them.

    pygls takes what an editor names first, UTF-8 as a rule; every editor knows UTF-16 as well.
    """

    @lsp_method(lsp.INITIALIZE)
    def lsp_initialize(self, params: lsp.InitializeParams) -> Generator[Any, Any, lsp.InitializeResult]:
        """What the server can do."""
        if params.capabilities.general is not None:
            params.capabilities.general.position_encodings = [lsp.PositionEncodingKind.Utf16]
        return (yield from super().lsp_initialize(params))


class _Documents:
    """The open documents, each understood once for each version."""

    def __init__(self, server: LanguageServer, workspace: Workspace, rules: Iterable[Documented]) -> None:
        self._server = server
        self._workspace = workspace
        self._rules = tuple(rules)
        self._libraries = Libraries(workspace.opener, unsaved=self._open)
        self._known: dict[str, Analysis] = {}
        self._waiting: dict[str, asyncio.TimerHandle] = {}
        self._around: dict[Path, Surroundings] = {}

    def analysis(self, uri: str) -> Analysis:
        """The analysis of an open document as its text is now."""
        text = self._server.workspace.get_text_document(uri).source
        known = self._known.get(uri)
        if known is None or known.text != text:
            path = Path(to_fs_path(uri) or uri)
            known = Analysis.of(path, text, self._workspace, self._rules, self._libraries, self._folder(path))
            self._known[uri] = known
        return known

    def around(self, path: Path) -> Surroundings:
        """The files of the open folder that a file is in; where none is open, those beside it."""
        folder = self._folder(path)
        place = folder or path.parent
        if place not in self._around:
            opener = self._workspace.opener
            self._around[place] = Surroundings(place, opener, self._libraries, is_open=folder is not None)
        return self._around[place]

    def _folder(self, path: Path) -> Path | None:
        """The open folder that a file is in: editors name one, or several; of one in another the outer."""
        workspace = self._server.workspace
        open_folders = {to_fs_path(uri) for uri in workspace.folders} | {workspace.root_path}
        holding = [folder for name in open_folders if name and path.is_relative_to(folder := Path(name))]
        return min(holding, key=lambda folder: len(folder.parts), default=None)

    def text(self, path: Path) -> str:
        """The text of a file as it stands in the editor, or on the disk."""
        text = self._open(path)
        return decode(read_bytes(path), str(path))[0] if text is None else text

    def _open(self, path: Path) -> str | None:
        """The text of a file that is open in the editor."""
        for uri, document in self._server.workspace.text_documents.items():
            if Path(to_fs_path(uri) or uri).resolve() == path:
                return str(document.source)
        return None

    def publish(self, uri: str, *, again: bool = False) -> None:
        """Tell the editor what is wrong; ``again`` after a library on the disk may have changed."""
        if again:
            self._known.pop(uri, None)
        version = self._server.workspace.get_text_document(uri).version
        found = answers.diagnostics(self.analysis(uri))
        self._server.text_document_publish_diagnostics(
            lsp.PublishDiagnosticsParams(uri=uri, diagnostics=found, version=version)
        )

    def publish_soon(self, uri: str) -> None:
        """Tell the editor once for all changes that have come: checking a long essay takes longer than typing."""
        self._wait(uri, _PAUSE, lambda: self.publish(uri))
        if (path := to_fs_path(uri)) and self._workspace.opener.is_library(Path(path)):
            self._wait(f"{_CITING}{uri}", _LONG_PAUSE, lambda: self._publish_citing(Path(path).resolve()))

    def _publish_citing(self, library: Path) -> None:
        """Tell anew of the open documents that cite from a library."""
        self._around.clear()
        for uri, known in list(self._known.items()):
            if any(Path(one.document.path).resolve() == library for one in known.libraries):
                self.publish(uri, again=True)

    def _wait(self, name: str, seconds: float, then: Callable[[], None]) -> None:
        self._stop_waiting(name)
        self._waiting[name] = asyncio.get_running_loop().call_later(seconds, then)

    def _stop_waiting(self, name: str) -> None:
        if waiting := self._waiting.pop(name, None):
            waiting.cancel()

    def close(self, uri: str) -> None:
        """Forget a document, and what was wrong with it."""
        self._stop_waiting(uri)
        self._stop_waiting(f"{_CITING}{uri}")
        self._known.pop(uri, None)
        self._server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri=uri, diagnostics=[]))

    def publish_all(self) -> None:
        """Tell anew of all open documents, and look at the folder again."""
        self._around.clear()
        for uri in list(self._known):
            self.publish(uri, again=True)


def language_server(
    workspace: Workspace, rules: Iterable[Documented], *, style: str = "mla", version: str = ""
) -> LanguageServer:
    """A server for documents that ``check`` reads; ``style`` is what entries are shown in.

    The documents that the editor opens are read, the libraries that they cite from, and, for a rename or to count what
    is cited, the documents that cite by keys below the folder that is open.
    """
    server = LanguageServer(_NAME, version, lsp.TextDocumentSyncKind.Incremental, protocol_cls=_Protocol)
    documents = _Documents(server, workspace, rules)

    kinds = [lsp.CodeActionKind.QuickFix, answers.FIX_ALL]

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(code_action_kinds=kinds))
    def acted(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        uri = params.text_document.uri
        wanted = params.context.only
        found = answers.actions(documents.analysis(uri), uri, params.range)
        return [one for one in found if wanted is None or any(_is_of(one.kind, kind) for kind in wanted)]

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hovered(params: lsp.HoverParams) -> lsp.Hover | None:
        return answers.hover(documents.analysis(params.text_document.uri), params.position, workspace, style)

    @server.feature(lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=list(_TRIGGERS)))
    def completed(params: lsp.CompletionParams) -> list[lsp.CompletionItem]:
        return answers.completions(documents.analysis(params.text_document.uri), params.position)

    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    def defined(params: lsp.DefinitionParams) -> list[lsp.Location]:
        uri = params.text_document.uri
        return answers.definition(documents.analysis(uri), params.position, uri)

    @server.feature(lsp.TEXT_DOCUMENT_FORMATTING)
    def formatted(params: lsp.DocumentFormattingParams) -> list[lsp.TextEdit]:
        return answers.formatting(documents.analysis(params.text_document.uri))

    _follow(server, documents, workspace)
    _answer_about_folder(server, documents)
    return server


def _follow(server: LanguageServer, documents: _Documents, workspace: Workspace) -> None:
    """What the editor tells of its documents."""

    @server.feature(lsp.INITIALIZED)
    def began(_: lsp.InitializedParams) -> None:
        workspace.remember_texts()

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        documents.publish(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        documents.publish_soon(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(_: lsp.DidSaveTextDocumentParams) -> None:
        documents.publish_all()  # what was saved may be a library of the others

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        documents.close(params.text_document.uri)


def _answer_about_folder(server: LanguageServer, documents: _Documents) -> None:
    """The questions to which other files belong: what is cited where, and what a rename changes."""

    @server.feature(lsp.TEXT_DOCUMENT_CODE_LENS)
    def counted(params: lsp.CodeLensParams) -> list[lsp.CodeLens]:
        analysis = documents.analysis(params.text_document.uri)
        return lenses(analysis, documents.around(analysis.path))

    @server.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepared(params: lsp.PrepareRenameParams) -> lsp.Range | None:
        analysis = documents.analysis(params.text_document.uri)
        found = renaming.key_at(analysis, params.position)
        return analysis.lines.range(found[0]) if found else None

    @server.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))
    def renamed(params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
        analysis = documents.analysis(params.text_document.uri)
        return renaming.rename(analysis, params.position, params.new_name, documents.around, documents.text)


def _is_of(kind: str | lsp.CodeActionKind | None, wanted: str | lsp.CodeActionKind) -> bool:
    """Whether a kind of action is the wanted one or of its family ("source" has "source.fixAll")."""
    return str(getattr(kind, "value", kind)).startswith(str(getattr(wanted, "value", wanted)))
