"""A marker whose number does not fit the numbers around it.

## What it finds

A text whose markers count up but for one or two: 1, 2, 4, 3, 5. Nothing is found where numbers are repeated, or follow
another order, as those of a list by the alphabet do, and in footnotes of Markdown, which programs count anew.

## Why it matters

Two notes were swapped, and each claim has the source of the other; or a part of the text was moved and the notes were
not counted anew.

## Example

    The film took two years.[1] It won.[3] It was long.[2] It was dear.[4] It is lost.[5]

    ## Notes

    [1] Roe, Jane. *A Book of Lamps*. Example Press, 2009.

    [2] Doe, John. *Wicks and Oil*. Example Press, 2010.

    [3] Poe, Ann. *The Wick*. Example Press, 2011.

    [4] Noe, Bo. *Glass*. Example Press, 2012.

    [5] Loe, Di. *Light*. Example Press, 2013.

## Instead

    The film took two years.[1] It won.[2] It was long.[3] It was dear.[4] It is lost.[5]

    ## Notes

    [1] Roe, Jane. *A Book of Lamps*. Example Press, 2009.

    [2] Doe, John. *Wicks and Oil*. Example Press, 2010.

    [3] Poe, Ann. *The Wick*. Example Press, 2011.

    [4] Noe, Bo. *Glass*. Example Press, 2012.

    [5] Loe, Di. *Light*. Example Press, 2013.

## How it is fixed

By hand: the notes tell which claim each belongs to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.numbering import printed_as_typed
from anora_bib.lint.rules.shared.wording import labels
from anora_bib.model import Apparatus, Marker, Records
from anora_bib.model.essay.markers import running_markers

_FEWEST: Final = 5
"""Markers by which one sees how a text counts."""
_MOST: Final = 2
"""Markers out of order; with more, the text counts otherwise."""
_SHARE: Final = 5
"""Markers in order for each that is not."""


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """One finding for all markers that are out of order, at the first of them."""
    markers = running_markers(apparatus)
    there = {note.label for note in apparatus.notes}
    usual = len(markers) >= _FEWEST and len({marker.label for marker in markers}) == len(markers)
    if not usual or not all(marker.label.isdecimal() and printed_as_typed(apparatus, marker) for marker in markers):
        return
    astray = _behind_higher([int(marker.label) for marker in markers])
    out = [markers[index] for index in astray]
    if 0 < len(out) <= min(_MOST, len(markers) // _SHARE) and all(marker.label in there for marker in out):
        yield _finding(apparatus, markers, astray)


def _behind_higher(numbers: Sequence[int]) -> list[int]:
    """Where a number stands behind a higher one."""
    highest = list(accumulate(numbers, max))
    return [index for index, number in enumerate(numbers) if number < highest[index]]


def _finding(apparatus: Apparatus, markers: Sequence[Marker], astray: Sequence[int]) -> Finding:
    evidence = tuple(
        f"Marker {markers[index].label} in line {apparatus.essay.line(markers[index].span)} follows marker "
        f"{markers[index - 1].label}."
        for index in astray
    )
    wanted = labels((markers[index].label for index in astray), "marker")
    verb = "stands" if len(astray) == 1 else "stand"
    return Finding(markers[astray[0]].span, f"{wanted} {verb} behind a higher one", evidence)


RULE = Rule.documented("M005", "marker-out-of-order", __doc__, check)
