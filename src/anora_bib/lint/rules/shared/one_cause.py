"""Findings that one cause is behind, told once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from anora_bib.lint.rule import Finding
from anora_bib.model import Apparatus


def told_once(apparatus: Apparatus, found: Sequence[Finding], many: int, message: str) -> Iterator[Finding]:
    """One rule's findings as they are; from ``many`` on one, at the place of the first, with all as its evidence.

    ``message`` has ``{count}`` where it says how many. What is doubtful is told apart from what is sure.
    """
    for doubtful in (False, True):
        alike = [finding for finding in found if finding.doubtful is doubtful]
        if len(alike) < many:
            yield from alike
            continue
        evidence = tuple(f"Line {apparatus.essay.line(finding.span)}: {finding.message}." for finding in alike)
        yield Finding(alike[0].span, message.format(count=len(alike)), evidence, doubtful=doubtful)
