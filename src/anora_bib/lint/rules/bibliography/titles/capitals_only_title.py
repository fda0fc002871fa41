"""A title in capitals.

## What it finds

A `title` or `booktitle` of three words or more, not all short, in which every letter is a capital.

## Why it matters

No style can make lower case of it and keep the names in it; a catalogue wrote it so, not the work.

## Example

    @misc{roe2009, title = {ON EDITING FILMS BY HAND}, year = 2009}

## Instead

    @misc{roe2009, title = {On Editing Films by Hand}, year = 2009}

## How it is fixed

By hand: the capitals do not tell which words are names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.formats.bibtex.tex.reading import unescape
from anora_bib.lint.bib_file import BibFile
from anora_bib.lint.rule import BibliographyRule, Finding

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_SMALL_WORD: Final = re.compile(r"(?<![\\{\w])[a-z]{3}")
"""A word in small letters that is no command; nor in the braces of one."""
_ENOUGH: Final = 3


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each title in capitals."""
    for entry, field in file.fields("title", "booktitle", "maintitle"):
        if _SMALL_WORD.search(field.words):
            continue
        words = _WORD.findall(unescape(field.words))
        if len(words) >= _ENOUGH and all(word == word.upper() for word in words) and sum(map(_long, words)) > 1:
            yield Finding(field.span, f"{entry.label}: {field.name} is in capitals")


def _long(word: str) -> bool:
    return len(word) > 4 and word != word.lower()


RULE = BibliographyRule.documented("B501", "capitals-only-title", __doc__, check)
