"""Finds many known names in a text in one pass."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from anora_bib.spans import Span

T = TypeVar("T")

_WORD = re.compile(r"\w+")
_SIGNS = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"', "\u2010": "-", "\u2011": "-"}
)
_COLON = frozenset((":", "\u2014", "\u2013", "-", " - ", " \u2013 ", " \u2014 ", ": "))
"""What may stand between a title and its subtitle; publishers do not agree with themselves."""


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A name that was found, and everything that bears it."""

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
        words = [Span(match.start(), match.end()) for match in _WORD.finditer(text, span.start, span.end)]
        index = 0
        while index < len(words):
            hit = self._longest(text, words, index)
            if hit:
                yield hit
                index = bisect_left(words, hit.span.end, key=lambda word: word.start)
            else:
                index += 1

    def _longest(self, text: str, words: list[Span], first: int) -> Hit[T] | None:
        node = self._root.next.get(words[first].of(text))
        last, found = first, None
        while node is not None:
            if node.items:
                found = Hit(Span(words[first].start, words[last].end), tuple(node.items))
            last += 1
            if last == len(words):
                break
            node = node.next.get(_gap(text[words[last - 1].end : words[last].start]) + words[last].of(text))
        return found


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
