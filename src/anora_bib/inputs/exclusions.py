"""Which files and folders a walk leaves out: by the settings, by ``.gitignore``, and since tools have filled them.

Patterns are those of ``.gitignore`` (https://git-scm.com/docs/gitignore): ``drafts/`` is any folder of that name,
``/drafts`` and ``posts/old`` count from the folder of the settings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import pathspec

from anora_bib.system.files import absolute
from anora_bib.system.folders import of_tools

_GITIGNORE: Final = ".gitignore"
_REPOSITORY: Final = ".git"


class Patterns(NamedTuple):
    """Patterns, and the folder that they count from."""

    folder: Path
    spec: pathspec.GitIgnoreSpec

    @classmethod
    def of(cls, folder: Path, lines: Iterable[str]) -> Patterns:
        """The patterns of these lines; ``folder`` is made absolute."""
        return cls(absolute(folder), pathspec.GitIgnoreSpec.from_lines(lines))

    def decides(self, path: Path, *, is_folder: bool) -> bool | None:
        """True if the patterns hold for an absolute path, False if they say that they do not, None without a word.

        Of a path outside of the folder only the name counts.
        """
        inside = path.relative_to(self.folder) if path.is_relative_to(self.folder) else Path(path.name)
        if not inside.parts:
            return None
        return self.spec.check_file(inside.as_posix() + ("/" if is_folder else "")).include


class Exclusions:
    """What walks through folders leave out.

    Args:
        patterns: those of the settings.
        gitignore: whether the ``.gitignore`` of the folders, and of those above up to the repository, count.

    Folders that tools fill are left out, too. The settings have the last word: ``!vendor`` asks for a folder.
    """

    def __init__(self, patterns: Sequence[Patterns] = (), *, gitignore: bool = True) -> None:
        self._patterns = tuple(patterns)
        self._gitignore = gitignore

    def holds(self, path: Path) -> bool:
        """Whether the settings leave out a file that was named, or a folder above it."""
        whole = absolute(path)
        return any(patterns.decides(whole, is_folder=False) for patterns in self._patterns)

    def below(self, top: Path) -> Walk:
        """What a walk that begins in a folder leaves out. What leaves out that folder itself does not count."""
        return Walk(top, self._patterns, gitignore=self._gitignore)


class Walk:
    """One walk: asked of a path and whether it is a folder, it says if that is left out."""

    def __init__(self, top: Path, patterns: Sequence[Patterns], *, gitignore: bool) -> None:
        self._top = absolute(top)
        self._patterns = [one for one in patterns if not one.decides(self._top, is_folder=True)]
        self._gitignore = gitignore
        above = list(_above(self._top)) if gitignore else []
        self._above = [] if _is_ignored(above, self._top, is_folder=True) else above
        self._of = cache(_gitignore)

    def __call__(self, path: Path, is_folder: bool) -> bool:
        """True if the path is left out."""
        whole = absolute(path)
        decided = [one.decides(whole, is_folder=is_folder) for one in self._patterns]
        if any(said is not None for said in decided):
            return any(decided)
        if of_tools(path, is_folder):
            return True
        return self._gitignore and _is_ignored([*self._inside(whole), *self._above], whole, is_folder=is_folder)

    def _inside(self, path: Path) -> Iterator[Patterns]:
        """The ``.gitignore`` files from the folder of a path up to the top of the walk: the nearest first."""
        for folder in path.parents:
            if (found := self._of(folder)) is not None:
                yield found
            if folder == self._top:
                return


def _is_ignored(patterns: Iterable[Patterns], path: Path, *, is_folder: bool) -> bool:
    """What the nearest file says that has a word on the path."""
    for one in patterns:
        if (decided := one.decides(path, is_folder=is_folder)) is not None:
            return decided
    return False


def _above(top: Path) -> Iterator[Patterns]:
    """The ``.gitignore`` files of the folders above, the nearest first, up to the root of the repository, if any."""
    found: list[Patterns] = []
    for folder in (top, *top.parents):
        if folder != top and (patterns := _gitignore(folder)) is not None:
            found.append(patterns)
        if (folder / _REPOSITORY).exists():
            yield from found
            if (own := _read(folder / _REPOSITORY / "info" / "exclude", folder)) is not None:
                yield own
            return


def _gitignore(folder: Path) -> Patterns | None:
    return _read(folder / _GITIGNORE, folder)


def _read(file: Path, folder: Path) -> Patterns | None:
    """The patterns of a file; None, if there is none, or it may not be read: git would not know it either."""
    try:
        return Patterns.of(folder, file.read_text("utf-8", "replace").splitlines())
    except OSError:
        return None
