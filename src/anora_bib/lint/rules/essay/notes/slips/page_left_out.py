"""A "p." or "pp." with no page behind it.

## What it finds

In a note or listed work: the sign for a page, in small letters, at the end or before a comma, semicolon or bracket.
Behind a number, as in "245 pp.", it counts the pages of the book.

## Why it matters

The place was to be looked up later, and was forgotten.

## Example

    The film took two years.[1]

    ## Notes

    [1] Jane Roe, *A Book of Lamps* (Exampleton: Example Press, 1986), pp.

## Instead

    The film took two years.[1]

    ## Notes

    [1] Jane Roe, *A Book of Lamps* (Exampleton: Example Press, 1986), pp. 12–15.

## How it is fixed

By hand: only the author knows the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Records
from anora_bib.model.essay.passages import references_as_printed, without_markup
from anora_bib.text.spans import Span

_ALONE: Final = re.compile(r"(?<![\w.])(?<!\d\s)(?<!\d\u00a0)pp?\.(?=\s{0,3}(?:[,;)\]]|$))")
_AROUND: Final = 40


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each sign for a page that has none."""
    text = apparatus.derived(without_markup)
    for passage in references_as_printed(apparatus):
        for match in _ALONE.finditer(text, passage.start, passage.end):
            around = text[max(passage.start, match.start() - _AROUND) : match.end()]
            yield Finding(Span(*match.span()), f"no page stands behind {quoted(around)}")


RULE = Rule.documented("N023", "page-left-out", __doc__, check, pedantic=True)
