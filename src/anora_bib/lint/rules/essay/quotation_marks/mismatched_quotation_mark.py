"""A quotation mark that is closed by one of another kind.

## What it finds

A straight mark that closes a curly one, a curly one that closes a straight one, and an opening mark typed for a closing
one, in notes, works cited and running text.

## Why it matters

Programs that pair quotation marks lose the end of the title, and the eye stumbles.

## Example

    She wrote “A Film and ‘What Comes Next'” in a week.

## Instead

    She wrote “A Film and ‘What Comes Next’” in a week.

## How it is fixed

The odd mark is replaced by the curly one that answers the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from anora_bib.diagnostics import Applicability, Fix
from anora_bib.lint.rule import Finding, FixAvailability, Rule
from anora_bib.lint.rules.shared.wording import quoted_passage
from anora_bib.model import Apparatus, Records
from anora_bib.model.essay.passages import quoted_paragraphs, quoted_references
from anora_bib.text.characters import CLOSING_DOUBLE, CLOSING_SINGLE, OPENING_DOUBLE, OPENING_SINGLE
from anora_bib.text.quotes import QuotePair
from anora_bib.text.spans import Edit, Span

_DOUBLE: Final = (OPENING_DOUBLE, CLOSING_DOUBLE, '"')
_SINGLE: Final = (OPENING_SINGLE, CLOSING_SINGLE, "'")


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each quotation, in a reference or a paragraph, whose two marks do not belong together."""
    text = apparatus.essay.text
    for _, pairs in (*apparatus.derived(quoted_references), *apparatus.derived(quoted_paragraphs)):
        for pair in pairs:
            if not pair.matched and pair.close_span:
                yield from _finding(text, pair, pair.close_span)


def _finding(text: str, pair: QuotePair, closing: Span) -> Iterator[Finding]:
    signs = (pair.open_span.of(text), closing.of(text))
    wanted = _wanted(signs)
    if wanted is None:
        return
    places = zip((pair.open_span, closing), signs, wanted, strict=True)
    edits = tuple(Edit(span, right) for span, sign, right in places if sign != right)
    words = quoted_passage(text, pair.open_span.start, closing.end)
    message = f"the quotation mark {signs[0]} is closed by {signs[1]}: {words}"
    fix = Fix(f"Set {wanted[0]} and {wanted[1]} around the words", edits, Applicability.SAFE)
    yield Finding(edits[0].span, message, fix=fix)


def _wanted(signs: tuple[str, str]) -> tuple[str, str] | None:
    """The two marks that should stand there; None where it is not certain that they are a pair at all.

    At the head of a word a closing single mark may be an apostrophe, so single marks must open with a real opener.
    """
    if set(signs) <= set(_DOUBLE) and signs != ('"', '"'):
        return _DOUBLE[0], _DOUBLE[1]
    if signs[0] == OPENING_SINGLE and signs[1] in _SINGLE:
        return _SINGLE[0], _SINGLE[1]
    return None


RULE = Rule.documented("Q001", "mismatched-quotation-mark", __doc__, check, availability=FixAvailability.ALWAYS)
