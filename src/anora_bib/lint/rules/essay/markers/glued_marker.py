"""A marker glued to the word or quotation mark before it.

## What it finds

A bare digit right after a word, a stop or a quotation mark that carries the label of a note. More than five
in one page are told once, at the first, and mended together.

## Why it matters

Without brackets or superscript the digit reads as part of the word: "Magazine5" might be a title, "1988.14" a number.

## Example

    As she told Example Magazine1, the film took two years. It was “a gamble.”2

    ## Notes

    [1] Doe, John. "A Prize." Example Magazine, 2024.

    [2] Roe, Jane. "A Film." Example Weekly, 2024.

## Instead

    As she told Example Magazine[1], the film took two years. It was “a gamble.”[2]

    ## Notes

    [1] Doe, John. "A Prize." Example Magazine, 2024.

    [2] Roe, Jane. "A Film." Example Weekly, 2024.

## How it is fixed

The digit is put into the form that the essay's other markers have, or into square brackets. Unsafe where the
essay points at fewer than half of its notes.
"""

from __future__ import annotations

from collections.abc import Iterator

from anora_bib.lint.rule import Finding, FixAvailability, Rule
from anora_bib.lint.rules.shared.bare_markers import bare_markers
from anora_bib.model import Apparatus, MarkerForm, Records


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each bare number that is glued to a word or its punctuation and marks a note."""
    one, many = "is glued to what stands before it", "are glued to what stands before them"
    return bare_markers(apparatus, MarkerForm.GLUED, one, many)


RULE = Rule.documented("M003", "glued-marker", __doc__, check, availability=FixAvailability.ALWAYS)
