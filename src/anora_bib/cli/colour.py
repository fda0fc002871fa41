"""Colours and widths: what is shown to a person gets them, a pipe and a file do not.

``NO_COLOR`` (https://no-color.org) turns colours off, ``FORCE_COLOR`` (https://force-color.org) turns them on wherever
the output goes.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from typing import Any, Final

import click

from anora_bib.reports.base import Paint, Tone, plain
from anora_bib.system.files import Destination, Folder

WIDE: Final = 120
"""Cells of a line that goes to a pipe or a file."""

_STYLES: Final[Mapping[Tone, Mapping[str, Any]]] = {
    Tone.PATH: {"bold": True},
    Tone.ERROR: {"fg": "red", "bold": True},
    Tone.WARNING: {"fg": "yellow", "bold": True},
    Tone.INFO: {"fg": "cyan", "bold": True},
    Tone.MARGIN: {"fg": "blue"},
    Tone.REMOVED: {"fg": "red"},
    Tone.ADDED: {"fg": "green"},
    Tone.FIX: {"fg": "cyan"},
    Tone.GOOD: {"fg": "green"},
}


def on_terminal() -> bool:
    """True if standard output is shown to a person."""
    return sys.stdout is not None and sys.stdout.isatty()


def is_forced() -> bool:
    """True if colours are wanted wherever the output goes."""
    return bool(os.environ.get("FORCE_COLOR")) and not os.environ.get("NO_COLOR")


def paint(output: Destination | Folder | None) -> Paint:
    """What colours a text that goes to standard output, or to ``output``."""
    if output is not None or os.environ.get("NO_COLOR"):
        return plain
    can_show = on_terminal() and os.environ.get("TERM") != "dumb"
    return _coloured if can_show or is_forced() else plain


def line_width(output: Destination | Folder | None) -> int:
    """Cells of a line: those of the terminal, if the text goes there."""
    return shutil.get_terminal_size().columns if output is None and on_terminal() else WIDE


def _coloured(words: str, tone: Tone) -> str:
    return click.style(words, **_STYLES[tone])
