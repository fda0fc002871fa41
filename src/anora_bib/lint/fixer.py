"""Applying fixes until the text settles."""

from __future__ import annotations

import html
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from anora_bib.diagnostics import Applicability, Diagnostic, Fix
from anora_bib.model import Essay
from anora_bib.spans import Edit, Span, apply_edits

MAX_ROUNDS: Final = 100
"""Each round applies every fix that does not touch another; a hundred layers of overlapping fixes on one spot is
more than any essay holds, so whoever gets there has two rules that undo each other (ruff draws the same line)."""

Diagnose = Callable[[Essay], Sequence[Diagnostic]]
Reread = Callable[[str], Essay]
"""From the text of the file to the essay, with the reader that read it first."""

_ESCAPE: Final[Mapping[str, Callable[[str], str]]] = {"html": lambda text: html.escape(text, quote=False)}
"""How words are written in the source of a format that gives some signs a meaning of their own."""


class UnsettledFixError(RuntimeError):
    """A rule still complains of what its own fix wrote, or two rules undo each other: a bug in the rules."""


@dataclass(frozen=True, slots=True)
class FixResult:
    """The mended text of the file, what was applied (as it was found), and what is still wrong in ``text``."""

    text: str
    applied: tuple[Diagnostic, ...]
    remaining: tuple[Diagnostic, ...]


def source_edits(essay: Essay, fix: Fix) -> tuple[Edit, ...] | None:
    """The edits of a fix in offsets of the file; None if one of them touches letters that the file writes otherwise.

    A decoded entity or a line break made from a tag has no letters in the file that could be edited.
    """
    where = essay.source_map
    if where is None:
        return fix.edits
    if not all(where.is_verbatim(edit.span) for edit in fix.edits):
        return None
    escape = _ESCAPE.get(essay.format, str)
    return tuple(Edit(where.span(edit.span), escape(edit.replacement)) for edit in fix.edits)


def in_source(essay: Essay, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics with their edits in offsets of the file.

    A fix that cannot be made there keeps its title and becomes display-only, without edits.
    """
    return tuple(
        replace(diagnostic, fix=_fix_in_source(essay, diagnostic.fix)) if diagnostic.fix else diagnostic
        for diagnostic in diagnostics
    )


def _fix_in_source(essay: Essay, fix: Fix) -> Fix:
    edits = source_edits(essay, fix)
    if edits is None:
        return Fix(fix.title, (), Applicability.DISPLAY_ONLY)
    return replace(fix, edits=edits)


def plan(diagnostics: Iterable[Diagnostic], *, unsafe: bool = False) -> tuple[Diagnostic, ...]:
    """Those whose fixes can be applied together: the first of any that overlap, safe ones only unless ``unsafe``."""
    allowed = {Applicability.SAFE, Applicability.UNSAFE} if unsafe else {Applicability.SAFE}
    able = [found for found in diagnostics if found.applicability in allowed and _edits(found)]
    able.sort(key=lambda found: min(edit.span for edit in _edits(found)))
    taken: list[Span] = []
    chosen = []
    for found in able:
        spans = [edit.span for edit in _edits(found)]
        if not any(_touches(span, taken) for span in spans):
            chosen.append(found)
            for span in spans:
                insort(taken, span)
    return tuple(chosen)


def _edits(found: Diagnostic) -> tuple[Edit, ...]:
    return found.fix.edits if found.fix else ()


def _touches(span: Span, taken: Sequence[Span]) -> bool:
    """True if ``span`` shares a character with one of ``taken`` (in order, none overlapping another), or inserts at
    the same place: then the order of the two would be a guess."""
    index = bisect_left(taken, span)
    return any(span.overlaps(other) or span == other for other in taken[max(0, index - 1) : index + 1])


def fix(essay: Essay, diagnose: Diagnose, reread: Reread, *, unsafe: bool = False) -> FixResult:
    """The file of ``essay`` with every fix applied, round by round, until no fix is left; no other character changes.

    Of two fixes that overlap the first is applied; the other is found again in the next round, or is no longer
    needed. Display-only fixes are never applied.

    Raises:
        UnsettledFixError: a fix does not cure what it was made for. A bug in a rule, never the input's fault.
    """
    applied: list[Diagnostic] = []
    source = essay.source if essay.source_map else essay.text
    diagnostics = in_source(essay, diagnose(essay))
    for _ in range(MAX_ROUNDS):
        chosen = plan(diagnostics, unsafe=unsafe)
        if not chosen:
            return FixResult(source, tuple(applied), diagnostics)
        edits = [edit for found in chosen for edit in _edits(found)]
        source = apply_edits(source, edits)
        essay = reread(source)
        diagnostics = in_source(essay, diagnose(essay))
        _refuse_relapse(chosen, edits, diagnostics)
        applied.extend(chosen)
    codes = ", ".join(sorted({found.code for found in chosen}))
    raise UnsettledFixError(f"fixes have not settled after {MAX_ROUNDS} rounds; those of the last: {codes}")


def _refuse_relapse(chosen: Sequence[Diagnostic], edits: Sequence[Edit], after: Iterable[Diagnostic]) -> None:
    """Raise if a diagnostic is back, word for word and with the same fix, where its fix was applied."""
    moved, unmoved = _Shift(edits), _Shift(())
    cured = {_identity(found, moved) for found in chosen}
    for found in after:
        if _edits(found) and _identity(found, unmoved) in cured:
            raise UnsettledFixError(f"the fix of {found.code} does not cure it: {found.message}")


class _Shift:
    """Where an offset of the text before a batch of edits stands after it."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self._starts: list[int] = []
        self._shifts: list[int] = [0]
        for edit in sorted(edits, key=lambda edit: edit.span):
            self._starts.append(edit.span.start)
            self._shifts.append(self._shifts[-1] + len(edit.replacement) - len(edit.span))

    def __call__(self, offset: int) -> int:
        return offset + self._shifts[bisect_left(self._starts, offset)]


def _identity(found: Diagnostic, moved: Callable[[int], int]) -> tuple[object, ...]:
    edits = tuple((moved(edit.span.start), edit.replacement) for edit in _edits(found))
    return (found.code, found.message, edits)
