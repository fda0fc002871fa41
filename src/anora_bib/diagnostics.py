"""What is wrong, where, how we know, and what would mend it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from anora_bib.spans import Edit, Position, Span


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Applicability(StrEnum):
    """How far a fix may be trusted (the grades are ruff's)."""

    SAFE = "safe"
    """It keeps the meaning: applied by default."""
    UNSAFE = "unsafe"
    """Very likely right, but it changes what is said: applied when asked."""
    DISPLAY_ONLY = "display-only"
    """A suggestion for a person: shown, never applied."""


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend one diagnostic. ``title`` says what will happen, in the imperative."""

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    ``span`` counts in the text that was read; ``start`` and ``end`` are lines and columns of the file itself. The
    edits of ``fix`` count in the text as a rule makes it, in the file once ``lint.fixer.in_source`` has placed it.
    ``evidence`` is one sentence per fact that the finding rests on.
    """

    code: str
    rule: str
    message: str
    path: str
    span: Span
    start: Position
    end: Position
    severity: Severity = Severity.WARNING
    evidence: tuple[str, ...] = ()
    fix: Fix | None = None

    @property
    def applicability(self) -> Applicability | None:
        """How far its fix may be trusted, None if it has none."""
        return self.fix.applicability if self.fix else None

    def to_json(self) -> dict[str, object]:
        """The diagnostic as plain data, ready for ``json.dumps``."""
        fix: Mapping[str, object] | None = None
        if self.fix:
            fix = {
                "title": self.fix.title,
                "applicability": str(self.fix.applicability),
                "edits": [
                    {"start": edit.span.start, "end": edit.span.end, "replacement": edit.replacement}
                    for edit in self.fix.edits
                ],
            }
        return {
            "code": self.code,
            "rule": self.rule,
            "message": self.message,
            "path": self.path,
            "line": self.start.line,
            "column": self.start.column,
            "end_line": self.end.line,
            "end_column": self.end.column,
            "severity": str(self.severity),
            "applicability": str(self.applicability) if self.applicability else None,
            "evidence": list(self.evidence),
            "fix": fix,
        }
