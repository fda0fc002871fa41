"""Diagnostics for a person, each with its line, the evidence, and what the fix would change.

The first line is ``path:line:column CODE message``; the place is marked in the line below.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from anora_bib.diagnostics import Applicability, Diagnostic, Severity
from anora_bib.reports.base import Described, Findings, Tone
from anora_bib.reports.people.excerpt import change, excerpt
from anora_bib.reports.people.summary import summary
from anora_bib.text.characters import printable_line
from anora_bib.text.excerpts import SourceLine

_FIX_NOTE: Final[Mapping[Applicability, str]] = {
    Applicability.SAFE: "fix",
    Applicability.UNSAFE: "unsafe fix",
    Applicability.DISPLAY_ONLY: "suggestion",
}
TONE: Final[Mapping[Severity, Tone]] = {
    Severity.ERROR: Tone.ERROR,
    Severity.WARNING: Tone.WARNING,
    Severity.INFO: Tone.INFO,
}
_INDENT: Final = "    "
_MARGIN: Final = len(_INDENT) + len(" | ")
_SIGNS: Final[Mapping[str, Tone]] = {"-": Tone.REMOVED, "+": Tone.ADDED}


def report(found: Findings, _rules: Sequence[Described] = ()) -> str:
    """A paragraph for each diagnostic, and a line that counts them."""
    paragraphs = ("".join(f"{line}\n" for line in _lines(diagnostic, found)) for diagnostic in found)
    return "\n".join([*paragraphs, *summary(found)])


def _lines(diagnostic: Diagnostic, found: Findings) -> Iterator[str]:
    paint = found.paint
    place = f"{diagnostic.path}:{diagnostic.start.line}:{diagnostic.start.column}"
    code = paint(printable_line(diagnostic.code), TONE[diagnostic.severity])
    yield f"{paint(printable_line(place), Tone.PATH)} {code} {printable_line(diagnostic.message)}"
    lines = found.lines.get(diagnostic.path, {})
    if line := lines.get(diagnostic.start.line):
        yield from _shown(diagnostic, line, found)
    for sentence in diagnostic.evidence:
        yield f"{_INDENT}{printable_line(sentence)}"
    if diagnostic.fix:
        note = _FIX_NOTE[diagnostic.fix.applicability]
        yield f"{_INDENT}{paint(note, Tone.FIX)}: {printable_line(diagnostic.fix.title)}"
        margin = " " * len(str(diagnostic.start.line))
        for sign, text in change(lines, diagnostic.fix.edits, found.width - _MARGIN - len(margin)) or ():
            yield f"{_INDENT}{margin} {paint(f'{sign} {text}'.rstrip(), _SIGNS[sign])}"


def _shown(diagnostic: Diagnostic, line: SourceLine, found: Findings) -> Iterator[str]:
    """The line, and below it marks under the place."""
    if not line.text.strip():
        return
    number = str(line.number)
    start = min(diagnostic.start.column - 1, len(line.text))
    end = start + len(diagnostic.span)
    text, indent, marks = excerpt(line.text, start, end, found.width - _MARGIN - len(number))
    tone = TONE[diagnostic.severity]
    yield f"{_INDENT}{found.paint(f'{number} |', Tone.MARGIN)} {text}".rstrip()
    bar = found.paint(f"{' ' * len(number)} |", Tone.MARGIN)
    yield f"{_INDENT}{bar} {' ' * indent}{found.paint('^' * marks, tone)}"
