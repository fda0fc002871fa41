"""Diagnostics as a SARIF 2.1.0 log, for code scanning (https://docs.oasis-open.org/sarif/sarif/v2.1.0/)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import quote

from anora_bib.diagnostics import Diagnostic, Severity
from anora_bib.reports.base import Described
from anora_bib.text import json_text

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVEL: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}


def report(diagnostics: Sequence[Diagnostic], rules: Sequence[Described] = ()) -> str:
    """A log with one run. Of ``rules``, those that found something are described in it."""
    codes = {diagnostic.code for diagnostic in diagnostics}
    described = [rule for rule in rules if rule.code in codes]
    index = {rule.code: position for position, rule in enumerate(described)}
    run = {
        "tool": {"driver": {"name": "anora-bib", "rules": [_rule(rule) for rule in described]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, index) for diagnostic in diagnostics],
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Described) -> dict[str, object]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.doc.strip().partition("\n\n")[0]},
        "help": {"text": rule.doc, "markdown": rule.doc},
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
    }


def _result(diagnostic: Diagnostic, index: Mapping[str, int]) -> dict[str, object]:
    # A path that is no UTF-8 reaches us with its odd bytes as lone surrogates: quoted, they are those bytes again.
    location = {"uri": quote(diagnostic.path.replace("\\", "/"), errors="surrogateescape")}
    region = {
        "startLine": diagnostic.start.line,
        "startColumn": diagnostic.start.column,
        "endLine": diagnostic.end.line,
        "endColumn": diagnostic.end.column,
    }
    result: dict[str, object] = {
        "ruleId": diagnostic.code,
        "level": _LEVEL[diagnostic.severity],
        "message": {"text": "\n".join((diagnostic.message, *diagnostic.evidence))},
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
