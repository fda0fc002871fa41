"""Where a title ends and its subtitle begins, and in which forms two titles are compared."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from anora_bib import language
from anora_bib.model.values.richtext import plain
from anora_bib.text.characters import fold

_BREAK: Final = re.compile(r"(?<=[^\s:;])(?:\s?[:;]\s|\s[\u2013\u2014-]{1,3}\s)|(?<=[.?!])\s")
"""What may separate a subtitle: a colon (with a space before it in French and in ISBD), a semicolon, a dash between
spaces, or the end of a sentence."""

_LAST_WORD: Final = re.compile(r"(?:^|[\s.(])([^\W\d_]{1,8})\.$")

_LOOK_BACK: Final = 12
"""Longer than any abbreviation with the character before it."""

_LETTER: Final = re.compile(r"[^\W_]")

_ABBREVIATIONS: Final = frozenset(
    map(
        language.bare,
        language.abbreviations("before_name", "behind_name", "place", "firm", "number", "scholarly"),
    )
)
"""Abbreviations, whose full stop does not end a title: "Mr. Smith", "Prints, vol. 2"."""

LIGHT_WORDS: Final = frozenset({"a", "an", "the", "and"})
"""Words that are often added or left out in forms of one title ("&" folds to nothing, so "and" is among them)."""

_ARTICLES: Final = re.compile(
    r"(?:the|an?|le|la|les|une?|der|die|das|eine?|el|los|las|il|lo|gli|os?|as|uma?|het|een) (?=\S)"
)
"""Leading articles of the languages most titles are in, folded."""

_ENGLISH_ARTICLE: Final = "the "


def split_title(title: str) -> tuple[str, str]:
    """A title and its subtitle, without what sets the two apart; the subtitle is "" if there is none.

    A question mark or exclamation mark stays with the title, a full stop does not. An initial and an abbreviation end
    no title.

    >>> split_title("Salt and Light: A Memoir")
    ('Salt and Light', 'A Memoir')
    >>> split_title("Mr. Smith Goes to Washington")
    ('Mr. Smith Goes to Washington', '')
    """
    first = _LETTER.search(title)
    if first is None:
        return title, ""
    for mark in _BREAK.finditer(title, first.end()):
        before = title[max(0, mark.start() - _LOOK_BACK) : mark.start()]
        if before.endswith("..") or (before.endswith(".") and _is_abbreviated(before)):
            continue
        sub = title[mark.end() :].strip()
        return (title[: mark.start()].strip().removesuffix("."), sub) if sub else (title, "")
    return title, ""


def _is_abbreviated(before: str) -> bool:
    """True if the full stop at the end belongs to an abbreviation or an initial."""
    word = _LAST_WORD.search(before)
    return word is not None and (len(word[1]) == 1 or word[1].casefold() in _ABBREVIATIONS)


def main_title(title: str) -> str:
    """The title before its subtitle; the whole title if it has none."""
    return split_title(title)[0]


@lru_cache(maxsize=4096)
def title_key(title: str) -> str:
    """The whole title as a key for comparing: folded, without the tags that CSL-JSON allows in it; "" for none."""
    return fold(plain(title))


@lru_cache(maxsize=4096)
def main_key(title: str) -> str:
    """The title before its subtitle as a key for comparing."""
    return fold(main_title(plain(title)))


def title_keys(title: str) -> tuple[str, ...]:
    """The keys by which a title is looked up: whole, then without its subtitle; no key is empty."""
    return tuple(dict.fromkeys(key for key in (title_key(title), main_key(title)) if key))


def without_article(key: str) -> str:
    """A folded title without the article it begins with.

    >>> without_article("the guardian")
    'guardian'
    """
    article = _ARTICLES.match(key)
    return key[article.end() :] if article else key


def article_variants(key: str) -> tuple[str, ...]:
    """A folded title as it is, without an English article, and with one: prose leaves it out and adds it freely."""
    bare = key.removeprefix(_ENGLISH_ARTICLE)
    return tuple(dict.fromkeys((key, bare, f"{_ENGLISH_ARTICLE}{bare}")))
