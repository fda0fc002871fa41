"""A title that is one letter away from the work the essay is about.

## What it finds

In headings and running text, capitalised words one keystroke away from the title of a work that the essay names again
and again, where they stand only once and are no other title or name that the authority records know.

## Why it matters

In a heading such a slip is the first thing a reader sees, and a search for the title passes it by.

## Example

    Aurora's Genre Switch

    Anora begins as a comedy. Anora ends as something else.

## Instead

    Anora's Genre Switch

    Anora begins as a comedy. Anora ends as something else.

## How it is fixed

The title is put in its place. Unsafe, because the word may be the name of something the records do not know.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from anora_bib.diagnostics import Applicability, Fix
from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.wording import quoted
from anora_bib.model import Apparatus, BlockKind, Record, Records, Work
from anora_bib.spans import Edit, Span
from anora_bib.text import fold

_OFTEN: Final = 3
"""Times a work must be named before a lookalike counts as a slip: twice may be a passing comparison."""

_SHORTEST: Final = 5
"""Letters: among shorter words, most are one keystroke from some other word."""

_LONGEST: Final = 6
"""Words of a title that are compared; none longer is typed again and again."""

_WORD = re.compile(r"[^\W_]+(?:[\u2019\u2018'][^\W\d_]{3,})?")
"""A word without its possessive ending."""


def check(apparatus: Apparatus, records: Records) -> Iterator[Finding]:
    titles = {title: len(_WORD.findall(title)) for title in _titles(apparatus, records)}
    titles = {title: words for title, words in titles.items() if words <= _LONGEST}
    if not titles:
        return
    text = apparatus.essay.text
    places = _places(apparatus)
    counts = Counter(word[0].casefold() for place in places for word in _WORD.finditer(text, place.start, place.end))
    for place in places:
        for span in _capitalised(text, place, set(titles.values())):
            title = _lookalike(span.of(text), titles)
            if title and _only_here(span.of(text), title, counts) and not _known(span.of(text), records):
                yield _finding(apparatus, span, title)


def _titles(apparatus: Apparatus, records: Records) -> Iterator[str]:
    """The titles named often, as they are printed."""
    counts = Counter(mention.record or fold(mention.text) for mention in apparatus.mentions)
    seen: set[str] = set()
    for mention in apparatus.mentions:
        work = records.by_id.get(mention.record)
        title = work.main_title if isinstance(work, Work) else mention.text
        often = counts[mention.record or fold(mention.text)] >= _OFTEN
        if often and title not in seen and len(title) >= _SHORTEST:
            seen.add(title)
            yield title


def _places(apparatus: Apparatus) -> list[Span]:
    headings = (block.span for block in apparatus.essay.blocks if block.kind is BlockKind.HEADING)
    return sorted({*headings, *apparatus.body})


def _capitalised(text: str, place: Span, lengths: Iterable[int]) -> Iterator[Span]:
    """Runs of as many words as a title has, beginning with a capital and not crossing a line."""
    words = list(_WORD.finditer(text, place.start, place.end))
    for index, word in enumerate(words):
        if word[0][0].isupper():
            for length in lengths:
                if index + length <= len(words):
                    yield Span(word.start(), words[index + length - 1].end())


def _lookalike(words: str, titles: Iterable[str]) -> str | None:
    """The one title that is a keystroke away from ``words``; None if there is none, several, or one that is equal."""
    found = [title for title in titles if abs(len(title) - len(words)) <= 1 and _one_keystroke(words, title)]
    return found[0] if len(found) == 1 and words.casefold() not in {title.casefold() for title in titles} else None


def _one_keystroke(one: str, other: str) -> bool:
    """True if one letter is wrong, missing or too many, or two neighbours have changed places. A plural is no slip."""
    one, other = one.casefold(), other.casefold()
    short, long = sorted((one, other), key=len)
    if one == other or long == f"{short}s":
        return False
    start = next((index for index, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), len(short))
    rest_short, rest_long = short[start:], long[start:]
    if len(short) < len(long):
        return rest_short == rest_long[1:]
    swapped = rest_short[:2] == rest_long[1::-1] and rest_short[2:] == rest_long[2:]
    return rest_short[1:] == rest_long[1:] or swapped


def _only_here(words: str, title: str, counts: Counter[str]) -> bool:
    """True if the words that differ from the title's stand nowhere else: what is used twice is meant."""
    known = {word.casefold() for word in _WORD.findall(title)}
    return all(counts[word.casefold()] == 1 for word in _WORD.findall(words) if word.casefold() not in known)


def _known(words: str, records: Records) -> bool:
    """True if the records know the words as a title or name, or as a part of a person's name."""
    return bool(records.named(words)) or fold(words) in _parts_of_names(records)


def _parts_of_names(records: Iterable[Record]) -> frozenset[str]:
    return frozenset(part for record in records for form in record.forms for part in fold(form).split())


def _finding(apparatus: Apparatus, span: Span, title: str) -> Finding:
    words = span.of(apparatus.essay.text)
    right = title.upper() if words.isupper() else title
    first = apparatus.essay.text.find(title)
    evidence = [f"The essay names {quoted(title)} again and again, {quoted(words)} only here."]
    if first >= 0:
        evidence.append(f"It does so first in line {apparatus.essay.line(Span(first, first))}.")
    fix = Fix(f"Write {quoted(right)}", (Edit(span, right),), Applicability.UNSAFE)
    return Finding(span, f"{quoted(words)} is one letter away from {quoted(title)}", tuple(evidence), fix)


RULE = Rule.documented("A004", "near-title", __doc__, check, fixable=True)
