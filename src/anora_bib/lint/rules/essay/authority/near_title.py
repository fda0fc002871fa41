"""A title that is a letter or two away from the work the essay is about.

## What it finds

Capitalised words one keystroke away from the title of a work that the essay names again and again, in a heading up to
two, where they stand only once and are no other title or name that the authority records know.

## Why it matters

In a heading such a slip is the first thing a reader sees, and a search for the title passes it by.

## Example

    # Aurora's Genre Switch

    Anora begins as a comedy. In the middle Anora turns. Anora ends as something else.

## Instead

    # Anora's Genre Switch

    Anora begins as a comedy. In the middle Anora turns. Anora ends as something else.

## How it is fixed

The title is put in its place. Unsafe, because the word may be the name of something the records do not know.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from rapidfuzz.distance import OSA

from anora_bib.diagnostics import Applicability, Fix
from anora_bib.lint.rule import Finding, FixAvailability, Rule
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, BlockKind, Records, Work
from anora_bib.spans import Edit, Span
from anora_bib.text import fold

_OFTEN: Final = 3
"""Times a work must be named before a lookalike counts as a slip: twice may be a passing comparison."""

_SHORTEST: Final = 5
"""Letters: among shorter words, most are one keystroke from some other word."""

_IN_HEADING: Final = 2
"""Keystrokes in a heading, which is about the work if anything is; there the first and last letter must be right."""

_LONGEST: Final = 6
"""Words of a title that are compared; none longer is typed again and again."""

_WORD = re.compile(r"[^\W_]+(?:[\u2019\u2018'][^\W\d_]{3,})?")
"""A word without its possessive ending."""


def check(apparatus: Apparatus, records: Records) -> Iterator[Finding]:
    """A finding for each run of capitalised words that is nearly the title of a work the essay is about."""
    titles = [title for title in _titles(apparatus, records) if len(_WORD.findall(title)) <= _LONGEST]
    if not titles:
        return
    lookalikes = _Lookalikes(titles)
    text = apparatus.essay.text
    headings = {block.span for block in apparatus.essay.blocks if block.kind is BlockKind.HEADING}
    places = sorted({*headings, *apparatus.body})
    words_of = [list(_WORD.finditer(text, place.start, place.end)) for place in places]
    counts: Counter[str] = Counter()
    for word, times in Counter(word[0] for words in words_of for word in words).items():
        counts[word.casefold()] += times
    for place, words in zip(places, words_of, strict=True):
        keystrokes = _IN_HEADING if place in headings else 1
        for start, end in _capitalised(words, lookalikes.lengths):
            run = text[start:end]
            title = lookalikes.of(run, keystrokes)
            if title and _only_here(run, title, counts) and not _known(run, records):
                yield _finding(apparatus, Span(start, end), title)


def _titles(apparatus: Apparatus, records: Records) -> Iterator[str]:
    """The titles named often, as the essay writes or would write them."""
    counts = Counter(mention.record or fold(mention.text) for mention in apparatus.mentions)
    seen: set[str] = set()
    for mention in apparatus.mentions:
        work = records.by_id.get(mention.record)
        title = apparatus.essay.document.written(work.main_title) if isinstance(work, Work) else mention.text
        often = counts[mention.record or fold(mention.text)] >= _OFTEN
        if often and title not in seen and len(title) >= _SHORTEST:
            seen.add(title)
            yield title


def _capitalised(words: Sequence[re.Match[str]], lengths: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Start and end of the runs of as many words as a title has that begin with a capital."""
    for index, word in enumerate(words):
        if word[0][0].isupper():
            for length in lengths:
                if index + length <= len(words):
                    yield word.start(), words[index + length - 1].end()


class _Lookalikes:
    """The titles of one essay, asked for those that are nearly some words of it.

    A title and words that differ by so few keystrokes share their first letter or their last, so that only titles
    with the right letter and length are compared.
    """

    def __init__(self, titles: Iterable[str]) -> None:
        self.lengths = set()
        """How many words the titles have."""
        self._by_end: dict[tuple[int, str], dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
        """The titles by their first letter (0) and their last (-1), then by how long they are."""
        self._remembered: dict[tuple[str, int], str | None] = {}
        for title in titles:
            self.lengths.add(len(_WORD.findall(title)))
            key = title.casefold()
            for end in (0, -1):
                self._by_end[end, key[end]][len(title)].append(title)

    def of(self, words: str, keystrokes: int) -> str | None:
        """The one title that is so near to ``words``; None if there is none, several, or one that is equal."""
        asked = (words, keystrokes)
        if asked not in self._remembered:
            self._remembered[asked] = self._find(words, keystrokes)
        return self._remembered[asked]

    def _find(self, words: str, keystrokes: int) -> str | None:
        key = words.casefold()
        by_length = [ending for end in (0, -1) if (ending := self._by_end.get((end, key[end])))]
        lengths = range(len(words) - keystrokes, len(words) + keystrokes + 1)
        near = {title for titles in by_length for length in lengths for title in titles.get(length, ())}
        candidates = [(title, slips) for title in near if (slips := _slips(words, title)) <= keystrokes]
        return candidates[0][0] if len(candidates) == 1 and candidates[0][1] else None


def _slips(one: str, other: str) -> int:
    """Letters wrong, missing, too many or changed with their neighbour; a plural is none.

    Two slips count as more than any allowed number where the first or last letter is one of them.
    """
    one, other = one.casefold(), other.casefold()
    if one == other or f"{one}s" == other or one == f"{other}s":
        return 0
    slips = OSA.distance(one, other, score_cutoff=_IN_HEADING)
    return slips if slips < 2 or (one[0], one[-1]) == (other[0], other[-1]) else slips + _IN_HEADING


def _only_here(words: str, title: str, counts: Counter[str]) -> bool:
    """True if the words that differ from the title's stand nowhere else: what is used twice is meant."""
    known = {word.casefold() for word in _WORD.findall(title)}
    return all(counts[word.casefold()] == 1 for word in _WORD.findall(words) if word.casefold() not in known)


def _known(words: str, records: Records) -> bool:
    """True if the records know the words as a title or name, or as a part of a person's name."""
    return bool(records.named(words)) or fold(words) in records.derived(_parts_of_names)


def _parts_of_names(records: Records) -> frozenset[str]:
    return frozenset(part for record in records for form in record.forms for part in fold(form).split())


def _finding(apparatus: Apparatus, span: Span, title: str) -> Finding:
    words = span.of(apparatus.essay.text)
    right = title.upper() if words.isupper() else title
    first = apparatus.essay.text.find(title)
    evidence = [f"The essay names {quoted(title)} again and again, {quoted(words)} only here."]
    if first >= 0:
        evidence.append(f"It does so first in line {apparatus.essay.line(Span(first, first))}.")
    fix = Fix(f"Write {quoted(right)}", (Edit(span, right, as_written=True),), Applicability.UNSAFE)
    far = "one letter" if _slips(words, title) == 1 else "two letters"
    return Finding(span, f"{quoted(words)} is {far} away from {quoted(title)}", tuple(evidence), fix)


RULE = Rule.documented("A004", "near-title", __doc__, check, availability=FixAvailability.ALWAYS)
