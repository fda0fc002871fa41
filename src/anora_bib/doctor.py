"""What is installed, and what is wrong with that: versions, extras, plugins, settings, records, styles, the cache."""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Final, NamedTuple

from anora_bib.about import VERSION
from anora_bib.assembly.config import Config
from anora_bib.assembly.workspace import Workspace
from anora_bib.errors import AnoraBibError
from anora_bib.system import resources
from anora_bib.system.folders import cache_folder
from anora_bib.text.characters import counted

_DISTRIBUTION: Final = "anora-bib"
_REQUIREMENT: Final = re.compile(r"(?P<name>[A-Za-z0-9][A-Za-z0-9._-]{0,100})")
_EXTRA: Final = re.compile(r"extra\s{0,4}==\s{0,4}['\"](?P<extra>[\w-]{1,40})['\"]")
_FOR_DEVELOPERS: Final = frozenset({"test"})


class Sign(NamedTuple):
    """One line of the examination; ``wrong`` says that something does not work."""

    what: str
    state: str
    wrong: bool = False


def examine(workspace: Workspace, config: Config) -> Iterator[Sign]:
    """Everything, in the order in which it is told."""
    yield Sign("anora-bib", f"{VERSION}, in {Path(__file__).parent}")
    yield Sign("Python", f"{platform.python_version()}, {sys.executable}, {platform.platform(terse=True)}")
    yield from _packages()
    installed = [f"{plugin.name} ({plugin.distribution})" for plugin in workspace.plugins.installed]
    yield Sign("plugins", ", ".join(installed) or "none but the built-in parts")
    yield Sign("settings", config.path or "the defaults; there is no settings file")
    yield from _records(workspace)
    yield from _styles()
    yield _cache(config)


def _packages() -> Iterator[Sign]:
    """What the package needs, and each of its extras."""
    try:
        listed = requires(_DISTRIBUTION) or []
    except PackageNotFoundError:
        yield Sign("packages", "unknown, as anora-bib is not installed but found on the path", wrong=True)
        return
    needed: list[str] = []
    extras: dict[str, list[str]] = {}
    for requirement in listed:
        name = _REQUIREMENT.match(requirement)
        extra = _EXTRA.search(requirement)
        if name is None or name["name"] == _DISTRIBUTION or (extra and extra["extra"] in _FOR_DEVELOPERS):
            continue
        (extras.setdefault(extra["extra"], []) if extra else needed).append(name["name"])
    states = [_state(name) for name in needed]
    missing = [name for name, state in zip(needed, states, strict=True) if not state]
    yield Sign(
        "packages",
        ", ".join(state or f"{name} is missing" for name, state in zip(needed, states, strict=True)),
        bool(missing),
    )
    for title, names in sorted(extras.items()):
        found = [_state(name) for name in names]
        said = ", ".join(found) if all(found) else f"not installed: python3 -m pip install '{_DISTRIBUTION}[{title}]'"
        yield Sign(f"extra {title}", said)


def _state(name: str) -> str:
    """The name and version of a package, "" if it is not installed."""
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return ""


def _records(workspace: Workspace) -> Iterator[Sign]:
    loaded = workspace.authority
    records = loaded.records
    kinds = [
        (records.people, "person", "people"),
        (records.outlets, "outlet", ""),
        (records.publishers, "publisher", ""),
    ]
    told = [counted(len(listed), one, many) for listed, one, many in kinds]
    yield Sign("records", ", ".join([*told, counted(len(records.works), "work")]))
    for problem in loaded.diagnostics:
        yield Sign("records", f"{problem.path}:{problem.start.line}: {problem.message}", wrong=True)


def _styles() -> Iterator[Sign]:
    from anora_bib.csl.styles import independent_styles

    own = len([*resources.styles().glob("*.csl")])
    every = sum(1 for _ in independent_styles())
    yield Sign("styles", f"{every:,} independent ones, {own} of them ours", wrong=not every)


def _cache(config: Config) -> Sign:
    if not config.flag("cache"):
        return Sign("cache", "off")
    try:
        folder = Path(config.text("cache-dir") or cache_folder())
    except AnoraBibError as error:
        return Sign("cache", str(error), wrong=True)
    size = sum(path.stat().st_size for path in folder.glob("*") if path.is_file()) if folder.is_dir() else 0
    return Sign("cache", f"{folder}, {size / 1e6:.1f} MB")
