"""Imports go down only: the layers of the design, held against every import statement of the package."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

import anora_bib

PACKAGE = Path(anora_bib.__file__).parent

Layers = Sequence[set[str]]

HOUSE: Layers = (
    {"about", "errors", "diagnostics", "notices", "notebook", "registry", "language", "system", "text"},
    {"documents"},
    {"model"},
    {"readers", "formats", "parser", "csl", "records", "webpages"},
    {"find", "authority", "lint", "live", "graph", "identify", "lookup", "reports", "training"},
    {"hookspecs", "assembly", "inputs", "libraries"},
    {"shelf", "checking", "doctor"},
    {"api"},
    {"__init__"},
    {"server", "integrations", "web"},
    {"cli"},
    {"__main__"},
)
"""The parts of the package, from the ground up."""

CSL: Layers = (
    {"aliases", "values"},
    {"styletree", "output"},
    {"styles", "locale"},
    {"engine", "locators"},
    {"compile"},
    {"process"},
    {"anora", "entries", "foreign"},
    {"builtin", "sections"},
    {"citing"},
    {"__init__"},
)
FIND: Layers = ({"gazetteer", "phrases"}, {"page"}, {"prose"}, {"sources"}, {"links"}, {"__init__"})

PEERS_MAY_IMPORT = {"errors", "hookspecs"}
"""A part of each layer whose parts lean on each other; of all others (the skills, the judges) none imports a peer."""

INTEGRATIONS: Layers = ({"shared"}, {"mcp", "mkdocs", "pandoc", "sphinx"}, {"__init__"})
"""None imports another."""

API: Layers = ({"arguments"}, {"parsing", "reading"}, {"libraries", "printing", "steadily"}, {"essays"}, {"__init__"})

ROOMS = {"": HOUSE, "api": API, "csl": CSL, "find": FIND, "integrations": INTEGRATIONS}
"""The layers inside a folder, by its path in the package."""

MODULES = sorted(PACKAGE.rglob("*.py"))


def imported(module: Path) -> set[str]:
    """The modules of anora_bib that a module imports, anywhere in it, type checking included."""
    found = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        found |= {name.removeprefix("anora_bib.") for name in names if name.startswith("anora_bib.")}
    return found


def part_of(module: Path, room: str) -> str:
    return module.relative_to(PACKAGE / room).parts[0].removesuffix(".py")


def imports_inside(module: Path, room: str, layers: Layers) -> Iterator[tuple[str, int]]:
    """Each part of the room that a module imports, with its layer; the room itself stands for what it re-exports."""
    level = {part: number for number, parts in enumerate(layers) for part in parts}
    within = f"{room}." if room else ""
    for name in imported(module):
        if name.startswith(within):
            part = name.removeprefix(within).split(".")[0]
            yield part, level.get(part, level["__init__"])


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room or "the package")
def test_every_part_has_a_layer(room: str) -> None:
    parts = {part_of(module, room) for module in (PACKAGE / room).rglob("*.py")}
    assert parts == set.union(*ROOMS[room])


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room or "the package")
@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_down(module: Path, room: str) -> None:
    if not module.is_relative_to(PACKAGE / room):
        return
    part = part_of(module, room)
    if part == "hookspecs":  # names the types of all parts for the reader; imports them only while type checking
        return
    level = next(number for number, parts in enumerate(ROOMS[room]) if part in parts)
    for other, below in imports_inside(module, room, ROOMS[room]):
        peers = bool(ROOMS[room][level] & PEERS_MAY_IMPORT)
        allowed = other == part or below < level or (below == level and peers)
        assert allowed, f"{part} (layer {level}) imports {other} (layer {below})"


@pytest.mark.parametrize("part", sorted(HOUSE[0]))
def test_the_ground_floor_needs_the_standard_library_only(part: str) -> None:
    modules = [PACKAGE / f"{part}.py"] if (PACKAGE / f"{part}.py").exists() else sorted((PACKAGE / part).rglob("*.py"))
    for module in modules:
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            names = []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            tops = {name.split(".")[0] for name in names}
            assert tops <= {*sys.stdlib_module_names, "anora_bib"}, f"{module.name} imports {tops}"


def test_the_page_on_the_architecture_names_every_part() -> None:
    page = (PACKAGE.parent.parent / "docs" / "architecture.md").read_text("utf-8")
    drawing = page.split("## Layers", 1)[1].split("```")[1]
    named = set(re.findall(r"\w+", drawing))
    parts = set().union(*HOUSE) - {"__main__"}
    assert parts <= named, parts - named


def test_the_page_says_why_a_folder_is_flat() -> None:
    page = (PACKAGE.parent.parent / "docs" / "architecture.md").read_text("utf-8")
    table = page.split("### Folders of more than a dozen files", 1)[1].split("\n## ", 1)[0]
    crowded = {
        folder.relative_to(PACKAGE).as_posix()
        for folder in PACKAGE.rglob("*")
        if folder.is_dir() and len(list(folder.glob("*.py"))) > 13  # a dozen and __init__
    }
    assert {folder for folder in crowded if f"`{folder}`" not in table} == set()
