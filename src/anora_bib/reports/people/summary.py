"""The last line of a report for people: how much was found, and in how many files."""

from __future__ import annotations

from collections.abc import Iterator

from anora_bib.diagnostics import Applicability
from anora_bib.reports.base import Findings, Tone
from anora_bib.text.characters import counted


def summary(found: Findings) -> Iterator[str]:
    """The line, with its end; nothing where nobody counted the files."""
    if found.files is None:
        return
    if not found:
        yield found.paint(f"All fine: {counted(found.files, 'file')}", Tone.GOOD) + "\n"
        return
    files = len({diagnostic.path for diagnostic in found})
    problems = counted(len(found), "problem")
    yield f"Found {problems} in {files:,} of {counted(max(files, found.files), 'file')}{_fixable(found)}\n"


def _fixable(found: Findings) -> str:
    """How many of them ``fix`` repairs, and how many more with ``--unsafe``."""
    grades = [diagnostic.applicability for diagnostic in found if diagnostic.fix and diagnostic.fix.edits]
    safe, unsafe = grades.count(Applicability.SAFE), grades.count(Applicability.UNSAFE)
    more = f"{unsafe:,} more with --unsafe" if unsafe and safe else f"{unsafe:,} with --unsafe" if unsafe else ""
    said = ", ".join(part for part in (f"{safe:,} fixable" if safe else "", more) if part)
    if said and not safe:
        said = f"fixable: {said}"
    return f" ({said})" if said else ""
