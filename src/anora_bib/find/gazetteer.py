"""Finds many known names in a text in one pass."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from anora_bib.model.essay.words import Words
from anora_bib.text.spans import Span

T = TypeVar("T")

_WORD = re.compile(r"\w+")
_SIGNS = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"', "\u2010": "-", "\u2011": "-"}
)
_COLON = frozenset((":", "\u2014", "\u2013", "-", " - ", " \u2013 ", " \u2014 ", ": "))
"""What may stand between a title and its subtitle; publishers do not agree with themselves."""


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A name in the text, and everything that bears it."""

    span: Span
    items: tuple[T, ...]


@dataclass(slots=True)
class _Node(Generic[T]):
    next: dict[str, _Node[T]] = field(default_factory=dict)
    items: list[T] = field(default_factory=list)


class Gazetteer(Generic[T]):
    """Names to look for, each with an item it stands for.

    Names are compared word by word with case and accents, but quotation marks, hyphens, dashes and white space may be
    set in any way. Of names that begin at one word the longest is found; names do not overlap.
    """

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        self._root: _Node[T] = _Node()
        for name, item in names:
            node = self._root
            for key in _keys(name):
                node = node.next.setdefault(key, _Node())
            if node is not self._root and item not in node.items:
                node.items.append(item)

    def scan(self, text: str, span: Span) -> Iterator[Hit[T]]:
        """The names in a passage, in order. Takes time in the length of the passage and of the longest name."""
        return self._hits(text, span, (word.start() for word in _WORD.finditer(text, span.start, span.end)))

    def in_words(self, words: Words, *, small: bool = False) -> Callable[[Span], Iterable[Hit[T]]]:
        """A function that gives the names in a passage, in order, of a text whose words are known.

        It looks only at the words that a name begins with, if the next one goes on. ``small`` is for names in small
        letters: they are found in any case.
        """
        places = words.places_before(self._second_words, small=small)
        text = small_letters(words.text) if small else words.text

        def hits(span: Span) -> Iterable[Hit[T]]:
            starts = places.within(span)
            return self._hits(text, span, starts) if starts else ()

        return hits

    @cached_property
    def _second_words(self) -> Mapping[str, frozenset[str] | None]:
        """By the first words of the names their second ones; None for one that is a name by itself."""
        return {
            word: None if node.items else frozenset(_WORD.findall(key)[-1] for key in node.next)
            for word, node in self._root.next.items()
        }

    def _hits(self, text: str, span: Span, starts: Iterable[int]) -> Iterator[Hit[T]]:
        """The names in ``span`` that begin at one of ``starts``."""
        first_words = self._root.next
        done = span.start
        for start in starts:
            word = _WORD.match(text, start, span.end) if start >= done else None
            node = first_words.get(word[0]) if word else None
            if word is None or node is None:
                continue
            hit = self._longest(text, word, node, span.end)
            if hit:
                yield hit
                done = hit.span.end

    @staticmethod
    def _longest(text: str, first: re.Match[str], node: _Node[T], limit: int) -> Hit[T] | None:
        last, longest = first, None
        step: _Node[T] | None = node
        while step is not None:
            if step.items:
                longest = Hit(Span(first.start(), last.end()), tuple(step.items))
            following = _WORD.search(text, last.end(), limit) if step.next else None
            if following is None:
                break
            step = step.next.get(_gap(text[last.end() : following.start()]) + following[0])
            last = following
        return longest


def _keys(name: str) -> Iterator[str]:
    end: int | None = None
    for match in _WORD.finditer(name):
        gap = "" if end is None else _gap(name[end : match.start()])
        yield gap + match[0]
        end = match.end()


def _gap(text: str) -> str:
    """What stands between two words, so that two ways of setting the same thing are equal."""
    if text == " ":
        return " "
    if text == "-":
        return "-"
    if text.strip() in _COLON:
        return ":"
    return " ".join(text.translate(_SIGNS).split()) or " "


def small_letters(text: str) -> str:
    """``text`` in small letters, exactly as long as before."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)
