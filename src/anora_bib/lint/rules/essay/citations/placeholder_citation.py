"""A citation in the running text that is still to come.

## What it finds

In the running text what an author leaves to be filled in: "[citation needed]", "(CITE)", "[??]", and cites whose page
is missing: "(Roe TK)", "(Roe 2009, ??)", "(Roe, p. xx)".

## Why it matters

What was meant for the author's desk has gone into print.

## Example

    The film took two years (Roe 2009, ??).

## Instead

    The film took two years (Roe 2009, 12).

## How it is fixed

By hand: only the author knows the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.diagnostics import Severity
from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.gaps import BRACKETED, PLACE
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Records
from anora_bib.text.spans import Span

_LEFT: Final = r"(?:TK|\?\?+|XX+|___+)"
_OPEN: Final = re.compile(
    rf"{BRACKETED}|\((?:CITE|cite|TK|citation needed|source\?|ref\?|\?\?)\)"
    rf"|\((?=[^()\n]{{0,12}}[^\W\d_a-z])[^()\n]{{2,80}}?[ ,:](?:{PLACE}|(?<![A-Z]){_LEFT})(?=[);])[^()\n]{{0,80}}\)"
)
_WONDER: Final = re.compile(r"\(\?\?\)|\b[a-z]{2,20} \?\?")
"""A doubt, and a time without an end: "(January 2024 to ???)"."""
_ROMAN: Final = re.compile(r"\([^()\n]{2,80}[ ,][IVXLC]{1,8}(?<!XX)(?<!XXX)[);]")
"""A page in Roman numbers, as "XX" may be one."""


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each of them; none in what is quoted, where it may be the subject."""
    text = apparatus.essay.text
    in_roman = "XX" in text and _ROMAN.search(text) is not None
    for passage in apparatus.body:
        for match in _OPEN.finditer(text, passage.start, passage.end):
            may_be_page = in_roman and "XX" in match[0]
            if not may_be_page and not apparatus.prose.is_quoted(match.start()):
                # An author may only wonder, of a name or a date (??), or leave the end of a time open.
                message = f"a citation is still to come: {quoted(match[0])}"
                yield Finding(Span(*match.span()), message, doubtful=bool(_WONDER.search(match[0])))


RULE = Rule.documented("C004", "placeholder-citation", __doc__, check, severity=Severity.ERROR)
