r"""A formula that does not end.

## What it finds

An odd number of `$` in a field that styles print, those behind a backslash not counted.

## Why it matters

LaTeX stops at the end of the entry, or prints the rest of the bibliography as a formula.

## Example

    @misc{roe2009, title = {On $n-Lists}, year = 2009}

## Instead

    @misc{roe2009, title = {On $n$-Lists}, year = 2009}

## How it is fixed

By hand: only the author knows where the formula ends, or whether the sign is a dollar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.diagnostics import Severity
from anora_bib.lint.bib_file import BibFile
from anora_bib.lint.rule import BibliographyRule, Finding
from anora_bib.lint.rules.shared.bib_files.printed_fields import PRINTED

_SIGN: Final = re.compile(
    r"\\(?:url|path|href)\s{0,4}\{[^{}]{0,2000}\}|\bhttps?://[^\s{}]{1,2000}|\\[\s\S]|(?P<sign>\$)"
)


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each such field, at its last sign."""
    for entry, field in file.fields(*PRINTED):
        if field.macro or "$" not in field.words:
            continue
        signs = [match for match in _SIGN.finditer(field.words) if match["sign"]]
        if len(signs) % 2:
            span = field.part(*signs[-1].span())
            yield Finding(span, f"{entry.label}: {field.name} has a $ without another: a formula that does not end")


RULE = BibliographyRule.documented("B110", "unpaired-formula", __doc__, check, severity=Severity.ERROR)
