"""An archived copy of another page than the one that is cited.

## What it finds

References with the address of one page and a link to one copy in the Internet Archive, where the copy is of a page on
another site, or of another page of that site. Servers of one site ("www", "library") count as one.

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
from typing import Final, NamedTuple

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Records
from anora_bib.model.essay.passages import references_as_printed
from anora_bib.text.spans import Span

_HOST: Final = r"(?:www\d?\.)?(?P<host>[\w-]{1,60}(?:\.[\w-]{1,60}){1,6})(?::\d{2,5})?(?P<path>/[^\s<>()\[\]]{0,1000})?"
_COPY: Final = re.compile(rf"https?://web\.archive\.org/web/\d{{4,14}}[a-z_]{{0,4}}/(?:https?:/{{1,2}})?{_HOST}")
_PAGE: Final = re.compile(rf"(?<![/=])https?://(?!web\.archive\.org){_HOST}")
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
        pages = {_page(match): match for match in _PAGE.finditer(text, passage.start, passage.end)}
        if len(copies) == 1 and len(pages) == 1:
            ((page, match),) = pages.items()
            if not _GO_BETWEEN.search(page.site) and not _are_one(page, _page(copies[0])):
                cited, copied = (one[0].rstrip(".,;") for one in (match, copies[0]))
                message = f"the archived copy is of another page than the address: {quoted(copied)}"
                yield Finding(Span(*copies[0].span()), message, (f"The address is {quoted(cited)}.",))


class _Page(NamedTuple):
    """The site of an address, without the names of its servers, and the last part of its path, folded."""

    site: str
    last: str


def _page(match: re.Match[str]) -> _Page:
    path = (match["path"] or "").partition("?")[0].partition("#")[0].rstrip("/.,;")
    return _Page(".".join(match["host"].casefold().split(".")[-2:]), path.rpartition("/")[2].casefold())


def _are_one(one: _Page, other: _Page) -> bool:
    """Whether both may be one page: an address may have lost its path, or its ending."""
    lasts = one.last, other.last
    return one.site == other.site and (not all(lasts) or lasts[0].startswith(lasts[1]) or lasts[1].startswith(lasts[0]))


RULE = Rule.documented("N010", "other-page-archived", __doc__, check)
