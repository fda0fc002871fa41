"""Places among the tags of an HTML file where a link or an id may be put, so that it stays well formed."""

from __future__ import annotations

import re
from itertools import count
from typing import Final, NamedTuple

from anora_bib.live.tags import INLINE, TAG, unpaired
from anora_bib.text.spans import SourceSpan

_ID: Final = re.compile(
    r"(?<![\w-])(?:id|name)\s{0,9}=\s{0,9}(?:\"([^\"<>]{1,300})\"|'([^'<>]{1,300})'|([^\s\"'<>=]{1,300}))",
    re.IGNORECASE,
)
_OWN_ID: Final = re.compile(r"\sid\s{0,9}=\s{0,9}[\"']?([^\s\"'<>=]{1,300})", re.IGNORECASE)
_BLOCKS: Final = frozenset("li p div dd td section aside blockquote".split())
_LISTS: Final = frozenset(("ol", "ul", "dl"))
_HEAD: Final = 2000


class Opening(NamedTuple):
    """The tag that opens a block: where it begins, where its name ends, and the id it has, if any."""

    start: int
    named: int
    name: str
    id: str


class Ids:
    """The ids of a page; new ones are unlike all of them."""

    def __init__(self, source: str) -> None:
        self._taken = {value for found in _ID.finditer(source) for value in found.groups() if value}

    def new(self, wanted: str) -> str:
        """An id that the page does not have, the one wanted if it can be."""
        name = re.sub(r"[^\w.-]+", "-", wanted)
        free = next(it for number in count(1) if (it := name if number == 1 else f"{name}-{number}") not in self._taken)
        self._taken.add(free)
        return free


def opening_before(source: str, at: int) -> Opening | None:
    """The block that begins right before a place, with nothing but inline tags between; None if there is none."""
    start = max(0, at - _HEAD)
    tags = list(TAG.finditer(source, start, at))
    end = at
    for found in reversed(tags):
        if source[found.end() : end].strip() or found["end"]:
            return None
        name = found["name"].lower()
        if name in _BLOCKS:
            own = _OWN_ID.search(found["rest"])
            return Opening(found.start(), found.end("name"), name, own[1] if own else "")
        if name not in INLINE:
            return None
        end = found.start()
    return None


def is_in_link(source: str, at: int) -> bool:
    """Whether a place is inside of an ``<a>`` element."""
    before = [found for found in TAG.finditer(source, max(0, at - _HEAD), at) if found["name"].lower() == "a"]
    return bool(before) and not before[-1]["end"]


def behind_inline(source: str, at: int) -> int:
    """The place behind the inline tags that close right there."""
    while (found := TAG.match(source, at)) and found["end"] and found["name"].lower() in INLINE:
        at = found.end()
    return at


def is_balanced(source: str) -> bool:
    """Whether every tag in a stretch of a page is closed there, and only those."""
    return unpaired(source) == ([], [])


def container(source: str, first: Opening, end: int) -> SourceSpan | None:
    """The list around blocks, or the blocks alone, from the first to the one that holds ``end``; None if unclear."""
    close = re.compile(rf"</{first.name}\s{{0,9}}>", re.IGNORECASE).search(source, end)
    if close is None:
        return None
    start, stop = first.start, close.end()
    around = list(TAG.finditer(source, max(0, start - _HEAD), start))
    if first.name in ("li", "dd"):
        if not around or around[-1]["name"].lower() not in _LISTS or source[around[-1].end() : start].strip():
            return None
        list_end = re.compile(rf"\s{{0,400}}</{around[-1]['name']}\s{{0,9}}>", re.IGNORECASE).match(source, stop)
        if list_end is None:
            return None
        start, stop = around[-1].start(), list_end.end()
    elif first.name == "td":
        return None
    return SourceSpan(start, stop) if is_balanced(source[start:stop]) else None


def is_linkable(source: str, span: SourceSpan) -> bool:
    """Whether a link may be put around a stretch: its tags are closed, none is a link, and it is in none."""
    inside = span.of(source)
    names = {found["name"].lower() for found in TAG.finditer(inside)}
    plain = "a" not in names and names <= INLINE | {"br"} and "<!" not in inside and is_balanced(inside)
    return plain and not is_in_link(source, span.start)
