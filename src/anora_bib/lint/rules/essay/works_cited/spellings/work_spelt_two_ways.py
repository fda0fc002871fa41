"""A work whose title or author is spelt in two ways.

## What it finds

References to one work, in notes and works cited, where a long word of the title or the name of an author is a letter
or two away from what another reference has. The other must agree in everything else that tells a work: the author
and the rest of the title. The name before a short title ("Roe, *Lamps*, 12") is held against those of the full title.

## Why it matters

One of the two is a slip, and the reader who looks for it finds nothing. Programs count two works.

## Example

    The film took two years.[1] It won.[2]

    ## Notes

    [1] Roe, Jane. *The Phenomenolgy of Lamps*. Example Press, 2009.

    [2] Roe, Jane. *The Phenomenology of Lamps*. Example Press, 2009, 12.

## Instead

    The film took two years.[1] It won.[2]

    ## Notes

    [1] Roe, Jane. *The Phenomenology of Lamps*. Example Press, 2009.

    [2] Roe, Jane. *The Phenomenology of Lamps*. Example Press, 2009, 12.

## How it is fixed

By hand: the title page tells which is right.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Final, NamedTuple

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.spellings import is_slip
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Place, Records
from anora_bib.model.essay.pieces import ShortForm
from anora_bib.text.characters import fold
from anora_bib.text.spans import Span

_WORD: Final = re.compile(r"[^\W\d_]{2,40}")
_LONG_WORD: Final = 7
"""Letters of a word of a title: among shorter ones, two that differ in a letter are most often two words."""
_LONG_NAME: Final = 6
_MOST: Final = 400
"""References compared; an essay with more has other ways to be checked."""


class _Printed(NamedTuple):
    """A reference with what is compared of it, folded: the words of its title, and the family names.

    ``short`` is true for a name and a short title; ``house`` has publisher or journal, and the year.
    """

    span: Span
    title: tuple[str, ...]
    names: tuple[str, ...]
    short: bool = False
    house: tuple[str, str] = ("", "")


class Differing(NamedTuple):
    """Where two references to one work stand, and the word that the first spells otherwise than the second, folded."""

    rare: Span
    usual: Span
    words: tuple[str, str]


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each spelling that is rarer than another of the same word of the same work."""
    for one in apparatus.derived(differing):
        yield _finding(apparatus, *one)


def differing(apparatus: Apparatus) -> list[Differing]:
    """What the rule finds; ask for it with ``apparatus.derived``, since the rule on names asks as well."""
    found = []
    printed = [*_printed(apparatus)][:_MOST]
    counts = Counter(word for one in printed for word in {*one.title, *one.names})
    told: set[tuple[str, str]] = set()
    for one, other in _pairs(printed):
        for pair in (_title_apart(one, other), _names_apart(one, other)):
            if pair is None or tuple(sorted(pair)) in told:
                continue
            told.add((min(pair), max(pair)))
            first = counts[pair[0]] - one.short <= counts[pair[1]] - other.short  # of two, the full title is right
            rare, usual = (one, other) if first else (other, one)
            found.append(Differing(rare.span, usual.span, pair if rare is one else (pair[1], pair[0])))
    return found


def _printed(apparatus: Apparatus) -> Iterator[_Printed]:
    for reference in apparatus.references:
        if reference.short or reference.place not in (Place.NOTE, Place.WORKS_CITED):
            continue
        entry = reference.entry
        words = _words(entry.string("title"))
        names = tuple(fold(name.literal or name.family) for name in entry.creators())
        if len(words) > 1 and names:
            house = fold(entry.string("container-title") or entry.string("publisher"))
            yield _Printed(reference.span, words, names, house=(house, entry.string("issued")))
    for note in apparatus.notes:
        for piece in note.pieces:
            if isinstance(piece, ShortForm) and piece.names and len(words := _words(piece.title)) > 1:
                yield _Printed(piece.words, words, tuple(fold(name.family) for name in piece.names), short=True)


def _words(title: str) -> tuple[str, ...]:
    return tuple(map(fold, _WORD.findall(title)))


def _pairs(printed: list[_Printed]) -> Iterator[tuple[_Printed, _Printed]]:
    """Those that may be one work: with the same first name, or titles that begin alike; one of them in full."""
    groups: dict[object, list[_Printed]] = defaultdict(list)
    for one in printed:
        groups[one.names[0]].append(one)
        groups[one.title[:2]].append(one)
    for group in groups.values():
        for one, other in combinations(group[:40], 2):
            if not (one.short and other.short):
                yield one, other


def _title_apart(one: _Printed, other: _Printed) -> tuple[str, str] | None:
    """The word of the titles by which they differ, but for short ones, and for works that came out elsewhere."""
    elsewhere = all(a and b and a != b for a, b in zip(one.house, other.house, strict=True))
    if one.short or other.short or elsewhere:
        return None
    return _differing(one.title, other.title, _LONG_WORD)


def _names_apart(one: _Printed, other: _Printed) -> tuple[str, str] | None:
    """The name by which the authors differ; where one title is short, the other must begin like it."""
    if not (one.short or other.short):
        alike = one.names[0] == other.names[0] or one.title == other.title
        return _differing(one.names, other.names, _LONG_NAME) if alike else None
    length = min(len(one.title), len(other.title))
    alike = one.title[:length] == other.title[:length]
    pair = _differing(one.names, other.names, _LONG_NAME, endings=True) if alike else None
    return None if pair and _is_genitive(*pair) else pair


def _is_genitive(one: str, other: str) -> bool:
    """Whether one has an "s" more, as names have in German: "Rohdes *Lampen*, 12"."""
    short, long = sorted((one, other), key=len)
    return long == f"{short}s"


def _differing(
    some: tuple[str, ...], others: tuple[str, ...], shortest: int, *, endings: bool = False
) -> tuple[str, str] | None:
    """The one word in which two runs differ by a slip; None if they are equal or differ otherwise."""
    length = min(len(some), len(others))
    apart = [(a, b) for a, b in zip(some[:length], others[:length], strict=True) if a != b]
    if len(apart) != 1:
        return None
    one, other = apart[0]
    return apart[0] if is_slip(one, other, shortest, endings=endings) else None


def _finding(apparatus: Apparatus, rare: Span, usual: Span, words: tuple[str, str]) -> Finding:
    text = apparatus.essay.text
    here, there = (_as_printed(span.of(text), word) for span, word in zip((rare, usual), words, strict=True))
    line = apparatus.essay.line(usual)
    return Finding(rare, f"{quoted(here)} is spelt {quoted(there)} in line {line}, of the same work")


def _as_printed(text: str, folded: str) -> str:
    return next((word for word in _WORD.findall(text) if fold(word) == folded), folded)


RULE = Rule.documented("W004", "work-spelt-two-ways", __doc__, check)
