"""Diagnostics for a person: ``path:line:column CODE message``, below it the evidence and what the fix would do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from anora_bib.diagnostics import Applicability, Diagnostic
from anora_bib.reports.base import Described
from anora_bib.text import printable_line

_FIX_NOTE: Final[Mapping[Applicability, str]] = {
    Applicability.SAFE: "fix",
    Applicability.UNSAFE: "unsafe fix",
    Applicability.DISPLAY_ONLY: "suggestion",
}


def report(diagnostics: Sequence[Diagnostic], _rules: Sequence[Described] = ()) -> str:
    """One line for each diagnostic, and indented lines for its evidence and its fix."""
    return "".join(f"{line}\n" for diagnostic in diagnostics for line in _lines(diagnostic))


def _lines(diagnostic: Diagnostic) -> Iterator[str]:
    place = f"{diagnostic.path}:{diagnostic.start.line}:{diagnostic.start.column}"
    yield printable_line(f"{place} {diagnostic.code} {diagnostic.message}")
    for sentence in diagnostic.evidence:
        yield f"    {printable_line(sentence)}"
    if diagnostic.fix:
        yield f"    {_FIX_NOTE[diagnostic.fix.applicability]}: {printable_line(diagnostic.fix.title)}"
