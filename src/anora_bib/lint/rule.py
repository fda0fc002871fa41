"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from anora_bib.diagnostics import Diagnostic, Fix, Severity
from anora_bib.model import Apparatus, Records
from anora_bib.spans import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check yields: where, what (a plain sentence with the offending text), how we know, what would mend it."""

    span: Span
    message: str
    evidence: tuple[str, ...] = ()
    fix: Fix | None = None


Check = Callable[[Apparatus, Records], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: a code ("N001"), a name after the fault ("note-without-marker"), its documentation and its check.

    ``doc`` is Markdown under fixed headings (What it finds, Why it matters, Example, Instead, How it is fixed).
    """

    code: str
    name: str
    summary: str
    doc: str
    check: Check
    severity: Severity = Severity.WARNING
    fixable: bool = False

    @classmethod
    def documented(
        cls,
        code: str,
        name: str,
        doc: str | None,
        check: Check,
        *,
        severity: Severity = Severity.WARNING,
        fixable: bool = False,
    ) -> Rule:
        """A rule whose words are the docstring of its module: the first line is the summary, the rest ``doc``."""
        summary, _, rest = (doc or "").strip().partition("\n")
        return cls(code, name, summary.rstrip("."), rest.strip(), check, severity, fixable)

    def diagnose(self, apparatus: Apparatus, records: Records) -> Iterator[Diagnostic]:
        """Run the check on one essay and give each finding its code and its place in the file."""
        essay = apparatus.essay
        for finding in self.check(apparatus, records):
            yield Diagnostic(
                code=self.code,
                rule=self.name,
                message=finding.message,
                path=essay.path,
                span=finding.span,
                start=essay.position(finding.span.start),
                end=essay.position(finding.span.end),
                severity=self.severity,
                evidence=finding.evidence,
                fix=finding.fix,
            )
