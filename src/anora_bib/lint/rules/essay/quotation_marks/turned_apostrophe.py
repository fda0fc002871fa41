"""An opening quotation mark typed for an apostrophe.

## What it finds

A single opening quotation mark inside a word, before a possessive or contracted ending, or after the plural s.

## Why it matters

Word processors turn the mark that way by mistake. Whoever pairs quotation marks then finds one that never closes.

## Example

    Roe‘s film took two years.

## Instead

    Roe’s film took two years.

## How it is fixed

The mark is turned into an apostrophe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anora_bib.diagnostics import Applicability, Fix
from anora_bib.lint.rule import Finding, FixAvailability, Rule
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, BlockKind, Records
from anora_bib.text.characters import CLOSING_SINGLE, OPENING_SINGLE
from anora_bib.text.spans import Edit, Span

_LETTER = r"[^\W\d_]"
_TURNED = re.compile(
    rf"(?<={_LETTER})\u2018(?=(?:s|re|ve|ll)\b)"  # Roe's, we've
    r"|(?<=n)\u2018(?=t\b)|(?<=[eiotuy])\u2018(?=[dm]\b)"  # isn't; I'm, he'd, but not Sa\u2018d
    rf"|(?<={_LETTER})\u2018(?=n[\u2018\u2019]{_LETTER})|(?<=[\u2018\u2019]n)\u2018(?={_LETTER})"  # rock'n'roll
    rf"|(?<=\b[DL])\u2018(?={_LETTER})|(?<=\bO)\u2018(?=(?-i:[A-Z]))"  # D'Angelo, O'Hara, but not O\u2018ahu
    r"|(?:(?<=\b[CJMN])|(?<=\bqu))\u2018(?=[aehiouyâàéèêîôû])"  # c'est, qu'il
    r"|(?<=[sS])\u2018(?=\s)",  # the workers' rights: nothing opens before a space
    re.IGNORECASE,
)
_IN_WORD = re.compile(rf"\u2018(?<={_LETTER}\u2018)(?={_LETTER})")
_ANSWERED = re.compile(r"(?:[^\u2018\u2019\n]|\u2019(?=\w)){0,400}(?<![sS\s])\u2019")
"""A closing mark in the same line: the word before may be glued to a quotation, "so it says\u2018 a gamble\u2019"."""
_SIGN = re.compile(OPENING_SINGLE)
_LOW_OPENING = "\u201a"
"""Opens a quotation in German and its neighbours, where the sign in question closes it."""

_WORD_BEFORE = re.compile(r"\w{1,24}$")
_WORD_AFTER = re.compile(r"\w{0,24}")


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each opening single mark that is printed for an apostrophe, outside of code."""
    text = apparatus.essay.text
    code = [block.span for block in apparatus.essay.blocks if block.kind is BlockKind.CODE]
    if _LOW_OPENING in text or _is_letter(text):
        return
    # The sign alone is found many times faster than the pattern.
    for sign in _SIGN.finditer(text):
        span = Span(*sign.span())
        if not _TURNED.match(text, span.start) or any(part.contains(span) for part in code):
            continue
        if text[span.end : span.end + 1].isspace() and _ANSWERED.match(text, span.end):
            continue
        yield _finding(text, span)


def _is_letter(text: str) -> bool:
    """Whether the essay writes words with the sign: Hawai\u2018i, Mu\u2018tazila, T\u2018ang."""
    return any(not _TURNED.match(text, sign.start()) for sign in _IN_WORD.finditer(text))


def _finding(text: str, span: Span) -> Finding:
    before = _WORD_BEFORE.search(text[max(0, span.start - 24) : span.start])
    after = _WORD_AFTER.match(text, span.end)
    start, end = before[0] if before else "", after[0] if after else ""
    message = f"an opening quotation mark stands for an apostrophe: {quoted(f'{start}{OPENING_SINGLE}{end}')}"
    title = f"Write {quoted(f'{start}{CLOSING_SINGLE}{end}')}"
    return Finding(span, message, fix=Fix(title, (Edit(span, CLOSING_SINGLE),), Applicability.SAFE))


RULE = Rule.documented("Q002", "turned-apostrophe", __doc__, check, availability=FixAvailability.ALWAYS)
