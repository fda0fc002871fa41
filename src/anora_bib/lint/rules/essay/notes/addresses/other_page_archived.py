"""An archived copy of another page than the one that is cited.

## What it finds

References with the address of a page and a link to a copy in the Internet Archive, where the copy is of a page on
another host.

## Why it matters

When the page is gone the copy is all that is left, and it does not hold what was cited: most often it was pasted from
the reference above.

## Example

    The film took two years.[1]

    ## Notes

    [1] Roe, Jane. "A Film." https://www.example.org/film, archived at
    https://web.archive.org/web/20240501000000/https://www.example.com/prize

## Instead

    The film took two years.[1]

    ## Notes

    [1] Roe, Jane. "A Film." https://www.example.org/film, archived at
    https://web.archive.org/web/20240501000000/https://www.example.org/film

## How it is fixed

By hand: look the page up in the archive.
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

_COPY: Final = re.compile(
    r"https?://web\.archive\.org/web/\d{4,14}[a-z_]{0,4}/(?:https?:/{1,2})?(?:www\d?\.)?(?P<host>[\w.-]{4,100})[^\s<>()\[\]]{0,1000}"
)
_PAGE: Final = re.compile(r"(?<![/=])https?://(?:www\d?\.)?(?P<host>[\w.-]{4,100})")
_GO_BETWEEN: Final = re.compile(
    r"doi\.org|bit\.ly|archive\.(?:org|is|ph|today)|perma\.cc|hdl\.handle|t\.co$|goo\.gl|tinyurl"
)
"""Hosts that only lead to a page on another."""


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each archived copy whose host differs from that of the one address beside it."""
    text = apparatus.essay.text
    for passage in references_as_printed(apparatus):
        if "web.archive.org" not in text[passage.start : passage.end]:
            continue
        copies = list(_COPY.finditer(text, passage.start, passage.end))
        pages = {
            match["host"].casefold().rstrip(".")
            for match in _PAGE.finditer(text, passage.start, passage.end)
            if not _GO_BETWEEN.search(match["host"])
        }
        if len(copies) == 1 and len(pages) == 1:
            (page,) = pages
            copy = copies[0]["host"].casefold().rstrip(".")
            if not (copy.endswith(page) or page.endswith(copy)):
                message = f"the archived copy is of a page on {quoted(copy)}, the address is on {quoted(page)}"
                yield Finding(Span(*copies[0].span()), message)


RULE = Rule.documented("N010", "other-page-archived", __doc__, check, pedantic=True)
