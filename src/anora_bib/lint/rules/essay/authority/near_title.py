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
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import Final

from anora_bib.diagnostics import Applicability, Fix
from anora_bib.lint.rule import Finding, FixAvailability, Rule
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, BlockKind, Records, Work
from anora_bib.text.characters import fold
from anora_bib.text.spans import Edit, Span

_OFTEN: Final = 3
"""Times a work must be named before a lookalike counts as a slip: twice may be a passing comparison."""

_SHORTEST: Final = 5
"""Letters: among shorter words, most are one keystroke from some other word."""

_IN_HEADING: Final = 2
"""Keystrokes in a heading, which is about the work if anything is; there the first and last letter must be right."""

_LONGEST: Final = 6
"""Words of a title that are compared; none longer is typed again and again."""

_NUMERAL = re.compile(r"[IVX]{1,5}|\d{1,3}")
_ENDINGS: Final = ("n", "r", "s", "m", "e", "en", "es", "er", "em")
_WORD = re.compile(r"[^\W_]+(?:[\u2019\u2018'][^\W\d_]{3,})?")
"""A word without its possessive ending."""


def check(apparatus: Apparatus, records: Records) -> Iterator[Finding]:
    """A finding for each run of capitalised words that is nearly the title of a work the essay is about."""
    yield from apparatus.judged(findings, records)


def findings(apparatus: Apparatus, records: Records) -> list[Finding]:
    """What the rule finds; ask for it with ``apparatus.judged``, since the rule on misspelt names asks as well."""
    titles = [title for title in _titles(apparatus, records) if len(_WORD.findall(title)) <= _LONGEST]
    if not titles:
        return []
    lookalikes = _Lookalikes(titles)
    text = apparatus.essay.text
    headings = {block.span for block in apparatus.essay.blocks if block.kind is BlockKind.HEADING}
    places = sorted({*headings, *apparatus.body})
    # As strings first, which are many times cheaper than matches: few places have anything to compare.
    words_of = [_WORD.findall(text, place.start, place.end) for place in places]
    printed = Counter(chain.from_iterable(words_of))
    counts: Counter[str] = Counter()
    for word, times in printed.items():
        counts[word.casefold()] += times
    possible = {word for word in printed if counts[word.casefold()] == 1 or word.casefold() in lookalikes.words}
    capitalised = {word for word in possible if word[0].isupper()}
    results = []
    for place, words in zip(places, words_of, strict=True):
        keystrokes = _IN_HEADING if place in headings else 1
        runs = list(_runs(words, possible, capitalised, lookalikes.lengths))
        for span in _spans(text, place, words, runs):
            run = span.of(text)
            title = lookalikes.of(run, keystrokes)
            if title and not _same_words(run, title) and _only_here(run, title, counts) and not _known(run, records):
                results.append(_finding(apparatus, span, title))
    return results


def _same_words(run: str, title: str) -> bool:
    """True if nothing but signs, the number of a part or an ending differs.

    "Harbour, Inc" is not misspelt for "Harbour, Inc.", nor "Harbour I" for "Harbour II"; "Weissen" is the German
    "Weisse" in another case.
    """
    pairs = [*zip(_WORD.findall(run), _WORD.findall(title), strict=False)]
    apart = [(one, other) for one, other in pairs if one.casefold() != other.casefold()]
    if len(apart) == 1 and (all(map(_NUMERAL.fullmatch, apart[0])) or (len(pairs) > 1 and _is_ending(*apart[0]))):
        return True
    return [word.casefold() for word in _WORD.findall(run)] == [word.casefold() for word in _WORD.findall(title)]


def _is_ending(one: str, other: str) -> bool:
    short, long = sorted((one.casefold(), other.casefold()), key=len)
    return long.startswith(short) and long[len(short) :] in _ENDINGS


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


def _runs(
    words: Sequence[str], possible: AbstractSet[str], capitalised: AbstractSet[str], lengths: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The first and the last word of each run that begins with a capital and has as many words as a title.

    Words that are not ``possible``, since no title has them and the essay has them twice, are in no run.
    """
    for first in [index for index, word in enumerate(words) if word in capitalised]:
        end = first + 1
        furthest = min(first + lengths[-1], len(words))
        while end < furthest and words[end] in possible:
            end += 1
        for length in lengths:
            if first + length <= end:
                yield first, first + length - 1


def _spans(text: str, place: Span, words: Sequence[str], runs: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """Where the runs of a place stand; ``words`` are all of its words, in order."""
    starts: list[int] = []
    start = place.start
    for word in words[: max((last for _, last in runs), default=-1) + 1]:
        start = text.find(word, start)
        starts.append(start)
        start += len(word)
    for first, last in runs:
        yield Span(starts[first], starts[last] + len(words[last]))


class _Lookalikes:
    """The titles of one essay, asked for those that are nearly some words of it.

    A title and words that differ by so few keystrokes share their first letter or their last, so that only titles
    with the right letter and length are compared.
    """

    def __init__(self, titles: Iterable[str]) -> None:
        words = [_WORD.findall(title) for title in titles]
        self.lengths = sorted({len(listed) for listed in words})
        """How many words the titles have."""
        self.words = frozenset(word.casefold() for listed in words for word in listed)
        """The words of all titles."""
        self._keys = frozenset(title.casefold() for title in titles)
        self._by_end: dict[tuple[int, str, int], list[str]] = defaultdict(list)
        """The titles by their first letter (0) or their last (-1), and by how long they are."""
        for title in titles:
            key = title.casefold()
            for end in (0, -1):
                self._by_end[end, key[end], len(title)].append(title)
        self._choices: dict[tuple[str, str, range], dict[str, list[str]]] = {}
        """The titles that words with these ends and of these lengths are compared with, by their small letters."""
        self._remembered: dict[tuple[str, int], str | None] = {}

    def of(self, words: str, keystrokes: int) -> str | None:
        """The one title that is so near to ``words``; None if there is none, several, or one that is equal."""
        asked = (words, keystrokes)
        if asked not in self._remembered:
            self._remembered[asked] = self._find(words, keystrokes)
        return self._remembered[asked]

    def _find(self, words: str, keystrokes: int) -> str | None:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        key = words.casefold()
        if key in self._keys or f"{key}s" in self._keys or key.removesuffix("s") in self._keys:
            return None  # a title, or its plural
        ends = (key[0], key[-1], range(len(words) - keystrokes, len(words) + keystrokes + 1))
        if ends not in self._choices:
            self._choices[ends] = self._with_ends(*ends)
        choices = self._choices[ends]
        # The comparison of all at once leaves few for the one that looks at the ends as well.
        near = process.extract(key, choices.keys(), scorer=OSA.distance, score_cutoff=keystrokes, limit=None)
        titles = [title for choice, _, _ in near for title in choices[choice]]
        candidates = [title for title in titles if _slips(words, title) <= keystrokes]
        return candidates[0] if len(candidates) == 1 else None

    def _with_ends(self, first: str, last: str, lengths: Iterable[int]) -> dict[str, list[str]]:
        ends = [(end, letter, length) for end, letter in ((0, first), (-1, last)) for length in lengths]
        by_key: dict[str, list[str]] = {}
        for title in dict.fromkeys(title for end in ends for title in self._by_end.get(end, ())):
            by_key.setdefault(title.casefold(), []).append(title)
        return by_key


def _slips(one: str, other: str) -> int:
    """Letters wrong, missing, too many or changed with their neighbour; a plural is none.

    Two slips count as more than any allowed number where the first or last letter is one of them.
    """
    from rapidfuzz.distance import OSA

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
