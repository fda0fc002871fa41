"""A quotation in the running text that nothing closes.

## What it finds

A double quotation mark that opens inside a paragraph and has no closing one before the next mark opens, in this
paragraph or in those below. Where the next mark closes, or opens a paragraph, the quotation may go on over paragraphs,
and nothing is said; nor in a text that leaves several quotations open, which is an excerpt, or has a way of its own.

## Why it matters

Nobody can tell where the words of the source end and those of the author begin.

## Example

    She wrote that “the lamp went out. Nobody saw it. He called it “a pity.”

## Instead

    She wrote that “the lamp went out.” Nobody saw it. He called it “a pity.”

## How it is fixed

By hand: the source tells where its words end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.wording import quoted_passage
from anora_bib.model import Apparatus, Records
from anora_bib.model.essay.passages import without_markup
from anora_bib.text.quotes import LOST
from anora_bib.text.spans import Span

_MARK: Final = re.compile(r"[\"\u201c\u201d\u201e]")
_OTHERS: Final = re.compile(
    r"[\u201f\u00ab\u00bb\u2033\u02ba]|''|``|\d[\"\u201d]|[\u05d0-\u05ea]\"[\u05d0-\u05ea]|^\s{0,8}\|", re.MULTILINE
)
"""Marks that pair with others or with none, signs of inches, and tables."""
_ENDED: Final = re.compile(r"[.?!:;\u2026)\]\"'\u2019\u201d*_>\d][\s\\]{0,8}$")
"""How a paragraph ends that is whole, and not one line of a text that is wrapped."""
_LOW: Final = "\u201e"
_OPENERS: Final = " \n\xa0([{\u2014\u2013-*_>/"
_CLOSERS: Final = " \n\xa0)]}[.,;:!?\u2014\u2013-*_<\\\u2026"
_QUOTES: Final = "'\"`\u2018\u2019\u201c\u201d\u201e"
_REACH: Final = 6
_MANY: Final = 3
"""Open quotations from which on it is the way of the text."""
_SHOWN: Final = 60
_BLANK: Final = " \t\n\xa0>*_("


class _Mark(NamedTuple):
    """A double mark: whether it opens (None if it may do either), and whether it is the first sign of its paragraph.

    A paragraph is ``clear`` if it is whole and has no other marks than these.
    """

    at: int
    sign: str
    opens: bool | None
    first: bool
    clear: bool
    paragraph: int

    def may_pair(self, other: _Mark) -> bool:
        """Whether both are straight, or neither is."""
        return (self.sign == '"') is (other.sign == '"')


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each mark that opens within a paragraph, where the next one opens as well, or there is none."""
    text = apparatus.derived(without_markup)
    found = []
    marks = list(_marks(apparatus, text))
    for index, mark in enumerate(marks):
        before = marks[index - 1] if index else None
        if not mark.opens or mark.first or not mark.clear or (before and before.opens is not False):
            continue  # what is open already may be closed by this one, turned
        if _stays_open(mark, marks, index):
            place = Span(mark.at, min(mark.at + _SHOWN, len(text)))
            words = quoted_passage(apparatus.essay.text, place.start, place.end)
            found.append(Finding(Span(mark.at, mark.at + 1), f"nothing closes the quotation that begins {words}"))
    if len(found) < _MANY:
        yield from found


def _stays_open(mark: _Mark, marks: Sequence[_Mark], index: int) -> bool:
    """Whether the next mark opens another quotation, and not one within this one, or there is no other mark."""
    following = marks[index + 1] if index + 1 < len(marks) else None
    if following is None:
        return True
    if not following.opens or following.first or not following.clear or not mark.may_pair(following):
        return False
    depth = 1
    for other in marks[index + 1 :]:
        if other.paragraph != mark.paragraph:
            break
        depth += 1 if other.opens else -1
        if depth == 0 or other.opens is None:
            return False
    return True


def _marks(apparatus: Apparatus, text: str) -> Iterator[_Mark]:
    """The double marks of the running text, in order; those of another kind than the text has stand for any."""
    printed = apparatus.essay.text
    low = any(_LOW in paragraph.span.of(text) for paragraph in apparatus.prose.paragraphs)
    for number, paragraph in enumerate(apparatus.prose.paragraphs):
        words = paragraph.span.of(text)
        clear = LOST not in words and not _OTHERS.search(words) and _ENDED.search(words) is not None
        for match in _MARK.finditer(words):
            behind_tag = printed.startswith(">", paragraph.span.start + match.start() - 1)
            opens = None if behind_tag else _opens(words, match.start(), low=low)
            first = not words[: match.start()].strip(_BLANK)
            at = paragraph.span.start + match.start()
            yield _Mark(at, match[0], opens, first, clear and opens is not None, number)


def _opens(words: str, at: int, *, low: bool) -> bool | None:
    """Whether the mark opens, by its shape and by what stands around it; None where the two do not agree."""
    before = words[:at][-_REACH:].rstrip(_QUOTES)[-1:] or " "
    after = words[at : at + _REACH].lstrip(_QUOTES)[:1] or " "
    placed_to_open = before in _OPENERS and not after.isspace()
    placed_to_close = after in _CLOSERS and not before.isspace()
    if placed_to_open == placed_to_close:
        return None
    sign = words[at]
    if sign == '"':
        return placed_to_open
    opens = sign == _LOW if low else sign == "\u201c"
    return opens if opens is placed_to_open else None


RULE = Rule.documented("Q007", "unclosed-quotation", __doc__, check)
