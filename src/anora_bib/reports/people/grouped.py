"""Diagnostics for a person, under the names of their files."""

from __future__ import annotations

from collections.abc import Sequence

from anora_bib.reports.base import Described, Findings, Tone
from anora_bib.reports.people.concise import said
from anora_bib.reports.people.summary import summary
from anora_bib.text.characters import printable_line


def report(found: Findings, _rules: Sequence[Described] = ()) -> str:
    """A paragraph for each file, and a line that counts them."""
    paragraphs = [
        f"{found.paint(printable_line(path), Tone.PATH)}:\n"
        + "".join(f"  {said(diagnostic, found)}\n" for diagnostic in diagnostics)
        for path, diagnostics in found.by_path().items()
    ]
    return "\n".join([*paragraphs, *summary(found)])
