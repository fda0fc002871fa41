"""Diagnostics as a report of code quality, which GitLab shows in merge requests.

The form: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from anora_bib.diagnostics import Severity
from anora_bib.reports.base import Described, Findings
from anora_bib.reports.programs.fingerprint import fingerprints
from anora_bib.reports.programs.paths import relative
from anora_bib.text.characters import json_text

_SEVERITY: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "major",
    Severity.WARNING: "minor",
    Severity.INFO: "info",
}


def report(found: Findings, _rules: Sequence[Described] = ()) -> str:
    """The array; ``[]`` where nothing was found. Paths count from the folder of the run: the root of the project."""
    return json_text(
        [
            {
                "description": f"{diagnostic.code} {diagnostic.message}",
                "check_name": f"{diagnostic.code} {diagnostic.rule}",
                "fingerprint": fingerprint,
                "severity": _SEVERITY[diagnostic.severity],
                "location": {
                    "path": relative(diagnostic.path, found),
                    "lines": {"begin": diagnostic.start.line, "end": diagnostic.end.line},
                },
            }
            for diagnostic, fingerprint in zip(found, fingerprints(found), strict=True)
        ]
    )
