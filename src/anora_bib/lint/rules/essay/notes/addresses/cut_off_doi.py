"""A DOI that lacks a part of what its publisher gives.

## What it finds

In references: DOIs of the form that Blackwell and Wiley gave to articles, ``10.1111/j.`` and then ISSN, year, number
and ``x``, in which a part is missing or a sign is lost; and DOIs with nothing behind the slash.

## Why it matters

The address leads nowhere, and programs that look for the article by its DOI find nothing.

## Example

    The lamp is old.[1]

    ## Notes

    [1] Jane Roe, "Lamps," *Example Review* 3 (2010): 68–78, doi:10.1111/j.17571707.2010.01077.

## Instead

    The lamp is old.[1]

    ## Notes

    [1] Jane Roe, "Lamps," *Example Review* 3 (2010): 68–78, doi:10.1111/j.1757-1707.2010.01077.x.

## How it is fixed

By hand: the page of the article has its DOI.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Records
from anora_bib.model.essay.passages import references_as_printed
from anora_bib.text.spans import Span

_HOST: Final = r"(?:https?://(?:dx\.)?doi\.org/)?"
_BLACKWELL: Final = re.compile(rf"{_HOST}10\.1111/j\.(?P<rest>[^\s<>()\[\]\"]{{1,60}})")
_WHOLE: Final = re.compile(r"\d{4}-\d{3}[\dXx]\.\d{4}\.(?:tb)?\d{5}\.x[.,;:*_\u201d]{0,3}(?:/\S{0,20})?")
"""Wiley Online Library, "DOIs of backfile articles": ISSN, year, number of the article, x."""
_EMPTY: Final = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|\bdoi: ?)10\.\d{4,9}/?(?=[\s,;)\]<>]|\.\s|\.?$)", re.IGNORECASE | re.MULTILINE
)


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each DOI in a reference that cannot be whole."""
    text = apparatus.essay.text
    for passage in references_as_printed(apparatus):
        if "10." not in text[passage.start : passage.end]:
            continue
        told: set[str] = set()
        for match in _BLACKWELL.finditer(text, passage.start, passage.end):
            words = match[0].rstrip(".,;:")
            if not _WHOLE.fullmatch(match["rest"]) and words not in told:
                told.add(words)
                yield Finding(Span(match.start(), match.start() + len(words)), f"the DOI {quoted(words)} is not whole")
        for match in _EMPTY.finditer(text, passage.start, passage.end):
            yield Finding(Span(*match.span()), f"the DOI {quoted(match[0])} is not whole")


RULE = Rule.documented("N017", "cut-off-doi", __doc__, check)
