"""The server over standard input and output, asked by pygls's own client as an editor asks."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="an extra")

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pygls.lsp.client import LanguageClient

from anora_bib.server.surroundings import libraries_near

ESSAY = """# Doors

Roe calls it “a long delay.”[^1] He told Variety it is hers [@roe2001, 12], and not @d.

[^1]: Ann Roe, *Lamps* (London: Verso, 2001), 12.
"""
LIBRARY = """@book{roe2001,
  author = {Roe, Ann},
  title = {Lamps},
  year = {2001},
  publisher = {Verso}
}

@book{doe1999,
  author = {Doe, Jan},
  title = {Doors},
  year = {1999},
  publisher = {Verso}
}
"""
FAULTY = "He calls it ‘‘a long delay’’ in Baker‘s film, and it is one.\n"


class Editor:
    """An editor with one document open."""

    def __init__(self, client: LanguageClient, path: Path, text: str, server: lsp.ServerCapabilities) -> None:
        self.client = client
        self.server = server
        self.text = text
        self.document = lsp.TextDocumentIdentifier(path.as_uri())

    def at(self, words: str) -> lsp.Position:
        """The position of some words."""
        before = self.text[: self.text.index(words)]
        return lsp.Position(before.count("\n"), len(before.rpartition("\n")[2].encode("utf-16-le")) // 2)

    def behind(self, words: str) -> lsp.Position:
        """The position behind some words of one line."""
        start = self.at(words)
        return lsp.Position(start.line, start.character + len(words))


@asynccontextmanager
async def editing(
    folder: Path, name: str, text: str, **opened: str | list[lsp.WorkspaceFolder]
) -> AsyncIterator[tuple[Editor, list[lsp.PublishDiagnosticsParams]]]:
    """A running server with a document open, and what it has said is wrong; ``opened`` are the open folders."""
    path = folder / name
    path.write_text(text, "utf-8")
    client = LanguageClient("tests", "1")
    told: list[lsp.PublishDiagnosticsParams] = []

    @client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
    def published(params: lsp.PublishDiagnosticsParams) -> None:
        told.append(params)

    await client.start_io(sys.executable, "-m", "anora_bib", "server")
    begun = await client.initialize_async(_begin(**(opened or {"root_uri": folder.as_uri()})))
    client.initialized(lsp.InitializedParams())
    item = lsp.TextDocumentItem(uri=path.as_uri(), language_id="markdown", version=1, text=text)
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
    try:
        yield Editor(client, path, text, begun.capabilities), told
    finally:
        await client.shutdown_async(None)
        client.exit(None)
        await client.stop()  # type: ignore[no-untyped-call]


def _begin(**opened: str | list[lsp.WorkspaceFolder]) -> lsp.InitializeParams:
    units = [lsp.PositionEncodingKind.Utf8, lsp.PositionEncodingKind.Utf32, lsp.PositionEncodingKind.Utf16]
    able = lsp.ClientCapabilities(general=lsp.GeneralClientCapabilities(position_encodings=units))
    return lsp.InitializeParams(capabilities=able, **opened)  # type: ignore[arg-type]


def test_columns_count_in_utf_16_whatever_an_editor_would_rather_have(tmp_path: Path) -> None:
    text = "😀 é “so” says Baker‘s film, and it is one.\n"

    async def conversation() -> None:
        async with editing(tmp_path, "essay.md", text) as (editor, told):
            assert editor.server.position_encoding == lsp.PositionEncodingKind.Utf16
            await until(lambda: bool(told))
            [found] = told[-1].diagnostics
            assert found.range == lsp.Range(editor.at("‘s film"), editor.at("s film"))

    talk(conversation())


async def goals(editor: Editor, words: str) -> list[lsp.Location]:
    """Where the definition of some words is."""
    asked = lsp.DefinitionParams(editor.document, editor.at(words))
    found = await editor.client.text_document_definition_async(asked)
    return [one for one in found if isinstance(one, lsp.Location)] if isinstance(found, list) else []


async def until(happened: Callable[[], bool]) -> None:
    """Wait for something to have happened."""
    async with asyncio.timeout(60):
        while not happened():
            await asyncio.sleep(0.02)


def talk(conversation: Awaitable[None]) -> None:
    async def main() -> None:
        await conversation

    asyncio.run(main())


def test_notes_and_entries_show_and_are_found(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(LIBRARY, "utf-8")

    async def conversation() -> None:
        async with editing(tmp_path, "essay.md", ESSAY) as (editor, _):
            ask, document = editor.client, editor.document
            note = await ask.text_document_hover_async(lsp.HoverParams(document, editor.at("^1]")))
            assert note and isinstance(note.contents, lsp.MarkupContent)
            assert note.contents.value.startswith("Ann Roe")
            entry = await ask.text_document_hover_async(lsp.HoverParams(document, editor.at("roe2001")))
            assert entry and isinstance(entry.contents, lsp.MarkupContent)
            assert entry.contents.value == "Roe, Ann. Lamps. Verso, 2001."
            nothing = await ask.text_document_hover_async(lsp.HoverParams(document, editor.at("hers")))
            assert nothing is None
            [goal] = await goals(editor, "^1]")
            assert goal.range.start.line == editor.at("[^1]: ").line
            [goal] = await goals(editor, "roe2001")
            assert (goal.uri, goal.range.start) == ((tmp_path / "refs.bib").as_uri(), lsp.Position(0, 6))

    talk(conversation())


def test_keys_are_completed_where_one_is_typed(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(LIBRARY, "utf-8")

    async def conversation() -> None:
        async with editing(tmp_path, "essay.md", ESSAY) as (editor, _):
            ask, document = editor.client, editor.document
            typed = await ask.text_document_completion_async(
                lsp.CompletionParams(document, editor.behind("and not @d"))
            )
            assert isinstance(typed, list)
            assert [(item.label, item.detail) for item in typed] == [
                ("doe1999", "Doe 1999 Doors"),
                ("roe2001", "Roe 2001 Lamps"),
            ]
            assert isinstance(typed[0].text_edit, lsp.TextEdit)
            assert typed[0].text_edit.range.start == lsp.Position(editor.at("@d.").line, editor.at("@d.").character + 1)
            prose = await ask.text_document_completion_async(lsp.CompletionParams(document, editor.behind("calls it")))
            assert prose == []

    talk(conversation())


def test_a_chapter_cites_from_the_library_of_the_folder_above(tmp_path: Path) -> None:
    text = "Roe says so [@roe2001, 12], and another [@lost2003].\n"
    (tmp_path / "refs.bib").write_text(LIBRARY.replace("{Lamps}", "{{TEN} <i>Lamps</i>}"), "utf-8")
    (tmp_path / "chapters").mkdir()

    async def conversation() -> None:
        async with editing(tmp_path, "chapters/one.md", text) as (editor, told):
            ask, document = editor.client, editor.document
            place = editor.at("roe2001")
            [goal] = await goals(editor, "roe2001")
            assert goal.uri == (tmp_path / "refs.bib").as_uri()
            typed = await ask.text_document_completion_async(lsp.CompletionParams(document, place))
            assert isinstance(typed, list)
            assert [item.detail for item in typed] == ["Doe 1999 Doors", "Roe 2001 TEN Lamps"]
            made = await ask.text_document_rename_async(lsp.RenameParams(document, place, "roe2001lamps"))
            assert made and made.changes and {*made.changes} == {goal.uri, document.uri}
            await until(lambda: bool(told))
            assert not told[-1].diagnostics  # its project may have a library besides

    talk(conversation())


def test_libraries_near_a_document_are_those_of_the_nearest_folder_that_has_some(tmp_path: Path) -> None:
    deep = tmp_path / "book/parts/one"
    deep.mkdir(parents=True)
    (tmp_path / "outer.bib").touch()
    (tmp_path / "book/refs.bib").touch()
    assert libraries_near(deep, tmp_path / "book") == (tmp_path / "book/refs.bib",)
    assert libraries_near(deep, tmp_path / "book/parts") == ()
    assert libraries_near(deep, None) == libraries_near(deep, tmp_path / "elsewhere") == ()
    (deep / "own.bib").touch()
    assert libraries_near(deep, tmp_path) == (deep / "own.bib",)


def test_what_is_wrong_is_told_mended_and_told_again(tmp_path: Path) -> None:
    async def conversation() -> None:
        async with editing(tmp_path, "essay.md", FAULTY) as (editor, told):
            await until(lambda: bool(told))
            assert {one.code for one in told[-1].diagnostics} >= {"Q002"}
            [wrong] = [one for one in told[-1].diagnostics if one.code == "Q002"]
            assert wrong.source == "anora-bib"
            context = lsp.CodeActionContext(diagnostics=[])
            asked = lsp.CodeActionParams(editor.document, wrong.range, context)
            actions = await editor.client.text_document_code_action_async(asked) or []
            titles = [action.title for action in actions]
            assert "Make all safe repairs of anora-bib" in titles
            [mend] = [one for one in actions if isinstance(one, lsp.CodeAction) and one.is_preferred]
            assert mend.edit and mend.edit.changes
            [edit] = mend.edit.changes[editor.document.uri]
            assert edit.new_text.endswith("’s") or edit.new_text == "’"
            whole = lsp.TextDocumentContentChangeWholeDocument("The film ends at a door.\n")
            version = lsp.VersionedTextDocumentIdentifier(version=2, uri=editor.document.uri)
            editor.client.text_document_did_change(lsp.DidChangeTextDocumentParams(version, [whole]))
            await until(lambda: told[-1].version == 2)
            assert not told[-1].diagnostics

    talk(conversation())


def test_changes_that_come_together_are_told_of_once(tmp_path: Path) -> None:
    async def conversation() -> None:
        async with editing(tmp_path, "essay.md", FAULTY) as (editor, told):
            await until(lambda: bool(told))
            typed = "The film ends at a door."
            for version in range(2, len(typed) + 2):
                whole = lsp.TextDocumentContentChangeWholeDocument(typed[:version])
                document = lsp.VersionedTextDocumentIdentifier(version=version, uri=editor.document.uri)
                editor.client.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [whole]))
            await until(lambda: told[-1].version == len(typed) + 1)
            assert len(told) < len(typed) / 2

    talk(conversation())


def test_formatting_repairs_a_library_and_nothing_else(tmp_path: Path) -> None:
    async def conversation() -> None:
        text = LIBRARY.replace("publisher = {Verso}", "pages = {12-30}")
        async with editing(tmp_path, "refs.bib", text) as (editor, told):
            await until(lambda: bool(told))
            options = lsp.FormattingOptions(tab_size=2, insert_spaces=True)
            asked = lsp.DocumentFormattingParams(editor.document, options)
            edits = list(await editor.client.text_document_formatting_async(asked) or [])
            assert [edit.new_text for edit in edits] == ["--", "--"]
            assert {edit.range.start.line for edit in edits} == {4, 11}

    talk(conversation())


def test_a_key_is_renamed_in_the_library_and_in_all_that_cites_it(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(LIBRARY.replace("title = {Doors}", "related = {roe2001}"), "utf-8")
    (tmp_path / "paper.tex").write_text("\\cite[3]{doe1999, roe2001}\n\\bibliography{refs}\n", "utf-8")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "own.bib").write_text(LIBRARY, "utf-8")
    (tmp_path / "other" / "own.md").write_text("So [@roe2001].\n", "utf-8")

    async def conversation() -> None:
        async with editing(tmp_path, "essay.md", ESSAY) as (editor, _):
            ask, document, place = editor.client, editor.document, editor.at("roe2001")
            here = await ask.text_document_prepare_rename_async(lsp.PrepareRenameParams(document, place))
            assert isinstance(here, lsp.Range)
            assert here.start == place
            made = await ask.text_document_rename_async(lsp.RenameParams(document, place, "roe2001lamps"))
            assert made
            assert made.changes
            counts = {Path(uri).name: len(edits) for uri, edits in made.changes.items()}
            assert counts == {"refs.bib": 2, "essay.md": 1, "paper.tex": 1}
            assert {edit.new_text for edits in made.changes.values() for edit in edits} == {"roe2001lamps"}
            for name in ("doe1999", "two words"):
                with pytest.raises(JsonRpcException):
                    await ask.text_document_rename_async(lsp.RenameParams(document, place, name))

    talk(conversation())


@pytest.mark.parametrize("folders", [["."], ["elsewhere", "."], []])
def test_a_key_is_renamed_whatever_folders_an_editor_names(folders: list[str], tmp_path: Path) -> None:
    (tmp_path / "my refs.bib").write_text(LIBRARY, "utf-8")
    (tmp_path / "next.md").write_text("So [@roe2001].\n", "utf-8")
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "one.tex").write_text("\\cite{roe2001}\n\\bibliography{../my refs}\n", "utf-8")

    async def conversation() -> None:
        named = [lsp.WorkspaceFolder((tmp_path / name).as_uri(), name) for name in folders]
        async with editing(tmp_path, "essay.md", ESSAY, workspace_folders=named) as (editor, _):
            asked = lsp.RenameParams(editor.document, editor.at("roe2001"), "lamps")
            made = await editor.client.text_document_rename_async(asked)
            assert made
            assert made.changes
            below = {"one.tex"} if folders else set()
            assert {Path(uri).name for uri in made.changes} == {"my%20refs.bib", "next.md", "essay.md", *below}

    talk(conversation())


def test_a_library_counts_as_it_stands_in_the_editor(tmp_path: Path) -> None:
    library = tmp_path / "refs.bib"
    library.write_text(LIBRARY, "utf-8")
    text = "Roe says so 😀 [@roe2001, 12; @new1990].\r\n"

    async def conversation() -> None:
        async with editing(tmp_path, "essay.md", text) as (editor, told):
            await until(lambda: bool(told))
            assert [one.code for one in told[-1].diagnostics] == ["L001"]
            item = lsp.TextDocumentItem(uri=library.as_uri(), language_id="bibtex", version=1, text=LIBRARY)
            editor.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
            entry = "@book{new1990, author={Ode, O.}, title={New}, year=1990, publisher={Verso}}\n\n"
            change = lsp.TextDocumentContentChangeWholeDocument(entry + LIBRARY)
            document = lsp.VersionedTextDocumentIdentifier(2, library.as_uri())
            editor.client.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [change]))
            await until(lambda: told[-1].uri == editor.document.uri and not told[-1].diagnostics)
            [goal] = await goals(editor, "new1990")
            assert goal.range.start == lsp.Position(0, 6)
            [goal] = await goals(editor, "roe2001")
            assert goal.range.start.line == 2

    talk(conversation())


@pytest.mark.parametrize("typed", ["\\cite{d", "\\autocites[1]{roe2001}[2]{d", "\\cite{roe2001,\n    d"])
def test_keys_are_completed_in_latex(typed: str, tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(LIBRARY, "utf-8")

    async def conversation() -> None:
        async with editing(tmp_path, "paper.tex", f"As 😀 {typed}\n\\bibliography{{refs}}\n") as (editor, _):
            line, before = typed.count("\n"), typed.rpartition("\n")[2]
            place = lsp.Position(line, len(before) if line else len(f"As 😀 {before}") + 1)
            found = await editor.client.text_document_completion_async(lsp.CompletionParams(editor.document, place))
            assert isinstance(found, list)
            assert [item.label for item in found] == ["doe1999", "roe2001"]

    talk(conversation())


def test_entries_and_notes_say_how_often_they_are_cited(tmp_path: Path) -> None:
    (tmp_path / "essay.md").write_text(ESSAY, "utf-8")
    (tmp_path / "paper.tex").write_text("\\cite{roe2001}\n\\bibliography{refs}\n", "utf-8")

    async def conversation() -> None:
        async with editing(tmp_path, "refs.bib", LIBRARY) as (editor, _):
            asked = lsp.CodeLensParams(editor.document)
            found = await editor.client.text_document_code_lens_async(asked) or []
            said = [(one.range.start.line, one.command.title) for one in found if one.command]
            assert said == [(0, "cited by 2 places"), (7, "not cited")]
        async with editing(tmp_path, "essay.md", ESSAY) as (editor, _):
            found = await editor.client.text_document_code_lens_async(lsp.CodeLensParams(editor.document)) or []
            assert [one.command.title for one in found if one.command] == ["cited by 1 place"]

    talk(conversation())
