"""What can be wrong in a bibliography file, as diagnostics."""

from __future__ import annotations

from enum import Enum
from functools import cached_property

from anora_bib.diagnostics import Diagnostic, Severity, SourceFix
from anora_bib.model import Provenance
from anora_bib.text.characters import well_formed
from anora_bib.text.spans import LineIndex, Position, SourceSpan

WARNING = Severity.WARNING


class Problem(Enum):
    """Code and name of each fault."""

    BROKEN_ENTRY = ("BIB001", "broken-entry")
    DUPLICATE_KEY = ("BIB002", "duplicate-key")
    DUPLICATE_FIELD = ("BIB003", "duplicate-field")
    UNDEFINED_STRING = ("BIB004", "undefined-string")
    MISSING_CROSSREF = ("BIB005", "missing-crossref")
    WRONG_VALUE = ("BIB006", "wrong-value")
    DAMAGED_TEXT = ("BIB007", "damaged-text")
    UNKNOWN_COMMAND = ("BIB008", "unknown-command")
    UNWRITTEN_VALUE = ("BIB009", "unwritten-value")
    MALFORMED_ENTRY = ("BIB011", "malformed-entry")
    MALFORMED_NAME = ("BIB012", "malformed-name")
    CHANGED_KEY = ("BIB013", "changed-key")


class Source:
    """The text of a bibliography file and its path. Collects the diagnostics, each with its line and column."""

    def __init__(self, text: str, path: str) -> None:
        self.text = well_formed(text)
        self.path = path
        self._problems: list[Diagnostic] = []
        if self.text != text:
            at = next(i for i, pair in enumerate(zip(text, self.text, strict=False)) if pair[0] != pair[1])
            self.report(Problem.DAMAGED_TEXT, "half a character is replaced by U+FFFD", at, at + 1, WARNING)

    @cached_property
    def _lines(self) -> LineIndex:
        return LineIndex(self.text)

    def line_start(self, line: int) -> int:
        """The offset at which ``line`` (from 1) begins."""
        return self._lines.line_start(line)

    def position(self, offset: int) -> Position:
        """Line and column (from 1) of an offset."""
        return self._lines.position(offset)

    def report(
        self,
        kind: Problem,
        message: str,
        start: int,
        end: int | None = None,
        severity: Severity = Severity.ERROR,
        fix: SourceFix | None = None,
    ) -> None:
        """Note what is wrong from ``start`` to ``end`` (None: to the end of the file), and what repairs it."""
        code, rule = kind.value
        last = len(self.text)
        span = SourceSpan(min(start, last), max(min(start, last), last if end is None else min(end, last)))
        begins, ends = self.position(span.start), self.position(span.end)
        self._problems.append(Diagnostic(code, rule, message, self.path, span, begins, ends, severity, fix=fix))

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """What was reported, in the order of the file."""
        return tuple(sorted(self._problems, key=lambda problem: problem.span))

    def provenance(self, key: str, offset: int) -> Provenance:
        """Where an entry that begins at ``offset`` was read: this file and the line."""
        return Provenance(self.path, "file", key, self.position(offset).line)
