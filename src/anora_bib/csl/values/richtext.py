"""The markup a field may carry: a few HTML tags, and quotation marks that flip when they nest.

https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from anora_bib.model.values.richtext import TAGS, Tag, normal_tags, paired
from anora_bib.system.memory import remembered

ITALIC: Final = Tag.ITALIC.value
BOLD: Final = Tag.BOLD.value
SUPERSCRIPT: Final = Tag.SUPERSCRIPT.value
SUBSCRIPT: Final = Tag.SUBSCRIPT.value
SMALL_CAPS: Final = Tag.SMALL_CAPS.value
OUTER_QUOTES: Final = "quotes"
INNER_QUOTES: Final = "inner-quotes"


class Span(NamedTuple):
    """Rich text under one tag, one of the constants of this module.

    The tag of quoted text says which marks it takes when no other quotation marks stand around it.
    """

    tag: str
    content: tuple[Rich, ...]


Rich = str | Span


class Quotes(NamedTuple):
    """The quotation marks of a locale."""

    open: str = "\u201c"
    close: str = "\u201d"
    open_inner: str = "\u2018"
    close_inner: str = "\u2019"


ENGLISH: Final = Quotes()

# French spacing before a high sign is a narrow no-break space, whatever was typed.
_HIGH_SIGN = re.compile(r" ([:;?!\u00bb])")
_LETTER = (
    r"[-0-9a-zA-Z\u0e01-\u0e5b\u00c0-\u017f\u0370-\u03ff\u0400-\u052f\u0590-\u05d4\u05d6-\u05ff\u1f00-\u1fff\u0600-\u06ff"
    r"\u200c\u200d\u200e\u0218-\u021b\u202a-\u202e]"
)
_NONE: Final = frozenset[int]()
_TURNED_APOSTROPHE = re.compile(f"({_LETTER})\u2019(?={_LETTER})")
_SPACED_APOSTROPHE = re.compile(r"\s{1,9}'")


class _Syntax(NamedTuple):
    special: re.Pattern[str]
    """Finds nothing in text that means only itself."""
    split: re.Pattern[str]
    tags: dict[str, tuple[str, str]]
    """Opening sign -> tag and closing sign."""


@lru_cache(maxsize=64)
def _syntax(quotes: Quotes) -> _Syntax:
    tags = dict(TAGS)
    for before in (" ", "("):
        tags[before + '"'] = (OUTER_QUOTES, '"')
        tags[before + "'"] = (INNER_QUOTES, "'")
    straight = ("", '"', "'", ' "', " '")
    if quotes.open not in straight and quotes.close:
        tags[quotes.open] = (OUTER_QUOTES, quotes.close)
    if quotes.open_inner not in straight and quotes.close_inner:
        tags[quotes.open_inner] = (INNER_QUOTES, quotes.close_inner)
    signs = [*tags, *dict.fromkeys(close for _, close in tags.values())]
    first = "".join(re.escape(sign) for sign in {sign[0] for sign in signs} - {" ", "("})
    return _Syntax(
        re.compile(rf"[{first}\"'\u2019\u00ab]| [:;?!\u00bb]"),
        re.compile("(" + "|".join(re.escape(sign) for sign in signs) + ")"),
        tags,
    )


def finder(quotes: Quotes) -> Callable[[str], object]:
    """What tells of a text whether it may have markup: a text for which it returns nothing stands for itself."""
    return _syntax(quotes).special.search


@remembered(1 << 23)
def parse(text: str, quotes: Quotes = ENGLISH) -> str | tuple[Rich, ...]:
    """The rich text of a value: a plain string where it has no markup.

    Signs that pair with nothing stay text, except that a lone ``'`` is an apostrophe. The time taken is linear in
    the length of the text.
    """
    syntax = _syntax(quotes)
    if not syntax.special.search(text):
        return text
    text = _SPACED_APOSTROPHE.sub(" '", _HIGH_SIGN.sub("\u202f\\1", text).replace("\u00ab ", "\u00ab\u202f"))
    # A quotation mark opens after a space, so the text gets one in front of it to begin with.
    straight = _TURNED_APOSTROPHE.sub(r"\1'", normal_tags(text))
    pieces = syntax.split.split(" " + straight)
    if len(pieces) == 1:
        return text
    forced = _force_openings(pieces, syntax.tags)
    words = _apostrophes(pieces) if "'" in straight else _NONE
    pairs = paired(pieces, syntax.tags, words=words, near="'")
    if "'" in straight:
        _turn_rest(pieces, pairs)
    extra = 1 if text[0] == " " and text.lstrip()[:1] not in ("'", '"') else 2
    return _tree(_runs(pieces, pairs, forced, syntax.tags, extra))


def plain(rich: str | tuple[Rich, ...]) -> str:
    """The text of rich text, without quotation marks of its spans."""
    if isinstance(rich, str):
        return rich
    return "".join(piece if isinstance(piece, str) else plain(piece.content) for piece in rich)


_Tags = dict[str, tuple[str, str]]


def _force_openings(pieces: list[str], tags: _Tags) -> set[int]:
    """Make a quotation mark right after an opening sign an opening one; the indices of those so changed."""
    forced: set[int] = set()
    for index in range(3, len(pieces), 2):
        if pieces[index] in ('"', "'") and not pieces[index - 1] and pieces[index - 2] in tags:
            pieces[index] = " " + pieces[index]
            forced.add(index)
    return forced


def _apostrophes(pieces: list[str]) -> set[int]:
    """Turn the signs that what follows them shows to be apostrophes; the indices of these."""
    places: set[int] = set()
    for index in range(1, len(pieces), 2):
        sign = pieces[index]
        after = pieces[index + 1][:1]
        if (sign == "'" and after and after not in ",.?:; ") or (sign == " '" and after == " "):
            pieces[index] = sign.replace("'", "\u2019")
            places.add(index)
    return places


def _turn_rest(pieces: list[str], pairs: dict[int, int]) -> None:
    """Turn the apostrophes that open and close nothing."""
    closings = set(pairs.values())
    for index in range(1, len(pieces), 2):
        if pieces[index] in ("'", " '") and index not in pairs and index not in closings:
            pieces[index] = pieces[index].replace("'", "\u2019")


_Run = str | tuple[str, bool]
"""Text, or a tag and whether it opens here."""


def _runs(pieces: list[str], pairs: dict[int, int], forced: set[int], tags: _Tags, leading: int) -> Iterator[_Run]:
    closings = {close: open_ for open_, close in pairs.items()}
    first_quotes = next((pieces[index][-1] for index in sorted(pairs) if pieces[index][0] in " ("), '"')
    text = ""
    begun = False
    for index, piece in enumerate(pieces):
        opening = closings.get(index, index)
        if index % 2 == 0 or opening not in pairs:
            text += piece[1:] if index in forced else piece
            continue
        sign = pieces[opening]
        if opening == index and sign[0] in " (" and index not in forced:
            text += sign[0]
        tag = tags[sign][0]
        if tag == Tag.NO_CASE.value:
            continue
        if not begun:
            text = _without_leading(text, leading)
            begun = True
        if text:
            yield text
        text = ""
        if sign[0] in " (" and first_quotes == "'":
            tag = INNER_QUOTES if tag == OUTER_QUOTES else OUTER_QUOTES
        yield tag, opening == index
    text = text if begun else _without_leading(text, leading)
    if text:
        yield text


def _without_leading(text: str, spaces: int) -> str:
    return text[min(spaces, len(text) - len(text.lstrip(" "))) :]


def _tree(runs: Iterator[_Run]) -> str | tuple[Rich, ...]:
    levels: list[list[Rich]] = [[]]
    for run in runs:
        if isinstance(run, str):
            levels[-1].append(run)
        elif run[1]:
            levels.append([])
        else:
            content = tuple(levels.pop())
            if content:
                levels[-1].append(Span(run[0], content))
    top = levels[0]
    if len(top) == 1 and isinstance(top[0], str):
        return top[0]
    return tuple(top) if top else ""
