"""A name that BibTeX reads otherwise than it is meant.

## What it finds

A list of names that begins or ends with `and`, has two in a row, an `et al.` in place of `and others`, or `&` or `;`
in place of `and`.

## Why it matters

BibTeX splits names at the word `and` only: everything else becomes a part of somebody's name.

## Example

    @misc{roe2009, author = {Roe, Jane and Poe, Lee et al.}, title = {On Editing}, year = 2009}

## Instead

    @misc{roe2009, author = {Roe, Jane and Poe, Lee and others}, title = {On Editing}, year = 2009}

## How it is fixed

The words become `and`, or `and others`. Who is meant stays; the fix is unsafe all the same, since a name of a firm
may have an `&`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.diagnostics import Applicability, TextFix
from anora_bib.lint.bib_file import BibFile
from anora_bib.lint.rule import BibliographyRule, Finding, FixAvailability
from anora_bib.lint.rules.shared.bib_files.bib_names import NAMES, without_groups
from anora_bib.text.spans import TextEdit

_OTHERS: Final = " and others"
_ENTITY: Final = re.compile(r"&#?\w{1,8}$")
_LONGEST: Final = 10
_FAULTS: Final = (
    (re.compile(r"^\s*+and\s+", re.IGNORECASE), "begins with and", ""),
    (re.compile(r"(?<!\s)\s++and\s*+$", re.IGNORECASE), "ends with and", ""),
    (re.compile(r"(?<!\s)\s++and\s++and\s+", re.IGNORECASE), "has and twice", " and "),
    (
        re.compile(r"(?<![\s,]),?\s++(?:and\s++)?et\.?\s{1,4}al\b\.?", re.IGNORECASE),
        "has et al., where BibTeX has and others",
        _OTHERS,
    ),
    (re.compile(r"(?<!\s)\s*+;\s*+(?=\S)"), "has ; between names", " and "),
)
"""What is wrong, how it is said, and what stands there instead."""
_MAY_BE: Final = re.compile(r";|\bal\b|^\s*+and\b|\band\s*+$|\band\s++and\b", re.IGNORECASE)
"""What every such list has: a quick look at the many that have no fault."""


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each such fault in a list of names, with the fix."""
    for entry, field in file.fields(*NAMES):
        if field.macro or not _MAY_BE.search(field.words):
            continue
        outside = without_groups(field.words)
        for pattern, message, replacement in _FAULTS:
            for match in pattern.finditer(outside):
                if _ENTITY.search(outside[max(0, match.start() - _LONGEST) : match.start()]):
                    continue  # the ; of M&uuml;ller
                span = field.part(*match.span())
                edit = TextEdit(span, replacement, as_written=True)
                fix: TextFix | None = TextFix("Write it as BibTeX reads it", (edit,), Applicability.UNSAFE)
                if replacement == _OTHERS and outside[match.end() :].strip():
                    fix = None  # "et al., Roe" is a list in another order
                yield Finding(span, f"{entry.label}: {field.name} {message}", fix=fix)


RULE = BibliographyRule.documented("B201", "malformed-name", __doc__, check, availability=FixAvailability.SOMETIMES)
