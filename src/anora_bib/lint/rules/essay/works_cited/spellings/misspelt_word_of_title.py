"""A word of a title that the essay, the address of the work, or everybody spells otherwise.

## What it finds

A long word that stands only once, in the title, the periodical or the publisher of a reference, and lacks a letter of a
word that the essay has several times, or has two of its letters the other way round: "Folkore", where all else is
"folklore". The address of the same work counts as well ("/douens-and-other-folklore"), and so do, for titles in
English, some fourteen hundred words that stand in essays on any subject ("Politcs", "politics"). Words in other
languages are held against titles in that language alone, and words that are a keystroke from another word ("martial",
"marital") are left alone.

## Why it matters

The reader who looks for the title does not find it, and a citation is copied with its slips.

## Example

    The folklore of lamps is old, as all folklore is.[1]

    ## Notes

    [1] Jane Roe, *Lamps and Other Folkore* (Exampleton: Example Press, 2009), 12.

## Instead

    The folklore of lamps is old, as all folklore is.[1]

    ## Notes

    [1] Jane Roe, *Lamps and Other Folklore* (Exampleton: Example Press, 2009), 12.

## How it is fixed

By hand: now and then it is the author of the work who spells so.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from anora_bib import language
from anora_bib.language.tongues import tongue_of
from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.essay.works_cited.spellings.name_spelt_two_ways import spelt_otherwise
from anora_bib.lint.rules.shared.spellings import AS_IT_STANDS, dropped_letter_keys, is_dropped_letter
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Records, Reference
from anora_bib.model.essay.passages import references_as_printed, without_markup
from anora_bib.text.characters import fold, fold_word
from anora_bib.text.spans import Span

_WORD: Final = re.compile(r"[^\W\d_](?<![\w@#'\u2019-].)[^\W\d_]{5,29}(?![\w@#'\u2019-])")
_SECOND: Final = re.compile(r"(?<=[^\W\d_]-)[^\W\d_]{7,30}(?![\w@#'\u2019-])")
"""The second half of a word with a hyphen, which stands for itself: "Nineteenth-Century"."""
_VARIABLES: Final = ("title", "container-title", "publisher")
_TIMES: Final = 2
"""How often the other spelling must stand; of a language that is not the essay's, where many a word has two forms,
more often."""
_TIMES_ABROAD: Final = 4
_ENGLISH: Final = ""
_SMALL: Final = frozenset({"the", "of", "and", "from", "with"})
"""Small words that tell a title in English from one in which no small word tells the language."""
_LONG: Final = 7
"""Letters of a slip for a common word."""
_ACCENTED: Final = re.compile(r"[^\W\d_A-Za-z]")
_BEFORE: Final = re.compile(r"([^\W\d_]{2,30})\W{1,2}$")
_REACH: Final = 40


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each word of a reference that is a slip for a word of the essay or of the address."""
    yield from apparatus.derived(misspelt)


def misspelt(apparatus: Apparatus) -> list[Finding]:
    """What the rule finds; ask for it with ``apparatus.derived``, since the rule on names spelt once asks as well."""
    references = [reference for reference in apparatus.references if not reference.short]
    if not references:
        return []
    words = _Words(apparatus)
    told = {finding.span for finding in apparatus.derived(spelt_otherwise) if not finding.doubtful}
    found = (finding for reference in references for finding in _slips(apparatus, words, reference))
    return [finding for finding in found if finding.span not in told]


class _Words:
    """The words of an essay by their language, and which of them a slip may stand for."""

    def __init__(self, apparatus: Apparatus) -> None:
        text = apparatus.derived(without_markup)
        self.counts: Counter[str] = Counter()
        self._by_tongue: dict[str, Counter[str]] = defaultdict(Counter)
        body = " ".join(span.of(text) for span in apparatus.body)
        self.own = tongue_of(body)
        self._add(self.own, body)
        for span in references_as_printed(apparatus):
            self._add(tongue_of(span.of(text)), span.of(text))
        # A slip keeps the first letter, and is rarer than the word that it stands for.
        self._alike: dict[tuple[str, str, int], list[str]] = defaultdict(list)
        for tongue, counts in self._by_tongue.items():
            for word, times in counts.items():
                if times >= _TIMES:
                    self._alike[tongue, word[:1], len(word)].append(word)

    def _add(self, tongue: str, text: str) -> None:
        of_tongue = self._by_tongue[tongue]
        for written, times in Counter(_WORD.findall(text)).items():
            word = fold_word(written)
            self.counts[word] += times
            of_tongue[word] += times

    def meant(self, word: str, tongue: str) -> str:
        """The word of that language that is meant, if one is and it stands often enough; else ""."""
        keys = frozenset(dropped_letter_keys(word))
        lengths = range(len(word) - 1, len(word) + 2)
        as_long = (other for length in lengths for other in self._alike.get((tongue, word[:1], length), ()))
        near = [other for other in as_long if not keys.isdisjoint(dropped_letter_keys(other))]
        counts = self._by_tongue[tongue]
        best = max(near, key=lambda other: (counts[other], other), default="")
        fewest = _TIMES if tongue in (self.own, _ENGLISH) else _TIMES_ABROAD
        return best if best and counts[best] >= fewest and is_dropped_letter(word, best) else ""


