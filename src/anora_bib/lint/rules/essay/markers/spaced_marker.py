"""A bare marker set off by a space.

## What it finds

A bare digit that stands as a word of its own and carries the label of a note. More than five in one page
are told once, at the first, and mended together.

## Why it matters

It reads as a number of the sentence: "told IndieWire 6 that", six of what?

## Example

    She told Example Magazine 1 that the film took two years, and Example Weekly 2 that it was a gamble.

    ## Notes

    [1] Doe, John. "A Prize." Example Magazine, 2024.

    [2] Roe, Jane. "A Film." Example Weekly, 2024.

## Instead

    She told Example Magazine[1] that the film took two years, and Example Weekly[2] that it was a gamble.

    ## Notes

    [1] Doe, John. "A Prize." Example Magazine, 2024.

    [2] Roe, Jane. "A Film." Example Weekly, 2024.

## How it is fixed

The digit is put into the form that the essay's other markers have, or into square brackets, and the space before it
goes. Unsafe where the number neither continues those of other markers nor stands behind words of its note.
"""

from __future__ import annotations

from collections.abc import Iterator

from anora_bib.lint.rule import Finding, FixAvailability, Rule
from anora_bib.lint.rules.shared.bare_markers import bare_markers
from anora_bib.model import Apparatus, MarkerForm, Records


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each bare number that marks a note and is set off by a space."""
    return bare_markers(
        apparatus,
        MarkerForm.SPACED,
        "is set off by a space like a number of the sentence",
        "are set off by a space like numbers of the sentence",
    )


RULE = Rule.documented("M004", "spaced-marker", __doc__, check, availability=FixAvailability.ALWAYS)
