"""A number that the list of notes leaves out.

## What it finds

A list of numbered notes that counts up and leaves out a number or two: 1, 2, 4. Nothing is found where the numbering
starts anew, by chapter or by page, where a marker asks for the number that is missing (that is `marker-without-note`),
and in footnotes of Markdown, which programs count anew.

## Why it matters

A note was lost, or those behind it were not counted anew when one was taken out.

## Example

    The film took two years.[1] It won.[2] It was long.[4] It was dear.[5]

    ## Notes

    [1] Roe, Jane. *A Book of Lamps*. Example Press, 2009.

    [2] Doe, John. *Wicks and Oil*. Example Press, 2010.

    [4] Poe, Ann. *The Wick*. Example Press, 2011.

    [5] Noe, Bo. *Glass*. Example Press, 2012.

## Instead

    The film took two years.[1] It won.[2] It was long.[3] It was dear.[4]

    ## Notes

    [1] Roe, Jane. *A Book of Lamps*. Example Press, 2009.

    [2] Doe, John. *Wicks and Oil*. Example Press, 2010.

    [3] Poe, Ann. *The Wick*. Example Press, 2011.

    [4] Noe, Bo. *Glass*. Example Press, 2012.

## How it is fixed

By hand: put the note back, or count those behind it anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.numbering import printed_as_typed
from anora_bib.lint.rules.shared.wording import labels
from anora_bib.model import Apparatus, Note, Records

_FEWEST: Final = 4
"""Notes by which one sees how a list counts."""
_MOST_GAPS: Final = 2
_WIDEST: Final = 3
"""Numbers that one gap may leave out; with more, a part of the list is elsewhere, or was not read."""


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """One finding for all numbers that the list leaves out, at the first note behind one."""
    notes = [note for note in apparatus.notes if note.numbered]
    if len(notes) < _FEWEST or not all(note.label.isdecimal() and printed_as_typed(apparatus, note) for note in notes):
        return
    steps = [(int(before.label), int(note.label), note) for before, note in pairwise(notes)]
    gaps = [(first, then, note) for first, then, note in steps if then != first + 1]
    if not 0 < len(gaps) <= _MOST_GAPS or any(not 1 < then - first <= _WIDEST + 1 for first, then, _ in gaps):
        return
    missing = [str(number) for first, then, _ in gaps for number in range(first + 1, then)]
    pointed = {marker.label for marker in apparatus.markers}
    if 2 * sum(note.label in pointed for note in notes) < len(notes):
        return  # comments on a law are counted so, and nothing points at them
    if pointed.isdisjoint(missing):
        yield _finding(gaps, missing)


def _finding(gaps: list[tuple[int, int, Note]], missing: list[str]) -> Finding:
    evidence = tuple(f"Note {first} is followed by note {then}." for first, then, _ in gaps)
    behind = gaps[0][2].outer
    verb = "is" if len(missing) == 1 else "are"
    return Finding(behind, f"{labels(missing)} {verb} missing from the list", evidence)


RULE = Rule.documented("N012", "gap-in-numbering", __doc__, check)
