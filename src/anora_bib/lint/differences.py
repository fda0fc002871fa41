"""Where references depart from the authority records they match."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from anora_bib.diagnostics import Applicability, Fix
from anora_bib.lint.rule import Finding
from anora_bib.lint.wording import quoted
from anora_bib.model import Apparatus, Difference, DifferenceKind, Match, Reference
from anora_bib.spans import Edit

STRONG: Final = 0.75
"""A match of this score stands on more than the word in doubt: creator and title, or one of them with publisher and
year. Below it a "correction" might turn one book into another."""


def differences(apparatus: Apparatus, kind: DifferenceKind) -> Iterator[tuple[Reference, Match, Difference]]:
    """Every difference of that kind in a reference that is spelled out."""
    for reference in apparatus.references:
        if reference.match and not reference.short:
            for difference in reference.match.differences:
                if difference.kind is kind:
                    yield reference, reference.match, difference


def misspelling(reference: Reference, match: Match, difference: Difference) -> Finding:
    """The finding for words spelt otherwise than in the record, with the fix that puts the record's in their place."""
    expected = difference.expected.upper() if difference.found.isupper() else difference.expected
    message = f"{quoted(difference.found)} is spelt {quoted(expected)} in the authority record"
    evidence = tuple(sentence for sentence in (difference.evidence, *match.evidence) if sentence)
    fix = None
    if difference.span is not None:
        safety = Applicability.SAFE if match.score >= STRONG else Applicability.UNSAFE
        fix = Fix(f"Spell it {quoted(expected)}", (Edit(difference.span, expected),), safety)
    return Finding(difference.span or reference.span, message, evidence, fix)
