"""The few tags that CSL-JSON allows inside a value: italics, bold, raised, lowered, small capitals, no case change.

https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#html-like-formatting-tags
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final


class Tag(Enum):
    """What a tag does to the text in it."""

    ITALIC = "i"
    BOLD = "b"
    SUPERSCRIPT = "sup"
    SUBSCRIPT = "sub"
    SMALL_CAPS = "sc"
    NO_CASE = "nocase"


NO_DECORATION: Final = "nodecor"
"""The class of a span in which no formatting of the style applies: only the CSL engine knows this one."""

TAGS: Final = {
    "<i>": (Tag.ITALIC.value, "</i>"),
    "<b>": (Tag.BOLD.value, "</b>"),
    "<sup>": (Tag.SUPERSCRIPT.value, "</sup>"),
    "<sub>": (Tag.SUBSCRIPT.value, "</sub>"),
    "<sc>": (Tag.SMALL_CAPS.value, "</sc>"),
    '<span style="font-variant:small-caps;">': (Tag.SMALL_CAPS.value, "</span>"),
    '<span class="nocase">': (Tag.NO_CASE.value, "</span>"),
    '<span class="nodecor">': (NO_DECORATION, "</span>"),
}
"""Each opening tag, as :func:`normal_tags` has it, with what it means and the tag that closes it."""

_CAPS: Final = r'<span\s{1,9}style="font-variant:\s{0,9}small-caps;?"[^<>]{0,99}>'
_CLASS: Final = r'<span\s{1,9}class="(?:nocase|nodecor)"[^<>]{0,99}>'
TAG_PATTERN: Final = f"</?(?:i|b|sup|sub|sc)>|</span>|{_CAPS}|{_CLASS}"
"""A regular expression, without groups, of all tags in all their spellings."""

_SPLIT = re.compile(f"({TAG_PATTERN})")
_CAPS_SPAN = re.compile(_CAPS)
_CLASS_SPAN = re.compile(_CLASS.replace("(?:", "(", 1))


def normal_tags(value: str) -> str:
    """The value with its spans spelt as in :data:`TAGS`."""
    if "<span" not in value:
        return value
    return _CLASS_SPAN.sub(r'<span class="\1">', _CAPS_SPAN.sub('<span style="font-variant:small-caps;">', value))


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a tag begins."""

    tag: Tag


@dataclass(frozen=True, slots=True)
class Closing:
    """Where a tag ends."""

    tag: Tag


Piece = str | Opening | Closing

Signs = Mapping[str, tuple[str, str]]
"""Opening signs, each with what it means and the sign that closes it, as in :data:`TAGS`."""


def paired(parts: Sequence[str], signs: Signs, *, words: Container[int] = (), near: str = "") -> dict[int, int]:
    """The place of each opening sign that is closed, with that of its closing sign.

    Texts and signs take turns in ``parts``, a text first; those at the places ``words`` are no signs. A closing sign
    closes the last that awaits it, and what was opened after that one and not closed stays text; the sign ``near``
    closes nothing but the last of all. The time taken is linear in the number of parts.
    """
    pairs: dict[int, int] = {}
    opened: list[tuple[int, str]] = []
    awaited: Counter[str] = Counter()
    for index in range(1, len(parts), 2):
        sign = parts[index]
        if index in words:
            continue
        if sign in signs:
            closing = signs[sign][1]
            opened.append((index, closing))
            awaited[closing] += 1
        elif awaited[sign] and (sign != near or opened[-1][1] == sign):
            while opened[-1][1] != sign:
                awaited[opened.pop()[1]] -= 1
            pairs[opened.pop()[0]] = index
            awaited[sign] -= 1
    return pairs


def pieces(value: str) -> Iterator[Piece]:
    """A value as text, openings and closings, always in pairs and properly nested.

    A sign that is not part of such a pair is text: ``a <b`` and ``</i>`` come out as they are.
    """
    if "<" not in value:
        if value:
            yield value
        return
    written = _SPLIT.split(value)
    parts = [normal_tags(part) if index % 2 else part for index, part in enumerate(written)]
    pairs = paired(parts, TAGS)
    openings = {closing: opening for opening, closing in pairs.items()}
    for index, part in enumerate(written):
        opening = index if index in pairs else openings.get(index)
        meaning = TAGS[parts[opening]][0] if opening is not None else NO_DECORATION
        if meaning != NO_DECORATION:
            yield Opening(Tag(meaning)) if opening == index else Closing(Tag(meaning))
        elif part:
            yield part


def plain(value: str) -> str:
    """A value without its tags."""
    return "".join(piece for piece in pieces(value) if isinstance(piece, str)) if "<" in value else value
