"""White space as references are wrapped and typed, words divided at the end of a line, dashes typed as two hyphens.

Character references that a Markdown file has in its notes ("S.&nbsp;12") are read as what they print.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from anora_bib import language
from anora_bib.documents.dialects.html import unescape
from anora_bib.model import Entry, Field
from anora_bib.model.essay.pieces import Piece, Reference
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_SMALL: Final = "[a-zß-öø-ÿ]"
_CAPITAL: Final = "[A-ZÀ-ÖØ-Þ]"
_PART_OF_WORD: Final = language.pattern(language.vocabulary("join_parts_of_words"))
_DIVIDED: Final = (
    rf"(?<={_SMALL}{{2}})[-‐\u00ad]\s{{1,24}}(?={_SMALL}{{2}})(?!(?:{_PART_OF_WORD})\b)"
    rf"|(?<={_CAPITAL}{{2}})[-‐\u00ad][^\S\n]{{0,8}}\n\s{{0,24}}(?={_CAPITAL}{{2}})|\u00ad"
)
"""The hyphen of a divided word, and the line break that was behind it: "Singu- larity", but not "Vor- und Nachwort"."""
_BROKEN: Final = rf"(?<=\w[-–])(?P<broken>[^\S\n]{{0,8}}\n\s{{0,24}})(?=\w)(?!(?:{_PART_OF_WORD})\b)"
"""A line break behind a hyphen that stays: "54-" and "61"."""
_UNEVEN: Final = lazy(rf"\s{{2,}}|[^\S ]|(?<=\w)--(?=\w)|{_DIVIDED}")
"""Runs, and what is no plain space (a line break, a no-break space); the dash of a range in Markdown and LaTeX."""
_RUN: Final = lazy(rf"{_DIVIDED}|{_BROKEN}|\s{{2,}}|[^\S ]|(?<=\w)--(?=\w)")
"""What is not read as it is printed; a single space is."""
_WRITTEN: Final = lazy(r"&(?!(?:lt|gt|#0*60|#0*62);)(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
"""A character reference, but for the signs of tags, which would be read as such."""
_COMPOUND: Final = language.vocabulary("keep_their_hyphen")
_LONGEST_PREFIX: Final = 16
"""Characters of a word before a hyphen that are looked at."""


@dataclass(frozen=True, slots=True)
class Even:
    """A text in which some runs of characters are one sign or none, and the way back to what is printed."""

    text: str
    printed: str
    _starts: tuple[int, ...]
    """Where each run of more than one sign ends in ``text``, in order."""
    _lost: tuple[int, ...]
    """How many characters are left out up to there."""

    def back(self, span: Span) -> Span:
        """Where a stretch of ``text`` stands in what is printed."""
        return Span(self._printed_at(span.start), self._printed_at(span.end - 1) + 1) if span.start < span.end else span

    def entry(self, entry: Entry, offset: int) -> Entry:
        """An entry read from ``text``, whose spans count from ``offset``, as if it were read from what is printed."""
        fields = {
            name: Field(one.value, self.back(one.span.shift(-offset)).shift(offset), one.confidence, one.reader)
            if one.span
            else one
            for name, one in entry.fields.items()
        }
        span = Span(offset, offset + len(self.printed))
        return Entry(entry.type, fields, text=self.printed, span=span, confidence=entry.confidence)

    def piece(self, piece: Piece, offset: int) -> Piece:
        """A piece read from ``text``, whose spans count from ``offset``, as if it were read from what is printed."""

        def back(span: Span) -> Span:
            return Span(*(self._printed_at(at - offset) + offset for at in (span.start, span.end)))

        span, words = back(piece.span), back(piece.words)
        if not isinstance(piece, Reference):
            return replace(piece, span=span, words=words)
        fields = {
            name: replace(field, span=back(field.span)) if field.span else field
            for name, field in piece.entry.fields.items()
        }
        printed = words.shift(-offset).of(self.printed)
        entry = replace(piece.entry, fields=fields, text=printed, span=words)
        return replace(piece, span=span, words=words, entry=entry)

    def _printed_at(self, at: int) -> int:
        run = bisect_right(self._starts, at)
        return at + (self._lost[run - 1] if run else 0)


def even(text: str) -> Even | None:
    """The text with even white space and dashes; None if it has no other."""
    if "--" not in text and "- " not in text:  # as in nearly all, which is told in a tenth of the time
        if "  " not in text and text.isprintable() and text == text.strip(" "):
            return None  # what prints has no other white space than spaces, and no soft hyphens
        if "\u00ad" not in text and " ".join(text.split()) == text:
            return None
    if _UNEVEN.search(text) is None:
        return None
    return _replaced(text, _RUN, _sign)


def decoded(text: str) -> Even | None:
    """The text with its character references as what they print; None if it has none."""
    if "&" not in text or _WRITTEN.search(text) is None:
        return None
    return _replaced(text, _WRITTEN, lambda written: unescape(written[0]))


def _replaced(text: str, pattern: re.Pattern[str], sign: Callable[[re.Match[str]], str]) -> Even:
    """The text with what each match of the pattern stands for in its place, which is never longer."""
    signs = [(run, sign(run)) for run in pattern.finditer(text)]
    runs = [(run.end(), len(run[0]) - len(sign)) for run, sign in signs if len(run[0]) > len(sign)]
    lost = tuple(accumulate(gone for _, gone in runs))
    starts = tuple(end - gone for (end, _), gone in zip(runs, lost, strict=True))
    remaining = iter(signs)
    return Even(pattern.sub(lambda _: next(remaining)[1], text), text, starts, lost)


def _sign(run: re.Match[str]) -> str:
    """What is read in place of a run; nothing within a word, but for the hyphen of "mid-nineteenth"."""
    first = run[0][0]
    if run[0] == "--":
        return "–"
    if first.isspace():
        return "" if run["broken"] else " "
    before = run.string[max(0, run.start() - _LONGEST_PREFIX) : run.start()].split()[-1:]
    return "-" if first != "\u00ad" and before and before[0].casefold().lstrip("“\"'(‘") in _COMPOUND else ""
