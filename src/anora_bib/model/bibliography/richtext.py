"""The few tags that CSL-JSON allows inside a value: italics, bold, raised, lowered, small capitals, no case change.

https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#html-like-formatting-tags
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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

_TAG = re.compile(TAG_PATTERN)
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


def pieces(value: str) -> Iterator[Piece]:
    """A value as text, openings and closings, always in pairs and properly nested.

    A sign that is not part of such a pair is text: ``a <b`` and ``</i>`` come out as they are.
    """
    tokens = list(_tokens(value))
    paired = _paired(tokens)
    for index, (raw, tag, opens) in enumerate(tokens):
        if tag is None or index not in paired:
            if raw:
                yield raw
        else:
            yield Opening(tag) if opens else Closing(tag)


def plain(value: str) -> str:
    """A value without its tags."""
    return "".join(piece for piece in pieces(value) if isinstance(piece, str))


_Token = tuple[str, Tag | None, bool]


def _tokens(value: str) -> Iterator[_Token]:
    done = 0
    for match in _TAG.finditer(value):
        yield value[done : match.start()], None, False
        raw = match[0]
        if raw.startswith("</"):
            # A closing span closes whichever kind of span is open; _paired sees to it.
            yield raw, Tag.NO_CASE if raw == "</span>" else Tag(raw[2:-1]), False
        else:
            meaning = TAGS[normal_tags(raw)][0]
            yield raw, None if meaning == NO_DECORATION else Tag(meaning), True
        done = match.end()
    yield value[done:], None, False


def _paired(tokens: list[_Token]) -> set[int]:
    """The indices of tags that open and close around each other; small capitals are set by a span, too."""
    paired: set[int] = set()
    stack: list[int] = []
    for index, (raw, tag, opens) in enumerate(tokens):
        if tag is None:
            continue
        if opens:
            stack.append(index)
        elif stack and _closes(raw, tokens[stack[-1]]):
            opener = stack.pop()
            tokens[index] = (raw, tokens[opener][1], False)
            paired |= {opener, index}
    return paired


def _closes(raw: str, opener: _Token) -> bool:
    return raw == "</span>" if opener[0].startswith("<span") else raw == f"</{opener[0][1:]}"
