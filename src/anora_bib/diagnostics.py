"""What is wrong, where, how we know, and what would fix it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from anora_bib.notebook import card, table
from anora_bib.text.characters import counted, printable_line
from anora_bib.text.spans import Position, SourceEdit, SourceSpan, TextEdit


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


_E = TypeVar("_E", TextEdit, SourceEdit)


@dataclass(frozen=True, slots=True)
class _Fix(Generic[_E]):
    """Edits that repair one fault. ``title`` says what will happen, in the imperative."""

    title: str
    edits: tuple[_E, ...]
    applicability: Applicability


class TextFix(_Fix[TextEdit]):
    """A fix as a rule makes it: its edits are edits of the text."""

    __slots__ = ()


class SourceFix(_Fix[SourceEdit]):
    """The fix of a diagnostic: its edits are edits of the file."""

    __slots__ = ()


Fix = TextFix
"""The short name, as ``spans.Span`` is."""


@dataclass(frozen=True, slots=True, repr=False)
class Diagnostic:
    """One fault, in terms of the file.

    ``span`` and the edits of ``fix`` count characters of the decoded file; ``start`` and ``end`` are the lines and
    columns of ``span``.

    ``evidence`` is one sentence per fact that the diagnostic rests on.
    """

    code: str
    rule: str
    message: str
    path: str
    span: SourceSpan
    start: Position
    end: Position
    severity: Severity = Severity.WARNING
    evidence: tuple[str, ...] = ()
    fix: SourceFix | None = None

    def __repr__(self) -> str:
        """One line: ``Diagnostic M003 essay.md:11:40 marker “5” is glued to what stands before it``."""
        return printable_line(f"Diagnostic {self.code} {self.place} {self.message}")

    @property
    def place(self) -> str:
        """The path, line and column: ``essay.md:11:40``."""
        return f"{self.path}:{self.start.line}:{self.start.column}"

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


class Problems(list[Diagnostic]):
    """A list of diagnostics that a notebook shows as a table."""

    def _repr_html_(self) -> str:
        rows = (
            (one.place, one.code, one.message, " ".join(one.evidence), one.fix.title if one.fix else "") for one in self
        )
        fixable = sum(one.applicability in (Applicability.SAFE, Applicability.UNSAFE) for one in self)
        title = f"{counted(len(self), 'problem')}, {fixable} of them with a fix" if self else "All fine"
        return card(title, table(("place", "code", "problem", "evidence", "fix"), rows, len(self)))
