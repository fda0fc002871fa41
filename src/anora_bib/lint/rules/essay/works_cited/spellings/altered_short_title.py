"""A short title that has a word otherwise than the full title has it.

## What it finds

"Roe, *The Forge and the Crucibles*" for a work of Roe's that another note calls *The Forge and the Crucible*: one word
of the short title is not in the full title, but one that is a letter or an ending away from it. Words may be left out.
What is altered several times is told once.

## Why it matters

The reader doubts whether it is the same work, and programs count two.

## Example

    The film took two years.[1] It won.[2]

    ## Notes

    [1] Jane Roe, *The Forge and the Crucible* (Exampleton: Example Press, 2009), 12.

    [2] Roe, *Forge and Crucibles*, 14.

## Instead

    The film took two years.[1] It won.[2]

    ## Notes

    [1] Jane Roe, *The Forge and the Crucible* (Exampleton: Example Press, 2009), 12.

    [2] Roe, *Forge and Crucible*, 14.

## How it is fixed

By hand: the title page tells which is right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.spellings import is_variant
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Entry, Records
from anora_bib.model.essay.pieces import ShortForm
from anora_bib.text.characters import fold

_FEWEST: Final = 2
"""Words of a short title that tells a work."""
_SHORTEST: Final = 4
"""Letters: of shorter words, most are one keystroke from some other word."""
_KEYSTROKES: Final = 2
_LONG: Final = 7
"""Letters from which on two keystrokes may be wrong."""


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each short title with a word that is nearly, and not quite, one of the full title."""
    yield from apparatus.derived(altered)


def altered(apparatus: Apparatus) -> list[Finding]:
    """What the rule finds; ask for it with ``apparatus.derived``, since the rule on titles unlike the full one asks."""
    works = apparatus.derived(works_by_author)
    found = []
    told: set[tuple[str, str]] = set()
    for form in short_titles(apparatus):
        entries = works.get(fold(form.names[0].family or form.names[0].literal), ())
        strange = _altered(fold(form.title).split(), entries)
        if strange and (strange[0], strange[2]) not in told:
            word, entry, meant = strange
            told.add((word, meant))
            title = entry.string("title")
            message = f"{quoted(form.title)} has {quoted(word)} where the full title has {quoted(meant)}"
            found.append(Finding(form.words, message, (f"The full title is {quoted(title)}.",)))
    return found


def short_titles(apparatus: Apparatus) -> Iterator[ShortForm]:
    """The short forms of notes that have a name and a title."""
    for note in apparatus.notes:
        for piece in note.pieces:
            if isinstance(piece, ShortForm) and piece.title and piece.names:
                yield piece


def works_by_author(apparatus: Apparatus) -> dict[str, list[Entry]]:
    """The full references by the folded names of their first two authors; ask for it with ``apparatus.derived``."""
    works: dict[str, list[Entry]] = defaultdict(list)
    for reference in apparatus.references:
        if not reference.short:
            for name in reference.entry.creators()[:2]:
                works[fold(name.family or name.literal)].append(reference.entry)
    return works


def _altered(short: Sequence[str], entries: Sequence[Entry]) -> tuple[str, Entry, str] | None:
    """The one word of a short title that no full title has, with the entry and its word that is nearly the same."""
    if len(short) < _FEWEST:
        return None
    titles = [(entry, fold(entry.string("title")).split()) for entry in entries]
    if any(all(_has(title, word) for word in short) for _, title in titles):
        return None
    for entry, title in titles:
        strange = [word for word in short if word not in title]
        near = [word for word in title if word not in short and _is_near(strange[0], word)] if len(strange) == 1 else []
        if near:
            return strange[0], entry, near[0]
    return None


def _has(title: Sequence[str], word: str) -> bool:
    """Whether a title has the word, or has it spelt otherwise on purpose: "Harbor" for "Harbour"."""
    return word in title or any(word[0] == other[0] and is_variant(word, other) for other in title)


def _is_near(one: str, other: str) -> bool:
    from rapidfuzz.distance import OSA

    short, long = sorted((one, other), key=len)
    most = _KEYSTROKES if len(short) >= _LONG else 1
    near = short[0] == long[0] and OSA.distance(short, long, score_cutoff=most) <= most
    return near and len(short) >= _SHORTEST and not is_variant(short, long)


RULE = Rule.documented("W007", "altered-short-title", __doc__, check)
