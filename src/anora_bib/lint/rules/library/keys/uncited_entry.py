r"""An entry that no document cites.

## What it finds

An entry of a library that none of the documents cites that draw on it, and that no cited entry draws on by `crossref`,
`xdata`, `related` or `entryset`. Nothing is said if a document asks for all entries (`\nocite{*}`), or if a part of it
could not be read.

## Why it matters

It is never printed: left over from an earlier version, or a citation got lost. Many libraries serve more than one
document, so the rule runs only with `--pedantic`.

## Example

    @misc{roe2009, title = {On Editing}}
    @misc{poe2010, title = {On Cutting}}

## Instead

    @misc{roe2009, title = {On Editing}}

## How it is fixed

By hand: cite it, or take it out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from anora_bib.lint.citing import Citing
from anora_bib.lint.rule import Finding, LibraryRule, PlacedFinding
from anora_bib.lint.rules.shared.wording import quoted


def check(documents: Sequence[Citing]) -> Iterator[PlacedFinding]:
    """A finding for each such entry."""
    libraries = {library.document.path: library for citing in documents for library in citing.libraries}
    for path, library in libraries.items():
        drawing = [c for c in documents if any(one.document.path == path for one in c.libraries)]
        if any(not c.whole or any(text.everything for text in c.texts) for c in drawing):
            continue
        cited = _with_needed({key.key for c in drawing for text in c.texts for key in text.keys}, drawing)
        for entry in library.entries:
            if entry.is_work and entry.key and cited.isdisjoint((entry.key, *entry.aliases)):
                yield library.document, Finding(entry.span, f"no document cites {quoted(entry.key)}")


def _with_needed(cited: set[str], documents: Sequence[Citing]) -> set[str]:
    """The keys that are cited, those of other capitals, and those of the entries that these draw on."""
    entries = {
        name: entry
        for citing in documents
        for library in citing.libraries
        for entry in library.entries
        for name in (entry.key, *entry.aliases)
    }
    small = {key.casefold(): key for key in entries}
    reached: set[str] = set()
    waiting = list(cited)
    while waiting:
        key = waiting.pop()
        entry = entries.get(key) or entries.get(small.get(key.casefold(), ""))
        if entry is not None and entry.key not in reached:
            reached |= {entry.key, *entry.aliases}
            waiting += entry.needs
    return reached


RULE = LibraryRule.documented("L004", "uncited-entry", __doc__, check, pedantic=True)
