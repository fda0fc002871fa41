"""A parenthesis that nothing opens or closes.

## What it finds

In a note, a listed work or a paragraph a round bracket without its partner. One behind a number or letter that counts
what follows, "a)", needs none, nor one whose partner is in the next paragraph, note, item or cell, nor
what an excerpt leaves open at its end. In a text with many
of them nothing is found in paragraphs.

## Why it matters

One sign was lost in typing, and with it which words belong together: programs read place and year as part of the title.

## Example

    The film took two years.[1]

    ## Notes

    [1] Jane Roe, *A Book of Lamps* (Exampleton: Example Press, 2009, 12.

## Instead

    The film took two years.[1]

    ## Notes

    [1] Jane Roe, *A Book of Lamps* (Exampleton: Example Press, 2009), 12.

## How it is fixed

By hand: only the author knows which words belong together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.wording import quoted
from anora_bib.model import Apparatus, Records
from anora_bib.model.essay.passages import references_as_printed, without_markup
from anora_bib.text.spans import Span

_BRACKET: Final = re.compile(r"[()]")
_ITEM: Final = re.compile(
    r"(?:^|[^\w/\u2013-])(?:[^\W\d_]|[ivxlc]{1,5}|\d{1,3})[\\*_]{0,3}$|[^\x00-\u024f](?:[a-z]|[0-9]{1,3})$"
)
"""What counts what follows, before the bracket. Scripts without blanks have it right behind a word or their comma."""
_CUT: Final = re.compile(r"(?:\u2026|\.{3})\]?\W{0,3}$")
"""The end of an excerpt, which leaves open what was open there."""
_WIDE: Final = str.maketrans("\uff08\uff09", "()")
"""The brackets of Chinese and Japanese, which may close what one of ASCII opened."""
_FACE: Final = re.compile(r"[:;]-?$")
_TARGET: Final = re.compile(r"\]\([^()\s]{0,300}\)")
"""The address of a link in Markdown."""
_RESIDUE: Final = re.compile(r"[{}]|\]\s?\(|\(\s{0,4}[).]")
"""What was left of templates and links, and brackets that held nothing but an address."""
_LISTED: Final = re.compile(r"\A\W{0,4}\w{1,3}\.?\)|[|=\\]|</?\w")
"""What counts paragraphs, and rows of tables, formulas and tags."""
_INTERVAL: Final = re.compile(r"\(-?[\d.]{1,9}, ?-?[\d.]{1,9}\]|\[-?[\d.]{1,9}, ?-?[\d.]{1,9}\)")
"""What is open at one end: "(0, 0.1]"."""
_COUNTED: Final = re.compile(r"\b\w{1,3}\.$")
_EDGE: Final = 3
_LONGEST: Final = 3000
_SHORTEST: Final = 120
_MANY: Final = 4
"""Paragraphs from which on one cause is behind all of them."""
_AROUND: Final = 30


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for the first bracket of each reference and paragraph that has no partner."""
    text = apparatus.derived(without_markup)
    printed = references_as_printed(apparatus)
    alone = [_place(text, passage) for passage in printed]
    for index, (passage, place) in enumerate(zip(printed, alone, strict=True)):
        if place is not None and not _goes_on(text, printed, alone, index):
            yield _finding(text, passage, place)
    paragraphs = [paragraph.span for paragraph in apparatus.prose.paragraphs]
    places = [_place(text, passage) for passage in paragraphs]
    if sum(place is not None for place in places) > _MANY:
        return
    for index, (passage, place) in enumerate(zip(paragraphs, places, strict=True)):
        beside = places[max(0, index - 1) : index] + places[index + 1 : index + 2]
        if place is not None and beside.count(None) == len(beside) and _is_alone(passage.of(text), place):
            yield _finding(text, passage, place)


def _goes_on(text: str, passages: Sequence[Span], places: Sequence[int | None], index: int) -> bool:
    """Whether the partner of a bracket stands in the passage beside it: one text was cut in two."""
    sign = _sign(text, passages, places, index)
    step = 1 if sign == "(" else -1
    return 0 <= index + step < len(places) and _sign(text, passages, places, index + step) not in (sign, "")


def _sign(text: str, passages: Sequence[Span], places: Sequence[int | None], index: int) -> str:
    """The bracket without a partner in a passage; "" for none."""
    place = places[index]
    return "" if place is None else text[passages[index].start + place].translate(_WIDE)


def _is_alone(words: str, place: int) -> bool:
    """Whether a bracket is inside a paragraph of prose: one at its edge may go with the paragraph beside it."""
    inside = _EDGE < place < len(words.rstrip()) - _EDGE
    return inside and len(words) >= _SHORTEST and not _LISTED.search(words) and not _COUNTED.search(words[:place])


def _place(text: str, passage: Span) -> int | None:
    """Where in a passage the first bracket without a partner is."""
    words = _TARGET.sub(lambda target: "]" + " " * (len(target[0]) - 1), passage.of(text).translate(_WIDE))
    words = _INTERVAL.sub(lambda interval: " " * len(interval[0]), words)
    if len(words) > _LONGEST or words.count("(") == words.count(")") or _RESIDUE.search(words):
        return None
    return _alone(words)


def _finding(text: str, passage: Span, place: int) -> Finding:
    at = passage.start + place
    start = max(passage.start, text.rfind(" ", passage.start, max(passage.start, at - _AROUND)) + 1)
    end = text.find(" ", min(passage.end, at + _AROUND), passage.end)
    around = text[start : end if end > 0 else passage.end]
    verb = "closes" if text[at].translate(_WIDE) == "(" else "opens"
    return Finding(Span(at, at + 1), f"nothing {verb} the parenthesis in {quoted(around)}")


def _alone(words: str) -> int | None:
    """Where the first bracket without a partner is."""
    opened: list[int] = []
    for match in _BRACKET.finditer(words):
        at = match.start()
        before = words[max(0, at - 8) : at]
        if match[0] == "(":
            opened.append(at)
        elif opened:
            opened.pop()
        elif not _ITEM.search(before) and not _FACE.search(before):
            return at
    return opened[0] if opened and not _CUT.search(words) else None


RULE = Rule.documented("N014", "unpaired-parenthesis", __doc__, check)
