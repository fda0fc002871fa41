"""Diagnostics as text for a terminal, JSON, SARIF 2.1.0 and GitHub annotations. Strings only: no colour, no I/O."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Final, Protocol
from urllib.parse import quote

from anora_bib.diagnostics import Applicability, Diagnostic, Severity
from anora_bib.errors import UnknownNameError
from anora_bib.text import nearest

_SARIF_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_SARIF_LEVEL: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}
_GITHUB_LEVEL: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}
_FIX_NOTE: Final[Mapping[Applicability, str]] = {
    Applicability.SAFE: "fix",
    Applicability.UNSAFE: "unsafe fix",
    Applicability.DISPLAY_ONLY: "suggestion",
}


class Described(Protocol):
    """What a report says of a rule; ``doc`` is Markdown."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def summary(self) -> str: ...
    @property
    def doc(self) -> str: ...
    @property
    def severity(self) -> Severity: ...


def to_text(diagnostics: Sequence[Diagnostic]) -> str:
    """``path:line:column CODE message``, below it the evidence and what the fix would do, indented."""
    return "".join(f"{line}\n" for diagnostic in diagnostics for line in _lines(diagnostic))


def _lines(diagnostic: Diagnostic) -> list[str]:
    place = f"{diagnostic.path}:{diagnostic.start.line}:{diagnostic.start.column}"
    lines = [f"{place} {diagnostic.code} {_one_line(diagnostic.message)}"]
    lines.extend(f"    {_one_line(sentence)}" for sentence in diagnostic.evidence)
    if diagnostic.fix:
        lines.append(f"    {_FIX_NOTE[diagnostic.fix.applicability]}: {_one_line(diagnostic.fix.title)}")
    return lines


def _one_line(text: str) -> str:
    return " ".join(text.split())


def to_json(diagnostics: Sequence[Diagnostic]) -> str:
    """A JSON array of :meth:`Diagnostic.to_json`."""
    return json.dumps([diagnostic.to_json() for diagnostic in diagnostics], ensure_ascii=False, indent=2) + "\n"


def to_github(diagnostics: Sequence[Diagnostic]) -> str:
    """Workflow commands, one a line, that GitHub shows beside the lines of a pull request."""
    return "".join(f"{_annotation(diagnostic)}\n" for diagnostic in diagnostics)


def _annotation(diagnostic: Diagnostic) -> str:
    properties = {
        "file": diagnostic.path,
        "line": diagnostic.start.line,
        "endLine": diagnostic.end.line,
        "col": diagnostic.start.column,
        "endColumn": diagnostic.end.column,
        "title": f"{diagnostic.code} {diagnostic.rule}",
    }
    if diagnostic.start.line != diagnostic.end.line:  # GitHub refuses columns over several lines
        del properties["col"], properties["endColumn"]
    named = ",".join(f"{name}={_github_property(str(value))}" for name, value in properties.items())
    message = "\n".join((diagnostic.message, *diagnostic.evidence))
    return f"::{_GITHUB_LEVEL[diagnostic.severity]} {named}::{_github_data(message)}"


def _github_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_property(text: str) -> str:
    return _github_data(text).replace(":", "%3A").replace(",", "%2C")


def to_sarif(diagnostics: Sequence[Diagnostic], rules: Sequence[Described] = ()) -> str:
    """A SARIF 2.1.0 log with one run. Of ``rules``, those that found something are described in it."""
    found = {diagnostic.code for diagnostic in diagnostics}
    described = [rule for rule in rules if rule.code in found]
    index = {rule.code: position for position, rule in enumerate(described)}
    run = {
        "tool": {"driver": {"name": "anora-bib", "rules": [_sarif_rule(rule) for rule in described]}},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(diagnostic, index) for diagnostic in diagnostics],
    }
    log = {"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _sarif_rule(rule: Described) -> dict[str, object]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "help": {"text": rule.doc, "markdown": rule.doc},
        "defaultConfiguration": {"level": _SARIF_LEVEL[rule.severity]},
    }


def _sarif_result(diagnostic: Diagnostic, index: Mapping[str, int]) -> dict[str, object]:
    location = {"uri": quote(diagnostic.path.replace("\\", "/"))}
    region = {
        "startLine": diagnostic.start.line,
        "startColumn": diagnostic.start.column,
        "endLine": diagnostic.end.line,
        "endColumn": diagnostic.end.column,
    }
    result: dict[str, object] = {
        "ruleId": diagnostic.code,
        "level": _SARIF_LEVEL[diagnostic.severity],
        "message": {"text": " ".join((diagnostic.message, *diagnostic.evidence))},
        "locations": [{"physicalLocation": {"artifactLocation": location, "region": region}}],
    }
    if diagnostic.code in index:
        result["ruleIndex"] = index[diagnostic.code]
    if diagnostic.fix and diagnostic.fix.edits:
        replacements = [
            {
                "deletedRegion": {"charOffset": edit.span.start, "charLength": len(edit.span)},
                "insertedContent": {"text": edit.replacement},
            }
            for edit in diagnostic.fix.edits
        ]
        change = {"artifactLocation": location, "replacements": replacements}
        result["fixes"] = [{"description": {"text": diagnostic.fix.title}, "artifactChanges": [change]}]
    return result


FORMS: Final = ("text", "json", "sarif", "github")
"""What ``--output-format`` takes."""


def render(diagnostics: Sequence[Diagnostic], form: str = "text", rules: Sequence[Described] = ()) -> str:
    """The diagnostics in one of :data:`FORMS`; ``rules`` are described where the form has room for that.

    Raises:
        UnknownNameError: there is no such form.
    """
    if form == "sarif":
        return to_sarif(diagnostics, rules)
    writers = {"text": to_text, "json": to_json, "github": to_github}
    if form not in writers:
        raise UnknownNameError("report", form, nearest(form, FORMS))
    return writers[form](diagnostics)
