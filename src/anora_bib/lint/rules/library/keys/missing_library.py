r"""A library that a document names and that is not there.

## What it finds

A file in `\bibliography`, `\addbibresource` or `bibliography:` that is neither beside the document nor where its path
leads. Files that come with TeX and hold abbreviations only (`IEEEabrv`) are passed over.

## Why it matters

Nothing that it should hold is printed, and the keys of the document cannot be checked.

## Example

    \bibliography{refrences}

## Instead

    \bibliography{references}

## How it is fixed

By hand: correct the name, or name the file with `--library`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from anora_bib.lint.citing import Citing
from anora_bib.lint.rule import Finding, LibraryRule, PlacedFinding
from anora_bib.lint.rules.shared.wording import quoted


def check(documents: Sequence[Citing]) -> Iterator[PlacedFinding]:
    """A finding for each such file."""
    for citing in documents:
        for document, named in citing.missing:
            message = f"there is no library {quoted(named.name)}, so that the citation keys are not checked"
            yield document, Finding(named.span, message)


RULE = LibraryRule.documented("L003", "missing-library", __doc__, check)
