"""Text on which every letter knows what it is: references are put together, and damaged, on such tapes."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Final

from anora_bib.parser.labelled import Labelled, LabelledSpan
from anora_bib.parser.labels import Label
from anora_bib.text.spans import Span

_SPACE: Final = " \t\n\r\u00a0\u202f\u2009"
_FALLING: Final = f"{_SPACE},;:/"
"""What belongs to no part where it stands at its end."""
_CLOSING: Final = {
    "“": "”", "„": "“", "«": "»", "»": "«", "‘": "’", "‚": "‘", '"': '"', "'": "'", "‹": "›", "(": ")", "[": "]",
}  # fmt: skip
_OPENING: Final = {
    "”": "“„", "“": "„", "»": "«", "«": "»", "’": "‘", "‘": "‚", '"': '"', "'": "'", "›": "‹", ")": "(", "]": "[",
}  # fmt: skip
"""The marks that one which ends may belong to."""
_BRACKETS: Final = "(["
_APOSTROPHES: Final = "’'"
_QUOTES: Final = "“”„«»‘’‚\"'‹›"
_LONG_WORD: Final = 5
"""Letters of a word that is no abbreviation."""
_STOPLESS: Final = frozenset({Label.PAGES, Label.VOLUME, Label.ISSUE, Label.URL, Label.IDENTIFIER, Label.LOCATOR})
_ONE_THING: Final = frozenset({Label.DATE, Label.ACCESSED, Label.ARCHIVED, Label.ORIGINAL_DATE})
"""Parts of which the pieces are parted by no more than white space and points."""
_GAP: Final = re.compile(r"[\s.,/–-]{0,3}")


class Tape:
    """Text with a label and italics for each of its letters."""

    __slots__ = ("italics", "labels", "text")

    def __init__(self, text: str = "", label: Label | None = None, italic: bool = False) -> None:
        self.text: list[str] = list(text)
        self.labels: list[Label | None] = [label] * len(text)
        self.italics: list[bool] = [italic] * len(text)

    def __len__(self) -> int:
        return len(self.text)

    def __str__(self) -> str:
        return "".join(self.text)

    def add(self, text: str, label: Label | None = None, *, italic: bool = False) -> None:
        """Put text at the end."""
        self.text.extend(text)
        self.labels.extend([label] * len(text))
        self.italics.extend([italic] * len(text))

    def join(self, other: Tape) -> None:
        """Put another tape at the end."""
        self.text.extend(other.text)
        self.labels.extend(other.labels)
        self.italics.extend(other.italics)

    def replace(self, start: int, end: int, text: str) -> None:
        """Put text in the place of letters; it is what the letter before its place, or else the one after, was.

        What is put between two parts belongs to neither.
        """
        length = len(text)
        inside = 0 < start < len(self.text) and self.labels[start - 1] is self.labels[start]
        if start < end or inside:
            label, italic = self.labels[start], self.italics[start]
        else:
            label, italic = None, False
        self.text[start:end] = text
        self.labels[start:end] = [label] * length
        self.italics[start:end] = [italic] * length

    def labelled(self, type: str = "") -> Labelled:
        """The text with its parts, white space and the marks around them left out."""
        text = str(self)
        spans: list[LabelledSpan] = []
        at = 0
        for label, letters in groupby(self.labels):
            start, at = at, at + sum(1 for _ in letters)
            if label is not None:
                kept = _trimmed(text, start, at, label)
                if kept is not None:
                    _append(spans, LabelledSpan(*kept, label), text)
        return Labelled(text, tuple(spans), type, tuple(self._italics(text)))

    def _italics(self, text: str) -> list[Span]:
        stretches: list[Span] = []
        at = 0
        for italic, letters in groupby(self.italics):
            start, at = at, at + sum(1 for _ in letters)
            if italic and text[start:at].strip():
                stretches.append(Span(start, at))
        return stretches


def _append(spans: list[LabelledSpan], span: LabelledSpan, text: str) -> None:
    """Add a span, joined to the one before where both are pieces of one thing."""
    if spans and (before := spans[-1]).label is span.label:
        gap = text[before.end : span.start]
        if gap in _QUOTES or (span.label in _ONE_THING and _GAP.fullmatch(gap)):
            spans[-1] = LabelledSpan(before.start, span.end, span.label)
            return
    spans.append(span)


def _trimmed(text: str, start: int, end: int, label: Label) -> tuple[int, int] | None:
    """The part without the marks around it; None if it has no letters and digits."""
    changed = True
    while changed and start < end:
        before = start, end
        while start < end and text[start] in f"{_SPACE},;:.":
            start += 1
        while start < end and text[end - 1] in _FALLING and not (label is Label.URL and text[end - 1] == "/"):
            end -= 1
        start, end = _unwrapped(text, start, end)
        if start < end and text[end - 1] == "." and (label in _STOPLESS or _ends_in_a_word(text[start : end - 1])):
            end -= 1
        changed = (start, end) != before
    return (start, end) if any(letter.isalnum() for letter in text[start:end]) else None


def _ends_in_a_word(text: str) -> bool:
    """Whether the last word is no abbreviation: a stop behind it ends a sentence."""
    return len(text) >= _LONG_WORD and text[-_LONG_WORD:].isalpha()


def _unwrapped(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the quotation marks around all of it, and without a mark or bracket whose other half is not in it."""
    if end - start < 2:
        return start, end
    first, last = text[start], text[end - 1]
    closing = _CLOSING.get(first)
    if closing is not None:
        partner = text.find(closing, start + 1, end)
        if partner == end - 1 and first not in _BRACKETS:
            return start + 1, end - 1
        if partner < 0:
            return start + 1, end
    openings = _OPENING.get(last, "")
    lonely = openings and not any(text.find(opening, start, end - 1) >= 0 for opening in openings)
    if lonely and (last not in _APOSTROPHES or text[end - 2] in ".,?!"):
        return start, end - 1
    return start, end
