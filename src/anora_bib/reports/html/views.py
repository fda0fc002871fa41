"""What the templates print: findings, pages and counts, as plain data."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from anora_bib.diagnostics import Applicability, Diagnostic, Severity
from anora_bib.model import BlockKind
from anora_bib.reports.base import Described, Findings
from anora_bib.reports.html.changes import Change, changes
from anora_bib.reports.html.runs import Reaching, Run, runs
from anora_bib.reports.pages import Mark, Page, Part, Role
from anora_bib.text.characters import printable, printable_line
from anora_bib.text.spans import TextSpan

_GRADE: Final[Mapping[Applicability, str]] = {
    Applicability.SAFE: "Fix",
    Applicability.UNSAFE: "Unsafe fix",
    Applicability.DISPLAY_ONLY: "Suggestion",
}
_ORDER: Final = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_TAGS: Final[Mapping[BlockKind, str]] = {BlockKind.QUOTATION: "blockquote", BlockKind.CODE: "pre"}
_TAG_CLASSES: Final = frozenset({str(Role.MARKUP), str(Role.LINE_BREAK)})
"""What a part is made of that prints nothing."""
_MOST_SOURCE_PARTS: Final = 200
"""Parts of a source up to which those without a finding are printed as well."""


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding as its card shows it; ``excerpt`` is its line, where no text is printed beside it."""

    number: int
    code: str
    rule: str
    severity: str
    message: str
    path: str
    line: int
    column: int
    evidence: tuple[str, ...]
    grade: str
    fix: str
    changes: tuple[Change, ...]
    excerpt: str

    @property
    def copied(self) -> str:
        """What its button copies: the corrected lines."""
        return "\n".join(change.corrected for change in self.changes)


_Placed = tuple[FindingView, TextSpan]


@dataclass(frozen=True, slots=True)
class RunView:
    """A run of the text. ``classes`` style it; ``target`` is where it leads, ``ids`` what leads to it."""

    text: str
    classes: str
    target: str
    ids: tuple[str, ...]
    findings: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of a page, and the findings that begin in it. ``left_out`` counts parts before it that are not shown.

    A ``front`` part is folded, unless something is found in it.
    """

    tag: str
    kind: str
    before: tuple[RunView, ...]
    runs: tuple[RunView, ...]
    findings: tuple[FindingView, ...]
    left_out: int = 0
    front: bool = False


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule that found something."""

    code: str
    name: str
    summary: str
    count: int


@dataclass(frozen=True, slots=True)
class PageView:
    """A file with what is found in it; ``loose`` are findings that have no place in a text."""

    id: str
    path: str
    title: str
    byline: str
    counts: tuple[tuple[str, int], ...]
    parts: tuple[PartView, ...]
    loose: tuple[FindingView, ...]
    findings: tuple[FindingView, ...]
    rules: tuple[RuleView, ...]

    @property
    def severities(self) -> tuple[tuple[str, int], ...]:
        """How many findings there are of each severity, the worst first."""
        return _severities(self.findings)

    @property
    def fixable(self) -> int:
        """How many have a fix that can be applied."""
        return _fixable(self.findings)


@dataclass(frozen=True)
class ReportView:
    """All of a report."""

    pages: tuple[PageView, ...]
    rules: tuple[RuleView, ...]
    files: int
    findings: tuple[FindingView, ...] = field(default=())

    @property
    def severities(self) -> tuple[tuple[str, int], ...]:
        """How many findings there are of each severity, the worst first."""
        return _severities(self.findings)

    @property
    def fixable(self) -> int:
        """How many have a fix that can be applied."""
        return _fixable(self.findings)

    @property
    def listed(self) -> tuple[PageView, ...]:
        """The files for a table: those with findings first, which are few on a site that is in order."""
        return tuple(sorted(self.pages, key=lambda page: not page.findings))

    @property
    def affected(self) -> int:
        """In how many files something is found."""
        return sum(bool(page.findings) for page in self.pages)


def report_view(found: Findings, rules: Iterable[Described]) -> ReportView:
    """The view of a run: its pages in their order, then the files of which there is no text."""
    by_path = found.by_path()
    known = {rule.code: rule for rule in rules}
    shown: list[PageView] = []
    done = 0
    for page in found.pages:
        here = by_path.pop(page.path, [])
        shown.append(_page(page, here, len(shown) + 1, done, known))
        done += len(here)
    for path, others in by_path.items():
        lines = found.lines.get(path, {})
        views = tuple(
            _finding(one, done + at, "", lines[one.start.line].text if one.start.line in lines else "")
            for at, one in enumerate(others, start=1)
        )
        done += len(views)
        shown.append(
            PageView(f"p{len(shown) + 1}", printable_line(path), "", "", (), (), views, views, _rules(views, known))
        )
    findings = tuple(finding for page in shown for finding in page.findings)
    return ReportView(tuple(shown), _rules(findings, known), max(found.files or 0, len(shown)), findings)


def _rules(findings: Sequence[FindingView], known: Mapping[str, Described]) -> tuple[RuleView, ...]:
    counts = Counter(finding.code for finding in findings)
    names = {finding.code: finding.rule for finding in findings}
    return tuple(
        RuleView(code, names[code], known[code].summary if code in known else "", counts[code])
        for code in sorted(counts)
    )


def _severities(findings: Iterable[FindingView]) -> tuple[tuple[str, int], ...]:
    counts = Counter(finding.severity for finding in findings)
    return tuple((str(severity), counts[severity]) for severity in _ORDER if counts[severity])


