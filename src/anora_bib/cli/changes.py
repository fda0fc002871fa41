"""What a repair changes: shown as a diff, or written where the essay came from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from anora_bib.cli.output import emit, emit_essay
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
