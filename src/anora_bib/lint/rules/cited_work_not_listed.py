"""A work that the text cites in parentheses and the list does not have.

## What it finds

Where the essay has a list of works: author-date and page citations, and "(See ...)", that no item of the list answers.

## Why it matters

The list promises to be the key to every citation; the reader looks there and finds nothing.

## Example

    The light is borrowed (Roe 2009, 14).

    Works Cited
    Doe, John. Another Book. Example Press, 2010.

## Instead

    Works Cited
    Doe, John. Another Book. Example Press, 2010.
    Roe, Jane. Borrowed Light. Example Press, 2009.

## How it is fixed

By hand: add the work to the list.
"""

from __future__ import annotations

from collections.abc import Iterator

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.wording import quoted
from anora_bib.model import Apparatus, Place, Records


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    heading = next((item.heading for item in apparatus.works_cited if item.heading), "the works cited")
    if not apparatus.works_cited:
        return
    for citation in apparatus.citations:
        if citation.place is Place.PARENTHESIS and not citation.cites:
            message = f"{quoted(citation.text)} cites a work that {quoted(heading)} does not list"
            yield Finding(citation.span, message, citation.evidence)


RULE = Rule.documented("W002", "cited-work-not-listed", __doc__, check)