def _fixable(findings: Iterable[FindingView]) -> int:
    return sum(finding.grade in (_GRADE[Applicability.SAFE], _GRADE[Applicability.UNSAFE]) for finding in findings)


def _finding(one: Diagnostic, number: int, source: str, excerpt: str = "") -> FindingView:
    fix = one.fix
    return FindingView(
        number,
        printable_line(one.code),
        printable_line(one.rule),
        str(one.severity),
        printable_line(one.message),
        printable_line(one.path),
        one.start.line,
        one.start.column,
        tuple(map(printable_line, one.evidence)),
        _GRADE[fix.applicability] if fix else "",
        printable_line(fix.title) if fix else "",
        tuple(changes(source, fix.edits)) if fix and source else (),
        printable_line(excerpt),
    )


def _page(
    page: Page, found: Sequence[Diagnostic], number: int, before: int, known: Mapping[str, Described]
) -> PageView:
    id, document = f"p{number}", page.document
    findings = [
        (_finding(one, before + at, document.source), document.text_span(one.span)) for at, one in enumerate(found, 1)
    ]
    starts = [part.outer.start for part in page.parts]
    by_part: dict[int, list[_Placed]] = {}
    for finding, span in findings:
        by_part.setdefault(bisect_right(starts, span.start) - 1 if starts else -1, []).append((finding, span))
    if starts:  # what is found before the first part stands beside it
        by_part.setdefault(0, [])[:0] = by_part.pop(-1, [])
    return PageView(
        id,
        printable_line(page.path),
        printable_line(page.title),
        printable_line(page.byline),
        tuple(page.counts.items()),
        _parts(page, id, findings, by_part),
        tuple(finding for finding, _ in by_part.get(-1, [])),
        tuple(finding for finding, _ in findings),
        _rules([finding for finding, _ in findings], known),
    )


def _parts(
    page: Page, id: str, findings: Sequence[_Placed], by_part: Mapping[int, Sequence[_Placed]]
) -> tuple[PartView, ...]:
    text = _Text(page, id, findings)
    sparing = len(page.parts) > _MOST_SOURCE_PARTS
    out: list[PartView] = []
    left_out = 0
    for at, part in enumerate(page.parts):
        found = tuple(finding for finding, _ in by_part.get(at, ()))
        if sparing and part.kind is None and not found:
            left_out += 1
            continue
        out.append(text.part(part, found, left_out))
        left_out = 0
    if left_out:
        out.append(PartView("p", "rest", (), (), (), left_out))
    return tuple(out)


class _Text:
    """The text of a page on its way to the templates, part by part: what has an id already gets no second one."""

    def __init__(self, page: Page, id: str, findings: Sequence[_Placed]) -> None:
        self._text = page.document.text
        self._marks = Reaching((mark.span, mark) for mark in page.marks)
        self._places = Reaching((span, (finding.number, span)) for finding, span in findings)
        self._severity = {finding.number: finding.severity for finding, _ in findings}
        # A name may be anything: a note goes by the order in which they come.
        labels = dict.fromkeys(mark.label for mark in page.marks if mark.role is Role.NOTE)
        self._notes = {label: f"{id}n{at}" for at, label in enumerate(labels, start=1)}
        self._named: set[str] = set()

    def part(self, part: Part, findings: tuple[FindingView, ...], left_out: int) -> PartView:
        """The next part, with what is found in it."""
        marks, places = self._marks.touching(part.outer), self._places.touching(part.outer)
        signs, tail = TextSpan(part.outer.start, part.span.start), TextSpan(part.span.end, part.outer.end)
        needless = part.kind is BlockKind.HEADING and not any(span.overlaps(signs) for _, span in places)
        before = [] if needless else self._runs(signs, marks, places)
        rest = self._runs(tail, marks, places) if tail.of(self._text).strip() else []
        kind = str(part.kind or "source").replace(" ", "-")
        if any(mark.role is Role.NOTE and part.outer.contains(mark.span) for mark in marks):
            kind += " is-note"
        tag = f"h{min(part.level + 2, 6)}" if part.kind is BlockKind.HEADING else _tag(part)
        runs = (*self._runs(part.span, marks, places), *rest)
        if not findings and all(run.classes in _TAG_CLASSES or not run.text.strip() for run in (*before, *runs)):
            kind = "tags"
        return PartView(tag, kind, tuple(before), runs, findings, left_out, part.front)

    def _runs(self, within: TextSpan, marks: Sequence[Mark], places: Sequence[tuple[int, TextSpan]]) -> list[RunView]:
        return [self._run(run) for run in runs(self._text, within, marks, places) if run.text or run.findings]

    def _run(self, run: Run) -> RunView:
        classes = [str(mark.role) for mark in run.marks if mark.role is not Role.NOTE]
        severities = {self._severity[number] for number in run.findings}
        classes += [str(severity) for severity in _ORDER if severity in severities][:1]
        targets = [f"f{number}" for number in run.findings]
        targets += [self._notes[mark.label] for mark in run.marks if self._leads(mark)]
        ids = [f"m{number}" for number in run.findings]
        ids += [self._notes[mark.label] for mark in run.opens if mark.role is Role.NOTE]
        fresh = tuple(id for id in ids if id not in self._named)
        self._named.update(fresh)
        return RunView(printable(run.text), " ".join(classes), (*targets, "")[0], fresh, run.findings)

    def _leads(self, mark: Mark) -> bool:
        return mark.role is Role.MARKER and mark.label in self._notes


def _tag(part: Part) -> str:
    if part.kind is None:
        return "pre"
    return "hr" if part.kind is BlockKind.RULE else _TAGS.get(part.kind, "p")
