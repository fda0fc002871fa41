"""Folders: the files in and below one, and where this system keeps what can be made again."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from anora_bib.errors import InputError

MADE_BY_TOOLS: Final = frozenset(
    "node_modules bower_components vendor __pycache__ __pypackages__ site-packages _site _build".split()
)
"""Folders of other people's files, which package managers fill by the thousand, and of pages made from other files."""

_ENVIRONMENT: Final = "pyvenv.cfg"
"""The file that makes a folder a virtual environment of Python (PEP 405)."""


LeftOut = Callable[[Path, bool], bool]
"""Whether a walk leaves out a path, of which is said if it is a folder."""


def of_tools(path: Path, is_folder: bool) -> bool:
    """True for folders that tools fill."""
    return is_folder and path.name in MADE_BY_TOOLS


def files_below(folder: Path, left_out: LeftOut = of_tools) -> Iterator[Path | InputError]:
    """Each file in order of its path, and first an error for each folder that cannot be looked into.

    Hidden files and folders are left out, and so are virtual environments, links to folders, links that lead out of
    the folder, whatever is no file, and what ``left_out`` says.
    """
    problems: list[InputError] = []

    def unreadable(error: OSError) -> None:
        path = str(error.filename or folder)
        problems.append(InputError(f"cannot be read: {error.strerror}", path=path))

    top = Path(os.path.realpath(folder))
    files: list[Path] = []
    for place, below, names in os.walk(folder, onerror=unreadable):
        if _ENVIRONMENT in names and Path(place) != folder:
            below.clear()
            continue
        below[:] = [name for name in below if not name.startswith(".") and not left_out(Path(place, name), True)]
        paths = (Path(place, name) for name in names if not name.startswith("."))
        files += (path for path in paths if path.is_file() and _is_inside(path, top) and not left_out(path, False))
    yield from problems
    yield from sorted(files)


def _is_inside(path: Path, top: Path) -> bool:
    return not path.is_symlink() or Path(os.path.realpath(path)).is_relative_to(top)


def is_empty(folder: Path) -> bool:
    """True if no file in or below the folder holds anything; a folder that cannot be looked into may hold something."""
    return all(isinstance(file, Path) and not file.stat().st_size for file in files_below(folder))


def cache_folder() -> Path:
    """The cache folder of this system.

    Raises:
        InputError: the user has no home folder.
    """
    try:
        home = Path.home()
    except RuntimeError as error:
        raise InputError("there is no home folder to keep anything in", hint="name a folder for the cache") from error
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Caches"
    else:  # https://specifications.freedesktop.org/basedir-spec/latest/
        base = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return base / "anora-bib"
