"""What a text must have for a pattern to match it: a text without it need not be held against the pattern.

The words of a text are told once; whether a pattern has a chance is then a question about two sets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, Generic, Protocol, TypeVar

from anora_bib import language

_LETTERS: Final = re.compile(r"[^\W\d_]+")


class Seen:
    """A text in small letters, and the words it has: runs of letters and nothing else, so that "vol12" has "vol"."""

    __slots__ = ("lowered", "words")

    def __init__(self, text: str) -> None:
        self.lowered = text.lower()
        self.words = frozenset(_LETTERS.findall(self.lowered))


class Signed:
    """A pattern with what each text that it matches has: one of ``words``, one of ``parts``, and a match of ``sign``.

    Each of these may be missing. Parts and sign are looked for in small letters. A sign has no flags, and begins with
    one known character or a few, so that :mod:`re` skips all others; what stands before that it asks behind it.
    """

    __slots__ = ("_compiled", "_flags", "_source", "parts", "sign", "words")

    def __init__(
        self, source: str, flags: int, words: frozenset[str], parts: tuple[str, ...], sign: re.Pattern[str] | None
    ) -> None:
        self._source = source
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None
        self.words = words
        self.parts = parts
        self.sign = sign

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when a text may match it for the first time: most texts have the signs of few."""
        if self._compiled is None:
            self._compiled = re.compile(self._source, self._flags)
        return self._compiled

    def may_match(self, seen: Seen) -> bool:
        """Whether the text has what the pattern needs."""
        if self.words and self.words.isdisjoint(seen.words):
            return False
        if self.parts:
            lowered = seen.lowered
            for part in self.parts:
                if part in lowered:
                    break
            else:
                return False
        return self.sign is None or self.sign.search(seen.lowered) is not None

    def finditer(self, text: str, seen: Seen) -> Iterable[re.Match[str]]:
        """The matches in ``text``, or in what is left of it; ``seen`` is of the whole."""
        return self.pattern.finditer(text) if self.may_match(seen) else ()

    def match(self, text: str, seen: Seen) -> re.Match[str] | None:
        """The match at the beginning of ``text``, or of what is left of it; ``seen`` is of the whole."""
        return self.pattern.match(text) if self.may_match(seen) else None

    def search(self, text: str, seen: Seen) -> re.Match[str] | None:
        """The first match in ``text``, or in what is left of it; ``seen`` is of the whole."""
        return self.pattern.search(text) if self.may_match(seen) else None


def signed(
    pattern: str, flags: int = 0, *, words: str | Iterable[str] = (), parts: Iterable[str] = (), sign: str = ""
) -> Signed:
    """A pattern with its words, in one string or several, its parts, and its sign."""
    listed = words.split() if isinstance(words, str) else words
    return Signed(pattern, flags, frozenset(listed), tuple(parts), re.compile(sign) if sign else None)


class AnyOf:
    """Signed patterns of which none need be tried where a text has the words and signs of none."""

    def __init__(self, *patterns: Signed) -> None:
        self._words = frozenset(word for one in patterns if one.words for word in one.words)
        self._others = tuple(one for one in patterns if not one.words)

    def may_match(self, seen: Seen) -> bool:
        """Whether one of them may match."""
        if not self._words.isdisjoint(seen.words):
            return True
        return any(one.may_match(seen) for one in self._others)


def words_in(*phrases: str) -> frozenset[str]:
    """The word by which to tell each phrase of ``language``: the longest run of letters that it always has.

    Raises:
        ValueError: a phrase has no letters.
    """
    return frozenset(max(_LETTERS.findall(language.longest_word(phrase).lower()), key=len) for phrase in phrases)


ANY_WORD: Final = "*"
"""Stands in a phrase for a word that may be any."""


def first_words(phrase: str) -> frozenset[str]:
    """The runs of letters with which a phrase of ``language`` may begin, in small letters, or :data:`ANY_WORD`."""
    found: set[str] = set()
    for part in _PARTS.finditer(phrase):
        words = part["words"].lower().split()
        letters = _LETTERS.match(words[0]) if words else None
        if words:
            found.add(letters[0] if letters else ANY_WORD)
        if words and not part["optional"]:
            break
    return frozenset(found)


_PARTS: Final = re.compile(r"(?P<optional>\[)?(?P<words>[^\[\]]+)\]?")


class _HasPattern(Protocol):
    @property
    def pattern(self) -> Signed: ...


T = TypeVar("T", bound=_HasPattern)


class Chosen(Generic[T]):
    """Items with a signed pattern each, of which only those are tried whose words a text has."""

    def __init__(self, items: Iterable[T]) -> None:
        self.items = tuple(items)
        self._by_word: dict[str, list[int]] = {}
        self._by_part: dict[str, list[int]] = {}
        """Those without words; under "", which every text has, those of any other sign."""
        for at, item in enumerate(self.items):
            words, parts = item.pattern.words, item.pattern.parts
            for word in words:
                self._by_word.setdefault(word, []).append(at)
            if not words:
                self._by_part.setdefault(parts[0] if len(parts) == 1 else "", []).append(at)
        self._words = frozenset(self._by_word)

    def likely(self, seen: Seen) -> Iterable[T]:
        """The items, in order, that may match."""
        lowered = seen.lowered
        found = [at for part, held in self._by_part.items() if part in lowered for at in held]
        for word in self._words & seen.words:
            found += self._by_word[word]
        return [item for at in sorted({*found}) if (item := self.items[at]).pattern.may_match(seen)]