def _slips(apparatus: Apparatus, words: _Words, reference: Reference) -> Iterator[Finding]:
    text = apparatus.essay.text
    printed = reference.span.of(text)
    address = set(_WORD.findall(reference.entry.string("URL").lower().replace("-", " ").replace("_", " ")))
    titles = " ".join(reference.entry.string(name) for name in _VARIABLES)
    tongue = tongue_of(titles)
    if tongue == _ENGLISH != tongue_of(printed) or (tongue == _ENGLISH and _ACCENTED.search(titles)):
        return
    in_english = tongue == _ENGLISH and not _SMALL.isdisjoint(fold(titles).split())
    for written in dict.fromkeys(_WORD.findall(titles)):
        word = fold_word(written)
        if words.counts[word] > 1 or not written.isascii() or word in _words_of_their_own():
            continue
        if (place := _place(printed, written)) is None or _is_a_name(printed, place):
            continue
        span = place.shift(reference.span.start)
        if word not in address and (other := _near_in(word, address)) and words.counts[other]:
            yield Finding(
                span, f"{quoted(written)} is spelt {quoted(_like(written, other))} in the address of the same work"
            )
        elif other := words.meant(word, tongue):
            yield Finding(span, f"{quoted(written)} is spelt {quoted(_like(written, other))} in the rest of the essay")
        elif in_english and (other := _common_word(word)):
            yield _common_slip(span, written, other)
    for match in _SECOND.finditer(printed) if in_english else ():
        written = match[0]
        common = _common_word(fold_word(written)) if written in titles and written.isascii() else ""
        if common and fold_word(written) not in _words_of_their_own():
            yield _common_slip(Span(*match.span()).shift(reference.span.start), written, common)


def _common_slip(span: Span, written: str, other: str) -> Finding:
    return Finding(span, f"{quoted(written)} seems to be a slip for {quoted(_like(written, other))}")


def _common_word(word: str) -> str:
    """The common word that a long word is a slip for; "" if there is none, or several."""
    if len(word) < _LONG or word in language.vocabulary("common_words"):
        return ""
    near = {other for key in dropped_letter_keys(word) for other in _common_words().get(key, ())}
    meant = [other for other in near if is_dropped_letter(word, other)]
    return meant[0] if len(meant) == 1 else ""


@cache
def _common_words() -> Mapping[str, Sequence[str]]:
    """The common words by what they and the slips for them have in common."""
    by_key: dict[str, list[str]] = defaultdict(list)
    for word in language.vocabulary("common_words"):
        for key in dropped_letter_keys(word):
            by_key[key].append(word)
    return by_key


def _like(written: str, other: str) -> str:
    return other.capitalize() if written[0].isupper() else other


def _near_in(word: str, address: Iterable[str]) -> str:
    return next((other for other in sorted(address) if is_dropped_letter(word, other)), "")


def _place(printed: str, written: str) -> Span | None:
    """Where a word stands in a reference, if once and as it is meant to be read."""
    found = [match for match in _WORD.finditer(printed) if match[0] == written]
    if len(found) != 1 or AS_IT_STANDS.match(printed, found[0].end()):
        return None
    return Span(*found[0].span())


def _is_a_name(printed: str, place: Span) -> bool:
    """Whether a given name stands before the word: "the Journal of George Witten"."""
    before = _BEFORE.search(printed[max(0, place.start - _REACH) : place.start])
    return before is not None and fold_word(before[1]) in language.given_names()


@cache
def _words_of_their_own() -> frozenset[str]:
    return language.vocabulary("near_words")


RULE = Rule.documented("W009", "misspelt-word-of-title", __doc__, check)
