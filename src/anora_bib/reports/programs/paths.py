"""Paths as reports for other programs give them: from the folder of the run, where a file is in it."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from anora_bib.reports.base import Findings


def relative(path: str, found: Findings) -> str:
    """The path from the folder of the run, with slashes; as it is, if the file is elsewhere."""
    given = Path(os.path.normpath(path))
    if found.folder and given.is_absolute() and given.is_relative_to(found.folder):
        given = given.relative_to(found.folder)
    return given.as_posix()


def uri(path: str, found: Findings) -> str:
    """The same as a relative reference of RFC 3986, or as a ``file:`` address if the file is elsewhere.

    A path that is no UTF-8 reaches us with its odd bytes as lone surrogates: quoted, they are those bytes again.
    """
    shown = relative(path, found)
    quoted = quote(shown, errors="surrogateescape")
    if not Path(shown).is_absolute():
        return quoted
    return f"file://{quoted}" if quoted.startswith("/") else f"file:///{quoted}"
