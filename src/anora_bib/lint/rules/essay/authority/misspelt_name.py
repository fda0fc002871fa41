"""A name that is spelt otherwise than in the authority record.

## What it finds

Names of people and of publishers in a reference that differ by a slip of the keyboard from those in the one record the
reference matches.

## Why it matters

Nobody finds the author under the wrong name, and a bibliography that merges several essays lists one person twice.

## Example

    Platforms are monopolies by nature, as Srnicek says.

    ## Works Cited

    Srnieck, Nick. *Platform Capitalism*. Polity Press, 2016.

## Instead

    Platforms are monopolies by nature, as Srnicek says.

    ## Works Cited

    Srnicek, Nick. *Platform Capitalism*. Polity Press, 2016.

## How it is fixed

The name is spelt as in the record. Safe where the rest of the reference leaves no doubt which work it is, else unsafe.
"""

from __future__ import annotations

from collections.abc import Iterator

from anora_bib.lint.rule import Finding, FixAvailability, Rule
from anora_bib.lint.rules.shared.differences import differences, misspelling
from anora_bib.model import Apparatus, DifferenceKind, Records


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each name of a reference that is spelt otherwise in the matched record."""
    for reference, difference in differences(apparatus, DifferenceKind.SPELLING):
        if "title" not in difference.variable:
            yield misspelling(reference, difference)


RULE = Rule.documented("A001", "misspelt-name", __doc__, check, availability=FixAvailability.SOMETIMES)
