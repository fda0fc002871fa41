r"""A sign that LaTeX takes for a command.

## What it finds

`&`, `%`, `#`, `_` or `^` without a backslash in a field that is printed, outside of math and of fields that hold an
address.

## Why it matters

LaTeX stops with an error, or, at `%`, drops the rest of the line without a word.

## Example

    @misc{roe2009, title = {Cut & Paste}, year = 2009}

## Instead

    @misc{roe2009, title = {Cut \& Paste}, year = 2009}

## How it is fixed

A backslash is put before it. It prints the sign that stands there, so the fix is safe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.diagnostics import Applicability, Severity, TextFix
from anora_bib.lint.bib_file import BibFile
from anora_bib.lint.rule import BibliographyRule, Finding, FixAvailability
from anora_bib.lint.rules.shared.bib_files.printed_fields import PRINTED
from anora_bib.text.spans import TextEdit

_SIGNS: Final = frozenset("&%#_^")
_TOKENS: Final = re.compile(
    r"\\(?:url|path|href|nolinkurl|(?:eq|page|auto|name)?ref|label|input|includegraphics|[a-zA-Z]{0,12}cite[a-zA-Z]{0,12})"
    r"\*?(?:\s{0,4}\[[^\[\]{}]{0,200}\]){0,2}\s{0,4}\{[^{}]*\}"
    r"|\\(?:verb|lstinline)\*?(?P<fence>[^\w\s{*])(?:(?!(?P=fence)).){0,400}(?P=fence)"
    r"|\\begin\{(?P<environment>[a-z]{1,20})\*?\}(?:(?!\\end\{(?P=environment))[\s\S]){0,2000}|\\ensuremath\s{0,4}\{(?:[^{}]|\{[^{}]*\})*\}"
    r"|\\\((?:[^\\]|\\[^)]){0,2000}+\\\)|\\[\s\S]"
    r"|\$(?:[^$\\]|\\[\s\S])*+\$|\bhttps?://[^\s{}]+|&[a-zA-Z]{2,8};|&#x?[0-9a-fA-F]{1,6};|(?P<sign>[&%#_^])"
)
"""What is no fault (commands, math, addresses; references of HTML are B103), or a sign that is one."""


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each such sign, with the fix."""
    for entry, field in file.fields(*PRINTED):
        if field.macro or not _SIGNS.intersection(field.words):
            continue
        for match in _TOKENS.finditer(field.words):
            sign = match["sign"]
            if not sign:
                continue
            span = field.part(match.start(), match.end())
            edit = TextEdit(span, f"\\{sign}", as_written=True)
            # A caret needs more than a backslash, which would make it an accent.
            fix = TextFix("Put a backslash before it", (edit,), Applicability.SAFE) if sign != "^" else None
            yield Finding(span, f"{entry.label}: {field.name} has {sign} without a backslash", fix=fix)


RULE = BibliographyRule.documented(
    "B102", "unescaped-sign", __doc__, check, severity=Severity.ERROR, availability=FixAvailability.SOMETIMES
)
