"""Double quotation marks inside double quotation marks.

## What it finds

Curly double marks that open and close inside a quotation which has curly double marks itself, in notes, works cited and
running text.

## Why it matters

The inner opening mark reads like a slip, and the inner closing mark seems to end the whole.

## Example

    She said: “He came “late” that night.”

## Instead

    She said: “He came ‘late’ that night.”

## How it is fixed

The inner marks become single ones. Unsafe, because a mark lost further on would make the inner quotation an outer one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from anora_bib.diagnostics import Applicability, Fix
from anora_bib.lint.rule import Finding, FixAvailability, Rule
from anora_bib.lint.rules.shared.wording import inner_marks, quoted, quoted_passage
from anora_bib.model import Apparatus, Records
from anora_bib.model.essay.passages import quoted_paragraphs, quoted_references
from anora_bib.text.characters import CLOSING_DOUBLE, CLOSING_SINGLE, OPENING_DOUBLE, OPENING_SINGLE
from anora_bib.text.spans import Edit, Span


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each pair of double marks directly inside another pair, and one for many of them."""
    text = apparatus.essay.text
    found = [_finding(text, span) for span in _nested(apparatus)]
    if len(found) < _MANY:
        yield from found
        return
    evidence = tuple(f"Line {apparatus.essay.line(one.span)}: {one.message}." for one in found)
    edits = tuple(edit for one in found if one.fix for edit in one.fix.edits)
    message = f"double quotation marks stand inside double ones in {len(found)} places"
    fix = Fix("Set single marks around what stands inside", edits, Applicability.UNSAFE)
    yield Finding(found[0].span, message, evidence, fix)


_MANY: Final = 8
"""From so many pairs on it is how the essay sets what it quotes."""


def _nested(apparatus: Apparatus) -> Iterator[Span]:
    """The pairs of double marks that stand directly inside another pair, in order."""
    text = apparatus.essay.text
    for _, pairs in (*apparatus.derived(quoted_references), *apparatus.derived(quoted_paragraphs)):
        around: list[tuple[Span, bool]] = []
        for pair in pairs:
            if pair.close_span is None:
                continue
            whole = Span(pair.open_span.start, pair.close_span.end)
            while around and around[-1][0].end <= whole.start:
                around.pop()
            doubles = pair.open_span.of(text) == OPENING_DOUBLE and pair.close_span.of(text) == CLOSING_DOUBLE
            nested = doubles and bool(around) and around[-1][1]
            # Inside what is to become single, double marks are right again.
            around.append((whole, doubles and not nested))
            if nested:
                yield whole


def _finding(text: str, span: Span) -> Finding:
    inner = inner_marks(text[span.start + 1 : span.end - 1])
    message = f"double quotation marks stand inside double ones: {quoted_passage(text, span.start + 1, span.end - 1)}"
    edits = (
        Edit(Span(span.start, span.start + 1), OPENING_SINGLE),
        Edit(Span(span.end - 1, span.end), CLOSING_SINGLE),
    )
    title = f"Set single marks around {quoted(inner)}"
    return Finding(span, message, fix=Fix(title, edits, Applicability.UNSAFE))


RULE = Rule.documented("Q005", "nested-double-marks", __doc__, check, availability=FixAvailability.ALWAYS)
