r"""A citation key that no library has.

## What it finds

A key in `\cite{...}` and its kin, in `[@key]` of pandoc and Quarto, or in `@key` of Typst, that no library of the
document has. The libraries are those that the document names (`\bibliography`, `\addbibresource`, `bibliography:`),
those of `--library`, and, where it names none, those that are checked with it. If one of them cannot be found, nothing
is said.

## Why it matters

The citation is printed as a question mark, or as the key.

## Example

    \cite{roe2099}

## Instead

    \cite{roe2009}

## How it is fixed

By hand; keys that are nearly the same are named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from anora_bib.diagnostics import Severity
from anora_bib.lint.citing import Citing
from anora_bib.lint.rule import Finding, LibraryRule, PlacedFinding
from anora_bib.lint.rules.shared.wording import quoted, sentences
from anora_bib.model.essay.keyed import KeyedText
from anora_bib.text.characters import join_names

_NEAR: Final = 0.75
"""Of two keys that are nearly the same: a letter in four differs. Years and letters behind them often do."""
_MOST: Final = 3
_LONG: Final = 6
"""Letters of a key that another may begin with, as `roe2009` and `roe2009editing`."""


def check(documents: Sequence[Citing]) -> Iterator[PlacedFinding]:
    """A finding for each such key and file, with the keys that may be meant."""
    for citing in documents:
        for text, key in citing.unknown():
            if key.key.casefold() in citing.by_small_letters:
                continue  # a rule of its own
            near = _nearest(key.key, citing.known)
            message = f"no library has the key {quoted(key.key)}"
            if near:
                message += f"; did you mean {join_names(map(quoted, near), last='or')}?"
            yield text.document, Finding(key.span, message, sentences(_evidence(citing, text, key.key)))


def _evidence(citing: Citing, text: KeyedText, key: str) -> Iterator[str]:
    counts = [f"{library.document.path} ({len(library.entries)})" for library in citing.libraries]
    yield f"Looked for among the entries of {join_names(counts)}" if counts else ""
    times = sum(other.key == key for other in text.keys)
    yield f"It is cited {times} times in this file" if times > 1 else ""


def _nearest(key: str, known: Iterable[str]) -> list[str]:
    """The keys that are nearly the same, best first."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    listed = sorted(known)
    found = process.extract(
        key, listed, scorer=OSA.normalized_similarity, processor=str.casefold, score_cutoff=_NEAR, limit=_MOST
    )
    near = [other for other, _, _ in found]
    low = key.casefold()
    longer = (other for other in listed if len(low) >= _LONG and other.casefold().startswith(low))
    return list(dict.fromkeys([*near, *longer]))[:_MOST]


RULE = LibraryRule.documented("L001", "unknown-key", __doc__, check, severity=Severity.ERROR)
