"""Imports go down only: the layers of the design, held against every import statement of the package."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import anora_bib

PACKAGE = Path(anora_bib.__file__).parent

LAYERS = [
    {"errors", "files", "spans", "text", "quotes", "diagnostics", "notices", "registry", "resources"},
    {"model"},
    {"readers", "formats", "parser", "csl"},
    {"find", "authority", "lint", "graph", "lookup"},
    {"hookspecs", "plugins", "builtins", "config", "inputs", "shelf", "workflow", "workspace"},
    {"api", "__init__"},
    {"cli", "__main__"},
]
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}

PEERS_MAY_IMPORT = {0, 4, 5, 6}
"""Levels whose parts lean on each other; the parts of the others (the four skills, the judges) never do."""

MODULES = sorted(PACKAGE.rglob("*.py"))


def part_of(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(module: Path) -> set[str]:
    """The parts of anora_bib that a module imports, anywhere in it, type checking included."""
    found = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative import"
            names = [node.module or ""]
            if node.module == "anora_bib":
                names = [f"anora_bib.{alias.name}" for alias in node.names]
        else:
            continue
        found |= {name.split(".")[1] for name in names if name.startswith("anora_bib.")}
    return found


def test_every_part_has_a_layer() -> None:
    assert {part_of(module) for module in MODULES} == set(LEVEL)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_down(module: Path) -> None:
    part = part_of(module)
    if part == "hookspecs":  # names the types of all parts for the reader; imports them only while type checking
        return
    for other in imported(module) - {part}:
        level, below = LEVEL[part], LEVEL.get(other, LEVEL["api"])
        allowed = below < level or (below == level and level in PEERS_MAY_IMPORT)
        assert allowed, f"{part} (layer {level}) imports {other} (layer {below})"


@pytest.mark.parametrize(
    "module", sorted((PACKAGE / "registry.py", PACKAGE / "errors.py", PACKAGE / "spans.py", PACKAGE / "text.py"))
)
def test_the_ground_floor_needs_the_standard_library_only(module: Path) -> None:
    third_party = {"click", "rich", "lxml", "yaml", "requests", "pluggy", "rapidfuzz", "networkx", "bibtexparser"}
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert (node.module or "").split(".")[0] not in third_party
        if isinstance(node, ast.Import):
            assert not {alias.name.split(".")[0] for alias in node.names} & third_party
