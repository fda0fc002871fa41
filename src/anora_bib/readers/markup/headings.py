"""The words of a heading that begins with hash signs."""

from __future__ import annotations

from anora_bib.documents.lines import trim
from anora_bib.text.spans import Span


def hashed_words(text: str, line: Span) -> Span:
    """The words of ``# Title #`` in ``line``, without the signs before and after (CommonMark 0.31, section 4.2).

    Hash signs at the end are a closing sequence only after a space: the title of ``# C#`` is "C#". ``# #`` has no
    words.
    """
    start = text.find("#", line.start, line.end)
    while start < line.end and text[start] == "#":
        start += 1
    words = trim(text, Span(start, line.end))
    end = words.end
    while end > words.start and text[end - 1] == "#":
        end -= 1
    closed = end == words.start or text[end - 1] in " \t"
    return trim(text, Span(words.start, end)) if closed else words
