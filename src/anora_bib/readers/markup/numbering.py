"""Numbers as labels of notes: several in one sign, and those of four figures, of which most are years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from anora_bib.text.spans import Span

NUMBER: Final = r"[A-Za-z]?\d{1,4}[a-z]?"
"""What is printed for a label; one of four figures may be a year."""
SEVERAL: Final = rf"{NUMBER}(?: ?[,;\u2013-] ?{NUMBER}){{0,20}}"
"""The labels of one sign: ``4``, ``3, 5``, ``3\u20135``."""
ROMAN: Final = r"[ivxl]{1,7}"
"""How Word counts endnotes: ``iv``."""
_ROMAN_VALUES: Final = {"i": 1, "v": 5, "x": 10, "l": 50}
_LABEL: Final = re.compile(NUMBER)
_LONGEST_RANGE: Final = 20
"""Notes between the ends of a range; more is a range of pages."""
_FOUR_FIGURES: Final = re.compile(r"\d{4}|[⁰¹²³⁴-⁹]{4}")
_TURN: Final = re.compile(
    r"^[^\w\n]{0,12}(?:<sup>|(?:foot|end)?note[ \xa0])?(999|1000)(?![\w–/-])", re.MULTILINE | re.IGNORECASE
)
"""A line, or the words of a note, that begins with the last number of three figures or the first of four."""


_ROMAN_LINE: Final = re.compile(rf"^[ \t>]{{0,9}}\\?\[({ROMAN})\\?\]\s", re.MULTILINE)


def each_label(text: str, span: Span) -> Iterator[tuple[Span, str]]:
    """The labels of a sign (see ``SEVERAL``) with their places; what a dash leaves out stands in the dash's.

    >>> [label for _, label in each_label("1, 3-5", Span(0, 6))]
    ['1', '3', '4', '5']
    """
    last: re.Match[str] | None = None
    for label in _LABEL.finditer(text, span.start, span.end):
        if last:
            between = Span(last.end(), label.start())
            yield from ((between, str(number)) for number in _left_out(text, last, label))
        yield Span(label.start(), label.end()), label[0]
        last = label


def _left_out(text: str, low: re.Match[str], high: re.Match[str]) -> range:
    dashed = text[low.end() : high.start()].strip() in ("-", "\u2013")
    if not (dashed and low[0].isdecimal() and high[0].isdecimal()):
        return range(0)
    return range(int(low[0]) + 1, int(high[0])) if int(high[0]) - int(low[0]) <= _LONGEST_RANGE else range(0)


def from_roman(label: str) -> str:
    """The number that a label in small Roman figures stands for; any other label as it is.

    >>> from_roman("xiv"), from_roman("14")
    ('14', '14')
    """
    values = [_ROMAN_VALUES.get(letter, 0) for letter in label]
    if not all(values):
        return label
    return str(sum(-low if low < high else low for low, high in zip(values, [*values[1:], 0], strict=True)))


def is_counted(label: str, text: str) -> bool:
    """Whether a number in the place of a label may be one: it has three figures at most, or the text counts so far.

    >>> is_counted("1999", "[1999] The year of the lantern")
    False
    """
    return _FOUR_FIGURES.search(label) is None or _counts_past_three_figures(text)


@lru_cache(maxsize=2)
def _counts_past_three_figures(text: str) -> bool:
    return "1000" in text and "999" in text and {match[1] for match in _TURN.finditer(text)} == {"999", "1000"}


@lru_cache(maxsize=2)
def counts_in_roman(text: str) -> bool:
    """Whether lines begin with ``[i]`` and ``[ii]``: then Roman figures in brackets are labels, not signs of markup."""
    return "[ii" in text and {"i", "ii"} <= {match[1] for match in _ROMAN_LINE.finditer(text)}
