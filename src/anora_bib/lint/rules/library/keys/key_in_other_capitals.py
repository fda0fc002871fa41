r"""A citation key in other capitals than the library has it in.

## What it finds

A key that no library of the document has, but for its capitals.

## Why it matters

BibTeX finds the entry; biber, pandoc and Typst do not, and print the key.

## Example

    \cite{ROE2009}

## Instead

    \cite{roe2009}

## How it is fixed

By hand: write it as the library does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from anora_bib.diagnostics import Applicability, TextFix
from anora_bib.lint.citing import Citing
from anora_bib.lint.rule import Finding, FixAvailability, LibraryRule, PlacedFinding
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.text.spans import TextEdit


def check(documents: Sequence[Citing]) -> Iterator[PlacedFinding]:
    """A finding for each such key and file."""
    for citing in documents:
        for text, key in citing.unknown():
            if (meant := citing.by_small_letters.get(key.key.casefold())) is not None:
                edit = TextEdit(key.span, meant, as_written=True)
                fix = TextFix(f"Write {quoted(meant)}", (edit,), Applicability.DISPLAY_ONLY)
                message = f"the library has the key {quoted(key.key)} as {quoted(meant)}"
                yield text.document, Finding(key.span, message, fix=fix)


RULE = LibraryRule.documented("L002", "key-in-other-capitals", __doc__, check, availability=FixAvailability.ALWAYS)
