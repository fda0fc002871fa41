"""Findings that one cause is behind, told once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from anora_bib.lint.rule import Finding
from anora_bib.model import Apparatus


def told_once(apparatus: Apparatus, found: Sequence[Finding], many: int, message: str) -> Iterator[Finding]:
    """One rule's findings as they are; from ``many`` on one, at the place of the first, with all as its evidence."""
    if len(found) < many:
        yield from found
        return
    evidence = tuple(f"Line {apparatus.essay.line(finding.span)}: {finding.message}." for finding in found)
    yield Finding(found[0].span, message, evidence)
