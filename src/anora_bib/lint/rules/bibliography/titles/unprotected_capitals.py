"""Capitals inside a word that a style makes small.

## What it finds

A word with capitals after its first letter (`BERT`, `LaTeX`) in a title, and no braces around it. The rule is
pedantic: it runs when it is asked for.

## Why it matters

BibTeX's styles write titles of articles in small letters, and these words with them: `Bert`, `latex`.

## Example

    @article{roe2009, author = {Roe, Jane}, title = {Retraining BERT by Hand},
      journal = {Example Review}, year = 2009}

## Instead

    @article{roe2009, author = {Roe, Jane}, title = {Retraining {BERT} by Hand},
      journal = {Example Review}, year = 2009}

## How it is fixed

The word is put in braces; the fix is safe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.diagnostics import Applicability, TextFix
from anora_bib.lint.bib_file import BibFile
from anora_bib.lint.rule import BibliographyRule, Finding, FixAvailability
from anora_bib.lint.rules.shared.bib_files.bib_names import without_groups
from anora_bib.text.spans import TextEdit

_WORD: Final = re.compile(r"(?<![\w\\$])[^\W\d_][\w-]*\w")


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each such word, with the fix."""
    for entry, field in file.fields("title"):
        words = _WORD.findall(field.words)
        if field.macro or (words and all(word == word.upper() for word in words)):
            continue
        for match in _WORD.finditer(without_groups(field.words)):
            if all(part[1:] == part[1:].lower() for part in match[0].split("-")):
                continue  # Human-Robot is human-robot in a sentence
            span = field.part(*match.span())
            fix = TextFix("Put it in braces", (TextEdit(span, f"{{{match[0]}}}", True),), Applicability.SAFE)
            yield Finding(span, f"{entry.label}: {match[0]} has capitals and no braces", fix=fix)


RULE = BibliographyRule.documented(
    "B502", "unprotected-capitals", __doc__, check, availability=FixAvailability.ALWAYS, pedantic=True
)
