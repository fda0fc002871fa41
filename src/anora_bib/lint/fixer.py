"""Applying fixes, round after round, until no fix is left."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from anora_bib.diagnostics import Applicability, Diagnostic
from anora_bib.model import Essay
from anora_bib.text.spans import SourceEdit, SourceSpan, apply_edits

MAX_ROUNDS: Final = 100
"""Each round applies every fix that does not touch another; no essay has a hundred overlapping fixes at one place, so
at this limit two rules undo each other (ruff has the same limit)."""

Diagnose = Callable[[Essay], Sequence[Diagnostic]]
Reread = Callable[[str], Essay]
"""From the text of the file to the essay, with the reader that read it first."""


class UnsettledFixError(RuntimeError):
    """A rule still reports what its own fix wrote, or two rules undo each other: a bug in the rules."""


@dataclass(frozen=True, slots=True, repr=False)
class FixResult:
    """The repaired file as ``text`` (decoded) and ``data`` (bytes), and the diagnostics fixed and remaining.

    The spans of ``applied`` count in the file as it was in the round that fixed them, those of ``remaining`` in the
    repaired file.
    """

    text: str
    data: bytes
    applied: tuple[Diagnostic, ...]
    remaining: tuple[Diagnostic, ...]

    def __repr__(self) -> str:
        return f"FixResult: {len(self.applied):,} applied, {len(self.remaining):,} remaining"


def plan(diagnostics: Iterable[Diagnostic], *, unsafe: bool = False) -> tuple[Diagnostic, ...]:
    """Those whose fixes can be applied together: the first of any that overlap, safe ones only unless ``unsafe``."""
    allowed = {Applicability.SAFE, Applicability.UNSAFE} if unsafe else {Applicability.SAFE}
    able = [diagnostic for diagnostic in diagnostics if diagnostic.applicability in allowed and _edits(diagnostic)]
    able.sort(key=lambda diagnostic: min(edit.span for edit in _edits(diagnostic)))
    taken: list[SourceSpan] = []
    chosen = []
    for diagnostic in able:
        spans = [edit.span for edit in _edits(diagnostic)]
        if not any(_touches(span, taken) for span in spans):
            chosen.append(diagnostic)
            for span in spans:
                insort(taken, span)
    return tuple(chosen)


def _edits(diagnostic: Diagnostic) -> tuple[SourceEdit, ...]:
    return diagnostic.fix.edits if diagnostic.fix else ()


def _touches(span: SourceSpan, taken: Sequence[SourceSpan]) -> bool:
    """True if ``span`` shares a character with one of ``taken``, or inserts at the same place as one of them.

    The order of two insertions at one place would be a guess. ``taken`` is in order, and no two of it overlap.
    """
    index = bisect_left(taken, span)
    return any(span.overlaps(other) or span == other for other in taken[max(0, index - 1) : index + 1])


def fix(essay: Essay, diagnose: Diagnose, reread: Reread, *, unsafe: bool = False) -> FixResult:
    """The file of ``essay`` with every fix applied, round by round, until no fix is left; no other character changes.

    Of two fixes that overlap the first is applied; the other is found again in the next round, or is no longer
    needed. Display-only fixes are never applied.

    Raises:
        UnsettledFixError: a fix does not remove what it was made for. A bug in a rule, never the input's fault.
    """
    last = essay

    def again(source: str) -> Sequence[Diagnostic]:
        nonlocal last
        last = reread(source)
        return diagnose(last)

    _, applied, remaining = settle(essay.source, diagnose(essay), again, unsafe=unsafe)
    return FixResult(last.source, last.document.data, applied, remaining)


def settle(
    source: str, diagnostics: Sequence[Diagnostic], again: Callable[[str], Sequence[Diagnostic]], *, unsafe: bool
) -> tuple[str, tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """The text of a file with every fix applied, the diagnostics that were fixed, and those that remain.

    Args:
        source: the text of the file.
        diagnostics: what is wrong in it.
        again: what is wrong in a text that it became.

    Raises:
        UnsettledFixError: as :func:`fix`.
    """
    applied: list[Diagnostic] = []
    for _ in range(MAX_ROUNDS):
        chosen = plan(diagnostics, unsafe=unsafe)
        if not chosen:
            return source, tuple(applied), tuple(diagnostics)
        edits = [edit for diagnostic in chosen for edit in _edits(diagnostic)]
        source = apply_edits(source, edits)
        diagnostics = again(source)
        _refuse_relapse(chosen, edits, diagnostics)
        applied.extend(chosen)
    codes = ", ".join(sorted({diagnostic.code for diagnostic in chosen}))
    raise UnsettledFixError(f"fixes have not settled after {MAX_ROUNDS} rounds; those of the last: {codes}")


def _refuse_relapse(chosen: Sequence[Diagnostic], edits: Sequence[SourceEdit], after: Iterable[Diagnostic]) -> None:
    """Raise if a diagnostic comes again, with the same message and fix, where its fix was applied."""
    moved, unmoved = _Shift(edits), _Shift(())
    cured = {_identity(diagnostic, moved) for diagnostic in chosen}
    for diagnostic in after:
        if _edits(diagnostic) and _identity(diagnostic, unmoved) in cured:
            raise UnsettledFixError(f"the fix of {diagnostic.code} does not cure it: {diagnostic.message}")


class _Shift:
    """Where an offset of the file before a batch of edits is after it."""

    def __init__(self, edits: Iterable[SourceEdit]) -> None:
        self._starts: list[int] = []
        self._shifts: list[int] = [0]
        for edit in sorted(edits, key=lambda edit: edit.span):
            self._starts.append(edit.span.start)
            self._shifts.append(self._shifts[-1] + len(edit.replacement) - len(edit.span))

    def __call__(self, offset: int) -> int:
        return offset + self._shifts[bisect_left(self._starts, offset)]


def _identity(diagnostic: Diagnostic, moved: Callable[[int], int]) -> tuple[object, ...]:
    edits = tuple((moved(edit.span.start), edit.replacement) for edit in _edits(diagnostic))
    return (diagnostic.code, diagnostic.message, edits)
