"""The lines that commands print beside their result: a problem met while reading, what a repair did."""

from __future__ import annotations

from anora_bib.diagnostics import Diagnostic
from anora_bib.text import printable_line


def problem(diagnostic: Diagnostic) -> str:
    """``path:line:column: message``"""
    place = f"{diagnostic.path}:{diagnostic.start.line}:{diagnostic.start.column}"
    return printable_line(f"{place}: {diagnostic.message}")


def repaired(path: str, applied: int, remaining: int, *, changed: bool) -> str:
    """How many problems of an essay were fixed (or can be, where nothing was ``changed``), and how many were not."""
    verb = "fixed" if changed else "can be fixed"
    return printable_line(f"{path}: {applied} {verb}, {remaining} left for a person")
