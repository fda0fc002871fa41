"""What can be wrong in a bibliography file, as diagnostics."""

from __future__ import annotations

from enum import Enum
from functools import cached_property

from anora_bib.diagnostics import Diagnostic, Severity
from anora_bib.model import Provenance
from anora_bib.spans import LineIndex, Span

_QUOTED = 60
"""Characters of a broken part that a message shows: enough to know it by."""


class Problem(Enum):
    """Code and name of each fault."""

    BROKEN_ENTRY = ("BIB001", "broken-entry")
    DUPLICATE_KEY = ("BIB002", "duplicate-key")
    DUPLICATE_FIELD = ("BIB003", "duplicate-field")
    UNDEFINED_STRING = ("BIB004", "undefined-string")
    MISSING_CROSSREF = ("BIB005", "missing-crossref")


class Source:
    """The text of a bibliography file and its path; makes diagnostics and provenance with lines and columns."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path

    @cached_property
    def _lines(self) -> LineIndex:
        return LineIndex(self.text)

    def line_start(self, line: int) -> int:
        """The offset at which ``line`` (from 1) begins."""
        return self._lines.line_start(line)

    def problem(
        self, kind: Problem, message: str, start: int, end: int | None = None, *, severity: Severity = Severity.ERROR
    ) -> Diagnostic:
        code, rule = kind.value
        span = Span(start, max(start, len(self.text) if end is None else end))
        first, last = self._lines.position(span.start), self._lines.position(span.end)
        return Diagnostic(code, rule, message, self.path, span, first, last, severity)

    def provenance(self, key: str, offset: int) -> Provenance:
        return Provenance(self.path, "file", key, self._lines.position(offset).line)


def shortened(text: str) -> str:
    """The first line of a broken part, for a message."""
    lines = text.strip().splitlines()
    first = lines[0] if lines else ""
    return first if len(first) <= _QUOTED else f"{first[:_QUOTED]}…"
