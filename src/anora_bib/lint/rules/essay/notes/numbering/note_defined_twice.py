"""A label that two notes have.

## What it finds

Notes that the format marks (``[^4]: ...``) under a label that an earlier one has already.

## Why it matters

Only one of the two is ever shown: GitHub's and pandoc's Markdown take the first, others the last. What the other says
is lost without a word.

## Example

    The film took two years.[^1] It won.[^2]

    [^1]: Doe, John. "A Prize." Example Magazine, 2024.
    [^1]: Roe, Jane. *A Long Book*. Example Press, 2009.
    [^2]: Poe, Ann. "A Talk." Example Weekly, 2024.

## Instead

    The film took two years.[^1][^3] It won.[^2]

    [^1]: Doe, John. "A Prize." Example Magazine, 2024.
    [^3]: Roe, Jane. *A Long Book*. Example Press, 2009.
    [^2]: Poe, Ann. "A Talk." Example Weekly, 2024.

## How it is fixed

By hand: only the author knows which marker leads to which note.
"""

from __future__ import annotations

from collections.abc import Iterator

from anora_bib.diagnostics import Severity
from anora_bib.documents.dialects import MARKDOWN
from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.one_cause import told_once
from anora_bib.lint.rules.shared.wording import MANY, quoted
from anora_bib.model import Apparatus, BlockKind, Records


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each definition whose label, in any case, an earlier one has; one in all where many have."""
    found = list(_repeated(apparatus))
    yield from told_once(apparatus, found, MANY + 1, "{count} notes are defined under labels that earlier ones have")


def _repeated(apparatus: Apparatus) -> Iterator[Finding]:
    essay = apparatus.essay
    if essay.document.dialect is not MARKDOWN:
        return
    lines: dict[str, int] = {}
    for block in essay.blocks:
        if block.kind is not BlockKind.NOTE or not block.outer.of(essay.text).startswith("[^"):
            continue
        label = block.label.casefold()
        if label in lines:
            message = (
                f"note {block.label} is defined already in line {lines[label]}: {quoted(block.span.of(essay.text))}"
            )
            yield Finding(block.outer, message)
        lines.setdefault(label, essay.line(block.outer))


RULE = Rule.documented("N008", "note-defined-twice", __doc__, check, severity=Severity.ERROR)
