"""The citation key of a reference, and the white space that is edited together with a span."""

from __future__ import annotations

import re
from typing import Final

from anora_bib.live.words import lacking
from anora_bib.model import Entry, Essay, Library, Reference
from anora_bib.text.spans import Span

_LIST_SIGN: Final = re.compile(r"[ \t>]{0,64}(?:[-*+\u2022]|\d{1,4}[.)]|\[\d{1,4}\])?[ \t]{0,16}")
_LINE_ENDS: Final = re.compile(r"[^\S\n]*\n(?:[^\S\n]*(?:>[ \t>]*)?\n)*")
"""The end of a line and the empty ones after it, those of a block quotation among them."""


class Keys:
    """From a reference of one essay to the key its entry has in the library, by its provenance."""

    def __init__(self, essay: Essay, library: Library) -> None:
        self._essay = essay
        self._by_place: dict[tuple[str, str], dict[str, Entry]] = {}
        for entry in library:
            for met in entry.provenance:
                if met.path == essay.path:
                    self._by_place.setdefault((met.how, met.label), {})[met.text] = entry

    def of(self, reference: Reference) -> str:
        """The key; "" where the library has no entry of that provenance."""
        entry = self._entry(reference)
        return entry.key if entry else ""

    def lacking(self, reference: Reference, words: str, *beside: str) -> str:
        """Which of the words printed of a reference its entry in the library does not hold, as a clause; "" for none.

        The library may have put another printing of the source in its place. What the record of the work corrects is
        not asked for.
        """
        entry = self._entry(reference)
        if entry is None or reference.match:
            return ""
        return lacking(words, [entry], *beside)

    def _entry(self, reference: Reference) -> Entry | None:
        there = self._by_place.get((reference.place, reference.label), {})
        return there.get(reference.met_in(self._essay).text)


def with_space(text: str, span: Span) -> Span:
    """The span with the spaces before it."""
    start = span.start
    while start > 0 and text[start - 1] in " \t\u00a0":
        start -= 1
    return Span(start, span.end)


def with_line(text: str, span: Span) -> Span:
    """The span with its list sign and the ends of its lines, so that an edit leaves nothing of the lines."""
    line_start = text.rfind("\n", 0, span.start) + 1
    start = line_start if _LIST_SIGN.fullmatch(text, line_start, span.start) else span.start
    ends = _LINE_ENDS.match(text, span.end)
    return Span(start, ends.end() if ends else span.end)
