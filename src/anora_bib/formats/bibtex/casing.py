"""Title case to sentence case, which CSL expects of titles: what braces protect, and what is no word, stays.

The rules are those of pandoc's reader, with fewer harms: capitals are left alone where the rest of the title is in
small letters (they are names), where the title is in another language than English, in initials and single letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from anora_bib import language
from anora_bib.model.bibliography.richtext import Opening, Tag, pieces

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_STOP = re.compile(r"[.?!:][\"'\u201d\u2019)]*\s+[\"'\u201c\u2018(\u00bf\u00a1]*$|^[^\w]*$|[\u2014]\s*$")
"""Behind it a word begins a sentence."""
_JOINED: Final = frozenset("\u2013.@/\\&$^_")
"""Signs right before a word of which it is a part, or a name of its own."""
_ENOUGH: Final = 2
"""Capitalized words behind the first that show title case; of one alone nobody can tell whether it is a name."""
_TELLING: Final = 4
"""Letters of a word that a headline would capitalize: shorter ones may be prepositions."""


def sentence_case(title: str) -> str:
    """An English title in title case as one in sentence case; any other as it is."""
    words = list(_words(title))
    if not _is_title_case(words):
        return title
    out: list[str] = []
    done = 0
    for word in words:
        if word.free and not word.first and _is_capitalized(word.text):
            out += (title[done : word.start], word.text.lower())
            done = word.start + len(word.text)
    return "".join((*out, title[done:]))


class _Word:
    """A word of a title: whether it begins a sentence, and whether nothing protects it."""

    __slots__ = ("first", "free", "start", "text")

    def __init__(self, text: str, start: int, first: bool, free: bool) -> None:
        self.text = text
        self.start = start
        self.first = first
        self.free = free


def _words(title: str) -> Iterator[_Word]:
    if "<" not in title and "$" not in title:
        yield from _plain_words(title, 0, "", protected=False)
        return
    at = protected = 0
    before = ""
    for piece in pieces(title):
        if isinstance(piece, str):
            at = title.index(piece, at)
            yield from _plain_words(piece, at, before, protected=protected > 0)
            at += len(piece)
            before = (before + piece)[-12:]
        elif piece.tag in (Tag.NO_CASE, Tag.SUPERSCRIPT, Tag.SUBSCRIPT):
            protected += 1 if isinstance(piece, Opening) else -1


def _plain_words(text: str, offset: int, before: str, *, protected: bool) -> Iterator[_Word]:
    math = text.count("$") > 1
    for match in _WORD.finditer(text):
        start = match.start()
        lead = (before + text[max(0, start - 12) : start])[-12:]
        inside = math and text.count("$", 0, start) % 2 == 1
        glued = lead[-1:] in _JOINED or text[match.end() : match.end() + 1] in _JOINED - {".", "\u2013", "/", "&"}
        begins = (not before and not text[:start].strip()) or (bool(_STOP.search(lead)) and bool(lead))
        # A number before a word without a space makes one word of both: "3D".
        free = not (protected or inside or glued or lead[-1:].isdigit())
        yield _Word(match[0], offset + start, begins, free)


def _is_capitalized(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word[1:] == word[1:].lower()


def _is_title_case(words: list[_Word]) -> bool:
    telling = [word for word in words if word.free and not word.first and len(word.text) >= _TELLING]
    capitals = sum(_is_capitalized(word.text) for word in telling)
    if capitals < _ENOUGH or capitals * 2 <= len(telling):
        return False
    return not any(word.text in _foreign() for word in words)


@cache
def _foreign() -> frozenset[str]:
    return language.function_words()
