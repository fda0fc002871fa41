"""Names among the nouns of a German text, which all have capitals: where they begin, and where they end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from anora_bib.find.phrases.callings import calling_before
from anora_bib.language import saying
from anora_bib.text.spans import Span

_WORD: Final = re.compile(r"\S+")
_INITIAL: Final = re.compile(r"(?:\w\.-?){1,3}")
_PARTICLES: Final = frozenset("von van de der den del della di du la le zu zur ten".split())
_DETERMINERS: Final = saying.words("words", "determiners")
_OWNED: Final = saying.words("nouns", "ideas") | saying.words("nouns", "pieces")
_OPENINGS: Final = frozenset(word.capitalize() for word in saying.words("words", "openings", ("de",)))
_NOUN_ENDINGS: Final = (
    *("heit", "ion", "ismus", "keit", "land", "schaft", "stand", "tät", "tum", "ung", "welt", "wesen", "zeit"),
)
"""Of nouns that often have no article."""
_ADJECTIVES: Final = ("e", "em", "en", "er", "es")
"""How adjectives end that stand between an article and its noun."""
_BEFORE: Final = 40
_SHORTEST: Final = 4
_TWICE: Final = 2


class GermanNames:
    """Cuts runs of capitalised words into names.

    ``is_given`` tells a given name, ``single`` are known names of one word. A name is one or more given names or
    initials and the word behind them, or a word that ends such a name elsewhere; the ending of the genitive is cut off
    where the name is also met without it, or a noun for what its bearer has stands beside it. Two words, or one, of
    which no list knows anything are a name if they never have an article or another determiner before them and are
    met again, the two together, or the latter alone.
    """

    def __init__(self, text: str, runs: Sequence[Span], is_given: Callable[[str], bool], single: Iterable[str]) -> None:
        self._text = text
        self._is_given_name = is_given
        self._bare = Counter(run.of(text) for run in runs)
        self._determined = {run.of(text) for run in runs if self._has_determiner(run)}
        self._called = {run.of(text) for run in runs if " " in run.of(text) and calling_before(text, run.start)}
        """Two words or more right behind one for what somebody is: die Politologin Nora Rohde."""
        self._single = set(single)
        whole = {run: self._without_ending(found, run) for run in runs if (found := self._whole(run))}
        self._single.update(map(self._last, whole.values()))
        self.names = tuple(self._names(runs, whole))
        """The names, and the runs in which none was told, in order."""

    def may_be_name(self, words: str) -> bool:
        """Whether words that no list knows stand in the text as names do."""
        if words in self._called:
            return True
        if words in self._determined or not _OPENINGS.isdisjoint(words.split(" ")) or words.endswith(_NOUN_ENDINGS):
            return False
        first, _, last = words.partition(" ")
        if not last:
            return self._bare[words] > _TWICE and len(words) >= _SHORTEST
        met = self._bare[last] or self._bare[words] >= _TWICE
        return bool(met) and not {first, last} & self._determined and not self._bare[first]

    def _names(self, runs: Iterable[Span], whole: dict[Span, Span]) -> Iterator[Span]:
        for run in runs:
            known = None if run in whole else self._known(run)
            yield whole.get(run) or (self._without_ending(known, run) if known else run)

    def _whole(self, run: Span) -> Span | None:
        """A name that begins with a given one, in a run of more words."""
        words = self._words(run)
        for index, word in enumerate(words[:-1]):
            if self._is_given(word):
                last = index + 1
                while last + 1 < len(words) and (
                    self._is_given(words[last]) or words[last].of(self._text) in _PARTICLES
                ):
                    last += 1
                return Span(word.start, words[self._past_middle(words, last)].end)
        return None

    def _past_middle(self, words: Sequence[Span], last: int) -> int:
        """The index of the word behind what is a middle name, by where else the two stand: Hans Henny (Jahnn)."""
        if last + 1 == len(words):
            return last
        middle, family = words[last].of(self._text), words[last + 1].of(self._text)
        met = self._bare[family] or self._bare[f"{family}s"]
        known = self._bare[middle] or self._bare[f"{middle}s"] or self._bare[middle.removesuffix("s")]
        return last + 1 if met and not known else last

    def _known(self, run: Span) -> Span | None:
        """The word of a run that is a name elsewhere, or is one in the genitive."""
        for word in self._words(run):
            printed = word.of(self._text)
            if printed in self._single or printed.removesuffix("s") in self._single:
                return word
        return None

    def _without_ending(self, name: Span, run: Span) -> Span:
        last = self._last(name)
        bare = last.removesuffix("s")
        if bare == last or last.endswith("ss") or len(bare) < _SHORTEST - 1:
            return name
        met = self._bare[bare] or self._bare[name.of(self._text)[:-1]] or (bare in self._single)
        owned = self._text[run.start : name.start].split()[-1:]
        return Span(name.start, name.end - 1) if met or name.end < run.end or not _OWNED.isdisjoint(owned) else name

    def _words(self, run: Span) -> list[Span]:
        if run.of(self._text).isalpha():
            return [run]
        return [Span(*word.span()) for word in _WORD.finditer(self._text, run.start, run.end)]

    def _is_given(self, word: Span) -> bool:
        printed = word.of(self._text)
        return _INITIAL.fullmatch(printed) is not None or (printed[-1] != "." and self._is_given_name(printed))

    def _last(self, name: Span) -> str:
        return name.of(self._text).rpartition(" ")[2]

    def _has_determiner(self, run: Span) -> bool:
        before = self._text[max(0, run.start - _BEFORE) : run.start].split()
        if len(before) > 1 and before[-1].islower() and before[-1].endswith(_ADJECTIVES):
            before = [word for word in before[-2:] if word.lower() in _DETERMINERS]
        return bool(before) and (before[-1].lower() in _DETERMINERS or before[-1][0].isdigit())
