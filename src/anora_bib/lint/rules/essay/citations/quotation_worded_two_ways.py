"""A quotation whose words stand twice, with other wording.

## What it finds

Two quotations of the running text, in different paragraphs, that agree word for word but for one place, where a small
word is another or is missing, or a word has another ending or a letter less. Brackets and dots for what was left out
tell that the author has seen it; titles in capitals are no quotations.

## Why it matters

One of the two is not what the source says.

## Example

    She wrote that “the clerk knew what he was counting on the quay.”

    It won. “The clerk knew what he is counting on the quay,” she had written.

## Instead

    She wrote that “the clerk knew what he was counting on the quay.”

    It won. “The clerk knew what he was counting on the quay,” she had written.

## How it is fixed

By hand: the source has its words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations, pairwise
from typing import Final, NamedTuple

from anora_bib import language
from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.spellings import is_variant
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Records
from anora_bib.text.characters import fold
from anora_bib.text.spans import Span

_WORD: Final = re.compile(r"[^\W_]{1,40}(?:['\u2019-][^\W_]{1,40}){0,3}")
_SEEN: Final = re.compile(r"\.\s?\.\s?\.|\u2026|\[|://|&|<|[=_]")
"""What was left out or put in, and what is no prose."""
_FEWEST: Final = 5
"""Words that both have."""
_MOST_WORDS: Final = 200
_CONTENT: Final = 3
"""Those of them that are no small words."""
_APART: Final = 2
_MOST: Final = 300
"""Quotations compared."""
_COMMON: Final = 8
"""Quotations with the same two words, from which on the words are a formula."""
_STEM: Final = 4


class _Quoted(NamedTuple):
    span: Span
    words: tuple[str, ...]


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for the later of two such quotations."""
    quotations = list(_quotations(apparatus))[:_MOST]
    told: set[Span] = set()
    for one, other in _alike(quotations):
        if other.span in told or _paragraph(apparatus, one) == _paragraph(apparatus, other):
            continue
        apart = _apart(one.words, other.words)
        if apart:
            told.add(other.span)
            here, there = (" ".join(words) for words in apart)
            message = f"{quoted(other.span.of(apparatus.essay.text))} has {_shown(there)} where line "
            line = apparatus.essay.line(one.span)
            yield Finding(other.span, f"{message}{line} quotes the same words with {_shown(here)}")


def _shown(words: str) -> str:
    return quoted(words) if words else "nothing"


def _paragraph(apparatus: Apparatus, quotation: _Quoted) -> Span | None:
    paragraph = apparatus.prose.paragraph_at(quotation.span.start)
    return paragraph.span if paragraph else None


def _quotations(apparatus: Apparatus) -> Iterator[_Quoted]:
    text = apparatus.prose.text
    for span in apparatus.prose.quotations:
        printed = span.of(text)
        words = _WORD.findall(printed[: 8 * _MOST_WORDS])
        if _FEWEST <= len(words) <= _MOST_WORDS and not _SEEN.search(printed) and not _is_title(words):
            yield _Quoted(span, tuple(map(fold, words)))


def _is_title(words: Sequence[str]) -> bool:
    """Whether most words that tell have a capital."""
    telling = [word for word in words[1:] if fold(word) not in _small()]
    return 2 * sum(word[0].isupper() for word in telling) > len(telling)


def _alike(quotations: Sequence[_Quoted]) -> Iterator[tuple[_Quoted, _Quoted]]:
    """Those that have several pairs of words in common, in the order of the text."""
    places: dict[tuple[str, str], set[int]] = defaultdict(set)
    for index, one in enumerate(quotations):
        for pair in pairwise(one.words):
            places[pair].add(index)
    common = Counter(
        pair for indexes in places.values() if len(indexes) <= _COMMON for pair in combinations(sorted(indexes), 2)
    )
    for (first, then), times in sorted(common.items()):
        if times >= _APART:
            yield quotations[first], quotations[then]


def _apart(some: Sequence[str], others: Sequence[str]) -> tuple[Sequence[str], Sequence[str]] | None:
    """The words by which two runs differ, if they agree before and behind them, and the shorter to both its ends."""
    swapped = len(some) > len(others)
    short, long = (others, some) if swapped else (some, others)
    blocks = SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks()
    runs = [block for block in blocks if block.size]
    if len(runs) != 2 or runs[0].a or runs[1].a + runs[1].size != len(short):
        return None
    before, behind = runs
    gaps = short[before.size : behind.a], long[before.b + before.size : behind.b]
    same = [*short[: before.size], *short[behind.a :]]
    content = sum(word not in _small() for word in same)
    if len(same) < _FEWEST or content < _CONTENT or max(map(len, gaps)) > _APART or not _is_a_slip(*gaps):
        return None
    return (gaps[1], gaps[0]) if swapped else gaps


def _is_a_slip(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether the words are small ones, or two forms or spellings of one, and not what the author put in contrast."""
    if all(word in _small() for word in (*some, *others)):
        return True
    if len(some) != 1 or len(others) != 1 or is_variant(some[0], others[0]):
        return False
    return some[0][:_STEM] == others[0][:_STEM] and min(len(some[0]), len(others[0])) > _STEM


@cache
def _small() -> frozenset[str]:
    kinds = map(language.vocabulary, ("small_words", "prose", "begins_no_name"))
    return frozenset().union(language.connectives(), language.function_words(), *kinds)


RULE = Rule.documented("C005", "quotation-worded-two-ways", __doc__, check, pedantic=True)
