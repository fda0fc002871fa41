"""A title that is spelt otherwise than in the authority record.

## What it finds

Words in the title of a work, or of the magazine or book it stands in, that differ by a slip of the keyboard from those
in the one record the reference matches.

## Why it matters

A catalogue that is asked for the misspelt title answers that there is no such book.

## Example

    Platforms are monopolies by nature, as Srnicek says.

    ## Works Cited

    Srnicek, Nick. *Platoform Capitalism*. Polity Press, 2016.

## Instead

    Platforms are monopolies by nature, as Srnicek says.

    ## Works Cited

    Srnicek, Nick. *Platform Capitalism*. Polity Press, 2016.

## How it is fixed

The words are spelt as in the record. Safe where the rest of the reference leaves no doubt which work it is, else
unsafe.
"""

from __future__ import annotations

from collections.abc import Iterator

from anora_bib.lint.rule import Finding, FixAvailability, Rule
from anora_bib.lint.rules.shared.differences import differences, misspelling
from anora_bib.model import Apparatus, DifferenceKind, Records


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each title of a reference that is spelt otherwise in the matched record."""
    for reference, difference in differences(apparatus, DifferenceKind.SPELLING):
        if "title" in difference.variable:
            yield misspelling(reference, difference)


RULE = Rule.documented("A002", "misspelt-title", __doc__, check, availability=FixAvailability.SOMETIMES)
