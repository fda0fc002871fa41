"""Words of a person that are quoted and not cited.

## What it finds

Words in quotation marks, four or more, that the sentence gives to a person, in an essay that has notes or a list of
works, without a marker, and without anything in either that is by that person. What people told the author is left
alone, and so are titles of pieces, and sentences with a link or a page in parentheses. It runs with `--pedantic`: an
essay may well quote what everybody knows.

## Why it matters

The reader knows who said the words, and still cannot look up where or when, and what stood around them.

## Example

    Lamps are old.[1] As Jane Roe writes, "we do not want to preach at all" about them.

    ## Notes

    [1] Doe, John. *A Long Book*. Example Press, 2009.

## Instead

    Lamps are old.[1] As Jane Roe writes, "we do not want to preach at all" about them.[2]

    ## Notes

    [1] Doe, John. *A Long Book*. Example Press, 2009.

    [2] Roe, Jane. "A Talk." Example Times, 5 January 2025.

## How it is fixed

By hand: find the piece, then add a note.
"""

from __future__ import annotations

from collections.abc import Iterator

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.essay.citations.quotation_without_citation import uncited
from anora_bib.model import Apparatus, Records


def check(apparatus: Apparatus, records: Records) -> Iterator[Finding]:
    """A finding for each quotation of a person that neither a marker nor a listed source stands behind."""
    return uncited(apparatus, records, of_papers=False)


RULE = Rule.documented("C003", "person-quoted-without-citation", __doc__, check, pedantic=True)
