"""An odd number of double quotation marks in a reference.

## What it finds

A note or listed work in which the double quotation marks, straight and curly together, are not of an even number.
Marks behind a number are inches. Where a quotation runs over several paragraphs or items nothing is said.

## Why it matters

One mark is lost or too many: where the title begins or ends is anybody's guess, and programs read author and date as
part of it.

## Example

    The film took two years.[1]

    ## Notes

    [1] Jane Roe, "She Says She Can Read": Lamps in the Hull of 1730," *Example Review* 6 (2008): 261–94.

## Instead

    The film took two years.[1]

    ## Notes

    [1] Jane Roe, "'She Says She Can Read': Lamps in the Hull of 1730," *Example Review* 6 (2008): 261–94.

## How it is fixed

By hand: only the author knows which words belong together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.wording import quoted_passage
from anora_bib.model import Apparatus, Records
from anora_bib.model.essay.passages import references_as_printed, without_markup
from anora_bib.text.quotes import LOST
from anora_bib.text.spans import Span

_MARK: Final = re.compile(r"(?<!\d)[\"\u201c\u201d]")
_OTHERS: Final = re.compile(
    r"[\u201e\u201f\u00ab\u00bb\u2033\u02ba]|''|``|,,(?=[^\s,])|\d[\"\u201d]|\n\s{0,8}\n|[\u05d0-\u05ea]\"[\u05d0-\u05ea]"
)
"""Marks that pair with others or with none, as that in a Hebrew abbreviation, and notes of several paragraphs."""
_LONGEST: Final = 1500
_SHOWN: Final = 60
_OPENERS: Final = " \n([\u2014*_'\u2018"


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each reference with a double quotation mark that has no partner."""
    yield from apparatus.derived(odd)


def odd(apparatus: Apparatus) -> list[Finding]:
    """What the rule finds; ask for it with ``apparatus.derived``, since the rule on marks not closed asks as well."""
    return list(_odd(apparatus))


def _odd(apparatus: Apparatus) -> Iterator[Finding]:
    text = apparatus.derived(without_markup)
    passages = references_as_printed(apparatus)
    marks = [_marks(passage.of(text)) for passage in passages]
    for number, (passage, own) in enumerate(zip(passages, marks, strict=True)):
        # A quotation may go on in the next item.
        beside = marks[max(0, number - 1) : number] + marks[number + 1 : number + 2]
        if len(own) % 2 and not any(len(others) == 1 for others in beside):
            place = _astray(passage.of(text), own).shift(passage.start)
            which = f"one of {len(own)} quotation marks" if len(own) > 1 else "the quotation mark"
            yield Finding(place, f"{which} has no partner, it seems in {quoted_passage(text, place.start, place.end)}")


def _marks(words: str) -> list[int]:
    """The places of the double quotation marks of a reference; none where it has others, or is longer than one."""
    if len(words) > _LONGEST or LOST in words or _OTHERS.search(words):
        return []
    return [match.start() for match in _MARK.finditer(words)]


def _astray(words: str, marks: list[int]) -> Span:
    """The words from the mark that opened last to the first that opens where one should close, or the other way round.

    A mark opens behind a space or bracket. Where the last one opens and nothing closes it, the words behind it.
    """
    opened = 0
    for number, mark in enumerate(marks):
        opens = mark == 0 or words[mark - 1] in _OPENERS
        if opens is bool(number % 2):
            return Span(opened, mark + 1)
        opened = mark if opens else opened
    return Span(marks[-1], min(len(words), marks[-1] + _SHOWN))


RULE = Rule.documented("Q006", "odd-quotation-mark", __doc__, check)
