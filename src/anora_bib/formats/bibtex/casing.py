"""Title case to sentence case, which CSL expects of titles: what braces protect, and what is no word, stays.

The rules are those of pandoc's reader, with fewer harms: capitals are left alone where the rest of the title is in
small letters (they are names), in the words of a quotation, in initials and single letters, and where the title is in
another language than English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from anora_bib import language
from anora_bib.model.values.richtext import TAG_PATTERN

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_PARTS = re.compile(f"({TAG_PATTERN})|\\$[^$]*\\$|\u201c[^\u201c\u201d]*\u201d")
_OPENS: Final = ("<span", "<sup", "<sub")
"""What begins a part of which the letters stay; italics and small capitals do not."""
_STOPS: Final = frozenset(".?!:\u2014")
_AROUND: Final = "\"'\u201c\u201d\u2018\u2019()[] \u00a0\u00bf\u00a1\u2026"
_JOINED: Final = frozenset("\u2013.@/\\&$^_0123456789")
"""Signs right before a word of which it is a part, or a name of its own."""
_BEHIND: Final = frozenset("@\\$^_0123456789")
_ENOUGH: Final = 2
"""Capitalized words behind the first that show title case; of one alone nobody can tell whether it is a name."""
_TELLING: Final = 4
"""Letters of a word that a headline would capitalize: shorter ones may be prepositions."""


def sentence_case(title: str, *, said: bool = False) -> str:
    """An English title in title case as one in sentence case; any other as it is.

    ``said`` is whether it is known to be English: then one capital is enough.
    """
    enough = 1 if said else _ENOUGH
    if sum(word[0].isupper() for word in title.split()) <= enough - 1:
        return title
    capitals: list[tuple[int, str]] = []
    telling = foreign = small = 0
    for start, word, first in _free_words(title):
        if word[0].isupper():
            if len(word) > 1 and word[1:].islower() and not first:
                capitals.append((start, word))
                telling += len(word) >= _TELLING
        else:
            small += len(word) >= _TELLING and not first
            foreign += word in _foreign()
    if (telling < enough and len(capitals) <= _ENOUGH) or telling <= small or (foreign and not said):
        return title
    return _lowered(title, capitals)


def capitalized(title: str) -> str:
    """An English title with a capital wherever a sentence begins within it: behind a colon or a full stop."""
    starts = [start for start, word, first in _free_words(title) if first and word.islower() and title[:start].strip()]
    for start in starts:
        title = title[:start] + title[start].upper() + title[start + 1 :]
    return title


def _lowered(title: str, capitals: list[tuple[int, str]]) -> str:
    out: list[str] = []
    done = 0
    for start, word in capitals:
        out += (title[done:start], word.lower())
        done = start + len(word)
    return "".join((*out, title[done:]))


def _free_words(title: str) -> Iterator[tuple[int, str, bool]]:
    """Each word that nothing protects: where it begins, and whether it begins a sentence."""
    before = ""
    for offset, text, free in _segments(title):
        for match in _WORD.finditer(text) if free else ():
            start, end = match.span()
            lead = text[start - 1] if start else before[-1:]
            behind = text[end : end + 2]
            if lead in _JOINED or behind[:1] in _BEHIND or (behind[:1] == "." and behind[1:].isalpha()):
                continue
            first = False
            if lead in _AROUND or lead in _STOPS or not lead:
                ahead = (before + text[:start] if start < _NEAR else text[start - _NEAR : start]).rstrip(_AROUND)
                first = not ahead or ahead[-1] in _STOPS
            yield offset + start, match[0], first
        before = (before + text)[-_NEAR:]


_NEAR: Final = 12
"""Characters before a word that are looked at."""


def _segments(title: str) -> Iterator[tuple[int, str, bool]]:
    """The text of a title in parts: where each begins, and whether its letters may change."""
    if "<" not in title and "$" not in title and "\u201c" not in title:
        yield 0, title, True
        return
    done = 0
    closers: list[bool] = []
    for match in _PARTS.finditer(title):
        if match.start() > done:
            yield done, title[done : match.start()], not any(closers)
        tag = match[1]
        if tag is None:
            yield match.start(), match[0], False
        elif not tag.startswith("</"):
            closers.append(tag.startswith(_OPENS) and "small-caps" not in tag)
        elif closers:
            closers.pop()
        done = match.end()
    if done < len(title):
        yield done, title[done:], not any(closers)


@cache
def _foreign() -> frozenset[str]:
    return language.function_words()
