"""Diagnostics as a SARIF 2.1.0 log, for code scanning (https://docs.oasis-open.org/sarif/sarif/v2.1.0/)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from anora_bib.about import PAGE, VERSION, rule_page
from anora_bib.diagnostics import Diagnostic, Severity, SourceFix
from anora_bib.reports.base import Described, Findings
from anora_bib.reports.programs.fingerprint import fingerprints
from anora_bib.reports.programs.paths import uri
from anora_bib.text.characters import json_text

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVEL: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}
_LONGEST_LINE: Final = 2_000
"""Characters: a longer line tells nobody more, and a log would hold it once for each finding."""
_ENDS: Final = (".", "!", "?", "…")


def report(found: Findings, rules: Sequence[Described] = ()) -> str:
    """A log with one run. Of ``rules``, those that found something are described in it."""
    codes = {diagnostic.code for diagnostic in found}
    described = [rule for rule in rules if rule.code in codes]
    index = {rule.code: position for position, rule in enumerate(described)}
    driver = {
        "name": "anora-bib",
        "fullName": f"anora-bib {VERSION}",
        "version": VERSION,
        "semanticVersion": VERSION,
        "informationUri": PAGE,
        "rules": [_rule(rule) for rule in described],
    }
    results = [
        _result(diagnostic, index, _place(diagnostic, found), fingerprint)
        for diagnostic, fingerprint in zip(found, fingerprints(found), strict=True)
    ]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Described) -> dict[str, object]:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": _sentence(rule.summary)},
        "fullDescription": {"text": _sentence(_first_paragraph(rule.doc) or rule.summary)},
        "help": {"text": rule.doc, "markdown": rule.doc},
        "helpUri": rule_page(rule.code),
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
    }


def _first_paragraph(doc: str) -> str:
    """The first paragraph that is no heading, as one line."""
    paragraphs = (paragraph.strip() for paragraph in doc.split("\n\n"))
    return next((" ".join(paragraph.split()) for paragraph in paragraphs if paragraph[:1] not in ("", "#")), "")


def _sentence(text: str) -> str:
    return text if text.endswith(_ENDS) else f"{text}."


def _place(diagnostic: Diagnostic, found: Findings) -> dict[str, object]:
    """Where it is, with the words there and the line around them if they are at hand."""
    start, end = diagnostic.start, diagnostic.end
    region: dict[str, object] = {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }
    place: dict[str, object] = {"artifactLocation": {"uri": uri(diagnostic.path, found)}, "region": region}
    line = found.lines.get(diagnostic.path, {}).get(start.line)
    if line and start.line == end.line and len(line.text) <= _LONGEST_LINE:
        region["snippet"] = {"text": line.text[start.column - 1 : end.column - 1]}
        place["contextRegion"] = {"startLine": start.line, "endLine": end.line, "snippet": {"text": line.text}}
    return place


def _result(
    diagnostic: Diagnostic, index: Mapping[str, int], place: Mapping[str, object], fingerprint: str
) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": diagnostic.code,
        "level": _LEVEL[diagnostic.severity],
        "message": {"text": "\n".join(map(_sentence, (diagnostic.message, *diagnostic.evidence)))},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"anoraBib/v1": fingerprint},
    }
    if diagnostic.code in index:
        result["ruleIndex"] = index[diagnostic.code]
    if diagnostic.fix and diagnostic.fix.edits:
        result["fixes"] = [_fix(diagnostic.fix, place["artifactLocation"])]
    return result


def _fix(fix: SourceFix, location: object) -> dict[str, object]:
    replacements = [
        {
            "deletedRegion": {"charOffset": edit.span.start, "charLength": len(edit.span)},
            "insertedContent": {"text": edit.replacement},
        }
        for edit in fix.edits
    ]
    change = {"artifactLocation": location, "replacements": replacements}
    return {"description": {"text": _sentence(fix.title)}, "artifactChanges": [change]}
