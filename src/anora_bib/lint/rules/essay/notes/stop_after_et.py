"""A full stop behind the "et" of "et al.".

## What it finds

"Roe et. al.", in references and in the running text: "et" is a word, only "al." is cut short.

## Why it matters

Programs that look for "et al." do not see that there are more authors.

## Example

    The film took two years.[1]

    ## Notes

    [1] Jane Roe et. al., *A Book of Lamps* (Exampleton: Example Press, 2009), 12.

## Instead

    The film took two years.[1]

    ## Notes

    [1] Jane Roe et al., *A Book of Lamps* (Exampleton: Example Press, 2009), 12.

## How it is fixed

The stop is taken away.
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

_STOPPED: Final = re.compile(r"\bet\.(?=\s{1,2}al\b)")


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each such stop, but for those inside quotations."""
    text = apparatus.essay.text
    if "et." not in text:
        return
    for passage in sorted({*apparatus.body, *references_as_printed(apparatus)}):
        for match in _STOPPED.finditer(text, passage.start, passage.end):
            if not apparatus.prose.is_quoted(match.start()):
                fix = Fix("Take the stop away", (Edit(Span(*match.span()), "et"),), Applicability.SAFE)
                message = f"{quoted(f'{match[0]} al.')} has a stop behind {quoted('et')}"
                yield Finding(Span(*match.span()), message, (), fix)


RULE = Rule.documented("N015", "stop-after-et", __doc__, check, availability=FixAvailability.ALWAYS)
