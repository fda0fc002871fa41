"""A work that the text cites in parentheses and the list does not have.

## What it finds

Where the essay has a list of works: citations by author and year in parentheses that no item of the list answers. A
parenthesis without a page counts only in an essay that cites other listed works in the same way, since "(Roe 2009)" may
also be a director and a year.

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

import re
from collections.abc import Iterator

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.wording import quoted
from anora_bib.model import Apparatus, Outlet, Place, Publisher, Records
from anora_bib.spans import Span

_NAME = r"[^\W\d_a-z][\w\u2019'-]{1,30}"
_NAMES = rf"(?:(?:de|van|von|der|la|le) ){{0,2}}{_NAME}(?:(?:, and |, & |, | and | & ){_NAME}){{0,4}}(?: et al\.)?"
_AUTHOR_DATE = re.compile(
    r"\((?:see |cf\. |quoted in |qtd\. in )?"
    rf"(?P<names>{_NAMES}),? (?P<year>(?:1[5-9]|20)\d\d)[a-z]?"
    r"(?P<page>(?:, |: ?)(?:pp?\. ?)?[\dxvi][\dxvi\u2013-]{0,12})?\)"
)
_MONTH = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]*|Spring|Summer|Autumn|Fall|Winter|Since|In|From|Until"
)
"""What stands before a year and is no author."""


def check(apparatus: Apparatus, records: Records) -> Iterator[Finding]:
    if not apparatus.works_cited:
        return
    heading = next((item.heading for item in apparatus.works_cited if item.heading), "works cited")
    cited = {citation.span for citation in apparatus.citations if citation.place is Place.PARENTHESIS}
    text = apparatus.essay.text
    customary = any(_AUTHOR_DATE.fullmatch(span.of(text)) for span in cited)
    for part in apparatus.body:
        for match in _AUTHOR_DATE.finditer(text, part.start, part.end):
            span = Span(*match.span())
            counts = (match["page"] or customary) and not _no_author(match["names"], records)
            if counts and span not in cited:
                message = f"{quoted(match[0])} cites a work that is not listed under {quoted(heading)}"
                yield Finding(span, message)


def _no_author(names: str, records: Records) -> bool:
    """True for a month, and for the house or paper that brought something out that year."""
    known = records.named(names)
    return bool(_MONTH.fullmatch(names)) or any(isinstance(record, Outlet | Publisher) for record in known)


RULE = Rule.documented("W002", "cited-work-not-listed", __doc__, check)
