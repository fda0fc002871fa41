"""Words of an essay, made fit to stand in one line of a table."""

from __future__ import annotations

import unicodedata

from anora_bib.spans import Span
from anora_bib.text import collapse

EXCERPT_LENGTH = 80
"""Enough to recognise a place by, little enough for a table and for fair quotation."""

ELLIPSIS = "…"

_JOINERS = "\u200c\u200d"
"""Invisible, yet part of the spelling: Persian words and many emoji fall apart without them."""

_SPACES = frozenset(("Cc", "Zl", "Zp", "Zs"))


def one_line(text: str) -> str:
    """``text`` as one line of printable characters that every output format can hold.

    Control characters (terminal escapes too) and line breaks become spaces, invisible signs that turn the reading
    direction go, and what is no character at all becomes U+FFFD.
    """
    if not text.isprintable():
        text = "".join(map(_printable, text))
    return collapse(text)


def _printable(char: str) -> str:
    category = unicodedata.category(char)
    if category in _SPACES:
        return " "
    if category == "Cs" or ord(char) & 0xFFFE == 0xFFFE:
        return "\ufffd"
    return "" if category == "Cf" and char not in _JOINERS else char


def shorten(text: str, length: int = EXCERPT_LENGTH) -> str:
    """``text`` in at most ``length`` characters, cut at a word if there is one, with an ellipsis where cut."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip() + ELLIPSIS


def excerpt(text: str, span: Span) -> str:
    """The words at ``span`` with as much of their line around them as :data:`EXCERPT_LENGTH` characters allow."""
    core = text[span.start : min(span.end, span.start + 2 * EXCERPT_LENGTH)]
    room = EXCERPT_LENGTH - len(core) - 2 * len(ELLIPSIS)
    if room <= 0:
        return shorten(one_line(core))
    before = text[max(0, span.start - EXCERPT_LENGTH) : span.start].rpartition("\n")[2].lstrip()
    after = text[span.end : span.end + EXCERPT_LENGTH].partition("\n")[0].rstrip()
    # What comes before says most about a citation: it gets two thirds, and what the other side leaves over.
    left = min(len(before), max(room * 2 // 3, room - len(after)))
    if left < len(before):
        before = ELLIPSIS + before[len(before) - left :].partition(" ")[2]
    right = room - left
    if right < len(after):
        after = after[:right].rpartition(" ")[0] + ELLIPSIS
    return one_line(before + core + after)
