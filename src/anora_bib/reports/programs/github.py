"""Diagnostics as workflow commands, which GitHub shows beside the lines of a pull request.

The form and its escapes: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from anora_bib.diagnostics import Diagnostic, Severity
from anora_bib.reports.base import Described, Findings
from anora_bib.reports.programs.paths import relative
from anora_bib.text.characters import printable

_LEVEL: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}


def report(found: Findings, _rules: Sequence[Described] = ()) -> str:
    """One command a line. Paths count from the folder of the run: the root of the repository."""
    return "".join(f"{_command(diagnostic, relative(diagnostic.path, found))}\n" for diagnostic in found)


def _command(diagnostic: Diagnostic, path: str) -> str:
    properties = {
        "file": path,
        "line": diagnostic.start.line,
        "endLine": diagnostic.end.line,
        "col": diagnostic.start.column,
        "endColumn": diagnostic.end.column,
        "title": f"{diagnostic.code} {diagnostic.rule}",
    }
    if diagnostic.start.line != diagnostic.end.line:  # GitHub refuses columns over several lines
        del properties["col"], properties["endColumn"]
    named = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    message = "\n".join((diagnostic.message, *diagnostic.evidence))
    return f"::{_LEVEL[diagnostic.severity]} {named}::{_data(message)}"


def _data(text: str) -> str:
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
