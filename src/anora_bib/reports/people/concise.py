"""Diagnostics for a person in a hurry: a line each; ``[*]`` marks those that ``fix`` repairs."""

from __future__ import annotations

from collections.abc import Sequence

from anora_bib.diagnostics import Applicability, Diagnostic
from anora_bib.reports.base import Described, Findings, Tone
from anora_bib.reports.people.full import TONE
from anora_bib.reports.people.summary import summary
from anora_bib.text.characters import printable_line


def report(found: Findings, _rules: Sequence[Described] = ()) -> str:
    """The lines, and one that counts them."""
    return "".join([*(f"{_line(diagnostic, found)}\n" for diagnostic in found), *summary(found)])


def _line(diagnostic: Diagnostic, found: Findings) -> str:
    path = found.paint(printable_line(diagnostic.path), Tone.PATH)
    return f"{path}:{said(diagnostic, found)}"


def said(diagnostic: Diagnostic, found: Findings) -> str:
    """Line, column, code and message."""
    code = found.paint(printable_line(diagnostic.code), TONE[diagnostic.severity])
    fixable = found.paint(" [*]", Tone.FIX) if diagnostic.applicability is Applicability.SAFE else ""
    return f"{diagnostic.start.line}:{diagnostic.start.column} {code}{fixable} {printable_line(diagnostic.message)}"
