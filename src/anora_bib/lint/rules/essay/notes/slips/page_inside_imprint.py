"""A page that stands inside the parenthesis of place, publisher and year.

## What it finds

"(Exampleton: Example Press, 1986, 3)": behind the year, before the bracket closes, a number that is a page.

## Why it matters

The bracket slipped. The reader can guess it; programs take the number for a part of the date.

## Example

    The film took two years.[1]

    ## Notes

    [1] Jane Roe, *A Book of Lamps* (Exampleton: Example Press, 1986, 3).

## Instead

    The film took two years.[1]

    ## Notes

    [1] Jane Roe, *A Book of Lamps* (Exampleton: Example Press, 1986), 3.

## How it is fixed

The bracket goes behind the year. Unsafe: now and then the number is that of a volume.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.diagnostics import Applicability, Fix
from anora_bib.lint.rule import Finding, FixAvailability, Rule
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Records
from anora_bib.model.essay.passages import references_as_printed
from anora_bib.text.spans import Edit, Span

_IMPRINT: Final = re.compile(
    r"\((?P<imprint>[^\W\d_][^()\d:;\"\u201c]{2,40}:\s[^()\d:;\"\u201c]{3,60},\s(?:1[5-9]|20)\d\d)"
    r"(?P<gap>,\s)(?P<pages>(?:pp?\.\s?)?\d{1,3}(?:[-\u2013]{1,2}\d{1,3})?)(?P<close>\))"
)


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each imprint with a page in it."""
    text = apparatus.essay.text
    for passage in references_as_printed(apparatus):
        for match in _IMPRINT.finditer(text, passage.start, passage.end):
            edits = (Edit(Span(match.end("imprint"), match.end("imprint")), ")"), Edit(Span(*match.span("close")), ""))
            fix = Fix("Close the parenthesis behind the year", edits, Applicability.UNSAFE)
            message = f"the page {quoted(match['pages'])} stands inside the parenthesis of place and year"
            yield Finding(Span(match.start("imprint"), match.end()), message, (), fix)


RULE = Rule.documented("N019", "page-inside-imprint", __doc__, check, availability=FixAvailability.ALWAYS)
