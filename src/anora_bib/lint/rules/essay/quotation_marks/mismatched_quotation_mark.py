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

The odd mark is replaced by the curly one that answers the other. Unsafe where another mark of the paragraph may be the
one that answers it. Pairs that an essay sets so throughout (”Swedish”, „German“) are left alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from anora_bib.diagnostics import Applicability, Fix
from anora_bib.lint.rule import Finding, FixAvailability, Rule
from anora_bib.lint.rules.shared.wording import quoted_passage
from anora_bib.model import Apparatus, Records
from anora_bib.model.essay.passages import quoted_paragraphs, quoted_references, without_markup
from anora_bib.text.characters import CLOSING_DOUBLE, CLOSING_SINGLE, OPENING_DOUBLE, OPENING_SINGLE
from anora_bib.text.quotes import QuotePair, is_only_reading
from anora_bib.text.spans import Edit, Span

_DOUBLE: Final = (OPENING_DOUBLE, CLOSING_DOUBLE, '"')
_LOW: Final = "\u201e"
"""Opens quotations in German and its neighbours, where “ closes them."""
_SINGLE: Final = (OPENING_SINGLE, CLOSING_SINGLE, "'")


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each quotation, in a reference or a paragraph, whose two marks do not belong together."""
    passages = (*apparatus.derived(quoted_references), *apparatus.derived(quoted_paragraphs))
    text = apparatus.derived(without_markup)
    usual = _usual(text, passages)
    for passage, pairs in passages:
        for pair in pairs:
            if pair.matched or not pair.close_span or _signs(text, pair) in usual:
                continue
            if wanted := _wanted(_signs(text, pair)):
                safe = _LOW not in text and is_only_reading(text, passage, pairs, pair)
                yield _finding(apparatus.essay.text, pair, pair.close_span, wanted, safe=safe)


def _signs(text: str, pair: QuotePair) -> tuple[str, str]:
    return pair.open_span.of(text), pair.close_span.of(text) if pair.close_span else ""


def _usual(text: str, passages: Iterable[tuple[Span, Sequence[QuotePair]]]) -> set[tuple[str, str]]:
    """The pairs that answer one another in some language, and do so in this essay."""
    found = Counter(_signs(text, pair) for _, pairs in passages for pair in pairs)
    swedish = (CLOSING_DOUBLE, CLOSING_DOUBLE)
    german = {(sign, OPENING_DOUBLE) for sign in ('"', OPENING_DOUBLE) if _LOW in text}
    return german | ({swedish} if found[swedish] > found[_DOUBLE[:2]] else set())


def _finding(text: str, pair: QuotePair, closing: Span, wanted: tuple[str, str], *, safe: bool) -> Finding:
    signs = _signs(text, pair)
    edits = tuple(
        Edit(span, right)
        for span, sign, right in zip((pair.open_span, closing), signs, wanted, strict=True)
        if sign != right
    )
    words = quoted_passage(text, pair.open_span.start, closing.end)
    message = f"the quotation mark {signs[0]} is closed by {signs[1]}: {words}"
    safety = Applicability.SAFE if safe else Applicability.UNSAFE
    return Finding(edits[0].span, message, fix=Fix(f"Set {wanted[0]} and {wanted[1]} around the words", edits, safety))


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
