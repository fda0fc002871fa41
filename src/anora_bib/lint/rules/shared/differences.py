"""Where references differ from the authority records they match."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from anora_bib.diagnostics import Applicability, Fix
from anora_bib.lint.rule import Finding
from anora_bib.lint.rules.shared.wording import quoted, sentences
from anora_bib.model import Apparatus, Difference, DifferenceKind, Reference
from anora_bib.text.spans import Edit

STRONG: Final = 0.9
"""A match of this score has more evidence than a misspelt title and a misspelt creator: one of them is spelt right, or
publisher or year agree as well. Below it a "correction" might turn one book into another."""


def differences(apparatus: Apparatus, kind: DifferenceKind) -> Iterator[tuple[Reference, Difference]]:
    """Every difference of that kind in a reference that is spelled out, from the work's record or from another."""
    for reference in apparatus.references:
        if not reference.short:
            of_the_work = reference.match.differences if reference.match else ()
            for difference in (*of_the_work, *reference.differences):
                if difference.kind is kind:
                    yield reference, difference


def evidence(reference: Reference, difference: Difference) -> tuple[str, ...]:
    """How we know of the difference, then how we know the work."""
    return sentences((difference.evidence, *(reference.match.evidence if reference.match else ())))


def misspelling(reference: Reference, difference: Difference) -> Finding:
    """The finding for words spelt differently in the record, with the fix that replaces them by the record's."""
    expected = difference.expected.upper() if difference.printed.isupper() else difference.expected
    message = f"{quoted(difference.printed)} is spelt {quoted(expected)} in the authority record"
    fix = None
    if difference.span is not None:
        safety = Applicability.SAFE if _is_sure(reference, difference) else Applicability.UNSAFE
        fix = Fix(f"Spell it {quoted(expected)}", (Edit(difference.span, expected),), safety)
    return Finding(difference.span or reference.span, message, evidence(reference, difference), fix)


def _is_sure(reference: Reference, difference: Difference) -> bool:
    """Whether the record is surely of the same work; a title nearly the same, of another year, may be a translation."""
    match = reference.match
    if match is None or match.score < STRONG:
        return False
    return "title" not in difference.variable or all(it.kind is not DifferenceKind.DATE for it in match.differences)
