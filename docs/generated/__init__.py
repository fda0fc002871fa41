"""Pages that say what the code knows already, written when the documentation is built, so that no word stands twice.

A Sphinx extension: each module gives the pages of one kind, as Markdown by their paths below ``docs``. Only what has
changed is written, so that a second build reads nothing anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generated import api, commands, formats, rules, settings

FOLDERS = ("rules", "cli", "tables", "api")
"""What is below them is generated, all of it; they are in .gitignore."""


def pages() -> Mapping[str, str]:
    """All pages, by their paths below ``docs``."""
    return {**rules.pages(), **commands.pages(), **formats.pages(), **settings.pages(), **api.pages()}


def write(folder: Path) -> None:
    """Write the pages that are new or changed, and take away those that are no more."""
    wanted = pages()
    for name, text in wanted.items():
        path = folder / name
        if not path.is_file() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    for below in FOLDERS:
        for path in (folder / below).rglob("*.md"):
            if path.relative_to(folder).as_posix() not in wanted:
                path.unlink()


def setup(app: Any) -> dict[str, object]:
    """Write the pages before Sphinx looks which there are. ``app`` is the application of Sphinx."""
    write(Path(app.srcdir))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
