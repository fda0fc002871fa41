"""A work that the text cites in parentheses and the list does not have.

## What it finds

Where the essay has a list of works: citations by author and year, "(Roe 2009)" or "Roe (2009)", that no item of the
list answers. One without a page counts only in an essay that cites other listed works in the same way, since it may
also be a director, or a film, and a year.

## Why it matters

The list promises to be the key to every citation; the reader looks there and finds nothing.

## Example

    The light is borrowed (Roe 2009, 14). So says Doe (2010).

    ## Works Cited

    Doe, John. *Another Book*. Example Press, 2010.

## Instead

    The light is borrowed (Roe 2009, 14). So says Doe (2010).

    ## Works Cited

    Doe, John. *Another Book*. Example Press, 2010.

    Roe, Jane. *Borrowed Light*. Example Press, 2009.

## How it is fixed

By hand: add the work to the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.essay.works_cited.citation_astray import astray
from anora_bib.lint.rules.shared.listed import Listed
from anora_bib.lint.rules.shared.one_cause import told_once
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Place, Records
from anora_bib.model.essay.pieces import ShortForm
from anora_bib.text.characters import without_particles

_MANY: Final = 5
"""Citations from which on one cause is behind all of them."""


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each citation in parentheses whose work the list of works cited does not have.

    Where that is true of many, the list is another's, or was not understood; it is told once.
    """
    if not apparatus.works_cited:
        return
    found = list(_missing(apparatus))
    yield from told_once(apparatus, found, _MANY, "{count} citations in parentheses are of works that are not listed")


def _missing(apparatus: Apparatus) -> Iterator[Finding]:
    heading = next((item.heading for item in apparatus.works_cited if item.heading), "works cited")
    listed = apparatus.derived(Listed)
    told = {one.span for one in apparatus.derived(astray)}
    for made in apparatus.unresolved:
        form = made.form
        if made.place is not Place.PARENTHESIS or not isinstance(form, ShortForm) or not (form.names and form.year):
            continue
        first, year = form.names[0].family, form.year.rstrip("abcdefgh")
        first = without_particles(first)
        if any(span.overlaps(made.span) for span in told):
            continue
        # "Roes (2009) Buch" is a genitive in German.
        known = listed.has(first, year) or (first.endswith("s") and listed.has(first[:-1], year))
        if (form.locator or made.customary) and not (known or _is_given(apparatus, first, year)):
            message = f"{quoted(made.text)} cites a work that is not listed under {quoted(heading)}"
            yield Finding(made.span, message, listed.others(first, year))


def _is_given(apparatus: Apparatus, name: str, year: str) -> bool:
    """True if the essay gives the source outside its list, as reviews do at their head: "ROE, Jane. *Docks*. 2009"."""
    given = rf"\b{re.escape(name)}, [^()\n]{{4,200}}\b{year}\b"
    return any(re.search(given, apparatus.essay.text[span.start : span.end], re.IGNORECASE) for span in apparatus.body)


RULE = Rule.documented("W002", "cited-work-not-listed", __doc__, check, pedantic=True)
