"""The server for assistants over standard input and output, asked by the SDK's own client."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("mcp", reason="an extra")

from mcp import Client, StdioServerParameters

from anora_bib.assembly.workspace import default_workspace
from anora_bib.errors import AnoraBibError, InputError
from anora_bib.inputs.exclusions import Exclusions
from anora_bib.integrations.mcp.confined import Folder
from anora_bib.integrations.mcp.verbs import NAMES, Verbs

ESSAY = """# Doors

Roe calls it ‘‘a long delay’’ in Baker‘s film.[^1]

[^1]: Ann Roe, *Lamps* (London: Verso, 2001), 12.
"""
BIB = "@article{roe2001, author = {Roe, Ann}, title = {Lamps}, journal = {Halts}, year = 2001, pages = {1-9}}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "essay.md").write_text(ESSAY, "utf-8")
    (inside / "refs.bib").write_text(BIB, "utf-8")
    (tmp_path / "secret.bib").write_text(BIB.replace("Lamps", "Secret"), "utf-8")
    (inside / "out.bib").symlink_to(tmp_path / "secret.bib")
    return inside


@pytest.fixture
def verbs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Verbs:
    monkeypatch.chdir(folder)
    return Verbs(default_workspace(), Folder(folder), Exclusions([]))


def words(result: Any) -> str:
    return "\n".join(one.text for one in result.content)


def talk(folder: Path, conversation: Callable[[Client], Awaitable[None]]) -> None:
    async def main() -> None:
        command = StdioServerParameters(
            command=sys.executable, args=["-m", "anora_bib", "mcp"], cwd=str(folder), env=dict(os.environ)
        )
        async with Client(command) as client:
            await conversation(client)

    asyncio.run(main())


@pytest.mark.timeout(180)
def test_an_assistant_checks_formats_and_is_kept_in_the_folder(folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    async def conversation(client: Client) -> None:
        tools = (await client.list_tools()).tools
        assert [tool.name for tool in tools] == [*NAMES]
        assert all(tool.annotations and tool.annotations.read_only_hint for tool in tools)
        assert all(tool.description for tool in tools)
        checked = await client.call_tool("check", {"paths": ["essay.md", "refs.bib"], "select": ["Q", "B405"]})
        assert checked.structured_content
        codes = {one["code"] for one in checked.structured_content["results"]}
        assert codes == {"Q002", "B405"}
        printed = await client.call_tool("format", {"paths": ["refs.bib"], "style": "apa"})
        assert words(printed) == "Roe, A. (2001). Lamps. Halts, 1–9.\n"
        shown = await client.call_tool("fix_diff", {"path": "refs.bib"})
        assert shown.structured_content
        assert "+" in shown.structured_content["diff"]
        refused = await client.call_tool("format", {"paths": ["../secret.bib"]})
        assert refused.is_error
        assert "leads out of the folder" in words(refused)
        unknown = await client.call_tool("explain", {"code": "N999"})
        assert unknown.is_error
        assert "N999" in words(unknown)
        misspelt = await client.call_tool("check", {"paths": ["essay.md"], "selct": ["Q"]})
        assert misspelt.is_error
        assert "there is no argument 'selct'; did you mean 'select'?" in words(misspelt)
        missing = await client.call_tool("parse", {})
        assert (missing.is_error, words(missing)) == (True, "parse needs 'references'; it takes references")

    talk(folder, conversation)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_the_verbs_answer(verbs: Verbs) -> None:
    [parsed] = verbs.parse(["Roe, Ann. Lamps. London: Verso, 2001."])["results"]
    assert parsed["items"][0]["title"] == "Lamps"
    assert verbs.cite(["roe2001"], ["refs.bib"], style="apa", locator="p. 3") == "(Roe, 2001, p. 3)"
    assert '"title": "Lamps"' in verbs.export(["refs.bib"])
    assert "roe2001" in verbs.export(["refs.bib"], to="bibtex")
    cited = verbs.graph(["essay.md"], source="Lamps")
    assert cited["total"] >= 1
    assert cited["results"][0]["essay"] == "essay"
    assert verbs.explain("unknown-key").startswith("# L001")
    assert "N002" in [one["code"] for one in verbs.rules("merged sources")["results"]]
    assert "chicago-notes-bibliography" in [one["name"] for one in verbs.styles("chicago notes")["results"]]


def test_a_folder_leaves_out_what_leads_out_of_it(verbs: Verbs) -> None:
    assert "Secret" not in verbs.export(["."])
    assert "Lamps" in verbs.export(["."])


@pytest.mark.parametrize("path", ["../secret.bib", "out.bib", "/etc/passwd", "..", "~/../../etc/passwd", "a\0b"])
def test_no_path_leads_out_of_the_folder(verbs: Verbs, path: str) -> None:
    for ask in (
        lambda: verbs.check([path]),
        lambda: verbs.check(["essay.md"], libraries=[path]),
        lambda: verbs.format(["refs.bib"], style=f"{path}/x.csl"),
        lambda: verbs.fix_diff(path),
        lambda: verbs.graph([path]),
    ):
        with pytest.raises(AnoraBibError):
            ask()


def test_a_document_that_names_a_library_outside_is_refused(verbs: Verbs, folder: Path) -> None:
    (folder / "paper.md").write_text("---\nbibliography: ../secret.bib\n---\n\nSo [@roe2001].\n", "utf-8")
    with pytest.raises(InputError, match="leads out of the folder"):
        verbs.check(["paper.md"])


def test_a_style_is_no_text_of_a_style(verbs: Verbs) -> None:
    with pytest.raises(AnoraBibError):
        verbs.format(["refs.bib"], style="<style/>")
