"""What a repair changes: shown as a diff, or written where the essay came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from anora_bib.cli.output import emit, emit_essay, note
from anora_bib.reports import messages
from anora_bib.system.files import Destination, write_bytes
from anora_bib.text.characters import printable

if TYPE_CHECKING:
    from anora_bib.model import Essay


def show_change(before: str, after: str, path: str, output: Destination | None) -> bool:
    """The change as a diff; True if there is one. In a file it holds every byte, for ``patch``."""
    from anora_bib.reports.diff import unified_diff

    diff = unified_diff(before, after, path)
    emit(diff if output else printable(diff), output)
    return bool(diff)


@dataclass
class Tally:
    """How many problems of each file are repaired, and how many are left. ``changed`` is false if it is only shown."""

    changed: bool
    files: int = 0
    affected: int = 0
    fixed: int = 0
    remaining: int = 0
    _quiet: list[str] = field(default_factory=list)

    def add(self, path: str, fixed: int, remaining: int) -> None:
        """Say it of a file, unless it is in order."""
        self.files += 1
        self.affected += bool(fixed)
        self.fixed += fixed
        self.remaining += remaining
        said = messages.repaired(path, fixed, remaining, changed=self.changed)
        if fixed or remaining:
            note(said)
        else:
            self._quiet.append(said)

    def end(self) -> None:
        """Say it of all together, or of the only one."""
        if self.files > 1:
            note(messages.repaired_all((self.fixed, self.affected), self.files, self.remaining, changed=self.changed))
        else:
            for said in self._quiet:
                note(said)


def store(essay: Essay, text: str, data: bytes, output: Destination | None, *, to_stdout: bool) -> None:
    """Write an essay anew to ``output``, or where it came from, unless somebody has changed it since.

    ``text`` is its content and ``data`` the bytes of that. Standard input goes ``to_stdout``.

    Raises:
        InputError, OverwriteError: the file cannot be written, or has been changed.
    """
    if output or to_stdout:
        emit_essay(text, data, output)
    elif data != essay.document.data:
        write_bytes(Path(essay.path), data, expected=essay.document.data)
