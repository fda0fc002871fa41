"""What a rule is, and how its findings in a text become diagnostics of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Generic, Self, TypeVar

from anora_bib.diagnostics import Applicability, Diagnostic, Severity, SourceFix, TextFix
from anora_bib.documents.document import Document, UneditableError
from anora_bib.lint.bib_file import BibFile
from anora_bib.lint.citing import Citing
from anora_bib.model import Apparatus, Records
from anora_bib.model.essay.verbatim import Verbatim, verbatim
from anora_bib.text.spans import TextSpan


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check yields, in terms of the text.

    ``span`` says where, ``message`` what (a plain sentence with the offending text), ``evidence`` how we know (a
    sentence a fact), and ``fix`` what would repair it. One that is ``doubtful`` rests on evidence that is right
    less than nine times of ten; it is told of a rule that is :attr:`~Documented.thorough`.
    """

    span: TextSpan
    message: str
    evidence: tuple[str, ...] = ()
    fix: TextFix | None = None
    doubtful: bool = False


Check = Callable[[Apparatus, Records], Iterator[Finding]]
BibliographyCheck = Callable[[BibFile], Iterator[Finding]]
PlacedFinding = tuple[Document, Finding]
"""A finding with the file that it is about, where there are several."""
LibraryCheck = Callable[[Sequence[Citing]], Iterator[PlacedFinding]]


C = TypeVar("C", Check, BibliographyCheck, LibraryCheck)


class FixAvailability(StrEnum):
    """Whether the findings of a rule bring a fix (the grades are ruff's). A fix that is only shown counts as one."""

    ALWAYS = "always"
    SOMETIMES = "sometimes"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Documented:
    """What all rules say of themselves: a code ("N001"), a name after the fault ("note-without-marker"), and words.

    ``doc`` is Markdown under fixed headings (What it finds, Why it matters, Example, Instead, How it is fixed).
    ``availability`` is a promise: the tests hold the rule to it. A ``pedantic`` rule runs only when it is asked for. A
    ``thorough`` one tells its doubtful findings as well; :func:`~anora_bib.lint.select.select` decides that.
    """

    code: str
    name: str
    summary: str
    doc: str
    severity: Severity = field(default=Severity.WARNING, kw_only=True)
    availability: FixAvailability = field(default=FixAvailability.NEVER, kw_only=True)
    pedantic: bool = field(default=False, kw_only=True)
    thorough: bool = field(default=False, kw_only=True)

    def tells(self, finding: Finding) -> bool:
        """Whether the finding is told at all."""
        return self.thorough or not finding.doubtful

    def has(self, words: str) -> bool:
        """Whether all the words are in its code, its name or its summary, in any letters and order."""
        said = f"{self.code} {self.name} {self.summary}".casefold()
        return all(word in said for word in words.casefold().split())

    def diagnostic(self, finding: Finding, document: Document) -> Diagnostic:
        """The finding as a diagnostic. The only place where findings are mapped from text to source."""
        span = document.source_span(finding.span)
        fix, obstacle = _in_source(finding.fix, document) if finding.fix else (None, ())
        return Diagnostic(
            code=self.code,
            rule=self.name,
            message=finding.message,
            path=document.path,
            span=span,
            start=document.position(finding.span.start),
            end=document.position(finding.span.end),
            severity=self.severity,
            evidence=(*finding.evidence, *obstacle),
            fix=fix,
        )


def _outside(finding: Finding, places: Verbatim) -> Finding:
    """The finding, its fix only shown if that would change a part of what is no prose."""
    fix = finding.fix
    if fix is None or not any(places.touch(edit.span) for edit in fix.edits):
        return finding
    reason = "To be mended by hand: the place is inside code, a template, a tag or an address."
    shown = replace(fix, edits=(), applicability=Applicability.DISPLAY_ONLY)
    return replace(finding, fix=shown, evidence=(*finding.evidence, reason))


def _words(doc: str | None) -> tuple[str, str]:
    """The summary and the rest of the docstring of a rule's module."""
    summary, _, rest = (doc or "").strip().partition("\n")
    return summary.rstrip("."), rest.strip()


@dataclass(frozen=True, slots=True)
class _Checking(Documented, Generic[C]):
    """A rule with its check."""

    check: C

    @classmethod
    def documented(
        cls,
        code: str,
        name: str,
        doc: str | None,
        check: C,
        *,
        severity: Severity = Severity.WARNING,
        availability: FixAvailability = FixAvailability.NEVER,
        pedantic: bool = False,
    ) -> Self:
        """A rule whose words are the docstring of its module: the first line is the summary, the rest ``doc``."""
        return cls(code, name, *_words(doc), check, severity=severity, availability=availability, pedantic=pedantic)


@dataclass(frozen=True, slots=True)
class Rule(_Checking[Check]):
    """A rule about an essay, with its check."""

    def diagnose(self, apparatus: Apparatus, records: Records) -> Iterator[Diagnostic]:
        """Run the check on one essay and give each finding its code and its place in the file.

        Nothing is found inside code, templates, tags and addresses, and no edit reaches into them.
        """
        places = apparatus.derived(verbatim)
        for finding in self.check(apparatus, records):
            if self.tells(finding) and not places.surround(finding.span):
                yield self.diagnostic(_outside(finding, places), apparatus.essay.document)


@dataclass(frozen=True, slots=True)
class BibliographyRule(_Checking[BibliographyCheck]):
    """A rule about a ``.bib`` file, with its check."""

    def diagnose(self, file: BibFile) -> Iterator[Diagnostic]:
        """Run the check on one file and give each finding its code and its place."""
        for finding in filter(self.tells, self.check(file)):
            yield self.diagnostic(finding, file.document)


@dataclass(frozen=True, slots=True)
class LibraryRule(_Checking[LibraryCheck]):
    """A rule about libraries and the documents that cite from them, with its check."""

    def diagnose(self, documents: Sequence[Citing]) -> Iterator[Diagnostic]:
        """Run the check on the documents of a run and give each finding its code and its place."""
        for document, finding in self.check(documents):
            if self.tells(finding):
                yield self.diagnostic(finding, document)


def _in_source(fix: TextFix, document: Document) -> tuple[SourceFix, tuple[str, ...]]:
    """The fix with its edits in the file, and further evidence.

    A fix that cannot be made in the file keeps its title and becomes display-only, without edits; the reason is a
    sentence of evidence.
    """
    try:
        edits = tuple(map(document.source_edit, fix.edits))
    except UneditableError as error:
        return SourceFix(fix.title, (), Applicability.DISPLAY_ONLY), (f"To be mended by hand: {error}.",)
    return SourceFix(fix.title, edits, fix.applicability), ()
