"""All that is done with one essay, as plain data that two threads or two processes can be compared by."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import anora_bib as ab
from anora_bib.system import resources

SHELF = tuple(sorted(str(path) for path in resources.shelf().iterdir() if path.is_file()))

STYLES = ("mla", "apa", "chicago-notes", "film-essay")

FORMATS = ("bibtex", "biblatex", "csl-json", "ris", "yaml")


def results(path: str, workspace: ab.Workspace) -> Mapping[str, object]:
    """What every verb makes of the essay at ``path``."""
    essay = ab.read(path, workspace=workspace)
    found = ab.apparatus(essay, workspace=workspace)
    library = ab.collect([found], workspace=workspace)
    keys = [entry.key for entry in library]
    fixed = ab.fix(essay, workspace=workspace)
    return {
        "essay": essay,
        "apparatus": found,
        "check": ab.check(found, workspace=workspace),
        "fix": (fixed.text, fixed.applied, fixed.remaining),
        "collect": library,
        "graph": ab.cross_reference([found], workspace=workspace),
        "format": [ab.format(library, style=style, to="html", workspace=workspace) for style in STYLES],
        "cite": [ab.cite(library, key, style="apa", locator="p. 12", workspace=workspace) for key in keys],
        "dump": [ab.dump(library, to=to, workspace=workspace) for to in FORMATS],
    }


def workspace_of(folder: Path | None = None) -> ab.Workspace:
    """A workspace of its own, with nothing loaded yet."""
    return ab.Workspace(references=[folder] if folder else [])


_here: list[ab.Workspace] = []


def start(workspace: ab.Workspace) -> None:
    """Keep the workspace that was sent to this process."""
    _here[:] = [workspace]


def results_here(path: str) -> Mapping[str, object]:
    """What every verb makes of the essay in this process, with the workspace that was sent to it."""
    return results(path, _here[0])
