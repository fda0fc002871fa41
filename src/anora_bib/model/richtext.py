"""The few tags that CSL-JSON allows inside a value: italics, bold, raised, lowered, small capitals, no case change.

https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#html-like-formatting-tags
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

_TAG = re.compile(
    r"""<(?: (?P<open>i|b|sup|sub|sc) | /(?P<close>i|b|sup|sub|sc|span)
        | span\ class="(?P<nocase>nocase)"
        | span\ style="font-variant:\ ?(?P<caps>small-caps);?" )>""",
    re.VERBOSE,
)


class Tag(Enum):
    """What a tag does to the text in it."""

    ITALIC = "i"
    BOLD = "b"
    SUPERSCRIPT = "sup"
    SUBSCRIPT = "sub"
    SMALL_CAPS = "sc"
    NO_CASE = "nocase"


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
        if match["open"]:
            yield match[0], Tag(match["open"]), True
        elif match["close"]:
            # A closing span closes whichever kind of span is open; _paired sees to it.
            tag = Tag.NO_CASE if match["close"] == "span" else Tag(match["close"])
            yield match[0], tag, False
        else:
            yield match[0], Tag.NO_CASE if match["nocase"] else Tag.SMALL_CAPS, True
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
