"""An address in a reference that names no host.

## What it finds

In references: a path alone where an address is announced ("Available online at: </file/lamps.pdf>").

## Why it matters

On the page on which it was typed it may have worked. Everywhere else, and in print, it leads nowhere.

## Example

    The lamp is old.[1]

    ## Notes

    [1] Jane Roe, "Lamps," in *Light* (Exampleton: Example Press, 1978), 39. Available online at: </file/lamps.pdf>.

## Instead

    The lamp is old.[1]

    ## Notes

    [1] Jane Roe, "Lamps," in *Light* (Exampleton: Example Press, 1978), 39. Available online at:
    <https://example.org/file/lamps.pdf>.

## How it is fixed

By hand: only the author knows the host.
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

_PATH: Final = re.compile(
    r"(?:\b(?:online|available|URL)(?: at)?:? )<?"
    r"(?P<path>/[\w~%.-]{1,80}(?:/[\w~%.-]{1,120}){0,8}\.(?:pdf|html?|aspx?|php|docx?))(?=[>\s,;.)]|$)",
    re.IGNORECASE,
)


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each path that stands for an address."""
    text = apparatus.essay.text
    for passage in references_as_printed(apparatus):
        for match in _PATH.finditer(text, passage.start, passage.end):
            yield Finding(Span(*match.span()), f"the address {quoted(match['path'])} names no host")


RULE = Rule.documented("N018", "address-without-host", __doc__, check, pedantic=True)
