"""A range of pages that ends before it begins.

## What it finds

In references: behind "p.", "pp." and the like, or behind the year and the colon of an article, a range whose last page
is less than its first, or the same. A last page with fewer digits stands for the end of the first ("261–94").

One page given twice in full ("271-271"), as some catalogues export it, is told with `--pedantic`.

## Why it matters

One of the two is wrong, and the reader who looks for the passage has to guess which.

## Example

    The film took two years.[1]

    ## Notes

    [1] Jane Roe, "Lamps," *Example Review* 3 (2010): 274–262.

## Instead

    The film took two years.[1]

    ## Notes

    [1] Jane Roe, "Lamps," *Example Review* 3 (2010): 262–274.

## How it is fixed

By hand: the article itself has its pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib import language
from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Records
from anora_bib.model.essay.passages import references_as_printed, without_markup
from anora_bib.text.spans import Span

_PAGES: Final = language.pattern(language.locator_words("page"))
_RANGE: Final = re.compile(
    rf"(?:(?<![\w.])(?i:{_PAGES})\.?[ \xa0]?|\((?:[^()\d]{{0,24}} )?(?:1[5-9]|20)\d\d\): ?)"
    r"(?P<range>(?P<first>\d{3,4})[ \xa0]?(?:-{1,3}|\u2013)[ \xa0]?(?P<last>\d{2,4}))(?![\w/\u2013-]|[.,:]\d)"
)


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each range of pages of a reference whose end is not behind its beginning."""
    text = apparatus.derived(without_markup)
    for passage in references_as_printed(apparatus):
        for match in _RANGE.finditer(text, passage.start, passage.end):
            first, last = match["first"], match["last"]
            meant = int(first[: max(0, len(first) - len(last))] + last)
            if meant <= int(first):
                ends = "end where they begin" if meant == int(first) else "end before they begin"
                message = f"the pages {quoted(match['range'])} {ends}"
                yield Finding(Span(*match.span("range")), message, doubtful=first == last)


RULE = Rule.documented("N024", "backward-page-range", __doc__, check)
