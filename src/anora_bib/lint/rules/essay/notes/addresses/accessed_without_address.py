"""A source that was accessed somewhere, and the note does not say where.

## What it finds

In an essay that gives the addresses of most sources it dates an access to: a reference with such a date ("Accessed
February 15, 2024") and neither an address nor a DOI. Where it never gives them, as older styles do, nothing is said.

## Why it matters

The date says that the source is a page on the web, and the reader cannot open it.

## Example

    The lamp is old.[1] It is brass.[2] It burns.[3]

    ## Notes

    [1] Jane Roe, "Lamps," *Example Museum*, accessed February 15, 2024, https://example.org/lamps.

    [2] John Doe, "Brass," *Example Museum*, accessed February 15, 2024, https://example.org/brass.

    [3] Ann Poe, "Wicks," *Example Museum*, accessed February 15, 2024.

## Instead

    The lamp is old.[1] It is brass.[2] It burns.[3]

    ## Notes

    [1] Jane Roe, "Lamps," *Example Museum*, accessed February 15, 2024, https://example.org/lamps.

    [2] John Doe, "Brass," *Example Museum*, accessed February 15, 2024, https://example.org/brass.

    [3] Ann Poe, "Wicks," *Example Museum*, accessed February 15, 2024, https://example.org/wicks.

## How it is fixed

By hand: only the author knows the address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.sources import called
from anora_bib.model import Apparatus, Records, Reference

_WEB: Final = 1993
"""The first year in which the public could open pages of the web."""
_WITH_ADDRESS: Final = 2
"""For each reference without an address, how many must have theirs."""
_ADDRESS: Final = re.compile(
    r"https?:|www\.|\bdoi\b|\b10\.\d{4}|\w\.(?:com|org|net|edu|gov|[a-z]{2})\b|\]\(|href=[\"'](?!#)"
    r"|(?<![\w/])~?/(?:[\w.-]{1,60}/){1,9}[\w.-]{2,60}"
)
"""An address, a link, or the path of a file, which tells where the source is to whoever has it."""
_MEDIUM: Final = re.compile(r"\bWeb\.\s\d")
"""The medium in the MLA's seventh edition, which asks for no address behind it: "Web. 23 April 2011"."""
_BEFORE: Final = 600
"""Characters of the line before a reference."""
_LINE: Final = re.compile(r"[^\n]{0,2000}")


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each reference with a date of access and no address, where most have both."""
    accessed = [one for one in apparatus.references if not one.short and _is_accessed(one)]
    missing = [one for one in accessed if not _has_address(apparatus, one)]
    if _WITH_ADDRESS * len(missing) <= len(accessed) - len(missing):
        for reference in missing:
            place = reference.entry.fields["accessed"].span or reference.span
            yield Finding(place, f"{called(reference.entry)} has a date of access and no address")


def _is_accessed(reference: Reference) -> bool:
    date = reference.entry.date("accessed")
    if _MEDIUM.search(reference.entry.text):
        return False
    return date is not None and (date.year or 0) >= _WEB


def _has_address(apparatus: Apparatus, reference: Reference) -> bool:
    """Whether an address stands in the reference, elsewhere in its line, or behind one of its words as a link.

    One date of access may stand behind several sources of a line.
    """
    if any(reference.entry.string(name) for name in ("URL", "DOI")):
        return True
    document = apparatus.essay.document
    span = document.source_span(reference.span)
    source = apparatus.essay.source
    line = _LINE.match(source, span.end)
    start = max(source.rfind("\n", 0, span.start) + 1, span.start - _BEFORE)
    return _ADDRESS.search(source, start, line.end() if line else span.end) is not None


RULE = Rule.documented("N016", "accessed-without-address", __doc__, check)
