"""A date of publication that is not the one in the address.

## What it finds

Pages of which the address has the day or month in its path ("/2015/01/09/title"), where the reference has the same day
of another year, or in that year a day two weeks and more away; where the address has no day, another month. Copies in
archives, uploads, and addresses that are dated twice are left alone.

## Why it matters

One of the two is a slip, most often the year in January, or day and month that changed places.

## Example

    The lamp is old.[1]

    ## Notes

    [1] Jane Roe, "Lamps," *Example Magazine*, January 9, 2014, https://example.org/2015/01/09/lamps.

## Instead

    The lamp is old.[1]

    ## Notes

    [1] Jane Roe, "Lamps," *Example Magazine*, January 9, 2015, https://example.org/2015/01/09/lamps.

## How it is fixed

By hand: the page tells its date.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Final

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.sources import called
from anora_bib.lint.rules.shared.wording import quoted, when
from anora_bib.model import Apparatus, Date, Records

_PATH: Final = re.compile(r"/(?P<year>(?:19[89]|20[0-4])\d)/(?P<month>0?[1-9]|1[0-2])/(?:(?P<day>[0-2]?\d|3[01])/)?")
_OTHER: Final = re.compile(r"upload|archive|wp-content|/files?/|assets", re.IGNORECASE)
_MONTH_AND_DAY: Final = 2
_APART: Final = 14
"""Days by which a page may be dated later than it was put there."""


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each reference whose date and address do not agree."""
    for reference in apparatus.references:
        address, date = reference.entry.string("URL"), reference.entry.date("issued")
        if reference.short or not date or len(date.parts) != 1 or _OTHER.search(address):
            continue
        found = list(_PATH.finditer(address))
        if len(found) == 1 and _is_unlike(date, found[0]):
            place = reference.entry.fields["issued"].span or reference.span
            message = (
                f"{called(reference.entry)} was published {when(date)}, and its address says {quoted(found[0][0])}"
            )
            yield Finding(place, message)


def _is_unlike(date: Date, path: re.Match[str]) -> bool:
    """Whether the year alone is another, or month or day in one year. Else the page may have been put there anew."""
    year, *rest = date.parts[0]
    there = (int(path["year"]), int(path["month"]), int(path["day"] or 0))
    if len(rest) < _MONTH_AND_DAY:
        return False
    if year != there[0]:
        return there[2] > 0 and tuple(rest) == there[1:]
    if not there[2]:
        return abs(rest[0] - there[1]) > 1
    try:
        days = datetime.date(year, rest[0], rest[1]) - datetime.date(*there)
    except ValueError:
        return False
    return abs(days.days) >= _APART


RULE = Rule.documented("D006", "date-unlike-address", __doc__, check)
