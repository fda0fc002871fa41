"""A space in a reference where none belongs.

## What it finds

In notes and works cited: a space behind the parenthesis that opens an imprint ("( Hull: Tide Press, 2009)"), and one
behind the dash of a range ("207– 36").

## Why it matters

It is a slip that shows in print, and a line may break there.

## Example

    The film took two years.[1]

    ## Notes

    [1] Jane Roe, *A Book of Lamps* ( Exampleton: Example Press, 1986), 12– 15.

## Instead

    The film took two years.[1]

    ## Notes

    [1] Jane Roe, *A Book of Lamps* (Exampleton: Example Press, 1986), 12–15.

## How it is fixed

The space is taken away. Unsafe: a number may be missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.diagnostics import Applicability, Fix
from anora_bib.lint.rule import Finding, FixAvailability, Rule
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Records
from anora_bib.model.essay.passages import references_as_printed, without_markup
from anora_bib.text.spans import Edit, Span

_STRAY: Final = re.compile(
    r"(?<=\() (?=[^\W\d_a-z][^\W\d_]{1,20}(?:,? [^\W\d_]{2,20}){0,3}: [^()\n]{2,60}\d{4}\))"
    r"|(?<=\d[\u2013-]) (?=\d{1,4}(?:[.,;]|$))",
)
_AROUND: Final = 16


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each space that stands inside a parenthesis or a range."""
    text = apparatus.derived(without_markup)
    for passage in references_as_printed(apparatus):
        for match in _STRAY.finditer(text, passage.start, passage.end):
            if text[match.start() : match.end()] != apparatus.essay.text[match.start() : match.end()]:
                continue  # what is no prose was left blank
            around = text[max(passage.start, match.start() - _AROUND) : min(passage.end, match.end() + _AROUND)]
            fix = Fix("Take the space away", (Edit(Span(*match.span()), ""),), Applicability.UNSAFE)
            yield Finding(Span(*match.span()), f"a space is one too many in {quoted(around)}", (), fix)


RULE = Rule.documented("N026", "stray-space", __doc__, check, availability=FixAvailability.ALWAYS)
